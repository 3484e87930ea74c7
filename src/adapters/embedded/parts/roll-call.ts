import type { Clock } from '../../../ports/clock.ts';

/** What tabs tell each other: that somebody asks who is there, that somebody is, or that somebody came or went. */
export type RollMessage = { readonly roll: 'who' | 'changed' } | { readonly roll: { readonly agentId: string } };

/** How long other tabs have to answer; those in the background take a while. */
const answerMs = 300;

/** Who is logged in, in any tab: asked each time, so that a tab that crashed is not believed to be there. */
export class RollCall {
  readonly #clock: Clock;
  readonly #tell: ((message: RollMessage) => void) | null;
  /** Agents of this tab by window. */
  readonly #own = new Map<string, string>();
  readonly #listeners = new Set<() => void>();
  #calling: { readonly heard: Set<string>; readonly done: Promise<void> } | null = null;

  /** @param tell - `null` where there are no other tabs */
  constructor(clock: Clock, tell: ((message: RollMessage) => void) | null) {
    this.#clock = clock;
    this.#tell = tell;
  }

  enter(window: string, agentId: string): void {
    const isNew = ![...this.#own.values()].includes(agentId);
    this.#own.set(window, agentId);
    if (isNew) this.#changed();
  }

  leave(window: string): void {
    const agentId = this.#own.get(window);
    this.#own.delete(window);
    if (agentId !== undefined && ![...this.#own.values()].includes(agentId)) this.#changed();
  }

  /** Calls back when somebody came or went, here or in another tab. Returns what ends it. */
  onChange(changed: () => void): () => void {
    const own = (): void => changed();
    this.#listeners.add(own);
    return () => this.#listeners.delete(own);
  }

  /** Ids of those who are there. Two who ask at the same time share one question. */
  async list(): Promise<readonly string[]> {
    const heard = this.#tell ? await this.#ask(this.#tell) : new Set<string>();
    return [...new Set([...this.#own.values(), ...heard])];
  }

  /** Another tab said something; anything else is not for this. */
  hear(message: unknown): void {
    const roll = (message as { readonly roll?: unknown } | null)?.roll;
    if (roll === 'changed') this.#announce();
    else if (roll === 'who') for (const agentId of new Set(this.#own.values())) this.#tell?.({ roll: { agentId } });
    else if (typeof roll === 'object' && roll !== null) {
      const { agentId } = roll as { readonly agentId?: unknown };
      if (typeof agentId === 'string') this.#calling?.heard.add(agentId);
    }
  }

  #changed(): void {
    this.#tell?.({ roll: 'changed' });
    this.#announce();
  }

  #announce(): void {
    for (const changed of [...this.#listeners]) changed();
  }

  async #ask(tell: (message: RollMessage) => void): Promise<ReadonlySet<string>> {
    if (!this.#calling) {
      const done = new Promise<void>((resolve) => this.#clock.after(answerMs, resolve));
      const calling = { heard: new Set<string>(), done };
      this.#calling = calling;
      tell({ roll: 'who' });
      void done.then(() => (this.#calling = null));
    }
    const { heard, done } = this.#calling;
    await done;
    return heard;
  }
}
