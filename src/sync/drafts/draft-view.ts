import type { TextBasis } from '../../domain/composition.ts';
import type { Draft, DraftKey, TemplateDraft } from '../../ports/storage.ts';
import { tellAll } from '../../store/topics.ts';
import type { Topics } from '../../store/topics.ts';
import type { DraftHandle } from '../session-api.ts';
import { draftTopic } from './draft-book.ts';
import type { DraftBook } from './draft-book.ts';
import { nothing } from '../../store/nothing.ts';

/** One draft being edited. Several elements may edit the same one: they share its text. */
export class DraftView implements DraftHandle {
  readonly #book: DraftBook;
  readonly #key: DraftKey;
  readonly #listeners = new Set<() => void>();
  readonly #stop: () => void;

  constructor(book: DraftBook, topics: Topics, key: DraftKey) {
    this.#book = book;
    this.#key = key;
    this.#stop = topics.subscribe(draftTopic(key), () => tellAll(this.#listeners));
  }

  get value(): Draft | null {
    return this.#book.get(this.#key);
  }

  subscribe(listener: () => void): () => void {
    const own = () => listener();
    this.#listeners.add(own);
    return () => this.#listeners.delete(own);
  }

  setText(text: string, basis?: TextBasis): void {
    this.#book.setText(this.#key, text, basis);
  }

  setTemplate(text: string, template: TemplateDraft, basis?: TextBasis): void {
    this.#book.setTemplate(this.#key, text, { template, basis });
  }

  setReplyTo(messageId: string | null): void {
    this.#book.setReplyTo(this.#key, messageId);
  }

  flush(leaving?: 'leaving'): Promise<void> {
    return this.#book.flush(this.#key, leaving);
  }

  dispose(): void {
    this.#stop();
    this.#listeners.clear();
    void this.flush().catch(nothing); // still written behind; a failure is logged there
  }
}
