import type { CmIncomingDraft } from '../../../src/domain/cm-messages.ts';
import type { ChannelKind, Content } from '../../../src/domain/model.ts';
import { textOf } from '../../../src/domain/preview.ts';

/** A message as a customer's phone has it. */
export interface PhoneMessage {
  readonly id: string;
  /** The phone's number, E.164. */
  readonly number: string;
  readonly channel: ChannelKind;
  /** Whether the phone's owner wrote it. */
  readonly isMine: boolean;
  /** Epoch ms. */
  readonly at: number;
  /** What can be read of it. */
  readonly text: string;
  /** Files are found by their ids. */
  readonly content: Content;
  /** What answers to it have to name; `null` for what the phone's owner wrote. */
  readonly reference: string | null;
  /** The id of the message that it answers. */
  readonly answersId: string | null;
  /** How somebody reacted to it. */
  readonly reactions: readonly string[];
  /** Whether it got here. */
  readonly arrived: boolean;
  /** Whether its writer changed it. */
  readonly edited?: boolean;
  /** Whether its writer can change it or take it back: the provider knows it by its id. */
  readonly revisable?: boolean;
}

/** A stretch of a phone's history, oldest first. */
export interface PhonePage {
  readonly messages: readonly PhoneMessage[];
  /** Ask with this for what was before; `null` = that is all. */
  readonly older: number | null;
}

/** Hears that something arrived or was written, or that everything is gone. */
type PhonesListener = (what: 'changed' | 'reset') => void;

const pageSize = 50;
const lately = 20;

/** Every customer's phone: what arrived on it and what was written with it. */
export class Phones {
  readonly #byNumber = new Map<string, PhoneMessage[]>();
  readonly #listeners = new Set<PhonesListener>();

  /** History of before, in any order. What arrived here itself is known better, but for how somebody reacted. */
  remember(messages: readonly PhoneMessage[]): void {
    for (const message of messages.toSorted((a, b) => a.at - b.at)) {
      const known = this.find(message.number, message.id);
      this.#put(known ? { ...known, reactions: message.reactions } : message);
    }
    this.#tell();
  }

  find(number: string, id: string): PhoneMessage | null {
    return this.#byNumber.get(number)?.find((message) => message.id === id) ?? null;
  }

  add(message: PhoneMessage): void {
    this.#put(message);
    this.#tell();
  }

  /** The phone's owner reacts to what arrived, with one emoji or none. */
  react(number: string, id: string, emoji: string | null): void {
    const message = this.find(number, id);
    if (message) this.add({ ...message, reactions: emoji === null ? [] : [emoji] });
  }

  /** The phone's owner changes what they wrote, or takes it back (`null`). */
  revise(number: string, id: string, content: CmIncomingDraft['content'] | null): void {
    const message = this.find(number, id);
    if (!message?.isMine || content?.kind === 'reaction') return;
    const messages = this.#byNumber.get(number) ?? [];
    if (content) this.#put({ ...message, content, text: textOf(content), edited: true });
    else messages.splice(messages.indexOf(message), 1);
    this.#tell();
  }

  clear(): void {
    this.#byNumber.clear();
    this.#tell('reset');
  }

  /** @param before - how many of the oldest are asked for; the newest page without it */
  page(number: string, before?: number): PhonePage {
    const all = this.#byNumber.get(number) ?? [];
    const end = Math.min(before ?? all.length, all.length);
    const start = Math.max(0, end - pageSize);
    return { messages: all.slice(start, end), older: start > 0 ? start : null };
  }

  /** Numbers that wrote or were written to, the latest first. */
  get lately(): readonly string[] {
    const newest = [...this.#byNumber].map(([number, messages]) => ({ number, at: messages.at(-1)?.at ?? 0 }));
    return newest
      .sort((a, b) => b.at - a.at)
      .slice(0, lately)
      .map(({ number }) => number);
  }

  /** Calls back when anything arrives or is written. Returns what ends it. */
  onChange(listener: PhonesListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** In the order of time. The same id again replaces: a provider that is restarted has its messages already. */
  #put(message: PhoneMessage): void {
    const known = this.#byNumber.get(message.number) ?? [];
    this.#byNumber.set(message.number, known);
    const index = known.findIndex(({ id }) => id === message.id);
    if (index >= 0) known[index] = message;
    else known.splice(known.findLastIndex(({ at }) => at <= message.at) + 1, 0, message);
  }

  #tell(what: Parameters<PhonesListener>[0] = 'changed'): void {
    for (const listener of this.#listeners) listener(what);
  }
}
