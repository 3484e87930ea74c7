import type { BulkResultTexts } from './bulk-results.en.ts';
import { languageForms } from './forms.ts';

const { plural } = languageForms('fr');

/** What is said of conversations that an action on many left out, in French. */
export const bulkResultsFr: BulkResultTexts = {
  bulkResults: {
    exceptions: 'Ce qui a été laissé de côté, et pourquoi',
    more: (count) => plural(count, { one: 'et # autre', other: 'et # autres' }),
    skips: {
      'changed-since': 'quelqu’un l’a modifiée entre-temps',
      'customer-wrote': 'le client a écrit entre-temps',
      'nobody-wrote': 'le client n’a pas écrit',
      'nothing-to-do': 'c’était déjà le cas',
      'tag-required': 'il faut d’abord une étiquette',
    },
  },
};
