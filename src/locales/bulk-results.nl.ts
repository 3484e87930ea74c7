import type { BulkResultTexts } from './bulk-results.en.ts';
import { languageForms } from './forms.ts';

const { plural } = languageForms('nl');

/** What is said of conversations that an action on many left out, in Dutch. */
export const bulkResultsNl: BulkResultTexts = {
  bulkResults: {
    exceptions: 'Wat is overgeslagen, en waarom',
    more: (count) => plural(count, { one: 'en nog #', other: 'en nog #' }),
    skips: {
      'changed-since': 'iemand heeft het inmiddels gewijzigd',
      'customer-wrote': 'de klant heeft intussen geschreven',
      'nobody-wrote': 'de klant heeft niet geschreven',
      'nothing-to-do': 'het was al zo',
      'tag-required': 'er is eerst een tag nodig',
    },
  },
};
