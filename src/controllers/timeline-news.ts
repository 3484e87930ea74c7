import type { Message } from '../domain/model.ts';
import type { TimelineEntry, TimelineSnapshot } from '../sync/session-api.ts';

/** Something in the open conversation that an agent who does not look wants to hear of. */
export interface TimelineNews {
  /** `own`: this agent sent it from here · `failed`: an outgoing message needs a person now · `changed`: edited or deleted. */
  readonly type: 'incoming' | 'note' | 'own' | 'failed' | 'changed';
  readonly entry: TimelineEntry;
}

/** As far back as changes are looked for; what happens to older messages is seen, not said. */
const lookBack = 100;

/** Tells what is new in a timeline from one snapshot to the next. What is there when it is opened is not news. */
export class NewsReader {
  /** By key: when it was last changed, and whether it failed. */
  #known: ReadonlyMap<string, readonly [changedAt: number, failed: boolean]> | null = null;
  #last: TimelineSnapshot | null = null;

  /** Begins anew, e.g. with another conversation. */
  reset(): void {
    this.#known = null;
    this.#last = null;
  }

  /** @param agentId - whose notes are not news */
  read(snapshot: TimelineSnapshot, agentId: string | null): readonly TimelineNews[] {
    if (snapshot === this.#last || !snapshot.loaded) return [];
    this.#last = snapshot;
    const tail = snapshot.list.slice(snapshot.list.length - lookBack);
    const known = this.#known;
    this.#known = new Map(tail.map(({ key, message }) => [key, [changedAt(message), message.status === 'failed']]));
    if (!known) return [];
    const firstNew = tail.findLastIndex(({ key }) => known.has(key)) + 1;
    // With nothing in common the history was read anew: nobody can tell what of it is new.
    const added = firstNew === 0 && known.size > 0 ? [] : tail.slice(firstNew);
    return [
      ...added.flatMap((entry) => newsOf(entry, agentId)),
      ...tail.flatMap((entry): TimelineNews[] => {
        const before = known.get(entry.key);
        if (!before) return [];
        if (changedAt(entry.message) > before[0]) return [{ type: 'changed', entry }];
        return entry.message.status === 'failed' && !before[1] ? [{ type: 'failed', entry }] : [];
      }),
    ];
  }
}

function changedAt({ editedAt, deletedAt }: Message): number {
  return deletedAt ?? editedAt ?? 0;
}

function newsOf(entry: TimelineEntry, agentId: string | null): TimelineNews[] {
  const { direction, author } = entry.message;
  if (direction === 'incoming') return [{ type: 'incoming', entry }];
  if (direction === 'note' && entry.source === 'server' && author.id !== agentId) return [{ type: 'note', entry }];
  return entry.source === 'outbox' ? [{ type: 'own', entry }] : [];
}
