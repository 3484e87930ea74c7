import type { LitElement } from 'lit';
import type { TimelineController } from '../../../controllers/timeline-controller.ts';
import type { Attachment, Message } from '../../../domain/model.ts';
import { compareMessages } from '../../../domain/timeline.ts';
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
  const all = timeline.list.toArray().flatMap(({ message }) => {
    const { id: messageId, content } = message;
    if (!('attachment' in content) || !isPicture(content.attachment)) return [];
    return [{ message, messageId, kind: content.kind, attachment: content.attachment }];
  });
  const opened = all.find(({ attachment }) => attachment.id === first.id);
  const images = all.filter(({ kind }) => kind === 'image');
  const alone = opened ? [opened] : [{ attachment: first, messageId: '' }];
  return new Shown(host, {
    pictures: opened?.kind === 'image' ? images : alone,
    first,
    isTakenBack: (messageId) => {
      const carrier = all.find((picture) => picture.messageId === messageId);
      return carrier !== undefined && isGone(timeline, carrier.message);
    },
    say,
    takeFocus: () => {
      const { list } = timeline;
      const place = opened ? placeOf(list, opened.message) : -1;
      const nearest = list.at(place) ?? list.at(place - 1);
      if (nearest) focus.focusOn(nearest.key);
    },
    addressOf: desk.addressOf,
    fileFailed: desk.fileFailed,
    texts: more.value.texts.lightbox,
    formats: localize.formats,
  });
}

/** Whether a message was taken back, or is no longer where it was among those that are loaded. */
function isGone(timeline: TimelineController, message: Message): boolean {
  const now = timeline.find(message.id);
  if (now) return now.deletedAt !== null;
  const { list, holes } = timeline;
  const place = placeOf(list, message);
  const next = list.at(place);
  // Beyond the first one, and in a hole, are those that are not loaded.
  return place > 0 && (!next || !holes.includes(next.key));
}

/** Where a message is, or would be. */
function placeOf(list: TimelineController['list'], message: Message): number {
  return list.firstNot((entry) => compareMessages(entry.message, message) < 0);
}
