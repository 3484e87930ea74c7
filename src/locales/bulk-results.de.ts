import type { BulkResultTexts } from './bulk-results.en.ts';
import { languageForms } from './forms.ts';

const { plural } = languageForms('de');

/** What is said of conversations that an action on many left out, in German. */
export const bulkResultsDe: BulkResultTexts = {
  bulkResults: {
    exceptions: 'Was ausgelassen wurde, und warum',
    more: (count) => plural(count, { one: 'und # weitere', other: 'und # weitere' }),
    skips: {
      'changed-since': 'jemand hat sie inzwischen geändert',
      'customer-wrote': 'der Kunde hat inzwischen geschrieben',
      'nobody-wrote': 'der Kunde hat nicht geschrieben',
      'nothing-to-do': 'es war bereits so',
      'tag-required': 'zuerst ist ein Label nötig',
    },
  },
};
