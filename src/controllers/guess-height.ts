import type { Message } from '../domain/model.ts';
import { textOf } from '../domain/preview.ts';

/** Of a line of text, of what stands around a text, and of a picture, px. */
const linePx = 19;
const aroundPx = 36;
const picturePx = 250;
const eventPx = 34;
/** On a timeline of common width. */
const charactersPerLine = 80;
/** A longer text is cut until somebody wants to read it. */
const mostLines = 20;

/**
 * How high a message will be, roughly, before it was on screen. It need not be right: what is on screen is measured, and
 * what the reader looks at stays in place. The better it is, the less the scroll bar wanders.
 */
export function guessHeight({ content, direction }: Message): number {
  if (direction === 'event') return eventPx;
  const lines = Math.ceil(textOf(content).length / charactersPerLine);
  const picture = content.kind === 'image' || content.kind === 'video' ? picturePx : 0;
  return aroundPx + Math.min(lines, mostLines) * linePx + picture;
}
