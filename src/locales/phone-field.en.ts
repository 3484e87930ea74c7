/** What `phone-number-field` says, in English. */
export const phoneFieldEn = {
  phoneField: {
    /** What was done to a number, as parts of one sentence. */
    steps: {
      'digits-changed': 'digits written as 0 to 9',
      'signs-removed': 'spaces and signs removed',
      'extension-removed': 'extension removed',
      'trunk-zero-removed': 'leading 0 removed',
      'country-added': 'country code added',
      'prefix-changed': 'prefix changed',
    },
    doubts: {
      'not-in-plan': 'This is not a known mobile number. Check it.',
      landline: 'This is a landline: text messages may not arrive.',
      'country-unknown': 'Numbers of this country cannot be checked here.',
      extension: 'An extension cannot be reached by message.',
    },
    problems: {
      empty: 'There is no number.',
      'not-a-number': 'This is not a phone number.',
      'no-country': 'The country is missing. Begin with + and the country code.',
      'too-short': 'This number is too short.',
      'too-long': 'This number is too long.',
      several: 'These are several numbers. Keep one.',
      'short-code': 'This is a short code.',
      opaque: 'This is not a phone number but an id.',
    },
    field: {
      label: 'Mobile number',
      saved: (number: string, steps: string) => `Kept as ${number}: ${steps}.`,
      undo: 'Undo',
      undone: 'Kept as it was typed.',
      required: 'Fill in a number.',
      notChecked: 'The number could not be checked. It is kept as it was typed.',
      id: 'This is not a phone number. It is kept as it is.',
    },
  },
};

/** The shape of these texts. */
export type PhoneFieldTexts = typeof phoneFieldEn;
