import { isSameKey, templateFieldProblems } from './template-editing.ts';
import type { TemplateFieldProblem } from './template-editing.ts';
import type { ConversationTemplate } from './model.ts';

/** Why one row of a file cannot be taken over. */
export type RowProblem =
  /** Not an object, or a field is missing or of a wrong type. */
  | { readonly type: 'malformed'; readonly path: string }
  | { readonly type: 'field'; readonly problem: TemplateFieldProblem }
  /** The same code and language with another text stands earlier in the file. */
  | { readonly type: 'twice' }
  /** Nobody has translated it yet. */
  | { readonly type: 'untranslated' };

/** One row of a file: what it says, or what is wrong with it. Nothing is passed over in silence (TX1). */
export type ImportRow =
  | {
      readonly ok: true;
      /** Where it stands, e.g. `templates[3]` or `file[0].trans-unit[2].target`. */
      readonly path: string;
      readonly template: ConversationTemplate;
      /** Placeholders of the original that its translation has lost: a warning. */
      readonly lostPlaceholders: readonly string[];
    }
  /** `raw`: the row as it stood there, so that somebody can mend it. */
  | { readonly ok: false; readonly path: string; readonly problem: RowProblem; readonly raw: string };

/** A file as it was read: its rows, or why there are none. */
export type ImportReading =
  | { readonly ok: true; readonly rows: readonly ImportRow[] }
  | { readonly ok: false; readonly problem: 'not-json' | 'not-xml' | 'other-format' | 'other-version' };

/** What taking over a file would do. Templates that the file does not name stay as they are (TX2). */
export interface ImportPlan {
  readonly added: readonly ConversationTemplate[];
  readonly changed: readonly { readonly before: ConversationTemplate; readonly after: ConversationTemplate }[];
  readonly same: readonly ConversationTemplate[];
  readonly failed: readonly Extract<ImportRow, { readonly ok: false }>[];
}

/** What taking over the rows of a file would do, to be shown first (TX2). Of rows with the same key the first counts. */
export function planImport(existing: readonly ConversationTemplate[], rows: readonly ImportRow[]): ImportPlan {
  const taken: ConversationTemplate[] = [];
  const failed: Extract<ImportRow, { readonly ok: false }>[] = [];
  for (const row of rows) {
    const checked = row.ok ? checkedRow(row, taken) : row;
    if (checked === null) continue;
    if (checked.ok) taken.push(checked.template);
    else failed.push(checked);
  }
  const pairs = taken.map((after) => ({ before: existing.find((other) => isSameKey(other, after)), after }));
  return {
    added: pairs.flatMap(({ before, after }) => (before ? [] : [after])),
    changed: pairs.flatMap(({ before, after }) => (before && !isSame(before, after) ? [{ before, after }] : [])),
    same: pairs.flatMap(({ before, after }) => (before && isSame(before, after) ? [after] : [])),
    failed,
  };
}

/** The row, or what is wrong with it; `null` when the file only repeats itself, as a bilingual one does. */
function checkedRow(
  row: Extract<ImportRow, { readonly ok: true }>,
  taken: readonly ConversationTemplate[],
): ImportRow | null {
  const { path, template } = row;
  const earlier = taken.find((other) => isSameKey(other, template));
  if (earlier && isSame(earlier, template)) return null;
  const raw = template.text;
  if (earlier) return { ok: false, path, problem: { type: 'twice' }, raw };
  const [problem] = templateFieldProblems([], template, null);
  return problem ? { ok: false, path, problem: { type: 'field', problem }, raw } : row;
}

function isSame(a: ConversationTemplate, b: ConversationTemplate): boolean {
  return a.text === b.text && a.isDefault === b.isDefault;
}
