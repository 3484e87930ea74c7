import { closestLanguage } from './language-tag.ts';
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
  const found = closestLanguage(candidates, (template) => template.language, language);
  if (found) return { template: found.item, reason: found.match };
  const fallback = candidates.find((template) => template.isDefault);
  return fallback ? { template: fallback, reason: 'default' } : null;
}
