import type { Attachment, Content } from './model.ts';

/** The files that a message carries. */
export function attachmentsOf(content: Content): readonly Attachment[] {
  switch (content.kind) {
    case 'image':
    case 'video':
    case 'audio':
    case 'document':
    case 'sticker':
      return [content.attachment];
    case 'template':
      return (content.filling?.places ?? []).flatMap(({ value }) => (value.type === 'media' ? [value.attachment] : []));
    default:
      return [];
  }
}
