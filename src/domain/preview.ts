import type { Content, Message, MessagePreview } from './model.ts';

/** A list row shows one line; a message may be a megabyte. */
const maxLength = 280;

/** The last message as a list shows it: one line of text, a caption or a file's name; words for kinds come from elements. */
export function previewOf(message: Message): MessagePreview {
  const { id, direction, channel, at, status, content } = message;
  const text = message.deletedAt === null ? oneLine(textOf(content)) : '';
  return { id, direction, channel, text, kind: content.kind, at, status };
}

/** What of a message can be read as text; empty where there is nothing but a kind. Search looks in it too. */
export function textOf(content: Content): string {
  switch (content.kind) {
    case 'text':
      return content.text;
    case 'image':
    case 'video':
    case 'audio':
    case 'document':
    case 'sticker':
      return content.caption?.trim() ? content.caption : content.attachment.name;
    case 'location':
      return content.label ?? '';
    case 'contacts':
      return content.contacts.map(({ name }) => name).join(', ');
    case 'template':
    case 'interactive':
    case 'list':
      return content.body;
    case 'choice':
      return content.title;
    case 'unsupported':
    case 'event':
      return '';
    default:
      content satisfies never;
      return '';
  }
}

function oneLine(text: string): string {
  const line = text
    .slice(0, 2 * maxLength)
    .replace(/\s+/gu, ' ')
    .trim();
  return line.length <= maxLength ? line : `${cut(line, maxLength - 1)}…`;
}

/** Never cuts a surrogate pair in two. */
function cut(text: string, length: number): string {
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length);
}
