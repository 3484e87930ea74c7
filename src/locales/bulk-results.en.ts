import { languageForms } from './forms.ts';

const { plural } = languageForms('en');

/** What is said of conversations that an action on many left out, in English; the shape all other languages have. */
export const bulkResultsEn = {
  bulkResults: {
    exceptions: 'What was left out, and why',
    more: (count: number) => plural(count, { one: 'and # more', other: 'and # more' }),
    skips: {
      'changed-since': 'somebody changed it since',
      'customer-wrote': 'the customer wrote meanwhile',
      'nobody-wrote': 'the customer has not written',
      'nothing-to-do': 'it was so already',
      'tag-required': 'it needs a tag first',
    },
  },
};

/** The shape of these texts. */
export type BulkResultTexts = typeof bulkResultsEn;
