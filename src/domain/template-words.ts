import { decimalPlaces } from './decimal-text.ts';
import { languageTag } from './language-tag.ts';
import type { TemplateValue } from './model.ts';

/** How long a decimal fraction a number formatter can show. */
const mostDecimals = 20;

/**
 * A value as the customer reads it, in the template's language (TP12): `€ 15,00`, `30. Dezember 2019`. Files and places
 * have no words. Dates and times are wall clock: they are shown as they were entered, whatever zone anybody is in.
 * @param language - as the provider writes it; an unknown one is shown in English
 */
export function templateWords(value: TemplateValue, language: string): string {
  const locale = languageTag(language) ?? 'en';
  switch (value.type) {
    case 'text':
      return value.text;
    case 'number':
      return numberWords(value.decimal, locale);
    case 'currency':
      return new Intl.NumberFormat(locale, { style: 'currency', currency: value.currency }).format(
        Number(value.decimal),
      );
    case 'date':
      return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(wallClock(value.date));
    case 'date-time':
      return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(
        wallClock(value.date, value.time),
      );
    case 'media':
    case 'location':
      return '';
  }
}

/** As many decimals as were entered: a price list that says `12.50` means it. */
function numberWords(decimal: string, locale: string): string {
  const digits = Math.min(decimalPlaces(decimal), mostDecimals);
  return new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
    Number(decimal),
  );
}

function wallClock(date: string, time = '00:00'): number {
  return Date.parse(`${date}T${time}:00Z`);
}
