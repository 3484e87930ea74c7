import { html, nothing, type TemplateResult } from 'lit';
import { linkify, mayHaveLinks } from '../../dom/linkify.ts';
import type { RowContext } from './row-context.ts';

/** Longer texts are cut until somebody wants to read them: a megabyte in one bubble stops the page. */
const longestShown = 3000;

/** A text as people wrote it: line breaks kept, with a reading direction of its own, its links to follow. */
export function renderText(text: string, context: RowContext): TemplateResult {
  const isCut = text.length > longestShown && !context.isExpanded;
  const shown = isCut ? `${text.slice(0, lastWhole(text, longestShown))}…` : text;
  if (mayHaveLinks(shown)) context.want('links');
  const parts = linkify(shown).map((part) => (part.kind === 'text' ? part.text : renderLink(part, context)));
  // White space in this template would show in the message.
  return html`<p class="text" dir="auto">${parts}</p>
    ${isCut ? moreButton(context) : nothing}`;
}

/** A link that has passed `safeUrl`. Web pages open beside this one and learn nothing of it. */
export function renderLink(
  { text, href, type }: { readonly text: string; readonly href: string; readonly type: 'url' | 'email' | 'phone' },
  { tabIndex }: RowContext,
): TemplateResult {
  const label = html`<bdi>${text}</bdi>`;
  if (type !== 'url') return html`<a href=${href} tabindex=${tabIndex}>${label}</a>`;
  return html`<a href=${href} target="_blank" rel="noopener noreferrer nofollow" tabindex=${tabIndex}>${label}</a>`;
}

function moreButton({ tabIndex, expand, messages }: RowContext): TemplateResult {
  return html`<button type="button" class="link" tabindex=${tabIndex} @click=${expand}>
    ${messages.timeline.showAll}
  </button>`;
}

/** Never cuts a surrogate pair in two. */
function lastWhole(text: string, length: number): number {
  const code = text.charCodeAt(length - 1);
  return code >= 0xd800 && code <= 0xdbff ? length - 1 : length;
}
