import type { LitElement } from 'lit';
import type { Attachment } from '../../../domain/model.ts';
import type { RowDesk } from '../row-context.ts';
import type { DeskParts } from '../timeline-desk.ts';
import type { Lightbox } from './lightbox.ts';
import { isPicture } from './media-facts.ts';

/** Opens a picture large, with all other pictures that are loaded before and after it. */
export async function enlarge(
  first: Attachment,
  { host, parts, desk }: { readonly host: LitElement; readonly parts: DeskParts; readonly desk: RowDesk },
): Promise<Lightbox> {
  const { Lightbox: Shown } = await import('./lightbox.ts');
  const { more, timeline, localize, say, focus } = parts;
  if (!more.value) throw new Error('pictures come with their texts');
  const all = timeline.list.toArray().flatMap(({ key, message: { id: messageId, content } }) => {
    if (!('attachment' in content) || !isPicture(content.attachment)) return [];
    return [{ key, messageId, kind: content.kind, attachment: content.attachment }];
  });
  const opened = all.find(({ attachment }) => attachment.id === first.id);
  const images = all.filter(({ kind }) => kind === 'image');
  const alone = opened ? [opened] : [{ attachment: first, messageId: '' }];
  return new Shown(host, {
    pictures: opened?.kind === 'image' ? images : alone,
    first,
    isTakenBack: (messageId) => timeline.find(messageId)?.deletedAt != null,
    say,
    takeFocus: () => {
      if (opened) focus.focusOn(opened.key);
    },
    addressOf: desk.addressOf,
    fileFailed: desk.fileFailed,
    texts: more.value.texts.lightbox,
    formats: localize.formats,
  });
}
