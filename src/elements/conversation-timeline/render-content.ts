import { html, nothing } from 'lit';
import type { Message } from '../../domain/model.ts';
import { renderText } from './render-text.ts';
import type { RowContext } from './row-context.ts';

/** What a message says. Until what shows it has loaded, a picture is the word for it. */
export function renderContent({ content, deletedAt }: Message, key: string, context: RowContext): unknown {
  const { common } = context.messages;
  if (deletedAt !== null)
    return html`<em class="unsupported"
      >${common.deleted}
      <time datetime=${new Date(deletedAt).toISOString()}>${context.formats.exact(deletedAt)}</time></em
    >`;
  if (content.kind === 'text') return renderText(content.text, { ...context, mentions: content.mentions }, key);
  if (content.kind === 'event') return nothing;
  if (context.more) return context.more.content(content, context);
  context.desk.want('more');
  return html`<em class="unsupported">${common.kinds[content.kind]}</em>`;
}
