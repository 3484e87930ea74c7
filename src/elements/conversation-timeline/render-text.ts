import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { shortTextEnd, wholeEnd } from '../../domain/short-text.ts';
import { linkify, mayHaveLinks, type TextPart } from '../../dom/linkify.ts';
import { make, setAttributes } from '../../dom/make.ts';
import type { RowContext } from './row-context.ts';

/** Also a whole text is shown up to here only: no browser lays out more than this while somebody scrolls. */
const longestWhole = 60_000;

/** What is shown of a text. */
interface ShownText {
  readonly text: string;
  /** The same with colleagues it names, or with WhatsApp's signs; `null` where it has links at most. */
  readonly rich: unknown;
  /** Whether the rest can be shown, too. */
  readonly hasMore: boolean;
}

/**
 * What is shown of a text.
 *
 * @param key - of the message whose text can be shown as a whole; without it a long text stays cut
 */
export function shownText(whole: string, context: RowContext, key?: string): ShownText {
  const short = shortTextEnd(whole);
  const end = context.isExpanded ? wholeEnd(whole, Math.min(whole.length, longestWhole)) : short;
  const text = end < whole.length ? `${whole.slice(0, end)}…` : whole;
  const hasMore = key !== undefined && !context.isExpanded && short < whole.length;
  return { text, rich: richText(text, context), hasMore };
}

/** A text as people wrote it: line breaks kept, with a reading direction of its own. White space here would show in it. */
export function renderText(whole: string, context: RowContext, key?: string): TemplateResult {
  const { text, rich, hasMore } = shownText(whole, context, key);
  const paragraph = html`<p class="text" dir="auto">${rich ?? renderLinks(text, context)}</p>`;
  return hasMore && key !== undefined ? html`${paragraph} ${moreButton(key, context)}` : paragraph;
}

function richText(text: string, context: RowContext): unknown {
  const { mentions = [], isFormatted, more, desk } = context;
  if (mentions.length > 0) {
    if (more) return more.mentioned(text, mentions, context);
    desk.want('more');
  }
  if (!isFormatted || !/[*_~]\S|`/.test(text)) return null;
  if (more) return more.formatted(text, context);
  desk.want('more');
  return null;
}

/** The parts of a text with links; `null` where there are none, or not yet. */
export function linkedParts(text: string, { desk }: RowContext): readonly TextPart[] | null {
  if (!mayHaveLinks(text)) return null;
  desk.want('links');
  const parts = linkify(text);
  return parts.every(({ kind }) => kind === 'text') ? null : parts;
}

/** A text with its links; just the text where there are none. */
export function renderLinks(text: string, context: RowContext): unknown {
  const parts = linkedParts(text, context);
  return parts?.map((part) => (part.kind === 'text' ? part.text : renderLink(part, context))) ?? text;
}

/** Writes a text with its links into a paragraph, without lit; links that are there already stay the same elements. */
export function writeText(paragraph: Element, text: string, context: RowContext): void {
  const parts = linkedParts(text, context);
  const written = paragraph.getElementsByTagName('a');
  const count = parts?.filter(({ kind }) => kind === 'link').length ?? 0;
  if (paragraph.textContent !== text || written.length !== count)
    paragraph.replaceChildren(
      ...(parts?.map((part) =>
        part.kind === 'text' ? part.text : make('a', { dir: 'auto', href: part.href, ...wayOut(part) }, part.text),
      ) ?? [text]),
    );
  for (const link of written) setAttributes(link, { tabindex: context.tabIndex });
}

type Link = Pick<Extract<TextPart, { readonly kind: 'link' }>, 'text' | 'href' | 'type'>;

/** Web pages open beside this one and learn nothing of it. */
function wayOut({ type }: Link): Readonly<Record<string, string>> {
  return type === 'url' ? { target: '_blank', rel: 'noopener noreferrer nofollow' } : {};
}

/** A link that has passed `safeUrl`. */
export function renderLink(link: Link, { tabIndex }: RowContext): TemplateResult {
  const { target, rel } = wayOut(link);
  return html`<a dir="auto" href=${link.href} target=${ifDefined(target)} rel=${ifDefined(rel)} tabindex=${tabIndex}
    >${link.text}</a
  >`;
}

function moreButton(key: string, { tabIndex, desk, messages }: RowContext): TemplateResult {
  return html`<button type="button" class="link" tabindex=${tabIndex} @click=${() => desk.expand(key)}>
    ${messages.timeline.showAll}
  </button>`;
}
