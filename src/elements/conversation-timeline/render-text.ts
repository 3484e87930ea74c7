import { html, type TemplateResult } from 'lit';
import { shortTextEnd, wholeEnd } from '../../domain/short-text.ts';
import { linkify, mayHaveLinks } from '../../dom/linkify.ts';
import type { RowContext } from './row-context.ts';

/** Also a whole text is shown up to here only: no browser lays out more than this while somebody scrolls. */
const longestWhole = 60_000;

/** What is shown of a text: the text itself where there is nothing in it but text. */
interface ShownText {
  readonly content: unknown;
  /** Whether the rest can be shown, too. */
  readonly hasMore: boolean;
}

/**
 * What is shown of a text, with its links to follow.
 *
 * @param key - of the message whose text can be shown as a whole; without it a long text stays cut
 */
export function shownText(text: string, context: RowContext, key?: string): ShownText {
  const short = shortTextEnd(text);
  const end = context.isExpanded ? wholeEnd(text, Math.min(text.length, longestWhole)) : short;
  const shown = end < text.length ? `${text.slice(0, end)}…` : text;
  const hasMore = key !== undefined && !context.isExpanded && short < text.length;
  return { content: inside(shown, context), hasMore };
}

/** A text as people wrote it: line breaks kept, with a reading direction of its own. White space here would show in it. */
export function renderText(text: string, context: RowContext, key?: string): TemplateResult {
  const { content, hasMore } = shownText(text, context, key);
  const paragraph = html`<p class="text" dir="auto">${content}</p>`;
  return hasMore && key !== undefined ? html`${paragraph} ${moreButton(key, context)}` : paragraph;
}

function inside(text: string, context: RowContext): unknown {
  const { mentions = [] } = context;
  if (mentions.length > 0) {
    if (context.more) return context.more.mentioned(text, mentions, context);
    context.desk.want('more');
  }
  if (!context.isFormatted || !/[*_~]\S|`/.test(text)) return renderLinks(text, context);
  if (context.more) return context.more.formatted(text, context);
  context.desk.want('more');
  return renderLinks(text, context);
}

/** A text with its links; just the text where there are none. */
export function renderLinks(text: string, context: RowContext): unknown {
  if (!mayHaveLinks(text)) return text;
  context.desk.want('links');
  const parts = linkify(text);
  if (parts.every(({ kind }) => kind === 'text')) return text;
  return parts.map((part) => (part.kind === 'text' ? part.text : renderLink(part, context)));
}

/** A link that has passed `safeUrl`. Web pages open beside this one and learn nothing of it. */
export function renderLink(
  { text, href, type }: { readonly text: string; readonly href: string; readonly type: 'url' | 'email' | 'phone' },
  { tabIndex }: RowContext,
): TemplateResult {
  if (type !== 'url') return html`<a dir="auto" href=${href} tabindex=${tabIndex}>${text}</a>`;
  return html`<a dir="auto" href=${href} target="_blank" rel="noopener noreferrer nofollow" tabindex=${tabIndex}
    >${text}</a
  >`;
}

function moreButton(key: string, { tabIndex, desk, messages }: RowContext): TemplateResult {
  return html`<button type="button" class="link" tabindex=${tabIndex} @click=${() => desk.expand(key)}>
    ${messages.timeline.showAll}
  </button>`;
}
