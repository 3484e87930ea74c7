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
  const { more, timeline, localize } = parts;
  if (!more.value) throw new Error('pictures come with their texts');
  const pictures = timeline.list
    .toArray()
    .flatMap(({ message: { content } }) =>
      content.kind === 'image' && isPicture(content.attachment) ? [content.attachment] : [],
    );
  return new Shown(host, {
    pictures: pictures.some(({ id }) => id === first.id) ? pictures : [first],
    first,
    addressOf: desk.addressOf,
    fileFailed: desk.fileFailed,
    texts: more.value.texts.lightbox,
    formats: localize.formats,
  });
}
