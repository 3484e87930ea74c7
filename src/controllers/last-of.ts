import type { BlockList } from '../store/block-list.ts';
import type { TimelineEntry } from '../sync/session-api.ts';

/** The message with an id; looked for from the end, where it mostly is. */
export function lastOf(list: BlockList<TimelineEntry>, id: string): TimelineEntry | null {
  for (const block of list.blocks.toReversed()) {
    const entry = block.findLast(({ message }) => message.id === id);
    if (entry) return entry;
  }
  return null;
}
