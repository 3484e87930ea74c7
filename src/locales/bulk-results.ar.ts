import type { BulkResultTexts } from './bulk-results.en.ts';
import { languageForms } from './forms.ts';

const { plural } = languageForms('ar');

/** What is said of conversations that an action on many left out, in Arabic. */
export const bulkResultsAr: BulkResultTexts = {
  bulkResults: {
    exceptions: 'ما تُرك، ولماذا',
    more: (count) =>
      plural(count, {
        zero: 'ولا شيء غيرها',
        one: 'وواحدة أخرى',
        two: 'واثنتان أخريان',
        few: 'و# أخرى',
        many: 'و# أخرى',
        other: 'و# أخرى',
      }),
    skips: {
      'changed-since': 'غيّرها شخص ما في هذه الأثناء',
      'customer-wrote': 'كتب العميل في هذه الأثناء',
      'nobody-wrote': 'لم يكتب العميل',
      'nothing-to-do': 'كانت كذلك من قبل',
      'tag-required': 'تحتاج أولًا إلى وسم',
    },
  },
};
