import type { Attachment, Content } from '../../../src/domain/model.ts';

/** Finds an address for a file; the file as it was where none is needed. */
export type FindAddress = (attachment: Attachment) => Promise<Attachment>;

/** A message's content with an address for each of its files, so that the provider can fetch them. */
export async function withAddresses(content: Content, find: FindAddress): Promise<Content> {
  if ('attachment' in content) return { ...content, attachment: await find(content.attachment) };
  if (content.kind !== 'template' || !content.filling) return content;
  const places = [];
  for (const place of content.filling.places) {
    const { value } = place;
    const found = value.type === 'media' ? { ...value, attachment: await find(value.attachment) } : value;
    places.push({ ...place, value: found });
  }
  return { ...content, filling: { ...content.filling, places } };
}
