import { ContextProvider } from '@lit/context';
import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { assigningContext } from '../../controllers/assigning-context.ts';
import { LocalizationProvider } from '../../controllers/localization-provider.ts';
import { ReadableController } from '../../controllers/readable-controller.ts';
import { sessionContext } from '../../controllers/session-context.ts';
import type { MessagingSession, SessionStatus } from '../../controllers/session-controller.ts';
import type { HostContext, LinkState, MessagingAdapter } from '../../ports/adapter.ts';
import { emit } from '../events.ts';

/** What developers should know of stands in the console, without texts or addresses. */
const log: HostContext['log'] = (level, message) => {
  if (level !== 'debug') console[level](`conversation-elements: ${message}`);
};

/**
 * Gives everything inside it one session with a backend, one language and one time zone. Shows nothing itself. The texts come in
 * English, Dutch, German, French and Arabic; in Arabic the provider sets its own `dir` to `rtl` unless it or the page has a `dir`.
 *
 * @tagname conversation-provider
 * @slot - The elements that share the session, anywhere inside.
 * @fires link-state-change - The connection to the backend changed.
 */
export class ConversationProvider extends LitElement {
  static override styles = css`
    :host {
      display: contents;
    }

    /* Not seen, but with the place it will have: neither the page nor what measures itself moves as it appears. */
    .waiting {
      visibility: hidden;
    }
  `;

  /** The backend by name: `local` keeps everything in this browser. The property `adapter` wins. */
  @property() backend: string | null = null;
  /** The co-worker who is signed in, for a backend that lets the page choose; without it the backend's first. */
  @property() agent: string | null = null;
  /** Locale as a BCP 47 tag, e.g. `nl-BE`; without it the page's `lang`. */
  @property() locale: string | null = null;
  /** Time zone, e.g. `Europe/Amsterdam`; without it the device's. */
  @property({ attribute: 'time-zone' }) timeZone: string | null = null;
  /** Lets conversations be given to colleagues who are not logged in, too. */
  @property({ type: Boolean, attribute: 'assign-offline' }) assignOffline = false;
  /** The way to your own backend; wins over `backend`. */
  @property({ attribute: false }) adapter: MessagingAdapter | null = null;
  /** Mints a short-lived token for the backend; asked again with `expired` when one ran out. Kept in memory only. */
  @property({ attribute: false }) token: HostContext['token'] | null = null;
  /** A session made by the host itself; wins over everything else, and the host closes it. */
  @property({ attribute: false }) session: MessagingSession | null = null;

  /** Whether the part that talks to the backend could not be loaded. */
  @state() private isBroken = false;

  readonly #localization = new LocalizationProvider(this, () => ({ locale: this.locale, timeZone: this.timeZone }));
  readonly #provided = new ContextProvider(this, { context: sessionContext, initialValue: null });
  readonly #assigning = new ContextProvider(this, {
    context: assigningContext,
    initialValue: { offersOffline: false },
  });
  readonly #status = new ReadableController<SessionStatus>(this);
  #own: MessagingSession | null = null;
  /** Counts beginnings, so that one that was overtaken ends by itself. */
  #starts = 0;
  #told: LinkState | null = null;

  constructor() {
    super();
    this.addController({
      hostConnected: () => {
        if (!this.#provided.value) this.requestUpdate('backend');
      },
      hostDisconnected: () => this.#closeUnlessMoved(),
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('assignOffline')) this.#assigning.setValue({ offersOffline: this.assignOffline });
    const isOther = (['session', 'adapter', 'backend', 'agent'] as const).some((name) => changed.has(name));
    if (isOther && this.isConnected) this.#start();
  }

  protected override updated(): void {
    const state = this.#status.value?.link ?? null;
    if (state === this.#told) return;
    this.#told = state;
    if (state) emit(this, 'link-state-change', { state });
  }

  protected override render(): TemplateResult {
    const { messages, isReady } = this.#localization;
    const { failedToStart, reload } = messages.provider;
    // One element and no place for a second: every page with our elements has this one.
    const content = html`<slot class=${isReady ? '' : 'waiting'}></slot>`;
    return this.isBroken
      ? html`${content}
          <p role="alert">${failedToStart} ${reload}</p>`
      : content;
  }

  #start(): void {
    this.#close();
    this.#provide(this.session);
    if (!this.session && (this.adapter || this.backend !== null)) void this.#startOwn();
  }

  /** What talks to the backend is a chunk of its own, so that the first paint does not wait for it. */
  async #startOwn(): Promise<void> {
    const start = (this.#starts += 1);
    try {
      const { adapterByName, borrowedAdapter, createSession } = await import('../../session.ts');
      if (start !== this.#starts || !this.isConnected) return;
      const adapter = this.adapter ? borrowedAdapter(this.adapter) : adapterByName(this.backend ?? '', this.agent);
      const { locale, timeZone } = this.#localization;
      const token: HostContext['token'] = (reason) => this.token?.(reason) ?? Promise.resolve('');
      this.#own = createSession({ adapter, locale, timeZone, token, log });
      this.#provide(this.#own);
    } catch (reason) {
      console.error('conversation-elements could not start', reason);
      this.isBroken = start === this.#starts;
    }
  }

  #provide(session: MessagingSession | null): void {
    this.#provided.setValue(session);
    this.#status.watch(session?.status ?? null);
  }

  /** An element that is moved is disconnected and connected in one go: its session goes on. */
  #closeUnlessMoved(): void {
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#close();
      this.#provide(null);
    });
  }

  #close(): void {
    this.#starts += 1;
    this.isBroken = false;
    void this.#own?.close();
    this.#own = null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'conversation-provider': ConversationProvider;
  }
}
