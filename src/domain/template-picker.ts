import { templateRefusal } from './approved-template.ts';
import type { ApprovedTemplate } from './approved-template.ts';
import type { ChannelKind } from './model.ts';
import { includesWords } from './search-text.ts';

/** All languages of one template. */
export interface TemplateGroup {
  readonly name: string;
  /** By language tag. */
  readonly variants: readonly ApprovedTemplate[];
  /** Whether at least one language may be sent. */
  readonly sendable: boolean;
  readonly favourite: boolean;
  /** Epoch ms; `null` if this agent never sent it. */
  readonly lastUsedAt: number | null;
}

/** What the list depends on besides the templates. */
export interface TemplatePickerContext {
  readonly channel: ChannelKind;
  /** The own number the message would leave from; templates of other numbers are left out. */
  readonly accountId: string | null;
  /** What was typed into the search field. */
  readonly search: string;
  /** Names of templates. */
  readonly favourites: ReadonlySet<string>;
  /** When each was sent last, by name, epoch ms. */
  readonly lastUsed: ReadonlyMap<string, number>;
}

/**
 * The templates to choose from (TP17): those of the channel and own number that hold every word searched for. First
 * those whose name does, then what may be sent, favourites, the last used, the rest by name.
 */
export function pickableTemplates(
  templates: readonly ApprovedTemplate[],
  context: TemplatePickerContext,
): readonly TemplateGroup[] {
  const groups = grouped(templates, context).filter(({ variants }) =>
    variants.some((variant) => includesWords(wordsOf(variant), context.search)),
  );
  const rank = (group: TemplateGroup): readonly number[] => [
    includesWords(spelledOut(group.name), context.search) ? 0 : 1,
    group.sendable ? 0 : 1,
    group.favourite ? 0 : 1,
    -(group.lastUsedAt ?? -Infinity),
  ];
  return groups.sort((a, b) => compareRanks(rank(a), rank(b)) || compareTexts(a.name, b.name));
}

/** A template's name as words: `sales_alert` is read and found as `sales alert`. */
export function spelledOut(name: string): string {
  return name.replaceAll('_', ' ');
}

function grouped(templates: readonly ApprovedTemplate[], context: TemplatePickerContext): TemplateGroup[] {
  const byName = new Map<string, ApprovedTemplate[]>();
  for (const template of templates) {
    if (template.channel !== context.channel) continue;
    if (templateRefusal(template, context.accountId) === 'other-account') continue;
    const variants = byName.get(template.name);
    if (variants) variants.push(template);
    else byName.set(template.name, [template]);
  }
  return [...byName].map(([name, variants]) => ({
    name,
    variants: variants.sort((a, b) => compareTexts(a.language, b.language)),
    sendable: variants.some((variant) => templateRefusal(variant, context.accountId) === null),
    favourite: context.favourites.has(name),
    lastUsedAt: context.lastUsed.get(name) ?? null,
  }));
}

function wordsOf({ name, header, body, footer, category }: ApprovedTemplate): string {
  const title = header?.type === 'text' ? header.text : '';
  return [name, spelledOut(name), title, body.text, footer ?? '', category].join(' ');
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((rank, position) => rank !== b[position]);
  if (index < 0) return 0;
  return (a[index] ?? 0) < (b[index] ?? 0) ? -1 : 1;
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
