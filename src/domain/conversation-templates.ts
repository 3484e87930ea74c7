import type { ConversationTemplate } from './model.ts';

/** The template to use, and why it. */
export interface TemplateChoice {
  readonly template: ConversationTemplate;
  /** `exact` the recipient's own language tag · `language` another region of it · `default` no language matched. */
  readonly reason: 'exact' | 'language' | 'default';
}

/**
 * Chooses among the languages of one template code (F3): the recipient's tag (CT1), else the same language, without a
 * region first (CT2), else the code's default (CT3). `null` when the code does not exist or has neither (CT4).
 */
export function chooseTemplate(
  templates: readonly ConversationTemplate[],
  code: string,
  language: string | null,
): TemplateChoice | null {
  const candidates = templates.filter((template) => template.code.toLowerCase() === code.toLowerCase());
  const wanted = tag(language);
  const exact = candidates.find((template) => wanted !== '' && tag(template.language) === wanted);
  if (exact) return { template: exact, reason: 'exact' };
  const related = candidates
    .filter((template) => wanted !== '' && primary(template.language) === primary(wanted))
    .sort((a, b) => a.language.length - b.language.length || (tag(a.language) < tag(b.language) ? -1 : 1));
  if (related[0]) return { template: related[0], reason: 'language' };
  const fallback = candidates.find((template) => template.isDefault);
  return fallback ? { template: fallback, reason: 'default' } : null;
}

function tag(language: string | null): string {
  return (language ?? '').trim().replaceAll('_', '-').toLowerCase();
}

function primary(language: string): string {
  return tag(language).split('-', 1)[0] ?? '';
}
