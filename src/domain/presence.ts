/** Somebody in a conversation, as one of their windows says. */
export interface Presence {
  /** The same for all of one person's windows. */
  readonly id: string;
  readonly kind: 'co-worker' | 'customer';
  readonly name: string;
  readonly activity: 'viewing' | 'typing';
  /** Until when to believe it unless it is said again, epoch ms of the backend. */
  readonly until: number;
}

/** PR1: how long what somebody said of themselves is believed, ms. */
export const believedMs = 15_000;

/** PR2: who else is there: each person once, whatever number of windows; writing counts more than looking on. */
export function othersPresent(said: Iterable<Presence>, self: string): readonly Presence[] {
  const people = new Map<string, Presence>();
  for (const presence of said) {
    if (presence.kind === 'co-worker' && presence.id === self) continue;
    const key = `${presence.kind} ${presence.id}`;
    const before = people.get(key);
    people.set(key, before ? merged(before, presence) : presence);
  }
  return [...people.values()].sort((a, b) => compare(a.name, b.name) || compare(a.id, b.id));
}

function merged(a: Presence, b: Presence): Presence {
  if (a.activity === b.activity) return a.until >= b.until ? a : b;
  return a.activity === 'typing' ? a : b;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
