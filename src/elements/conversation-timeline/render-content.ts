import { html, nothing } from 'lit';
import type { Message } from '../../domain/model.ts';
import {
  renderContacts,
  renderInteractive,
  renderLocation,
  renderTemplate,
  renderUnsupported,
} from './render-cards.ts';
import { renderMedia } from './render-media.ts';
import { renderText } from './render-text.ts';
import type { RowContext } from './row-context.ts';

/** What a message says, by its kind. */
export function renderContent({ content, deletedAt }: Message, context: RowContext): unknown {
  if (deletedAt !== null) return html`<em class="unsupported">${context.messages.timeline.deleted}</em>`;
  switch (content.kind) {
    case 'text':
      return renderText(content.text, context);
    case 'image':
    case 'video':
    case 'audio':
    case 'document':
    case 'sticker':
      return renderMedia(content, context);
    case 'location':
      return renderLocation(content, context);
    case 'contacts':
      return renderContacts(content, context);
    case 'template':
      return renderTemplate(content, context);
    case 'interactive':
      return renderInteractive(content, context);
    case 'unsupported':
      return renderUnsupported(content, context);
    case 'event':
      return nothing;
  }
}
