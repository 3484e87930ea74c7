import { languageForms } from './forms.ts';

/** What is said of conversations that an action on many left out. */
export interface BulkResultMessages {
  readonly exceptions: string;
  readonly more: (count: number) => string;
  readonly skips: Readonly<
    Record<'changed-since' | 'customer-wrote' | 'nobody-wrote' | 'nothing-to-do' | 'tag-required', string>
  >;
}

const english: BulkResultMessages = {
  exceptions: 'What was left out, and why',
  more: (count) => languageForms('en').plural(count, { one: 'and # more', other: 'and # more' }),
  skips: {
    'changed-since': 'somebody changed it since',
    'customer-wrote': 'the customer wrote meanwhile',
    'nobody-wrote': 'the customer has not written',
    'nothing-to-do': 'it was so already',
    'tag-required': 'it needs a tag first',
  },
};

const dutch: BulkResultMessages = {
  exceptions: 'Wat is overgeslagen, en waarom',
  more: (count) => languageForms('nl').plural(count, { one: 'en nog #', other: 'en nog #' }),
  skips: {
    'changed-since': 'iemand heeft het inmiddels gewijzigd',
    'customer-wrote': 'de klant heeft intussen geschreven',
    'nobody-wrote': 'de klant heeft niet geschreven',
    'nothing-to-do': 'het was al zo',
    'tag-required': 'er is eerst een tag nodig',
  },
};

/** The texts for a language that ships, English otherwise. */
export function bulkResultMessages(language: string): BulkResultMessages {
  return language === 'nl' ? dutch : english;
}
