import type { Episode } from './script.ts';

/** Conversations in Dutch with engineers and subcontractors. */
export const dutchResources: readonly Episode[] = [
  {
    lines: [
      [
        'a',
        'Hoi {first}, kun je {day} om {time} nog een storing meepakken op {street}? Toestel: {device}, code {code}.',
      ],
      [
        'c',
        'Ja hoor, zet maar in de planning.',
        'Dat wordt krap, ik zit tot {time2} in Houten.',
        'Kan, maar dan heb ik wel een nieuwe {part} nodig.',
      ],
      [
        'a',
        'Top, staat erin als {order}.',
        'Dan schuif ik de klus erna door naar {engineer}.',
        'Ligt klaar op het magazijn in {branch}.',
      ],
      ['c', 'Is goed 👍', 'Helder.'],
      [
        'c+',
        'Klaar op {street}. De {part} is vervangen en getest, klant heeft getekend.',
        'Klus is af. Druk was 0,4 bar, lekje bij de vulset gedicht.',
      ],
      ['a', 'Dankjewel {first}.', 'Mooi, ik maak de bon af.'],
    ],
  },
  {
    lines: [
      [
        'c',
        'Bus wil niet starten, ik ga het eerste adres niet halen.',
        'Sta stil op de A27, ben zeker drie kwartier later.',
      ],
      ['a', 'Oké, ik verzet de eerste klant. Laat je weten als je weer rijdt?', 'Balen. Ik bel de klant.'],
      ['c', 'Doe ik.', 'Het rijdt weer! Over 20 min bij de klant.'],
      ['n', 'Klant {order} gebeld, akkoord met latere tijd.'],
      ['a', 'Klant weet ervan. Rustig aan.'],
    ],
  },
  {
    lines: [
      ['a', 'Ha {first}, je uren van vorige week staan nog open. Vul je ze vandaag in?'],
      ['c', 'Sorry, doe ik straks.', 'Zijn net ingediend.', 'Kom niet in de app, wachtwoord verlopen.'],
      ['a', 'Graag voor vijven.', 'Gezien, dank!', 'Ik laat je wachtwoord opnieuw instellen, je krijgt een mail.'],
      ['c', 'Komt goed.', 'Top.', 'Is gelukt.'],
    ],
  },
  {
    lines: [
      ['c', 'Ik ben ziek, ga vandaag niet rijden.', 'Moet {day} naar de tandarts om {time}, kan dat?'],
      ['a', 'Beterschap {first}. Ik verdeel je klussen.', 'Kan, ik houd dat uur vrij.'],
      [
        'n',
        'Klussen van {first} verdeeld, {engineer} doet er twee.',
        '{first} {day} van {time} tot {time2} vrijgehouden.',
      ],
      ['c', 'Dank je. Morgen ben ik er denk ik weer.', 'Fijn, dank je.'],
      ['a', 'Kijk het rustig aan en laat het voor 16:00 weten.', 'Graag gedaan.'],
    ],
  },
  {
    lines: [
      [
        'c',
        'Welke {part} hoort er op die {device}? De oude is niet meer leesbaar.',
        'Heb je het serienummer van de {device} op {street}?',
      ],
      ['a', 'Momentje, ik zoek het op in het dossier.', 'Typeplaatje zegt serie 2016, dus de tweede uitvoering.'],
      ['a', 'Het gaat om artikel {order}. Er liggen er nog twee in {branch}.'],
      ['c', 'Mooi, haal ik op onderweg.', 'Thanks!'],
    ],
  },
  {
    channel: 'sms',
    lines: [
      ['s', 'Planning {day}: eerste adres {street}, {time}. Zie de app voor de rest van je route.'],
      ['c', 'Gezien', 'Ok', 'Adres klopt niet, moet dat niet nummer 41 zijn?'],
      ['a', 'Klopt, het is nummer 41. Aangepast.', 'Goed, fijne dag!'],
    ],
  },
];
