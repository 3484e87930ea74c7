import type { Script } from './script.ts';

/** Conversations in German, with customers just across the border. */
export const german: Script = {
  contact: [
    {
      lines: [
        [
          's',
          'Guten Tag {first}, die jährliche Wartung Ihrer {device} steht an. Antworten Sie auf diese Nachricht, um einen Termin zu vereinbaren. Warmtehuis {branch}',
        ],
        ['c', 'Guten Morgen, wann hätten Sie denn Zeit für die Wartung?', 'Hallo, gerne vormittags, wenn es geht.'],
        ['a', 'Guten Tag {first}, am {day} zwischen {time} und {time2} wäre möglich. Passt Ihnen das?'],
        ['c', 'Ja, das passt gut.', 'Da bin ich leider unterwegs. Ginge es einen Tag später?'],
        [
          'a',
          'Schön. {engineer} meldet sich eine halbe Stunde vorher. Ihre Auftragsnummer ist {order}.',
          'Kein Problem, dann am {day2} zur gleichen Zeit.',
        ],
        ['c', 'Vielen Dank, bis dann.', 'Perfekt, danke.'],
      ],
    },
    {
      lines: [
        [
          'c',
          'Guten Tag, unsere {device} zeigt Störung {code} und wir haben kein warmes Wasser.',
          'Hallo, die Heizung ist seit heute früh aus. Im Display steht {code}.',
        ],
        [
          'a',
          'Das tut mir leid, {first}. Haben Sie das Gerät schon einmal zurückgesetzt?',
          'Guten Tag {first}, wie hoch ist der Druck auf dem Manometer?',
        ],
        ['c', 'Ja, aber nach ein paar Minuten kommt die Störung wieder.', 'Knapp 0,6 bar.'],
        ['n', 'Kunde hat Vollwartungsvertrag. {part} mitgeben.'],
        ['a', '{engineer} kann heute zwischen {time} und {time2} bei Ihnen sein. Ist jemand zu Hause?'],
        ['c', 'Ja, meine Frau ist da.', 'Ja, das ist wunderbar.'],
        ['a+', 'Unser Monteur ist unterwegs und in etwa 20 Minuten bei Ihnen.'],
        ['c+', 'Läuft wieder, vielen Dank für die schnelle Hilfe!', 'Alles in Ordnung, die {part} wurde getauscht.'],
        ['a', 'Freut mich. Der Arbeitsbericht {order} ist in Ihrem Postfach.'],
      ],
    },
    {
      lines: [
        [
          'c',
          'Ich habe eine Frage zur Rechnung {order}: Wofür sind die {amount} Anfahrt?',
          'Guten Tag, die Rechnung {order} habe ich schon bezahlt, bekomme aber eine Mahnung.',
        ],
        ['a', 'Guten Tag {first}, ich prüfe das und melde mich gleich.'],
        [
          'a',
          'Sie haben recht, die Anfahrt ist in Ihrem Vertrag enthalten. Sie erhalten eine Gutschrift.',
          'Ihre Zahlung ist eingegangen, die Mahnung hat sich überschnitten. Bitte entschuldigen Sie.',
        ],
        ['c', 'Danke für die schnelle Klärung.', 'Alles klar, danke.'],
      ],
    },
    {
      lines: [
        [
          'c',
          'Wir überlegen, auf eine Wärmepumpe umzusteigen. Machen Sie auch Angebote auf der deutschen Seite?',
          'Hallo, was kostet ungefähr eine Hybrid-Wärmepumpe für ein Reihenhaus?',
        ],
        [
          'a',
          'Ja, sehr gerne, {first}. Wie groß ist das Haus und wie heizen Sie heute?',
          'Das hängt vom Haus ab, {first}. Dürfen wir es uns am {day} um {time} ansehen?',
        ],
        ['c', '150 m², Gas, überall Heizkörper.', 'Ja, das passt.'],
        [
          'a',
          'Dann schaut sich {engineer} das am {day2} um {time} gerne an.',
          'Gut, {engineer} kommt vorbei. Das dauert etwa eine Dreiviertelstunde.',
        ],
        ['c', 'In Ordnung, bis dann.', 'Sehr gut, danke.'],
        ['a+', 'Guten Tag {first}, das Angebot {order} über {amount} ist in Ihrem Postfach.'],
        ['c', 'Danke, wir melden uns nächste Woche.', 'Ist die Förderung da schon abgezogen?'],
      ],
    },
    {
      channel: 'whatsapp',
      lines: [
        [
          'a',
          'Guten Tag {first}, möchten Sie in WhatsApp weiterschreiben? Tippen Sie auf https://wa.me/31858882040 und senden Sie uns eine Nachricht. Ihr Warmtehuis',
        ],
        ['c', 'Hallo, hier bin ich.', 'Guten Tag, so ist es einfacher.'],
        [
          'a',
          'Willkommen {first}. Könnten Sie uns ein Foto vom Typenschild schicken?',
          'Schön, {first}. Was können wir für Sie tun?',
        ],
        ['c', 'Mache ich heute Abend.', 'Ist die {part} noch in der Garantie?'],
        ['a', 'Danke, das eilt nicht.', 'Ja, auf Teile gibt es zwei Jahre Garantie. Auftragsnummer {order}.'],
      ],
    },
  ],
  resource: [
    {
      lines: [
        ['a', 'Hallo {first}, kannst du am {day} um {time} noch {street} übernehmen? {device}, Störung {code}.'],
        ['c', 'Ja, trag es ein.', 'Wird knapp, aber geht.'],
        ['a', 'Danke, läuft unter {order}.'],
        ['c+', 'Erledigt, {part} getauscht und getestet.', 'Fertig, Kunde hat unterschrieben.'],
      ],
    },
  ],
  nudges: ['Gibt es schon etwas Neues?', 'Ich muss gleich los, bitte um kurze Antwort.'],
  stranger: [
    'Guten Tag, warten Sie auch Geräte, die Sie nicht selbst eingebaut haben?',
    'Hallo, ich habe einen Anruf von dieser Nummer verpasst.',
  ],
};
