import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import type { Ending } from './faults.ts';
import type { LedgerEntry } from './read-send.ts';

/** A message that was taken, and what becomes of it. */
export interface Taken {
  readonly entry: LedgerEntry;
  /** `silence`: nobody reports anything. */
  readonly ending: Ending | 'silence';
  readonly failCode: string;
  readonly failDescription: string;
}

const mostEntries = 100_000;

/** What the provider was asked to send, in order. In a file it outlives the process: what was taken stays taken. */
export class Ledger {
  readonly #file: string | null;
  readonly #taken: Taken[];

  /** @param file - where it is kept, one line a message; `null` = in memory */
  constructor(file: string | null) {
    this.#file = file;
    this.#taken = file === null ? [] : readLines(file);
  }

  get taken(): readonly Taken[] {
    return this.#taken;
  }

  get entries(): readonly LedgerEntry[] {
    return this.#taken.map(({ entry }) => entry);
  }

  /** Written before it returns: whoever is answered can rely on it. */
  add(taken: readonly Taken[]): void {
    if (this.#file !== null) appendFileSync(this.#file, taken.map((each) => `${JSON.stringify(each)}\n`).join(''));
    this.#taken.push(...taken);
    this.#taken.splice(0, Math.max(0, this.#taken.length - mostEntries));
  }

  clear(): void {
    if (this.#file !== null) writeFileSync(this.#file, '');
    this.#taken.length = 0;
  }
}

/** The last line may be half of one: the process ended while it wrote. */
function readLines(file: string): Taken[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return [];
  }
  return text.split('\n').flatMap((line) => {
    try {
      return [JSON.parse(line) as Taken];
    } catch {
      return [];
    }
  });
}
