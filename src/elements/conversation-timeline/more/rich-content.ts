import type { TemplateResult } from 'lit';
import type { RichContent, RowContext } from '../row-context.ts';
import {
  renderContacts,
  renderInteractive,
  renderLocation,
  renderTemplate,
  renderUnsupported,
} from './render-cards.ts';
import { renderChoice, renderList } from './render-list.ts';
import { renderMedia } from './render-media.ts';

/** What a message says, by its kind. */
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
    case 'list':
      return renderList(content, context);
    case 'choice':
      return renderChoice(content);
    case 'unsupported':
      return renderUnsupported(content, context);
    default:
      // A kind of a later version: said, never dropped.
      return renderUnsupported(
        { kind: 'unsupported', description: String((content satisfies never as { kind: unknown }).kind) },
        context,
      );
  }
}
