import type { PhoneFieldTexts } from './phone-field.en.ts';

/** What `phone-number-field` says, in Dutch. */
export const phoneFieldNl: PhoneFieldTexts = {
  phoneField: {
    steps: {
      'digits-changed': 'cijfers als 0 tot 9 geschreven',
      'signs-removed': 'spaties en tekens verwijderd',
      'extension-removed': 'toestelnummer verwijderd',
      'trunk-zero-removed': 'eerste 0 verwijderd',
      'country-added': 'landnummer toegevoegd',
      'prefix-changed': 'voorvoegsel aangepast',
    },
    doubts: {
      'not-in-plan': 'Dit is geen bekend mobiel nummer. Controleer het.',
      landline: 'Dit is een vast nummer: sms-berichten komen mogelijk niet aan.',
      'country-unknown': 'Nummers uit dit land kunnen hier niet worden gecontroleerd.',
      extension: 'Een toestelnummer is niet bereikbaar met een bericht.',
    },
    problems: {
      empty: 'Er is geen nummer.',
      'not-a-number': 'Dit is geen telefoonnummer.',
      'no-country': 'Het land ontbreekt. Begin met + en het landnummer.',
      'too-short': 'Dit nummer is te kort.',
      'too-long': 'Dit nummer is te lang.',
      several: 'Dit zijn meerdere nummers. Houd er één over.',
      'short-code': 'Dit is een kort nummer.',
      opaque: 'Dit is geen telefoonnummer maar een id.',
    },
    field: {
      label: 'Mobiel nummer',
      saved: (number: string, steps: string) => `Bewaard als ${number}: ${steps}.`,
      undo: 'Ongedaan maken',
      undone: 'Bewaard zoals getypt.',
      required: 'Vul een nummer in.',
      notChecked: 'Het nummer kon niet worden gecontroleerd. Het is bewaard zoals getypt.',
      id: 'Dit is geen telefoonnummer. Het blijft zoals het is.',
    },
  },
};
