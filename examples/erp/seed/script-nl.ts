import { dutchResources } from './script-nl-resources.ts';
import type { Script } from './script.ts';

/** Conversations in Dutch. */
export const dutch: Script = {
  contact: [
    {
      lines: [
        [
          's',
          'Beste {first}, uw {device} is toe aan de jaarlijkse onderhoudsbeurt. Antwoord op dit bericht om een afspraak te maken. Warmtehuis {branch}',
        ],
        [
          'c',
          'Goedemorgen, ik kreeg een bericht over het onderhoud. Wanneer kan het?',
          'Dag, onderhoud is goed. Het liefst op een ochtend.',
          'Kan het onderhoud ook na vieren? Ik werk overdag.',
        ],
        [
          'a',
          'Dag {first}, wij kunnen {day} tussen {time} en {time2} bij u zijn. Schikt dat?',
          'Goedendag {first}, {day} tussen {time} en {time2} is nog vrij. Zal ik dat vastleggen?',
        ],
        [
          'c',
          'Die dag ben ik niet thuis. Kan het een dag later?',
          'Dan kan ik helaas niet, hebben jullie ook iets later in de week?',
        ],
        ['a', 'Dat kan, dan wordt het {day2} tussen {time} en {time2}.', 'Geen probleem: {day2}, zelfde tijd.'],
        ['c', 'Prima, dan zie ik jullie {day2}.', 'Top, staat genoteerd!', 'Dat is goed, bedankt.'],
        [
          'a',
          'Fijn. {engineer} komt bij u langs en belt een half uur van tevoren. De afspraak staat onder nummer {order}.',
        ],
        ['c', 'Moet ik zelf nog iets klaarzetten?', 'De installatie hangt op zolder, is dat een probleem?'],
        [
          'a',
          'Nee hoor, alleen graag een meter vrije ruimte voor het toestel.',
          'Als de monteur er goed bij kan, is dat genoeg. Tot dan!',
        ],
      ],
    },
    {
      lines: [
        [
          'c',
          'Hallo, mijn {device} geeft storing {code} en we hebben geen warm water meer.',
          'Goedemiddag, de {device} doet niets meer. Op het scherm staat {code}.',
          'Sinds vanochtend geen verwarming. Foutcode {code}. Wat nu?',
        ],
        [
          'a',
          'Dag {first}, wat vervelend. Heeft u het toestel al een keer gereset met de resetknop?',
          'Goedendag {first}. Kunt u op de manometer kijken hoe hoog de druk is?',
        ],
        ['c', 'Ja, twee keer. Na tien minuten komt {code} terug.', 'De druk staat op 0,6 bar, dat lijkt me laag.'],
        [
          'n',
          'Toestel is van 2017, ventilator al eens vervangen. Waarschijnlijk weer de drukschakelaar.',
          'Klant heeft een serviceplus-contract: binnen 24 uur ter plaatse.',
        ],
        [
          'a',
          'Dan stuur ik een monteur. {engineer} kan vandaag tussen {time} en {time2} bij u zijn op {street}.',
          'Dan komt {engineer} {day} als eerste bij u langs, tussen {time} en {time2}.',
        ],
        ['c', 'Heel fijn, er is iemand thuis.', 'Graag! We zitten met een baby in de kou.'],
        ['a+', 'De monteur is onderweg en is er over ongeveer 20 minuten.'],
        [
          'c+',
          'Hij doet het weer, {engineer} heeft de {part} vervangen. Bedankt voor de snelle service!',
          'Alles werkt weer, dank jullie wel.',
        ],
        ['a', 'Mooi om te horen. De werkbon {order} staat in uw mail.'],
      ],
    },
    {
      lines: [
        [
          'c',
          'Goedendag, ik heb een vraag over factuur {order}. Er staat {amount} voor voorrijkosten, maar ik heb toch een contract?',
          'Dag, op factuur {order} staat {amount}. Klopt dat wel?',
        ],
        [
          'a',
          'Dag {first}, ik zoek het voor u uit. Een moment.',
          'Goedemorgen {first}, ik kijk het even na bij de administratie.',
        ],
        ['n', 'Contract loopt sinds maart, voorrijkosten vallen eronder. Creditnota aangevraagd bij administratie.'],
        [
          'a',
          'U heeft gelijk: met uw contract vallen de voorrijkosten weg. U krijgt een creditnota van {amount}.',
          'Dat is een fout van ons. We sturen u vandaag nog een aangepaste factuur.',
        ],
        ['c', 'Dank voor het uitzoeken. Moet ik tot die tijd wachten met betalen?', 'Netjes opgelost, bedankt.'],
        [
          'a',
          'U kunt wachten op de nieuwe factuur, de herinnering hebben we stopgezet.',
          'Graag gedaan, fijne dag verder.',
        ],
      ],
    },
    {
      lines: [
        [
          'c',
          'Wij denken aan een warmtepomp voor onze tussenwoning uit 1988. Kunnen jullie een offerte maken?',
          'Dag, kan onze cv-ketel vervangen worden door een hybride warmtepomp? Wij wonen op {street}.',
        ],
        [
          'a',
          'Goedendag {first}, dat kan zeker. Hoe groot is uw woning ongeveer, en wat verbruikt u aan gas per jaar?',
          'Dag {first}, leuk! Heeft u vloerverwarming of radiatoren?',
        ],
        [
          'c',
          'Ongeveer 120 m2, en 1450 m3 gas vorig jaar. Beneden vloerverwarming, boven radiatoren.',
          'Radiatoren, alleen de badkamer heeft vloerverwarming. Woning van 135 m2.',
        ],
        [
          'a',
          'Dan is een hybride opstelling van 5 of 8 kW het meest logisch. Voor een goede offerte meten we het graag in. {day} om {time}?',
        ],
        ['c', 'Ja, dat is goed. Duurt het lang?', 'Dan ben ik er. Hoeveel tijd moet ik vrijhouden?'],
        ['a', 'Ongeveer drie kwartier. {engineer} komt langs, de offerte heeft u binnen een week.'],
        ['n', 'Offerte {order} klaar: hybride 8 kW, {amount} na subsidie. Nabellen als er na een week niets is.'],
        ['a+', 'Dag {first}, de offerte staat in uw mail (nummer {order}). Heeft u nog vragen?'],
        [
          'c+',
          'Ontvangen, dank. We willen ons nog even beraden over de buitenunit.',
          'Ziet er goed uit. Zit de subsidie er al in verrekend?',
        ],
        [
          'a',
          'Neem de tijd. Over het geluid: de buitenunit haalt op 3 meter 38 dB(A).',
          'Ja, de ISDE-subsidie is in het laatste bedrag verrekend, de aanvraag doen wij voor u.',
        ],
        ['c', 'Dan gaan we akkoord. Wanneer kunnen jullie beginnen?', 'Duidelijk, ik laat het eind van de week weten.'],
        [
          'a',
          'Fijn! De eerste plaatsing is {day2}. U krijgt de opdrachtbevestiging per mail.',
          'Prima, ik hoor het graag.',
        ],
      ],
    },
    {
      channel: 'whatsapp',
      lines: [
        [
          'c',
          'Er lekt water onder de {device}. Niet veel, maar er staat wel een plasje.',
          'Hoi, ik zie druppels onder het expansievat. Moet ik het toestel uitzetten?',
        ],
        [
          'a',
          'Dag {first}, zet het toestel uit en draai de vulkraan dicht. Komt het uit de leiding of uit het toestel zelf?',
        ],
        ['c', 'Volgens mij uit de aansluiting links onder.', 'Ik denk uit het overstortventiel.'],
        ['a', 'Dan kan het even zo blijven met een emmer eronder. {engineer} komt {day} tussen {time} en {time2}.'],
        ['c', 'Oké, emmer staat. Dank!', 'Is goed, tot dan 👍'],
        ['a+', 'Is het inmiddels droog gebleven, {first}?'],
        ['c', 'Ja, helemaal droog. Toppers!', 'Nog één druppel gezien, maar daarna niets meer.'],
      ],
    },
    {
      lines: [
        [
          'a',
          'Dag {first}, het onderdeel voor uw {device} ({part}) is binnen. Mogen we {day} langskomen om het te plaatsen?',
        ],
        ['c', 'Dat is snel! Op {day} kan het, het liefst na {time}.', 'Goed nieuws. Hoe laat zijn jullie er ongeveer?'],
        ['a', 'Dan plannen we u in tussen {time} en {time2}.', 'De monteur is er tussen {time} en {time2}.'],
        ['c', 'Prima.', 'Ok, tot dan.', 'Is goed. De sleutel ligt bij de buren op nummer 14.'],
      ],
    },
    {
      lines: [
        [
          'c',
          'Wij gaan verhuizen per de eerste. Hoe zeg ik het onderhoudscontract op?',
          'Hallo, kunnen wij ons contract meenemen naar een ander adres?',
        ],
        [
          'a',
          'Dag {first}, u kunt het contract laten overzetten naar het nieuwe adres of op de nieuwe bewoner. Wat heeft uw voorkeur?',
        ],
        ['c', 'De nieuwe bewoners willen het graag overnemen.', 'Liever meenemen. Het nieuwe adres is Kerkstraat 21.'],
        [
          'a',
          'Dat regelen we. Ik heb alleen de naam en het mailadres van de nieuwe contractant nodig.',
          'Genoteerd. U krijgt een bevestiging per mail met contractnummer {order}.',
        ],
        ['c', 'Stuur ik vanavond door.', 'Dank je wel!'],
      ],
    },
    {
      lines: [
        [
          'c',
          'Er zou vandaag een monteur komen tussen {time} en {time2} maar ik zie niemand.',
          'Ik wacht al een uur op de monteur, komt die nog?',
        ],
        [
          'a',
          'Excuses {first}. {engineer} is bij de vorige klant uitgelopen en is er met een half uur.',
          'Dat is vervelend, ik bel hem direct. Hij staat in de file bij Lunetten en is er rond {time2}.',
        ],
        ['c', 'Oké, dan wacht ik nog even.', 'Ik moet om half vijf weg, haalt hij dat?'],
        [
          'a',
          'Dank voor uw geduld, hij is er binnen tien minuten.',
          'Ja, dat haalt hij. Zo niet, dan maken we vandaag nog een nieuwe afspraak.',
        ],
        ['c', 'Hij is er. Dank.', 'Gelukt, alles weer in orde.'],
      ],
    },
    {
      channel: 'sms',
      lines: [
        [
          's',
          'Herinnering: {day} tussen {time} en {time2} komt onze monteur bij u langs. Niet thuis? Antwoord dan op deze sms. Warmtehuis',
        ],
        ['c', 'Ik ben er.', 'OK', 'Moet helaas verzetten, kan het {day2}?'],
        ['a', 'Dank voor uw bericht, tot dan.', 'Tot dan!', 'Dat kan: {day2} tussen {time} en {time2}.'],
      ],
    },
    {
      lines: [
        [
          'c',
          'De kamer wordt niet warmer dan 18 graden terwijl de thermostaat op 21 staat.',
          'Boven wordt het niet warm, beneden wel. Moet ik ontluchten?',
        ],
        [
          'a',
          'Dag {first}, voelen de radiatoren boven- en onderaan even warm?',
          'Goedemorgen, staat de pomp aan? U hoort dan een zacht gezoem.',
        ],
        ['c', 'Bovenaan koud, onderaan lauw.', 'Ik hoor niets, maar het lampje brandt wel.'],
        [
          'a',
          'Dan zit er lucht in. Ontlucht de radiatoren van beneden naar boven en vul bij tot 1,8 bar. Lukt dat?',
          'Dan komt er iemand naar de pomp kijken. Schikt {day} tussen {time} en {time2}?',
        ],
        ['c', 'Gelukt, het wordt al warmer.', 'Ja, dat schikt. Bedankt.'],
        [
          'a',
          'Mooi! Zakt de druk weer binnen een week, laat het dan weten: dan zit er ergens een lek.',
          'Dan staat het vast, werkbon {order}.',
        ],
      ],
    },
    {
      lines: [
        ['a', 'Dag {first}, hoe bevalt de nieuwe {device} na de eerste maand?'],
        ['c', 'Heel goed, en veel stiller dan de oude!', 'Prima, alleen de app verliest soms de verbinding.'],
        [
          'a',
          'Fijn om te horen. Wilt u ons beoordelen? https://www.warmtehuis.example/beoordeling',
          'Zet de module eens tien seconden van de stroom. De uitleg staat op https://www.warmtehuis.example/app',
        ],
        ['c', 'Gedaan.', 'Dat hielp, dank je.'],
      ],
    },
    {
      lines: [
        [
          'c',
          'Kan ik ook in termijnen betalen voor de {device}? Het gaat om {amount}.',
          'Is een betalingsregeling mogelijk? De rekening van {amount} kwam een beetje onverwacht.',
        ],
        ['a', 'Dat kan, {first}: in drie termijnen zonder kosten. De eerste bij plaatsing, daarna na 30 en 60 dagen.'],
        ['c', 'Dat is fijn. Op welke rekening?', 'Prima, graag zo doen dan.'],
        [
          'a',
          'NL91 ABNA 0417 1643 00 ten name van Warmtehuis, onder vermelding van {order}.',
          'Ik zet het erbij. U ontvangt de facturen per mail.',
        ],
        ['n', 'Termijnregeling doorgegeven aan administratie ({order}).'],
        ['c', 'Bedankt voor het meedenken.'],
      ],
    },
    {
      channel: 'whatsapp',
      lines: [
        [
          'a',
          'Beste {first}, wilt u verder met ons praten in WhatsApp? Tik op https://wa.me/31858882040 en stuur ons een bericht. Groet, Warmtehuis',
        ],
        ['c', 'Hallo, hier ben ik. Dit is inderdaad handiger!', 'Goedemiddag, ik zit nu in WhatsApp.'],
        [
          'a',
          'Welkom {first}. Kunt u een foto van het typeplaatje van uw {device} sturen?',
          'Fijn {first}. Wat kunnen we voor u doen?',
        ],
        [
          'c',
          'Dat lukt vanavond, het toestel hangt bij mijn moeder.',
          'Ik wil graag weten of de {part} nog onder de garantie valt.',
        ],
        [
          'a',
          'Prima, we wachten het af.',
          'Ja, op onderdelen zit twee jaar garantie. We plannen een bezoek onder nummer {order}.',
        ],
      ],
    },
  ],
  resource: dutchResources,
  nudges: [
    'Is hier al iets over bekend?',
    'Ik hoor het graag, want ik moet zo weg.',
    'Hebben jullie mijn bericht gezien?',
    'Kan iemand mij even bellen?',
  ],
  stranger: [
    'Goedendag, hebben jullie ook cv-ketels voor een vakantiehuisje? Ik kreeg dit nummer van mijn buurman.',
    'Hallo, ik ben de nieuwe huurder van Lange Nieuwstraat 80. Bij wie meld ik een storing?',
    'Bent u vandaag bereikbaar? Onze boiler lekt.',
    'Met wie spreek ik? Ik kreeg een gemiste oproep van jullie.',
    'Kunt u mij terugbellen over de offerte? Groet, R. Meijer',
  ],
};
