import { html, nothing } from 'lit';
import type { Message } from '../../domain/model.ts';
import { renderText } from './render-text.ts';
import type { renderRich } from './rich-content.ts';
import type { RowContext } from './row-context.ts';

let rich: typeof renderRich | null = null;

/** Loads what shows more than text. */
export async function loadRichContent(): Promise<void> {
  rich = (await import('./rich-content.ts')).renderRich;
}

/** What a message says. Until what shows it has loaded, a picture is the word for it. */
export function renderContent({ content, deletedAt }: Message, context: RowContext): unknown {
  const { timeline, common } = context.messages;
  if (deletedAt !== null) return html`<em class="unsupported">${timeline.deleted}</em>`;
  if (content.kind === 'text') return renderText(content.text, context);
  if (content.kind === 'event') return nothing;
  if (rich) return rich(content, context);
  context.want('rich');
  return html`<em class="unsupported">${common.kinds[content.kind]}</em>`;
}
