import type { TemplateResult } from 'lit';
import type { Content } from '../../domain/model.ts';
import {
  renderContacts,
  renderInteractive,
  renderLocation,
  renderTemplate,
  renderUnsupported,
} from './render-cards.ts';
import { renderMedia } from './render-media.ts';
import type { RowContext } from './row-context.ts';

/** Everything that is more than a text. */
export type RichContent = Exclude<Content, { readonly kind: 'text' | 'event' }>;

/** What a message says, by its kind. A chunk of its own: most conversations are text. */
export function renderRich(content: RichContent, context: RowContext): TemplateResult | unknown[] {
  switch (content.kind) {
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
  }
}
