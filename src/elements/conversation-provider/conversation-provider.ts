import { ContextProvider } from '@lit/context';
import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { LocalizationProvider } from '../../controllers/localization-provider.ts';
import { ReadableController } from '../../controllers/readable-controller.ts';
import { sessionContext } from '../../controllers/session-context.ts';
import type { MessagingSession, SessionStatus } from '../../controllers/session-controller.ts';
import { emit } from '../events.ts';

/**
 * Gives everything inside it one session with a backend, one language and one time zone. Shows nothing itself.
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

    [hidden] {
      display: none;
    }
  `;

  /** A session made by the host itself; it wins over everything else, and the host closes it. */
  @property({ attribute: false }) session: MessagingSession | null = null;
  /** Locale as a BCP 47 tag, e.g. `nl-BE`; without it the page's `lang`. */
  @property() locale: string | null = null;
  /** Time zone, e.g. `Europe/Amsterdam`; without it the device's. */
  @property({ attribute: 'time-zone' }) timeZone: string | null = null;

  readonly #localization = new LocalizationProvider(this, () => ({ locale: this.locale, timeZone: this.timeZone }));
  readonly #provided = new ContextProvider(this, { context: sessionContext, initialValue: null });
  readonly #status = new ReadableController<SessionStatus>(this);
  #link: string | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('session')) {
      this.#provided.setValue(this.session);
      this.#status.watch(this.session?.status ?? null);
    }
  }

  protected override updated(): void {
    const state = this.#status.value?.link ?? null;
    if (state === this.#link) return;
    this.#link = state;
    if (state) emit(this, 'link-state-change', { state });
  }

  protected override render(): TemplateResult {
    return html`<slot ?hidden=${!this.#localization.isReady}></slot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'conversation-provider': ConversationProvider;
  }
}
