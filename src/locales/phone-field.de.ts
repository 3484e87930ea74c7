import type { PhoneFieldTexts } from './phone-field.en.ts';

/** What `phone-number-field` says, in German. */
export const phoneFieldDe: PhoneFieldTexts = {
  phoneField: {
    steps: {
      'digits-changed': 'Ziffern als 0 bis 9 geschrieben',
      'signs-removed': 'Leerzeichen und Zeichen entfernt',
      'extension-removed': 'Durchwahl entfernt',
      'trunk-zero-removed': 'führende 0 entfernt',
      'country-added': 'Landesvorwahl ergänzt',
      'prefix-changed': 'Vorwahl angepasst',
    },
    doubts: {
      'not-in-plan': 'Das ist keine bekannte Mobilnummer. Prüfen Sie sie.',
      landline: 'Das ist eine Festnetznummer: SMS kommen vielleicht nicht an.',
      'country-unknown': 'Nummern dieses Landes können hier nicht geprüft werden.',
      extension: 'Eine Durchwahl kann keine Nachrichten empfangen.',
    },
    problems: {
      empty: 'Es gibt keine Nummer.',
      'not-a-number': 'Das ist keine Telefonnummer.',
      'no-country': 'Das Land fehlt. Beginnen Sie mit + und der Landesvorwahl.',
      'too-short': 'Diese Nummer ist zu kurz.',
      'too-long': 'Diese Nummer ist zu lang.',
      several: 'Das sind mehrere Nummern. Behalten Sie eine.',
      'short-code': 'Das ist eine Kurzwahlnummer.',
      opaque: 'Das ist keine Telefonnummer, sondern eine Kennung.',
    },
    field: {
      label: 'Mobilnummer',
      saved: (number, steps) => `Übernommen als ${number}: ${steps}.`,
      undo: 'Rückgängig',
      undone: 'Übernommen wie eingegeben.',
      required: 'Geben Sie eine Nummer ein.',
      notChecked: 'Die Nummer konnte nicht geprüft werden. Sie bleibt, wie sie eingegeben wurde.',
      id: 'Das ist keine Telefonnummer. Sie bleibt, wie sie ist.',
    },
  },
};
