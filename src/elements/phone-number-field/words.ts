import type { PhoneReading } from '../../controllers/phone-reader.ts';
import type { PhoneFieldTexts } from '../../locales/phone-field.ts';

/** What is said below a field, and how loud. */
export interface FieldNote {
  readonly text: string;
  readonly tone: 'plain' | 'caution' | 'critical';
}

/** What a reading means for the field: what was done, what to look at, why it cannot be kept. */
export function notesOf(
  reading: PhoneReading,
  messages: PhoneFieldTexts['phoneField'],
  locale: string,
): readonly FieldNote[] {
  const { field, steps, doubts, problems } = messages;
  switch (reading.kind) {
    case 'empty':
      return [];
    case 'id':
      return [{ text: field.id, tone: 'plain' }];
    case 'invalid':
      return [{ text: problems[reading.problem], tone: 'critical' }];
    case 'number': {
      const done = new Intl.ListFormat(locale, { type: 'conjunction' }).format(
        reading.steps.map((step) => steps[step]),
      );
      const saved = reading.steps.length > 0 ? field.saved(isolated(reading.value), done) : null;
      return [
        ...(saved === null ? [] : [{ text: saved, tone: 'plain' } as const]),
        ...reading.doubts.map((doubt) => ({ text: doubts[doubt], tone: 'caution' }) as const),
      ];
    }
  }
}

/** A number keeps its direction inside a sentence of any script. */
function isolated(number: string): string {
  return `\u2066${number}\u2069`;
}
