import { html } from 'lit';
import { mentionParts } from '../../../domain/mentions.ts';
import type { Mention } from '../../../domain/model.ts';
import { renderLinks } from '../render-text.ts';
import type { RowContext } from '../row-context.ts';

/** A note with the colleagues it names, as it says itself: no name is guessed from the text (B13, ME3). */
export function renderMentions(text: string, mentions: readonly Mention[], context: RowContext): unknown[] {
  const agentId = context.desk.agentId();
  return mentionParts(text, mentions).map((part) => {
    if (part.coWorkerId === null) return renderLinks(part.text, context);
    return part.coWorkerId === agentId
      ? html`<strong class="mention own">${part.text}</strong>`
      : html`<span class="mention">${part.text}</span>`;
  });
}
