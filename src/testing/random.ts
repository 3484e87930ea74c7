/** Chance that is the same again for the same seed. */
export interface Random {
  /** At least 0, less than 1. */
  next(): number;
  /** A whole number, at least `from` and less than `below`. */
  whole(from: number, below: number): number;
  /** One of the items; throws if there is none. */
  pick<T>(items: readonly T[]): T;
  /** Whether something that happens with this chance happens. */
  happens(chance: number): boolean;
}

/** Makes a generator (mulberry32); print the seed of what failed and give it again to see the same run. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const whole = (from: number, below: number): number => from + Math.floor(next() * (below - from));
  return {
    next,
    whole,
    pick: (items) => {
      const index = whole(0, items.length);
      if (index >= items.length) throw new RangeError('there is nothing to pick from');
      return items[index] as (typeof items)[number];
    },
    happens: (chance) => next() < chance,
  };
}
