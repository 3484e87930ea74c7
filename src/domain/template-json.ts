import type { ConversationTemplate } from './model.ts';
import type { ImportReading, ImportRow } from './template-exchange.ts';

const format = 'conversation-templates';
const version = 1;

/** Templates as a JSON file (TX3), with line ends as they are and one field a line, so that changes show in a comparison. */
export function templatesToJson(templates: readonly ConversationTemplate[]): string {
  const rows = templates.map(({ code, language, isDefault, text }) => ({ code, language, isDefault, text }));
  return `${JSON.stringify({ format, version, templates: rows }, null, 2)}\n`;
}

/** Reads such a file (TX1, TX3); any text gives a result. */
export function templatesFromJson(text: string): ImportReading {
  const file = parse(text);
  if (file === undefined) return { ok: false, problem: 'not-json' };
  if (!isObject(file) || file.format !== format || !Array.isArray(file.templates))
    return { ok: false, problem: 'other-format' };
  if (file.version !== version) return { ok: false, problem: 'other-version' };
  const rows: readonly unknown[] = file.templates;
  return { ok: true, rows: rows.map((row, index) => readRow(row, `templates[${index}]`)) };
}

function readRow(row: unknown, path: string): ImportRow {
  const raw = JSON.stringify(row);
  const malformed = (at: string): ImportRow => ({ ok: false, path, problem: { type: 'malformed', path: at }, raw });
  if (!isObject(row)) return malformed(path);
  const { code, language, text, isDefault } = row;
  if (typeof code !== 'string') return malformed(`${path}.code`);
  if (typeof language !== 'string') return malformed(`${path}.language`);
  if (typeof text !== 'string') return malformed(`${path}.text`);
  if (typeof isDefault !== 'boolean') return malformed(`${path}.isDefault`);
  return { ok: true, path, template: { code, language, isDefault, text }, lostPlaceholders: [] };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, '')) as unknown;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
