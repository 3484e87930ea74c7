import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import type { Announcement } from '../../../controllers/announcer-controller.ts';
import { PresenceWatch } from '../../../controllers/presence-watch.ts';
import { RootListener } from '../../../controllers/root-listener.ts';
import type { MessagingSession } from '../../../controllers/session-controller.ts';
import { afterPaint } from '../../../dom/after-paint.ts';
import type { TimelineMoreTexts } from '../../../locales/timeline-more.ts';
import { isElement } from '../../tags.ts';
import { presenceSentences } from './presence-sentences.ts';

/** What others are watched with. */
export interface PresenceParts {
  readonly session: () => MessagingSession | null;
  /** The conversation that is open; `null` where several are shown. */
  readonly conversationId: () => string | null;
  readonly texts: () => TimelineMoreTexts | null;
  readonly wantTexts: () => void;
  readonly announce: (announcement: Announcement) => void;
}

/** Who else is in the conversation, below its messages (A16), where a backend can tell. */
export class TimelinePresence implements ReactiveController {
  readonly #host: LitElement;
  readonly #parts: PresenceParts;
  #watch: PresenceWatch | null = null;
  #key: readonly unknown[] = [];
  #isConnected = false;

  constructor(host: LitElement, parts: PresenceParts) {
    this.#host = host;
    this.#parts = parts;
    new RootListener(host, 'input', (event) => this.#heard(event));
    new RootListener(host, 'message-sent', () => this.#watch?.finished());
    host.addController(this);
  }

  render(): TemplateResult | typeof nothing {
    const texts = this.#parts.texts()?.presence;
    const others = this.#watch?.others ?? [];
    if (others.length === 0) return nothing;
    if (!texts) this.#parts.wantTexts();
    const shown = texts ? presenceSentences(others, texts) : null;
    if (!shown) return nothing;
    if (shown.replying !== null)
      this.#parts.announce({
        key: `replying/${this.#parts.conversationId() ?? ''}/${shown.replying}`,
        text: shown.replying,
      });
    return html`<p class="presence ${shown.replying === null ? '' : 'collides'}" part="presence">
      ${shown.sentences.map((sentence) => html`<span>${sentence}</span>`)}
    </p>`;
  }

  hostConnected(): void {
    this.#isConnected = true;
  }

  hostUpdated(): void {
    const session = this.#parts.session();
    const key = [session, this.#parts.conversationId()];
    if (key.every((part, index) => part === this.#key[index]) && this.#key.length > 0) return;
    this.#close();
    this.#key = key;
    if (this.#isConnected) void this.#open(key);
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#close();
  }

  async #open(key: readonly unknown[]): Promise<void> {
    const [session, conversationId] = [this.#parts.session(), this.#parts.conversationId()];
    const part = session?.part('presence');
    if (!session || conversationId === null || !part) return;
    // Messages come first.
    await afterPaint();
    if (key !== this.#key) return;
    const changed = (): void => this.#host.requestUpdate();
    this.#watch = new PresenceWatch({ session, part, conversationId, document: this.#host.ownerDocument, changed });
  }

  #close(): void {
    this.#watch?.close();
    this.#watch = null;
    this.#key = [];
  }

  /** Something was typed beside the messages, in the composer of the same conversation. */
  #heard(event: Event): void {
    const composer = event.composedPath().find((target) => isElement(target, 'channel-composer'));
    const isHere = (composer as { conversationId?: string | null } | undefined)?.conversationId;
    if (composer && isHere === this.#parts.conversationId()) this.#watch?.typed();
  }
}
