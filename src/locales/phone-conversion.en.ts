import { languageForms } from './forms.ts';

const { plural } = languageForms('en');

/** What `phone-number-conversion` says, in English. */
export const phoneConversionEn = {
  phoneConversion: {
    label: 'Convert phone numbers',
    intro: 'Shows first what would change. Nothing is written until you convert.',
    kinds: { all: 'Contacts and resources', contact: 'Contacts', resource: 'Resources' },
    kind: 'Recipients',
    branch: 'Branch',
    allBranches: 'All branches',
    format: 'Write as',
    // A sign before digits goes to the other end where text runs from right to left, unless it is kept apart.
    formats: { e164: '\u2066+31612345678\u2069', '00': '0031612345678', digits: '31612345678' },
    kindOf: { contact: 'Contact', resource: 'Resource' },
    check: 'Check numbers',
    checking: (count: number) => plural(count, { one: '# number read', other: '# numbers read' }),
    again: 'Check again',
    checkFailed: 'The numbers could not be read.',
    unsupported: 'This backend has no numbers to convert.',
    empty: 'No recipients with these filters.',
    emptyHint: 'Choose other recipients or another branch.',
    nothingHere: 'Nothing in this list.',
    show: 'Show',
    verdicts: {
      all: 'All',
      changed: 'Changes',
      doubtful: 'Doubtful',
      invalid: 'Invalid',
      unchanged: 'Unchanged',
      empty: 'Empty',
    },
    reasons: {
      'not-in-plan': 'not a known mobile number',
      landline: 'landline',
      'country-unknown': 'country cannot be checked',
      extension: 'extension is left out',
      shared: 'several records have this number',
      empty: 'no number',
      'not-a-number': 'not a phone number',
      'no-country': 'country is missing',
      'too-short': 'too short',
      'too-long': 'too long',
      several: 'several numbers',
      'short-code': 'short code',
      opaque: 'an id',
    },
    columns: { name: 'Recipient', kind: 'Kind', from: 'Stored', to: 'Becomes', reason: 'Remark', take: 'Take along' },
    rows: 'Records in the report',
    id: 'Number',
    verdict: 'Result',
    nothing: 'nothing',
    take: (name: string) => `Take ${name} along`,
    takeAll: 'Take all doubtful numbers along',
    page: (first: string, last: string, all: string) => `${first}–${last} of ${all}`,
    previous: 'Previous',
    next: 'Next',
    convert: (count: number) => plural(count, { one: 'Convert # number', other: 'Convert # numbers' }),
    nothingToConvert: 'Nothing to convert',
    converting: (done: string, all: string) => `${done} of ${all} written`,
    stop: 'Stop',
    done: (count: number) => plural(count, { one: '# number converted.', other: '# numbers converted.' }),
    stopped: (count: number) =>
      plural(count, { one: 'Stopped. # number was converted.', other: 'Stopped. # numbers were converted.' }),
    skipped: (count: number) =>
      plural(count, {
        one: '# record was left alone: somebody changed it meanwhile.',
        other: '# records were left alone: somebody changed them meanwhile.',
      }),
    undo: 'Undo',
    undone: (count: number) =>
      plural(count, { one: '# number is as it was before.', other: '# numbers are as they were before.' }),
    writeFailed: 'Not everything was written.',
    download: 'Download as CSV',
    file: 'phone-numbers',
  },
};

/** The shape of these texts. */
export type PhoneConversionTexts = typeof phoneConversionEn;
