import { foldTag, languageTag } from './language-tag.ts';
import type { ConversationTemplate } from './model.ts';

/** What names one text: the code, and its language (CT6). */
export type TemplateKey = Pick<ConversationTemplate, 'code' | 'language'>;

/** What is wrong with one field of a template (CT5, CT6). */
export interface TemplateFieldProblem {
  readonly field: 'code' | 'language' | 'text';
  readonly type: 'empty' | 'too-long' | 'bad-character' | 'bad-language' | 'taken';
}

/** The templates after an edit, or why it was not made. */
export type TemplateEdit =
  | { readonly ok: true; readonly templates: readonly ConversationTemplate[] }
  | { readonly ok: false; readonly reason: 'invalid'; readonly problems: readonly TemplateFieldProblem[] }
  /** Somebody else changed or removed it meanwhile; `current` is what is there now (CT8). */
  | { readonly ok: false; readonly reason: 'conflict'; readonly current: ConversationTemplate | null };

/** What an edit is based on. */
export interface TemplateEditBasis {
  /** The text that is changed or renamed; `null` for a new one. */
  readonly replaces: TemplateKey | null;
  /** Its version when the edit began; `null` overwrites whatever is there. */
  readonly ifVersion: number | null;
}

/** CT5. */
export const templateTextLimits = { code: 50, text: 10_000 } as const;

/** Whether two keys name the same text: case does not matter, `nl_BE` is `nl-BE` (CT6). */
export function isSameKey(a: TemplateKey, b: TemplateKey): boolean {
  return isSameCode(a, b) && foldTag(a.language) === foldTag(b.language);
}

/** What is wrong with a template, apart from conflicts (CT5, CT6). */
export function templateFieldProblems(
  templates: readonly ConversationTemplate[],
  template: ConversationTemplate,
  replaces: TemplateKey | null,
): readonly TemplateFieldProblem[] {
  const { code, language, text } = template;
  const problems: TemplateFieldProblem[] = [];
  if (code.trim() === '') problems.push({ field: 'code', type: 'empty' });
  if (code.length > templateTextLimits.code) problems.push({ field: 'code', type: 'too-long' });
  if (/\p{C}/u.test(code)) problems.push({ field: 'code', type: 'bad-character' });
  if (languageTag(language) === null) problems.push({ field: 'language', type: 'bad-language' });
  if (text.trim() === '') problems.push({ field: 'text', type: 'empty' });
  if (text.length > templateTextLimits.text) problems.push({ field: 'text', type: 'too-long' });
  const others = templates.filter((other) => replaces === null || !isSameKey(other, replaces));
  if (others.some((other) => isSameKey(other, template))) problems.push({ field: 'language', type: 'taken' });
  return problems;
}

/** Saves a template (CT5 to CT8): a new one, a change, or a rename. Each code keeps exactly one default (CT7). */
export function saveTemplate(
  templates: readonly ConversationTemplate[],
  template: ConversationTemplate,
  { replaces, ifVersion }: TemplateEditBasis,
): TemplateEdit {
  const current = replaces && (templates.find((other) => isSameKey(other, replaces)) ?? null);
  if (isOutdated(current, replaces, ifVersion)) return { ok: false, reason: 'conflict', current };
  const problems = templateFieldProblems(templates, template, replaces);
  if (problems.length > 0) return { ok: false, reason: 'invalid', problems };
  const code = template.code.trim();
  const language = languageTag(template.language) ?? template.language;
  const saved = { ...template, code, language, version: (current?.version ?? 0) + 1 };
  const others = templates.filter((other) => other !== current);
  const list = current ? templates.map((other) => (other === current ? saved : other)) : [...others, saved];
  return { ok: true, templates: withDefaults(list, saved) };
}

/** Removes a template (CT8). When it was the default, the first language that is left becomes it (CT7). */
export function removeTemplate(
  templates: readonly ConversationTemplate[],
  key: TemplateKey,
  ifVersion: number | null,
): TemplateEdit {
  const current = templates.find((other) => isSameKey(other, key)) ?? null;
  // Two who remove the same text agree.
  if (current === null) return { ok: true, templates };
  if (isOutdated(current, key, ifVersion)) return { ok: false, reason: 'conflict', current };
  return {
    ok: true,
    templates: withDefaults(
      templates.filter((other) => other !== current),
      null,
    ),
  };
}

function isOutdated(
  current: ConversationTemplate | null,
  replaces: TemplateKey | null,
  ifVersion: number | null,
): boolean {
  if (replaces === null || ifVersion === null) return false;
  return current === null || (current.version ?? 0) !== ifVersion;
}

/** CT7: exactly one default per code: the one just marked, else the one that was, else the one just saved or the first. */
function withDefaults(
  templates: readonly ConversationTemplate[],
  saved: ConversationTemplate | null,
): readonly ConversationTemplate[] {
  return templates.map((template) => {
    const ofCode = templates.filter((other) => isSameCode(other, template));
    const [first] = [...ofCode].sort((a, b) => (foldTag(a.language) < foldTag(b.language) ? -1 : 1));
    const marked = ofCode.filter(({ isDefault }) => isDefault);
    const savedHere = saved && ofCode.includes(saved) ? saved : null;
    const chosen = (savedHere?.isDefault ? savedHere : marked[0]) ?? savedHere ?? first;
    const isDefault = template === chosen;
    if (isDefault === template.isDefault) return template;
    const version = template === saved ? template.version : (template.version ?? 0) + 1;
    return { ...template, isDefault, ...(version !== undefined && { version }) };
  });
}

function isSameCode(a: Pick<TemplateKey, 'code'>, b: Pick<TemplateKey, 'code'>): boolean {
  return a.code.trim().toLowerCase() === b.code.trim().toLowerCase();
}
