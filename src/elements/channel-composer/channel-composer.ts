import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { ComposeRequest, Composition } from '../../controllers/composer-controller.ts';
import { ComposerController } from '../../controllers/composer-controller.ts';
import { ComposeRequests } from '../../controllers/compose-requests.ts';
import { FocusRescue } from '../../controllers/focus-rescue.ts';
import { LightTextArea } from '../../controllers/light-text-area.ts';
import { Localize } from '../../controllers/localization.ts';
import { NearbyKeys } from '../../controllers/nearby-keys.ts';
import { SessionController } from '../../controllers/session-controller.ts';
import { growsByItself } from '../../dom/autosize.ts';
import { matchesShortcut } from '../../dom/keys.ts';
import { composerTexts } from '../../locales/composer.ts';
import { emit, type ViewCommand } from '../events.ts';
import { styles } from './channel-composer.styles.ts';
import { FocusNext } from './focus-next.ts';
import { composerFoot } from './foot.ts';
import { composerHead } from './head.ts';
import { LazyTools } from './lazy-tools.ts';
import { NoticeBoard } from './notice-board.ts';
import { SendCommand } from './send-command.ts';
import { isSendKey, type SendKey } from './send-key.ts';
import { dress, textAreaState } from './text-area-state.ts';
import { type ComposerWords, refusalSentence } from './words.ts';

/**
 * Where the agent chooses a channel, writes, and sends: a reply to the customer, an invitation to WhatsApp, or a note
 * for colleagues. The text area is a child of the element, in the light DOM.
 *
 * @tagname channel-composer
 * @slot text - The text area. One is made when there is none.
 * @slot suggestions - The element's own: the list of names or quick replies while one types.
 * @fires message-send-request - About to send; cancel it to keep the text.
 * @fires message-sent - The message is safe on this device and on its way.
 * @fires message-failed - The message could not be kept for sending; its text is still there.
 * @fires command-state-change - What Send does, or whether it can be pressed, changed.
 * @csspart base - Everything.
 * @csspart channel - The choice of channel.
 * @csspart mode - The choice between reply and note.
 * @csspart recipient - Whom the message goes to.
 * @csspart lock - Why nothing can be typed, and the ways on.
 * @csspart notice - A warning, a question or a problem.
 * @csspart preview - The text as the recipient gets it.
 * @csspart quote - The message that is answered.
 * @csspart field - The frame of the text area.
 * @csspart segments - How many parts or characters are used.
 * @csspart reason - Why Send is disabled.
 * @csspart send-more - Opens other ways to send.
 * @csspart sender - The choice of own number.
 * @csspart scheduled - What waits for its time.
 * @csspart send - The Send button.
 * @csspart tools - The buttons below the text.
 * @csspart files - The files that go along.
 * @csspart characters - Which characters make a text message longer, and what may stand for them.
 * @csspart emoji - The panel with emoji.
 * @csspart quick-replies - The panel with quick replies.
 * @csspart assistant - The panel of the assistant.
 * @csspart send-ways - The panel with other ways to send.
 * @csspart voice-note - A voice note that is recorded or heard again.
 * @csspart template-dialog - The dialog with approved templates.
 * @csspart template-list - The approved templates to choose from.
 * @csspart template-form - The fields of the chosen one.
 * @csspart template-preview - How the recipient gets it.
 * @csspart template-send - Its Send button.
 * @cssproperty [--ce-composer-max-size=40cqb] - Height to which the text area grows.
 */
export class ChannelComposer extends LitElement {
  /** Takes part in forms: its value is the text. */
  static readonly formAssociated = true;
  static override styles = styles;

  /** The conversation that is answered. */
  @property({ attribute: 'conversation-id' }) conversationId: string | null = null;
  /** Which key sends: `enter` or `ctrl-enter`. Shift+Control+S always does. */
  @property({ attribute: 'send-key' }) sendKey: SendKey = 'enter';
  /** Name of the text in a form around the composer. */
  @property({ reflect: true }) name = '';
  /** Shows everything but lets nothing be typed or sent. */
  @property({ type: Boolean, reflect: true }) disabled = false;
  /** Sends also when somebody wrote since the text was begun, without a review first. */
  @property({ type: Boolean, attribute: 'no-send-guard' }) noSendGuard = false;
  /** For how many seconds a text waits on this device after Send, so that it can be taken back; 0 for not at all. */
  @property({ type: Number, attribute: 'undo-seconds', reflect: true }) undoSeconds = 0;

  readonly #internals = this.attachInternals();
  readonly #localize = new Localize(this, composerTexts);
  readonly #session = new SessionController(this);
  readonly #textArea = new LightTextArea(this, 'text', (text) => this.#composer.setText(text));
  readonly #composer = new ComposerController(
    this,
    () => ({
      session: this.#session.session,
      status: this.#session.status,
      conversationId: this.conversationId,
      isComposing: this.#textArea.isComposing,
    }),
    {
      mayLeave: ({ target: { conversationId, channel }, text }) =>
        emit(this, 'message-send-request', { conversationId, channel, text }),
      sent: (conversationId, clientId) => emit(this, 'message-sent', { conversationId, clientId }),
      failed: (conversationId, clientId, why) =>
        emit(this, 'message-failed', { conversationId, clientId, reason: why }),
    },
  );
  readonly #tools = new LazyTools({
    ...{ element: this, localize: this.#localize, session: this.#session, composer: this.#composer },
    ...{ textArea: this.#textArea, send: () => this.send() },
  });
  readonly #focus = new FocusNext(this, this.#textArea);
  readonly #notices = new NoticeBoard({
    ...{ composer: this.#composer, tools: this.#tools, focus: this.#focus },
    sendAgreed: () => void this.#send('agreed'),
  });
  readonly #command = new SendCommand({
    ...{ element: this, localize: this.#localize, composer: this.#composer },
    ...{ canSend: () => this.#canSend, send: () => this.send() },
  });
  #isFormDisabled = false;
  #shown: Composition | null = null;

  constructor() {
    super();
    new NearbyKeys(this, (event) => this.#press(event));
    new FocusRescue(this, () => this.focus());
    new ComposeRequests(this, (request) => {
      if (request.conversationId === this.conversationId) void this.compose(request);
    });
  }

  protected override scheduleUpdate(): Promise<void> | undefined {
    return this.#localize.hold(() => super.scheduleUpdate());
  }

  protected override willUpdate(): void {
    this.#composer.update();
  }

  protected override updated(): void {
    this.#showText();
    const { composition } = this.#composer;
    this.#internals.setFormValue(this.conversationId === null ? null : this.#composer.text);
    if (composition) this.#tools.tell(this.#shown, composition);
    this.#shown = composition;
    this.#focus.move();
    this.#command.tell();
    if (composition) void this.#tools.load();
  }

  /** A form around the composer was reset. */
  formResetCallback(): void {
    this.value = '';
  }

  /** A fieldset around the composer was disabled or enabled. */
  formDisabledCallback(isDisabled: boolean): void {
    this.#isFormDisabled = isDisabled;
    this.requestUpdate();
  }

  /**
   * What is typed for the selected channel or note. Setting it replaces the draft; while the conversation still loads it
   * comes behind the draft.
   */
  get value(): string {
    return this.#composer.text;
  }
  set value(text: string) {
    // For the conversation of now, also before the next render.
    this.#composer.update();
    this.#composer.setText(text);
  }

  /** The commands of the composer, for a host's own buttons: `send`. */
  get commands(): readonly ViewCommand[] {
    return this.#command.all;
  }

  /** Focuses the text area. */
  override focus(options?: FocusOptions): void {
    this.#textArea.element?.focus(options);
  }

  /**
   * Sends what is typed, or adds the note, as if the button were pressed; never twice at a time.
   *
   * @returns whether the message is safe and on its way
   */
  async send(): Promise<boolean> {
    return this.#send();
  }

  /**
   * Takes up a text to write anew, e.g. of a message that failed, and focuses the text area; while the conversation loads
   * it waits for that.
   *
   * @returns whether it was taken up: not for another conversation than the one that is open, or is opened meanwhile
   */
  async compose(request: ComposeRequest): Promise<boolean> {
    const isTaken = await this.#tools.takeUp(request);
    if (isTaken) this.#focus.on('text');
    return isTaken;
  }

  protected override render(): TemplateResult {
    const { composition } = this.#composer;
    const mode = composition?.mode ?? 'reply';
    return html`<section class="composer ${mode}" part="base" aria-label=${this.#localize.messages.composer.label}>
      <div class="head">${composition ? this.#renderHead(composition) : nothing}</div>
      ${composition ? this.#notices.render(composition, this.#words) : nothing}
      ${composition && this.#tools.at('above', composition)}
      <div
        class="field ${composition?.obstacle?.type === 'locked' ? 'locked' : ''}"
        part="field"
        ?hidden=${composition?.mode === 'reply' && composition.option.id === 'whatsapp-invitation'}
      >
        <slot name="text"></slot>
        ${growsByItself() ? nothing : html`<div class="mirror" aria-hidden="true"></div>`}
      </div>
      ${composition && this.#tools.at('below', composition)}
      <div class="foot">${this.conversationId === null ? nothing : this.#renderFoot(composition)}</div>
      ${composition && this.#tools.at('layers', composition)}
    </section>`;
  }

  #renderHead(composition: Composition): TemplateResult {
    return composerHead(composition, {
      ...this.#words,
      hasNotes: this.#composer.hasNotes,
      hasDraft: (mode, channel) => this.#composer.hasDraft(mode, channel),
      chooseChannel: (id) => this.#composer.chooseChannel(id),
      chooseMode: (mode) => this.#composer.chooseMode(mode),
      sender: this.#tools.at('sender', composition),
    });
  }

  #renderFoot(composition: Composition | null): TemplateResult {
    return composerFoot(composition, {
      ...this.#words,
      canSend: this.#canSend,
      isOffline: this.#session.status?.link === 'offline',
      send: () => void this.#send(),
      tools: this.#tools,
      isEmpty: this.#composer.text === '',
    });
  }

  get #words(): ComposerWords {
    const { messages, formats } = this.#localize;
    return { messages, formats };
  }

  get #isDisabled(): boolean {
    return this.disabled || this.#isFormDisabled;
  }

  get #canSend(): boolean {
    const { composition, isSending } = this.#composer;
    return composition !== null && composition.obstacle === null && !isSending && !this.#isDisabled;
  }

  async #send(agreed?: 'agreed'): Promise<boolean> {
    const { composition, isSending } = this.#composer;
    if (this.conversationId === null || !this.hasUpdated || this.#isDisabled || isSending) return false;
    if (composition && (await this.#composer.send(agreed))) return true;
    const { question } = this.#composer;
    const why = refusalSentence(this.#composer, composition, this.#words);
    // Each press of a Send that cannot send is answered, also if the answer is that of before.
    if (why !== '') void this.#tools.refuse(why);
    if (question) this.#focus.on('answers');
    else this.requestUpdate();
    return false;
  }

  #press(event: KeyboardEvent): void {
    if (this.#tools.press(event)) return;
    const isInText = event.target === this.#textArea.element;
    if (matchesShortcut(event, 'Control+Shift+S') || (isInText && isSendKey(event, this.sendKey))) {
      event.preventDefault();
      if (!event.repeat) void this.#send();
    } else if (this.#composer.question && matchesShortcut(event, 'Escape')) {
      event.preventDefault();
      this.#notices.answer('keep');
    }
  }

  #showText(): void {
    const { composition, isSending, text } = this.#composer;
    const isChosen = this.conversationId !== null;
    this.#textArea.show(
      textAreaState(composition, this.#words, { text, isSending, isChosen, isDisabled: this.#isDisabled }),
    );
    dress(this.#textArea.element, this);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'channel-composer': ChannelComposer;
  }
}
