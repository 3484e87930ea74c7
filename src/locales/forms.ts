/** The plural forms of a language; `other` is always there and stands in for those that are not given. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** All of them: in a language that has six, one that is missing would read as a mistake. */
type AllPluralForms = Readonly<Record<Intl.LDMLPluralRule, string>>;

interface LanguageForms<Forms> {
  readonly plural: (count: number, forms: Forms) => string;
}

/**
 * Makes the helpers of one language: `plural` chooses the form for a number and puts the number in place of `#`.
 *
 * @param locale - BCP 47 tag of the messages, not of the reader: the words and their plural rule belong together
 */
export function languageForms(locale: 'ar'): LanguageForms<AllPluralForms>;
export function languageForms(locale: string): LanguageForms<PluralForms>;
export function languageForms(locale: string): LanguageForms<PluralForms> {
  const rules = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  return {
    plural: (count, forms) => (forms[rules.select(count)] ?? forms.other).replace('#', numbers.format(count)),
  };
}
