import type { Random } from '../random.ts';

/** Makes something out of a well-formed answer that looks like it but is not. Deterministic by `random`. */
export function mangle(answer: unknown, random: Random): unknown {
  const kind = random.whole(0, 5);
  if (kind === 0) return null;
  if (kind === 1) return '<!doctype html><title>Welcome to the hotel’s network</title>';
  return spoil(structuredClone(answer), random);
}

/** Spoils one field of a copy, sometimes deep inside. */
function spoil(value: unknown, random: Random): unknown {
  if (Array.isArray(value)) {
    const items: unknown[] = [...(value as readonly unknown[])];
    if (items.length === 0) return { length: -1 };
    const index = random.whole(0, items.length);
    items[index] = random.happens(0.5) ? null : spoil(items[index], random);
    return items;
  }
  if (typeof value !== 'object' || value === null) return Symbol.for('nothing that JSON knows');
  const entries = Object.entries(value);
  const index = random.whole(0, entries.length);
  return Object.fromEntries(
    entries.map(([name, inner], at) => [name, at === index ? spoil(inner, random) : (inner as unknown)]),
  );
}
