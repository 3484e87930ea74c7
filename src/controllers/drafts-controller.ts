import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { TextBasis } from '../domain/composition.ts';
import type { Draft, DraftKey, TemplateDraft } from '../ports/storage.ts';
import type { DraftHandle, MessagingSession } from '../sync/session-api.ts';

export type { Draft, DraftKey };

interface OpenDraft {
  readonly key: DraftKey;
  readonly handle: DraftHandle;
  readonly stop: () => void;
}

/**
 * Holds the drafts of one conversation open, one per mode and channel (B12). The session writes them while they are
 * typed, and what is left when the page is left.
 */
export class DraftsController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #open = new Map<string, OpenDraft>();
  #session: MessagingSession | null = null;
  #isConnected = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Call from `willUpdate` with the drafts to hold; others are stored and closed. */
  sync(session: MessagingSession | null, keys: readonly DraftKey[]): void {
    if (!this.#isConnected) return;
    if (session !== this.#session) this.#closeAll();
    this.#session = session;
    if (!session) return;
    const wanted = new Map(keys.map((key) => [nameOf(key), key]));
    for (const name of [...this.#open.keys()]) if (!wanted.has(name)) this.#close(name);
    for (const [name, key] of wanted) {
      if (this.#open.has(name)) continue;
      const handle = session.openDraft(key);
      this.#open.set(name, { key, handle, stop: handle.subscribe(() => this.#host.requestUpdate()) });
    }
  }

  /** What is typed; `null` for nothing. */
  get(key: DraftKey): Draft | null {
    return this.#open.get(nameOf(key))?.handle.value ?? null;
  }

  /** All that is typed, the newest first. */
  get all(): readonly Draft[] {
    return [...this.#open.values()]
      .flatMap(({ handle }) => (handle.value && handle.value.text !== '' ? [handle.value] : []))
      .sort((a, b) => b.updatedAt - a.updatedAt);
  }

  /** `basis` says whom the text is for; a draft keeps the one it was begun with. */
  setText(key: DraftKey, text: string, basis?: TextBasis): void {
    this.#open.get(nameOf(key))?.handle.setText(text, basis);
    this.#host.requestUpdate();
  }

  /** Which message is answered. */
  setReplyTo(key: DraftKey, messageId: string | null): void {
    this.#open.get(nameOf(key))?.handle.setReplyTo(messageId);
    this.#host.requestUpdate();
  }

  /** An approved template that is being filled; `text` is how it reads so far. */
  setTemplate(
    key: DraftKey,
    text: string,
    draft: { readonly template: TemplateDraft; readonly basis: TextBasis },
  ): void {
    this.#open.get(nameOf(key))?.handle.setTemplate(text, draft.template, draft.basis);
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    this.#isConnected = true;
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    // An element that is moved is disconnected and connected in one go.
    queueMicrotask(() => {
      if (!this.#isConnected) this.#closeAll();
    });
  }

  #closeAll(): void {
    for (const name of [...this.#open.keys()]) this.#close(name);
  }

  #close(name: string): void {
    const draft = this.#open.get(name);
    if (!draft) return;
    this.#open.delete(name);
    draft.stop();
    draft.handle.dispose();
  }
}

function nameOf({ conversationId, mode, channel }: DraftKey): string {
  return JSON.stringify([conversationId, mode, channel]);
}
