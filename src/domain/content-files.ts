import type { Attachment, Content, FilledPlace, TemplateFilling } from './model.ts';

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

/** The same content with each file replaced, for instance by one with an address. */
export function withAttachments(content: Content, replaced: (attachment: Attachment) => Attachment): Content {
  switch (content.kind) {
    case 'image':
    case 'video':
    case 'audio':
    case 'document':
    case 'sticker':
      return { ...content, attachment: replaced(content.attachment) };
    case 'template':
      return content.filling ? { ...content, filling: withMedia(content.filling, replaced) } : content;
    default:
      return content;
  }
}

function withMedia(filling: TemplateFilling, replaced: (attachment: Attachment) => Attachment): TemplateFilling {
  const places = filling.places.map((place): FilledPlace => {
    const { value } = place;
    return value.type === 'media' ? { ...place, value: { ...value, attachment: replaced(value.attachment) } } : place;
  });
  return { ...filling, places };
}
