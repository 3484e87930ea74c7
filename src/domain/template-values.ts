import { decimalPlaces, isDecimal } from './decimal-text.ts';
import { mediaRuleFor } from './mime-types.ts';
import type { MediaRule, TemplateValue } from './model.ts';
import type { TemplateField, TemplateInput } from './template-fields.ts';

/** What is wrong with a field. */
export type FieldFault =
  | { readonly type: 'missing' | 'line-break' | 'too-many-spaces' | 'not-for-a-link' }
  | { readonly type: 'not-a-number' | 'not-a-currency' | 'not-a-date' | 'not-a-time' | 'not-a-place' }
  | { readonly type: 'wrong-file'; readonly mimeTypes: readonly string[] }
  | { readonly type: 'too-long' | 'too-large' | 'too-many-decimals'; readonly limit: number };

/** What a field holds, or what is wrong with it. */
export type FieldReading =
  { readonly ok: true; readonly value: TemplateValue } | { readonly ok: false; readonly fault: FieldFault };

/**
 * Reads what was entered as what the field holds (TP10, TP11).
 * @param input - `undefined` while nobody touched the field
 * @param media - the files the channel carries
 */
export function readTemplateInput(
  field: TemplateField,
  input: TemplateInput | undefined,
  media: readonly MediaRule[],
): FieldReading {
  const { parameter, component } = field;
  if (input === undefined) return missing;
  switch (parameter.type) {
    case 'currency':
      return input.type === 'currency' ? readMoney(input.decimal, parameter.currency ?? input.currency) : missing;
    case 'media':
      return input.type === 'media' ? readFile(field, input, media) : missing;
    case 'location':
      return input.type === 'location' ? readPlace(input) : missing;
    case 'text':
      return input.type === 'text' ? readText(input.text, component === 'button') : missing;
    case 'number':
      return input.type === 'text' ? readNumber(input.text) : missing;
    case 'date':
    case 'date-time':
      return input.type === 'text' ? readDate(input.text.trim(), parameter.type) : missing;
  }
}

const missing = bad({ type: 'missing' });

/** TP10: never empty, on one line, with at most four spaces in a row; in a link with none. */
function readText(text: string, isLink: boolean): FieldReading {
  const trimmed = text.trim();
  if (trimmed === '') return missing;
  if (/[\n\r\t\v\f\u0085\u2028\u2029]/.test(trimmed)) return bad({ type: 'line-break' });
  if (isLink && /[\s<>"\\^`{|}\p{Cc}]/u.test(trimmed)) return bad({ type: 'not-for-a-link' });
  if (/ {5}/.test(trimmed)) return bad({ type: 'too-many-spaces' });
  return good({ type: 'text', text: trimmed });
}

function readNumber(text: string): FieldReading {
  const decimal = text.trim();
  if (decimal === '') return missing;
  return isDecimal(decimal) ? good({ type: 'number', decimal }) : bad({ type: 'not-a-number' });
}

/** Never rounds: a price with more decimals than its currency has is a mistake. */
function readMoney(text: string, currency: string): FieldReading {
  const decimal = text.trim();
  if (decimal === '') return missing;
  if (!isDecimal(decimal)) return bad({ type: 'not-a-number' });
  if (!/^[A-Z]{3}$/.test(currency)) return bad({ type: 'not-a-currency' });
  const limit = currencyDecimals(currency);
  if (decimalPlaces(decimal) > limit) return bad({ type: 'too-many-decimals', limit });
  return good({ type: 'currency', decimal, currency });
}

function readDate(text: string, type: 'date' | 'date-time'): FieldReading {
  if (text === '') return missing;
  const [date = '', time = ''] = text.split('T');
  if (!isDate(date)) return bad({ type: 'not-a-date' });
  if (type === 'date') return text === date ? good({ type, date }) : bad({ type: 'not-a-date' });
  const clock = /^([01]\d|2[0-3]):[0-5]\d(?::00(?:\.0+)?)?$/.test(time) ? time.slice(0, 5) : null;
  return clock === null ? bad({ type: 'not-a-time' }) : good({ type, date, time: clock });
}

/** TP13: the header takes the files of its kind that the channel carries. */
function readFile(
  { media: kind }: TemplateField,
  { attachment }: Extract<TemplateInput, { type: 'media' }>,
  media: readonly MediaRule[],
): FieldReading {
  const ofKind = media.filter((rule) => rule.kind === kind);
  const rule = kind && mediaRuleFor(ofKind, kind, attachment.mimeType);
  if (!rule) return bad({ type: 'wrong-file', mimeTypes: ofKind.flatMap(({ mimeTypes }) => mimeTypes) });
  if ((attachment.sizeBytes ?? 0) > rule.maxBytes) return bad({ type: 'too-large', limit: rule.maxBytes });
  return good({ type: 'media', attachment });
}

/** TP13: WhatsApp wants a name and an address beside the coordinates. */
function readPlace(input: Extract<TemplateInput, { type: 'location' }>): FieldReading {
  const [name, address] = [input.name.trim(), input.address.trim()];
  const { latitude, longitude } = input;
  if (latitude === null || longitude === null || name === '' || address === '') return missing;
  if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) return bad({ type: 'not-a-place' });
  return good({ type: 'location', latitude, longitude, name, address });
}

/** Some engines carry 30 February over to March. */
function isDate(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text;
}

function currencyDecimals(currency: string): number {
  const { maximumFractionDigits } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
  return maximumFractionDigits ?? 2;
}

function good(value: TemplateValue): FieldReading {
  return { ok: true, value };
}

function bad(fault: FieldFault): FieldReading {
  return { ok: false, fault };
}
