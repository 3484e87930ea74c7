import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { Localize } from '../../controllers/localization.ts';
import { type Notice, NoticesController } from '../../controllers/notices-controller.ts';
import { SessionController } from '../../controllers/session-controller.ts';
import { isSomebodyLooking } from '../../dom/focus-lock.ts';
import { playTone } from '../../dom/tone.ts';
import { isQuiet, type NotificationKind, notificationKinds } from '../../domain/notifications.ts';
import { notificationsTexts } from '../../locales/notifications.ts';
import { emit } from '../events.ts';
import { previewText } from '../last-message.ts';
import { recipientName } from '../recipient.ts';
import { styles } from './conversation-notifications.styles.ts';
import { type NotificationPreferences, recallPreferences, rememberPreferences } from './preferences.ts';

/**
 * Tells the agent of new and assigned conversations while nobody looks at the page: by the desktop and by a sound, in
 * one tab of the browser only. Shows the settings of this browser; with `hidden` it works without showing them.
 *
 * @tagname conversation-notifications
 * @fires notification-request - About to tell; cancel it to tell in the host's own way.
 * @fires conversation-open-request - A notification was pressed; the host shows the conversation.
 * @csspart base - Everything.
 */
export class ConversationNotifications extends LitElement {
  static override styles = styles;

  /** Tells also while somebody looks at the page. */
  @property({ type: Boolean, attribute: 'while-looking' }) whileLooking = false;

  @state() private preferences: NotificationPreferences = recallPreferences();
  /** What the browser answered last, so that it is shown at once. */
  @state() private asked = 0;

  readonly #localize = new Localize(this, notificationsTexts);
  readonly #session = new SessionController(this);
  readonly #notices = new NoticesController(this, (notice) => void this.#tell(notice));
  readonly #shown = new Set<Notification>();

  protected override scheduleUpdate(): Promise<void> | undefined {
    return this.#localize.hold(() => super.scheduleUpdate());
  }

  protected override willUpdate(): void {
    this.#notices.sync(this.#session.ready);
  }

  /** Whether the browser lets this page show notifications: as it says, or `unsupported`. */
  get permission(): NotificationPermission | 'unsupported' {
    return this.#api?.permission ?? 'unsupported';
  }

  /** Turns desktop notifications on or off. To turn them on, call it from a press: the browser asks the agent once. */
  async setDesktop(isOn: boolean): Promise<void> {
    const api = this.#api;
    if (isOn && api?.permission === 'default') await api.requestPermission();
    this.asked += 1;
    this.#keep({ desktop: isOn && api?.permission === 'granted' });
  }

  protected override render(): TemplateResult | typeof nothing {
    const { notifications: words } = this.#localize.messages;
    const { permission, preferences } = this;
    const isImpossible = permission === 'denied' || permission === 'unsupported';
    const { sound, kinds, quiet } = preferences;
    return html`<section class="base" part="base" aria-label=${words.label}>
      <label class="choice">
        <input
          type="checkbox"
          aria-describedby="permission"
          ?disabled=${isImpossible}
          .checked=${live(preferences.desktop && permission === 'granted')}
          @change=${(event: Event) => void this.setDesktop((event.target as HTMLInputElement).checked)}
        />
        ${words.desktop}
      </label>
      <p id="permission" class="hint">${words.permission[permission]}</p>
      <div class="line">
        ${this.#choice(words.sound, sound, (isOn) => this.#keep({ sound: isOn }))}
        <button type="button" class="button" @click=${() => this.#play()}>${words.tryIt}</button>
      </div>
      <fieldset>
        <legend>${words.events}</legend>
        ${notificationKinds.map((kind) =>
          this.#choice(words.kinds[kind], kinds.includes(kind), (isOn) => this.#keepKind(kind, isOn)),
        )}
      </fieldset>
      ${this.#choice(words.quiet, quiet !== null, (isOn) =>
        this.#keep({ quiet: isOn ? { from: '18:00', until: '08:00' } : null }),
      )}
      ${
        quiet
          ? html`<div class="line">
              ${this.#time(words.quietFrom, quiet.from, (from) => this.#keep({ quiet: { ...quiet, from } }))}
              ${this.#time(words.quietUntil, quiet.until, (until) => this.#keep({ quiet: { ...quiet, until } }))}
            </div>`
          : nothing
      }
    </section>`;
  }

  #choice(label: string, isOn: boolean, set: (isOn: boolean) => void): TemplateResult {
    return html`<label class="choice">
      <input
        type="checkbox"
        .checked=${isOn}
        @change=${(event: Event) => set((event.target as HTMLInputElement).checked)}
      />
      ${label}
    </label>`;
  }

  #time(label: string, value: string, set: (value: string) => void): TemplateResult {
    return html`<label class="time">
      ${label}
      <input
        class="field"
        type="time"
        .value=${value}
        @change=${(event: Event) => set((event.target as HTMLInputElement).value || value)}
      />
    </label>`;
  }

  get #api(): typeof Notification | null {
    return (
      (this.ownerDocument.defaultView as { readonly Notification?: typeof Notification } | null)?.Notification ?? null
    );
  }

  #keep(change: Partial<NotificationPreferences>): void {
    // What another tab changed meanwhile counts as well.
    this.preferences = { ...recallPreferences(), ...change };
    rememberPreferences(this.preferences);
  }

  #keepKind(kind: NotificationKind, isOn: boolean): void {
    const { kinds } = this.preferences;
    this.#keep({ kinds: notificationKinds.filter((one) => (one === kind ? isOn : kinds.includes(one))) });
  }

  async #tell({ kind, conversation }: Notice): Promise<void> {
    const { session } = this.#session;
    const { kinds, quiet, desktop, sound } = recallPreferences();
    if (!this.#localize.isReady || !session || !kinds.includes(kind)) return;
    const { notifications: words } = this.#localize.messages;
    if (isQuiet(quiet, session.serverNow(), this.#localize.timeZone)) return;
    if (!this.whileLooking && (await isSomebodyLooking(this.ownerDocument))) return;
    const { lastMessage } = conversation;
    const title = words.titles[kind](recipientName(conversation, this.#localize.messages));
    const text = lastMessage ? previewText(lastMessage, this.#localize.value) : '';
    if (!emit(this, 'notification-request', { kind, conversation, title, text })) return;
    if (desktop) this.#show(conversation.id, title, text, () => this.#open(conversation));
    if (sound) this.#play();
  }

  /** One per conversation: a newer one takes the place of the older. */
  #show(id: string, title: string, body: string, open: () => void): void {
    const api = this.#api;
    if (api?.permission !== 'granted') return;
    try {
      const shown = new api(title, { body, tag: `conversation-elements/${id}`, lang: this.#localize.value.locale });
      this.#shown.add(shown);
      shown.addEventListener('close', () => this.#shown.delete(shown));
      shown.addEventListener('click', open);
    } catch {
      // Some browsers show notifications only from a service worker, which is the host's.
    }
  }

  #open({ id: conversationId, recipient }: Notice['conversation']): void {
    this.ownerDocument.defaultView?.focus();
    for (const shown of this.#shown) shown.close();
    emit(this, 'conversation-open-request', { conversationId, recipient });
  }

  #play(): void {
    const view = this.ownerDocument.defaultView;
    if (view) playTone(view);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'conversation-notifications': ConversationNotifications;
  }
}
