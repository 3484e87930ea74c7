import type { TemplateFieldProblem } from '../../controllers/template-editor-controller.ts';
import type { Formats } from '../../controllers/formats.ts';
import type { Messages } from '../../controllers/localization.ts';
import { languageTag } from '../../domain/language-tag.ts';
import { visibleName } from '../../domain/visible-text.ts';
import type { TemplateEditorTexts } from '../../locales/template-editor.ts';

/** What the sentences of the editor are made from. */
export interface EditorWords {
  readonly own: TemplateEditorTexts['templateEditor'];
  readonly messages: Messages;
  readonly formats: Formats;
}

const names = new Map<string, Intl.DisplayNames>();

/** A language in the reader's words, `Dutch (Belgium)`; what is no language code as it was typed. */
export function languageName(language: string, { formats: { locale } }: EditorWords): string {
  const tag = languageTag(language);
  if (tag === null) return visibleName(language);
  const known = names.get(locale) ?? new Intl.DisplayNames(locale, { type: 'language' });
  names.set(locale, known);
  return known.of(tag) ?? tag;
}

/** What is wrong with one field; empty when nothing is. */
export function fieldSentence(
  problems: readonly TemplateFieldProblem[],
  field: TemplateFieldProblem['field'],
  { own }: EditorWords,
): string {
  const found = problems.filter((problem) => problem.field === field);
  return found.map((problem) => problemSentence(problem, own)).join(' ');
}

/** What is wrong, in words. */
export function problemSentence(
  { field, type }: TemplateFieldProblem,
  own: TemplateEditorTexts['templateEditor'],
): string {
  const sentences: Readonly<Record<string, string>> = own.problems[field];
  return sentences[type] ?? '';
}
