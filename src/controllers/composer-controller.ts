import type { ReactiveControllerHost } from 'lit';
import { channelOptions, type ChannelOption, type ChannelOptionId } from '../domain/channel-choice.ts';
import { basisOf, sendObstacle, textLimit, type TextLimit } from '../domain/composition.ts';
import type { ChannelKind, Conversation } from '../domain/model.ts';
import { fillPlaceholders, recipientValues, type FilledText } from '../domain/placeholders.ts';
import type { ComposerMode, DraftKey } from '../ports/storage.ts';
import type { MessagingSession, OpenReadable } from '../sync/session-api.ts';
import { ChannelSelection } from './channel-selection.ts';
import { type ComposerAids, type ComposerInputs, type Composition, keyOf, type Prepared } from './composition.ts';
import { DraftsController } from './drafts-controller.ts';
import { earlyTexts } from './early-texts.ts';
import { type Enclosures, type Obstacle, obstacleWith } from './enclosures.ts';
import { HandleController } from './handle-controller.ts';
import { InvitationController } from './invitation-controller.ts';
import {
  MessageSender,
  type SendListener,
  type Sending,
  type SendProblem,
  type SendQuestion,
  type SendState,
} from './message-sender.ts';
import { ReplyWindowController } from './reply-window-controller.ts';
import { begunOf, sendingOf } from './sending-of.ts';

export type { ChannelOption, ChannelOptionId, ComposerMode, Composition, Obstacle };
export type { ComposeRequest } from './composition.ts';
export type { SendProblem, SendQuestion };
export { windowLeft } from './window-left.ts';

const noLimit = Number.MAX_SAFE_INTEGER;
const hidden: ReadonlySet<string | null> = new Set(['not-available', 'not-configured']);

/** Drafts, channel choice and sending of one composer. */
export class ComposerController {
  /** What the tools know. */
  aids: ComposerAids = {};
  /** What is typed. */
  readonly drafts: DraftsController;
  readonly #sender: MessageSender;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #inputs: () => ComposerInputs;
  readonly #conversation: HandleController<OpenReadable<Conversation | null>>;
  readonly #invitation: InvitationController;
  readonly #windows: ReplyWindowController;
  readonly #selection = new ChannelSelection();
  /** The files beside the text, once a tool brings them. */
  enclosures: Enclosures | null = null;
  #mode: ComposerMode = 'reply';
  #conversationId: string | null = null;
  #composition: Composition | null = null;
  /** What is typed for conversations that have not loaded yet. */
  #early = new Map<string, string>();

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    inputs: () => ComposerInputs,
    listener: Omit<SendListener, 'changed'>,
  ) {
    this.#host = host;
    this.#inputs = inputs;
    this.#conversation = new HandleController(host);
    this.drafts = new DraftsController(host);
    this.#invitation = new InvitationController(host);
    this.#windows = new ReplyWindowController(host, () => inputs().session);
    this.#sender = new MessageSender({ ...listener, changed: () => host.requestUpdate() });
  }

  /** What to show; `null` while there is no conversation. */
  get composition(): Composition | null {
    return this.#composition;
  }

  /** What is typed, also while there is no composition yet. */
  get text(): string {
    return this.#early.get(this.#conversationId ?? '') ?? this.#composition?.text ?? '';
  }

  /** Whether Send was pressed and the message is not safe yet. */
  get isSending(): boolean {
    return this.#sendState.isSending;
  }

  /** Why the last message could not be kept for sending. */
  get problem(): SendProblem | null {
    return this.#sendState.problem;
  }

  /** What the agent must decide before the message leaves. */
  get question(): SendQuestion | null {
    return this.#sendState.question;
  }

  /** Whether colleagues can be left a note. */
  get hasNotes(): boolean {
    return this.#inputs().status?.backend?.capabilities.can.notes ?? false;
  }

  /** Whether something waits in the draft of a mode or channel that is not the one shown. */
  hasDraft(mode: ComposerMode, channel: ChannelKind | null): boolean {
    const { conversationId } = this.#inputs();
    if (conversationId === null) return false;
    const key = { conversationId, mode, channel };
    return (this.drafts.get(key)?.text ?? '') !== '' || (this.enclosures?.has(key) ?? false);
  }

  /** Call from `willUpdate`. */
  update(): void {
    const { session, status, conversationId } = this.#inputs();
    const ready = status?.phase === 'ready' ? session : null;
    if (session) this.#early = earlyTexts(session, this.#early);
    if (conversationId !== this.#conversationId) {
      this.#conversationId = conversationId;
      this.#mode = 'reply';
    }
    this.#conversation.sync(ready, [conversationId], (open) => open.openConversation(conversationId ?? ''));
    this.#invitation.sync(ready);
    const conversation = this.#conversation.value;
    this.#composition = ready && conversation ? this.#compose(ready, conversation) : null;
    if (ready && conversation && this.#takeEarly()) this.#composition = this.#compose(ready, conversation);
    this.#windows.watch(this.#composition?.options.map(({ window }) => window) ?? []);
  }

  chooseChannel(id: ChannelOptionId): void {
    this.#selection.choose(id);
    this.#change();
  }

  chooseMode(mode: ComposerMode): void {
    this.#mode = mode;
    this.#change();
  }

  /** What is typed now. */
  setText(text: string): void {
    const composition = this.#composition;
    const key = composition && keyOf(composition);
    const id = this.#conversationId ?? this.#inputs().conversationId;
    if (id !== null && (!key || this.#early.has(id))) {
      this.#early.set(id, text);
      this.#host.requestUpdate();
    }
    if (!key || this.#early.has(id ?? '')) return;
    this.#selection.touch();
    this.drafts.setText(
      key,
      text,
      composition.mode === 'note' ? undefined : basisOf(composition.conversation, composition.option),
    );
    this.forget();
  }

  /**
   * Sends what is typed, or adds the note.
   *
   * @param agreed - the agent was asked about a changed target and wants to send
   */
  async send(agreed?: 'agreed'): Promise<boolean> {
    // Time has passed since the last render: the window may have closed this very moment.
    this.update();
    const { session } = this.#inputs();
    const composition = this.#composition;
    if (!session || !composition || composition.obstacle) return false;
    const key = keyOf(composition);
    const sending = sendingOf(composition, key && this.drafts.get(key), this.aids);
    if (!sending) return false;
    const isSafe = await this.#sender.send(session, sending, agreed);
    if (isSafe && composition.invitation) this.#selection.release();
    return isSafe;
  }

  /**
   * Sends what was made ready beside the text, e.g. an approved template; what is typed stays.
   *
   * @param agreed - the agent was asked about a changed target and wants to send
   */
  async sendPrepared({ option, draft, ...prepared }: Prepared, agreed?: 'agreed'): Promise<boolean> {
    const { session } = this.#inputs();
    const composition = this.#composition;
    if (!session || !composition || option.target === null) return false;
    const target = basisOf(composition.conversation, option);
    const [begun, news] = [begunOf(draft, target, this.aids), this.aids.news?.() ?? []];
    const sending: Sending = { command: 'send', ...prepared, target, begun, draft, news };
    return this.#sender.send(session, sending, agreed);
  }

  /** Puts what was typed while the conversation loaded behind the draft that it has. */
  #takeEarly(): boolean {
    const [id, composition] = [this.#conversationId ?? '', this.#composition];
    const typed = this.#early.get(id);
    if (typed === undefined || !composition || !keyOf(composition) || this.#inputs().isComposing) return false;
    this.#early.delete(id);
    if (typed !== '') this.setText([composition.text, typed].filter((part) => part !== '').join('\n'));
    return true;
  }

  #compose(session: MessagingSession, conversation: Conversation): Composition | null {
    const { backend } = this.#inputs().status ?? {};
    const now = session.serverNow();
    const context = { now, invitation: this.#invitation.isConfigured, available: backend?.channels ?? [] };
    const all = channelOptions(conversation, context).map(
      (option) => this.aids.withSender?.(conversation, option, now) ?? option,
    );
    const options = all.filter(({ reason, id }) => !hidden.has(reason) || (id === 'sms' && all.length === 1));
    this.drafts.sync(session, this.#keys(conversation, options));
    const option = this.#selection.update(conversation, options, {
      hasText: (channel) => this.hasDraft('reply', channel),
      channels: this.drafts.all.flatMap(({ key }) => (key.mode === 'reply' && key.channel ? [key.channel] : [])),
    });
    if (!option) return null;
    const backendLimit = backend?.capabilities.limits.maxTextLength ?? noLimit;
    return this.#complete({ conversation, options, option, now, mode: this.#mode }, backendLimit);
  }

  #complete(
    parts: Pick<Composition, 'conversation' | 'options' | 'option' | 'now' | 'mode'>,
    backendLimit: number,
  ): Composition {
    const { conversation, options, option, mode } = parts;
    const key = keyOf(parts);
    const draft = key && this.drafts.get(key);
    const text = draft?.text ?? '';
    const isReply = mode === 'reply';
    const invitation =
      isReply && option.id === 'whatsapp-invitation' ? this.#invitation.for(conversation.recipient) : null;
    const source = invitation?.ok ? invitation.text : text;
    const values = recipientValues(conversation.recipient);
    const outgoing = isReply ? fillPlaceholders(source, values) : asTyped(text);
    const limit: TextLimit = isReply ? textLimit(option, backendLimit) : { unit: 'characters', limit: backendLimit };
    const lock = isReply ? option.reason : null;
    const { lengthOf = null } = this.aids;
    const files = isReply && key ? this.enclosures : null;
    const enclosed = (key && files?.with(outgoing.text.trim(), key, option)) ?? null;
    return {
      ...parts,
      text,
      replyToId: draft?.replyToId ?? null,
      outgoing,
      invitation,
      limit,
      enclosed,
      obstacle: obstacleWith(
        sendObstacle(outgoing.text, { missing: outgoing.missing, lock, limit, lengthOf }),
        enclosed,
      ),
      waysOn: lock === null ? [] : options.filter(({ enabled, id }) => enabled && id !== option.id),
    };
  }

  #keys({ id: conversationId }: Conversation, options: readonly ChannelOption[]): DraftKey[] {
    const replies = options.flatMap(({ id, channel }): DraftKey[] =>
      id === 'whatsapp-invitation' ? [] : [{ conversationId, mode: 'reply', channel }],
    );
    return this.hasNotes ? [...replies, { conversationId, mode: 'note', channel: null }] : replies;
  }

  /** Forgets the question, or the problem of the last attempt. */
  forget(): void {
    if (this.#conversationId !== null) this.#sender.forget(this.#conversationId);
  }

  get #sendState(): SendState {
    return this.#sender.stateOf(this.#conversationId ?? '');
  }

  #change(): void {
    this.forget();
    this.#host.requestUpdate();
  }
}

/** Notes go out as they were typed: nobody is greeted in them. */
function asTyped(text: string): FilledText {
  return { text, parts: [{ kind: 'text', text }], missing: [] };
}
