import type { Formats } from '../../../controllers/formats.ts';
import type { Messages } from '../../../controllers/localization.ts';
import type { TimelineController, TimelineEntry } from '../../../controllers/timeline-controller.ts';
import { closestTo, selectedRange } from '../../../dom/selected-range.ts';
import { visibleName } from '../../../domain/visible-text.ts';
import { wholeTextOf } from '../../../domain/whole-text.ts';
import type { TimelineTexts } from '../../../locales/timeline.ts';
import { eventSentence } from '../render-event.ts';
import { authorName } from '../render-message.ts';

/**
 * What goes to the clipboard when more than one message is selected: who, when and what, a message per line, also of those
 * between that are not mounted. `null` when the browser's own text is right.
 */
export function copiedText(
  root: ShadowRoot,
  timeline: TimelineController,
  words: { readonly messages: Messages<TimelineTexts>; readonly formats: Formats },
): string | null {
  const range = selectedRange(root);
  if (!range) return null;
  const keyAt = (node: Node): string | undefined => closestTo(node, 'article')?.getAttribute('data-key') ?? undefined;
  const [first, last] = [keyAt(range.startContainer), keyAt(range.endContainer)];
  if (first === undefined || last === undefined || first === last) return null;
  const entries = timeline.between(first, last);
  return entries.length < 2 ? null : entries.map((entry) => lineOf(entry, words)).join('\n');
}

function lineOf(
  { message }: TimelineEntry,
  { messages, formats }: { readonly messages: Messages<TimelineTexts>; readonly formats: Formats },
): string {
  const { content, at, author, deletedAt, direction } = message;
  const kind = content.kind === 'text' || content.kind === 'event' ? '' : `[${messages.common.kinds[content.kind]}] `;
  const said = content.kind === 'event' ? eventSentence(content.event, messages) : `${kind}${wholeTextOf(content)}`;
  const text = deletedAt === null ? said : messages.common.deleted;
  // A7: what is for colleagues says so wherever it is pasted.
  const mark = direction === 'note' ? ` (${messages.timeline.internal})` : '';
  const name = content.kind === 'event' ? '' : `${visibleName(authorName(author, messages))}${mark}: `;
  return `[${formats.exact(at)}] ${name}${text}`;
}
