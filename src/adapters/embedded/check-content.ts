import { AdapterError } from '../../ports/adapter-error.ts';
import { fileCapabilitiesOf } from '../../domain/channel-media.ts';
import { textLength } from '../../domain/text-length.ts';
import { mediaRuleFor } from '../../domain/mime-types.ts';
import type { ChannelCapabilities, Content, ConversationChannel } from '../../domain/model.ts';

type FileContent = Extract<Content, { readonly attachment: unknown }>;

/** The longest text of any message or note. */
export const maxTextLength = 10_000;

/** Refuses what a channel cannot carry, naming the field. */
export function checkContent(content: Content, target: ConversationChannel): void {
  const capabilities = fileCapabilitiesOf(target);
  switch (content.kind) {
    case 'text':
      checkText(content.text, capabilities, 'content.text');
      return;
    case 'template':
      if (!capabilities.approvedTemplates) throw unsupported(content.kind, target);
      checkText(content.body, { ...capabilities, maxTextLength: null }, 'content.body');
      return;
    case 'image':
    case 'video':
    case 'audio':
    case 'document':
    case 'sticker':
      if (!capabilities.media.some(({ kind }) => kind === content.kind)) throw unsupported(content.kind, target);
      checkFile(content, capabilities);
      if (content.caption !== null) checkText(content.caption, capabilities, 'content.caption');
      return;
    case 'location':
    case 'contacts':
    case 'interactive':
    case 'list':
    case 'choice':
    case 'unsupported':
    case 'event':
      throw unsupported(content.kind, target);
    default:
      content satisfies never;
      throw invalid('content.kind', 'not a kind of content');
  }
}

/** Refuses a file whose type or size the channel does not carry. */
function checkFile({ kind, attachment }: FileContent, { media }: ChannelCapabilities): void {
  const rule = mediaRuleFor(media, kind, attachment.mimeType);
  if (!rule) throw invalid('content.attachment.mimeType', `not a type of ${kind} that the channel carries`);
  if ((attachment.sizeBytes ?? 0) > rule.maxBytes)
    throw invalid('content.attachment.sizeBytes', `more than ${rule.maxBytes} bytes`);
}

/** Refuses a note without text, or with too much. */
export function checkNote(text: string): void {
  checkText(text, { maxTextLength: null, textUnit: 'characters' }, 'text');
}

function checkText(text: string, limit: Pick<ChannelCapabilities, 'maxTextLength' | 'textUnit'>, path: string): void {
  if (typeof text !== 'string' || text.trim() === '') throw invalid(path, 'there is no text');
  // Counting SMS parts of a megabyte takes longer than saying no.
  if (text.length > maxTextLength) throw invalid(path, `longer than ${maxTextLength} characters`);
  const used = textLength(text, limit.textUnit);
  if (limit.maxTextLength !== null && used > limit.maxTextLength) {
    throw invalid(path, `${used} ${limit.textUnit} where ${limit.maxTextLength} are allowed`);
  }
}

function unsupported(kind: Content['kind'], { channel }: ConversationChannel): AdapterError {
  return new AdapterError('unsupported', `${channel} cannot carry ${kind}`, { path: 'content.kind' });
}

function invalid(path: string, message: string): AdapterError {
  return new AdapterError('invalid', message, { path });
}
