import type { Recipient } from '../domain/model.ts';
import { type AdapterErrorCode, toAdapterError } from '../ports/adapter-error.ts';
import type { DirectoryPart } from '../ports/adapter.ts';

const mostFound = 20;

/** Contacts and resources that a directory knows by some texts. */
export interface FoundRecipients {
  readonly recipients: readonly Recipient[];
  readonly hasMore: boolean;
  /** Why the directory did not answer; the next letter asks again. */
  readonly problem: AdapterErrorCode | null;
}

/** Looks for contacts and resources by name or number as somebody types: the last question counts. */
export class RecipientSearch {
  readonly #directory: () => DirectoryPart | undefined;
  readonly #changed: () => void;
  #asking: AbortController | null = null;
  #found: FoundRecipients | null = null;

  /** @param changed - called when there is an answer */
  constructor(directory: () => DirectoryPart | undefined, changed: () => void) {
    this.#directory = directory;
    this.#changed = changed;
  }

  /** `null` while nothing was asked, or there is no answer yet. */
  get found(): FoundRecipients | null {
    return this.#found;
  }

  /** Looks for those that any of the texts finds; without a text nothing is asked. */
  ask(texts: readonly string[]): void {
    this.#asking?.abort();
    const asking = new AbortController();
    this.#asking = asking;
    this.#found = null;
    if (texts.length === 0) return;
    void this.#find(texts, asking.signal).then((found) => {
      if (this.#asking !== asking) return;
      this.#found = found;
      this.#changed();
    });
  }

  async #find(texts: readonly string[], signal: AbortSignal): Promise<FoundRecipients> {
    const directory = this.#directory();
    if (!directory) return { recipients: [], hasMore: false, problem: 'unsupported' };
    const asked = texts.map((text) => directory.searchRecipients(text, { limit: mostFound }, { signal }));
    const answers = await Promise.allSettled(asked);
    const pages = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
    const failed = answers.find((answer) => answer.status === 'rejected');
    const records = pages.flatMap(({ items }) => items).filter(({ kind }) => kind !== 'unmatched');
    return {
      recipients: [...new Map(records.map((record) => [record.id, record])).values()],
      hasMore: pages.some(({ nextCursor }) => nextCursor !== null),
      problem: failed ? toAdapterError(failed.reason).code : null,
    };
  }
}
