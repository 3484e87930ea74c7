import type { ReactiveControllerHost } from 'lit';
import { channelOptions, type ChannelOption, type ChannelOptionId } from '../domain/channel-choice.ts';
import {
  basisOf,
  sendObstacle,
  textLimit,
  type TextBasis,
  type TextLimit,
  type TextMeasure,
} from '../domain/composition.ts';
import type { Invitation } from '../domain/invitation.ts';
import type { ChannelKind, Content, Conversation, Mention } from '../domain/model.ts';
import { fillPlaceholders, recipientValues, type FilledText } from '../domain/placeholders.ts';
import type { OutgoingMessage } from '../ports/adapter.ts';
import type { GuardFinding } from '../domain/send-guard.ts';
import type { ComposerMode, Draft, DraftKey } from '../ports/storage.ts';
import type { MessagingSession, OpenReadable, SessionStatus } from '../sync/session-api.ts';
import { ChannelSelection } from './channel-selection.ts';
import { DraftsController } from './drafts-controller.ts';
import { type Enclosed, type Enclosures, type Obstacle, obstacleWith } from './enclosures.ts';
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

export type { ChannelOption, ChannelOptionId, ComposerMode, FilledText, Obstacle, TextLimit };
export { windowLeft } from './reply-window-controller.ts';
export type { SendProblem, SendQuestion };

/** A text that is to be written anew, or a place to go on writing. */
export interface ComposeRequest {
  readonly conversationId: string;
  /** The channel it was for. */
  readonly channel: ChannelKind | null;
  /** Whether to write by that channel or by the best other one. */
  readonly by: 'same-channel' | 'other-channel';
  /** Text to add to what is typed; `null` when it already is in the draft of `channel`. */
  readonly text: string | null;
}

/** What a composer is for, as its element knows it. */
export interface ComposerInputs {
  readonly session: MessagingSession | null;
  readonly status: SessionStatus | null;
  readonly conversationId: string | null;
}

/** Everything a composer shows, derived from the conversation, what is typed, and the time. */
export interface Composition {
  readonly conversation: Conversation;
  readonly mode: ComposerMode;
  /** The choices above the text; without those that nobody here can do anything about. */
  readonly options: readonly ChannelOption[];
  readonly option: ChannelOption;
  readonly text: string;
  /** What will be sent: the text with its placeholders filled, or the invitation. */
  readonly outgoing: FilledText;
  readonly invitation: Invitation | null;
  readonly limit: TextLimit;
  /** What the text and its files become; `null` without files. */
  readonly enclosed: Enclosed | null;
  readonly obstacle: Obstacle | null;
  /** The backend's time the windows were looked at. */
  readonly now: number;
  /** Ways on that work now, while the selected channel is locked. */
  readonly waysOn: readonly ChannelOption[];
}

/** What is known beside the text once what knows it has loaded. */
export interface ComposerAids {
  /** Counts a text in the channel's own unit (B11). */
  readonly lengthOf?: TextMeasure;
  /** The option with the own number that is chosen for it (B15). */
  readonly withSender?: (conversation: Conversation, option: ChannelOption, now: number) => ChannelOption;
  /** Whether the agent chose the own number of a channel by hand: then nobody asks whether it changed. */
  readonly choseSender?: (conversationId: string, channel: ChannelKind) => boolean;
  /** Until when a text waits so that it can be taken back, epoch ms of the device; `null` for not at all (B16). */
  readonly holdUntil?: (option: ChannelOption) => number | null;
  /** Colleagues that a note names (B13). */
  readonly mentions?: (conversationId: string, note: string) => readonly Mention[];
  /** What happened since the agent last looked (B14). */
  readonly news?: () => readonly GuardFinding[];
}

/** What was made ready beside the text. */
export interface Prepared {
  readonly option: ChannelOption;
  readonly content: Content;
  /** How it reads, for the host page. */
  readonly text: string;
  readonly draft: Draft | null;
}

const noLimit = Number.MAX_SAFE_INTEGER;
const hidden: ReadonlySet<string | null> = new Set(['not-available', 'not-configured']);

/** Drafts, channel choice and sending of one composer. */
export class ComposerController {
  /** What the tools know. */
  aids: ComposerAids = {};
  readonly #sender: MessageSender;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #inputs: () => ComposerInputs;
  readonly #conversation: HandleController<OpenReadable<Conversation | null>>;
  readonly #drafts: DraftsController;
  readonly #invitation: InvitationController;
  readonly #windows: ReplyWindowController;
  readonly #selection = new ChannelSelection();
  /** The files beside the text, once a tool brings them. */
  enclosures: Enclosures | null = null;
  #mode: ComposerMode = 'reply';
  #conversationId: string | null = null;
  #composition: Composition | null = null;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    inputs: () => ComposerInputs,
    listener: Omit<SendListener, 'changed'>,
  ) {
    this.#host = host;
    this.#inputs = inputs;
    this.#conversation = new HandleController(host);
    this.#drafts = new DraftsController(host);
    this.#invitation = new InvitationController(host);
    this.#windows = new ReplyWindowController(host, () => inputs().session);
    this.#sender = new MessageSender({ ...listener, changed: () => host.requestUpdate() });
  }

  /** What to show; `null` while there is no conversation. */
  get composition(): Composition | null {
    return this.#composition;
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
    return (this.#drafts.get(key)?.text ?? '') !== '' || (this.enclosures?.has(key) ?? false);
  }

  /** Call from `willUpdate`. */
  update(): void {
    const { session, status, conversationId } = this.#inputs();
    const ready = status?.phase === 'ready' ? session : null;
    if (conversationId !== this.#conversationId) {
      this.#conversationId = conversationId;
      this.#mode = 'reply';
    }
    this.#conversation.sync(ready, [conversationId], (open) => open.openConversation(conversationId ?? ''));
    this.#invitation.sync(ready);
    const conversation = this.#conversation.value;
    this.#composition = ready && conversation ? this.#compose(ready, conversation) : null;
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
    if (!key) return;
    this.#selection.touch();
    this.#write(composition, key, text);
    this.forget();
  }

  /** Goes on by another channel and takes the text along, unless something is typed there already. */
  continueBy(option: ChannelOption): void {
    const composition = this.#composition;
    if (!composition) return;
    if (composition.mode === 'reply' && option.id !== 'whatsapp-invitation') this.#carry(composition, option);
    this.chooseChannel(option.id);
  }

  /** Takes up a request to write a text anew. */
  takeUp({ channel, by, text }: ComposeRequest): void {
    const { composition } = this;
    if (!composition) return;
    this.#mode = 'reply';
    const from = composition.options.find(({ id }) => id === channel) ?? composition.option;
    const other = composition.options.find(
      ({ id, enabled }) => enabled && id !== channel && id !== 'whatsapp-invitation',
    );
    const to = by === 'other-channel' ? (other ?? from) : from;
    if (text !== null) this.#append(composition, to, text);
    else if (to !== from) this.#carry({ ...composition, mode: 'reply', option: from }, to, 'append');
    this.chooseChannel(to.id);
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
    const sending = this.#sendingOf(composition);
    if (!sending) return false;
    const isSafe = await this.#sender.send(session, sending, agreed);
    if (isSafe && composition.invitation) this.#selection.release();
    return isSafe;
  }

  /** What would be sent now, for sending it at a time; `null` while there is nothing to send, or something to ask. */
  outgoing(): OutgoingMessage | null {
    const composition = this.#composition;
    const key = composition && keyOf(composition);
    const draft = key && this.#drafts.get(key);
    if (!composition || !draft || composition.obstacle || composition.mode === 'note') return null;
    const { conversation, option, outgoing } = composition;
    const { conversationId, channel, accountId } = basisOf(conversation, option);
    const content: Content = { kind: 'text', text: outgoing.text.trim() };
    return { clientId: draft.clientId, conversationId, channel, accountId, content, replyToId: null };
  }

  /**
   * Sends what was made ready beside the text, e.g. an approved template; what is typed stays.
   *
   * @param agreed - the agent was asked about a changed target and wants to send
   */
  async sendPrepared({ option, content, text, draft }: Prepared, agreed?: 'agreed'): Promise<boolean> {
    const { session } = this.#inputs();
    const composition = this.#composition;
    if (!session || !composition || option.target === null) return false;
    const target = basisOf(composition.conversation, option);
    const begun = this.#begunOf(draft, target);
    const sending: Sending = { command: 'send', text, content, target, begun, draft, news: this.#news };
    return this.#sender.send(session, sending, agreed);
  }

  #compose(session: MessagingSession, conversation: Conversation): Composition | null {
    const { backend } = this.#inputs().status ?? {};
    const now = session.serverNow();
    const context = { now, invitation: this.#invitation.isConfigured, available: backend?.channels ?? [] };
    const all = channelOptions(conversation, context).map(
      (option) => this.aids.withSender?.(conversation, option, now) ?? option,
    );
    const options = all.filter(({ reason, id }) => !hidden.has(reason) || (id === 'sms' && all.length === 1));
    this.#drafts.sync(session, this.#keys(conversation, options));
    const option = this.#selection.update(conversation, options, {
      hasText: (channel) => this.hasDraft('reply', channel),
      channels: this.#drafts.all.flatMap(({ key }) => (key.mode === 'reply' && key.channel ? [key.channel] : [])),
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
    const text = key ? (this.#drafts.get(key)?.text ?? '') : '';
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

  #sendingOf(composition: Composition): Sending | null {
    const { conversation, option, mode, outgoing } = composition;
    const key = keyOf(composition);
    const draft = key && this.#drafts.get(key);
    const text = outgoing.text.trim();
    if (mode === 'note') {
      const mentions = this.aids.mentions?.(conversation.id, text) ?? [];
      return draft && { command: 'note', conversationId: conversation.id, text, mentions, draft };
    }
    const target = basisOf(conversation, option);
    const enclosed = composition.enclosed?.ok ? { messages: composition.enclosed.messages } : {};
    const begun = this.#begunOf(draft, target);
    const notBefore = composition.enclosed ? null : (this.aids.holdUntil?.(option) ?? null);
    const held = notBefore !== null && { notBefore };
    return { command: 'send', text, ...enclosed, target, begun, draft, news: this.#news, ...held };
  }

  /** What the text was begun for; an own number that was chosen by hand since is meant. */
  #begunOf(draft: Draft | null, { conversationId, channel, accountId }: TextBasis): TextBasis | null {
    const basis = draft?.basis ?? null;
    return basis && this.aids.choseSender?.(conversationId, channel) ? { ...basis, accountId } : basis;
  }

  get #news(): readonly GuardFinding[] {
    return this.aids.news?.() ?? [];
  }

  #carry(from: Composition, to: ChannelOption, existing: 'keep' | 'append' = 'keep'): void {
    const source = keyOf(from);
    const target = keyOf({ ...from, mode: 'reply', option: to });
    if (source && target && !this.hasDraft('reply', to.channel)) this.enclosures?.move(source, target);
    const text = source && this.#drafts.get(source)?.text;
    if (!source || !text || (existing === 'keep' && this.hasDraft('reply', to.channel))) return;
    this.#append(from, to, text);
    this.#drafts.setText(source, '');
  }

  #append(composition: Composition, option: ChannelOption, text: string): void {
    const target = { ...composition, mode: 'reply' as const, option };
    const key = keyOf(target);
    if (!key) return;
    const typed = this.#drafts.get(key)?.text ?? '';
    this.#write(target, key, typed === '' ? text : `${typed}\n${text}`);
  }

  #write({ conversation, option, mode }: Composition, key: DraftKey, text: string): void {
    if (mode === 'note') this.#drafts.setText(key, text);
    else this.#drafts.setText(key, text, basisOf(conversation, option));
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

/** The draft that is edited; an invitation is made, not typed. */
function keyOf({ conversation, mode, option }: Pick<Composition, 'conversation' | 'mode' | 'option'>): DraftKey | null {
  const { id: conversationId } = conversation;
  if (mode === 'note') return { conversationId, mode, channel: null };
  return option.id === 'whatsapp-invitation' ? null : { conversationId, mode, channel: option.channel };
}

/** Notes go out as they were typed: nobody is greeted in them. */
function asTyped(text: string): FilledText {
  return { text, parts: [{ kind: 'text', text }], missing: [] };
}
