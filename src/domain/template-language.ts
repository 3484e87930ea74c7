import { templateRefusal } from './approved-template.ts';
import type { ApprovedTemplate, TemplateRefusal } from './approved-template.ts';
import { closestLanguage } from './language-tag.ts';

/**
 * Why a language was chosen: `exact` the recipient's own · `language` another region of it · `fallback` the business's
 * own language · `only` there is no other · `first` nothing matched, so the first by language tag.
 */
export type LanguageReason = 'exact' | 'language' | 'fallback' | 'only' | 'first';

/** The language variant to begin with. */
export interface TemplateLanguageChoice {
  readonly template: ApprovedTemplate;
  readonly reason: LanguageReason;
  /** The recipient's language exists but may not be sent now, and why: said, so that nobody wonders (TP16). */
  readonly unavailable: { readonly template: ApprovedTemplate; readonly refusal: TemplateRefusal } | null;
}

/** What the choice depends on. */
export interface TemplateLanguageContext {
  /** The recipient's language; `null` when unknown. */
  readonly language: string | null;
  /** The business's own language, for recipients whose language is unknown or not translated to. */
  readonly fallback: string | null;
  /** The own number the message would leave from. */
  readonly accountId: string | null;
}

/**
 * Chooses among the languages of one template (TP16): the recipient's, else the business's, else the first; only among
 * those that may be sent, unless none may. `null` when there are none.
 */
export function chooseTemplateLanguage(
  variants: readonly ApprovedTemplate[],
  { language, fallback, accountId }: TemplateLanguageContext,
): TemplateLanguageChoice | null {
  const sendable = variants.filter((variant) => templateRefusal(variant, accountId) === null);
  const candidates = sendable.length > 0 ? sendable : variants;
  const chosen = choose(candidates, language, fallback);
  if (!chosen) return null;
  const wanted = closestLanguage(variants, tagOf, language)?.item ?? null;
  const refusal = wanted && templateRefusal(wanted, accountId);
  return {
    ...chosen,
    unavailable: wanted && refusal && wanted !== chosen.template ? { template: wanted, refusal } : null,
  };
}

function choose(
  candidates: readonly ApprovedTemplate[],
  language: string | null,
  fallback: string | null,
): Omit<TemplateLanguageChoice, 'unavailable'> | null {
  const own = closestLanguage(candidates, tagOf, language);
  if (own) return { template: own.item, reason: own.match };
  const house = closestLanguage(candidates, tagOf, fallback);
  if (house) return { template: house.item, reason: 'fallback' };
  const [first] = [...candidates].sort((a, b) => (a.language < b.language ? -1 : 1));
  return first ? { template: first, reason: candidates.length === 1 ? 'only' : 'first' } : null;
}

function tagOf({ language }: ApprovedTemplate): string {
  return language;
}
