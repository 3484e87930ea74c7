import type { LitElement } from 'lit';
import type { FeedFocus } from '../../controllers/feed-focus.ts';
import type { FileAddresses, KnownAddress } from '../../controllers/file-addresses.ts';
import type { Localize } from '../../controllers/localization.ts';
import type { MessageAction, MessageActions } from '../../controllers/message-actions.ts';
import type { MessagingSession } from '../../controllers/session-controller.ts';
import type { TimelineController, TimelineEntry } from '../../controllers/timeline-controller.ts';
import type { Attachment, Conversation, Message } from '../../domain/model.ts';
import type { TimelineTexts } from '../../locales/timeline.ts';
import { emit } from '../events.ts';
import type { LazyMore } from './lazy-more.ts';
import type { Lightbox } from './more/lightbox.ts';
import type { QuoteRule, RowDesk } from './row-context.ts';
import type { TimelineVoice } from './soon/voice.ts';

/** What a desk works with. */
export interface DeskParts {
  readonly session: () => MessagingSession | null;
  readonly localize: Localize<TimelineTexts>;
  readonly actions: MessageActions;
  readonly focus: FeedFocus;
  readonly timeline: TimelineController;
  readonly more: LazyMore;
  readonly say: TimelineVoice['say'];
  /** Whether the backend can mark from a message on as unread. */
  readonly mayMarkUnread: () => boolean;
  readonly wantLinks: () => void;
  /** Whether somebody takes up answers to single messages of what is shown. */
  readonly replies: () => boolean;
  /** A conversation was asked for, and nobody cancelled it. */
  readonly opened: () => void;
}

/** What an agent does with single messages of a timeline, and which of them are shown in another way for it. */
export class TimelineDesk implements RowDesk {
  readonly #host: LitElement;
  readonly #parts: DeskParts;
  readonly #expanded = new Set<string>();
  readonly #detailed = new Set<string>();
  #foundKey: string | null = null;
  #lightbox: Lightbox | null = null;
  #addresses: FileAddresses | null = null;
  #openAt: { readonly conversationId: string; readonly messageId: string } | null = null;

  constructor(host: LitElement, parts: DeskParts) {
    this.#host = host;
    this.#parts = parts;
  }

  /** Key of the message that somebody was led to. */
  get foundKey(): string | null {
    return this.#foundKey;
  }

  /** Grows with each address of a file that came or went. */
  get fileChanges(): number {
    return this.#addresses?.changes ?? 0;
  }

  /** Comes with what shows files; `null` before that. */
  get #files(): FileAddresses | null {
    const { more, session } = this.#parts;
    return (this.#addresses ??= more.value?.files(this.#host, session) ?? null);
  }

  readonly isExpanded = (key: string): boolean => this.#expanded.has(key);
  readonly showsDetails = (key: string): boolean => this.#detailed.has(key);

  /** Begins with another history. */
  reset(): void {
    this.#expanded.clear();
    this.#detailed.clear();
    this.#foundKey = null;
    this.#addresses?.again();
    this.#lightbox?.close();
    this.#lightbox = null;
  }

  /** Call after each render. */
  updated(): void {
    if (this.#lightbox?.isOpen) this.#lightbox.update();
  }

  readonly want = (extra: 'links' | 'more'): void => {
    if (extra === 'links') this.#parts.wantLinks();
    else this.#parts.more.want();
  };

  readonly expand = (key: string): void => {
    this.#parts.focus.stepOut(key);
    this.#expanded.add(key);
    this.#host.requestUpdate();
  };

  readonly toggleDetails = (key: string): void => {
    if (!this.#detailed.delete(key)) this.#detailed.add(key);
    this.#host.requestUpdate();
  };

  readonly keep = (key: string): void => {
    this.#parts.focus.stepOut(key);
    this.#parts.actions.ask(key, false);
  };

  readonly find = (messageId: string): Message | null => this.#parts.timeline.find(messageId);

  readonly mayReply = (message: Message, rule: QuoteRule): boolean => {
    const { replies, session, timeline } = this.#parts;
    const [conversation, now] = [timeline.conversation, session()?.serverNow()];
    return replies() && conversation !== null && now !== undefined && rule(message, conversation, now);
  };

  readonly reply = ({ conversationId, channel, id: replyToId }: Message): void => {
    emit(this.#host, 'message-compose-request', { conversationId, channel, by: 'same-channel', text: null, replyToId });
  };

  readonly agentId = (): string | null => this.#parts.session()?.status.value.backend?.agent.id ?? null;

  readonly takesFiles = (): boolean => this.#parts.session()?.part('attachments') !== undefined;

  readonly fillHole = (key: string): Promise<boolean> => this.#parts.timeline.fillHole(key);

  readonly addressOf = (attachment: Attachment): KnownAddress =>
    this.#files?.of(attachment) ?? { url: null, thumbnailUrl: null, state: 'loading' };

  readonly fileFailed = (attachment: Attachment): void => this.#files?.failed(attachment);

  readonly retryFile = (attachment: Attachment): void => this.#files?.retry(attachment);

  readonly show = (messageId: string): void => {
    void this.lead(messageId);
  };

  /** Marks the message that the reader was led to, and shows it whole: what was looked for may stand at its end. */
  found(key: string): void {
    this.#foundKey = key;
    this.#expanded.add(key);
    this.#host.requestUpdate();
  }

  /** Goes to a message and puts the focus on it; resolves with whether it could be had. */
  async lead(messageId: string, focus: 'focus' | 'stay' = 'focus'): Promise<boolean> {
    const key = await this.#parts.timeline.show(messageId);
    if (key === null) return false;
    await this.#host.updateComplete;
    if (focus === 'focus') this.#parts.focus.focusOn(key);
    return true;
  }

  /** Marks everything from a message of the customer on as unread. */
  async markUnreadFrom(messageId: string): Promise<void> {
    const message = this.find(messageId);
    if (message && this.mayMarkUnread(message)) await this.#parts.timeline.markUnreadFrom(message);
  }

  readonly mayMarkUnread = ({ direction }: Message): boolean => direction === 'incoming' && this.#parts.mayMarkUnread();

  /** The message at which the conversation that was asked for begins; `null` for any other. */
  placeIn(conversationId: string | null): string | null {
    return this.#openAt?.conversationId === conversationId ? this.#openAt.messageId : null;
  }

  readonly open = ({ id, recipient }: Conversation, message: Message): void => {
    this.#openAt = { conversationId: id, messageId: message.id };
    if (emit(this.#host, 'conversation-open-request', { conversationId: id, recipient })) this.#parts.opened();
    else this.#openAt = null;
  };

  readonly openFile = (attachment: Attachment, event: Event): void => {
    this.#files?.open(attachment, event);
  };

  readonly enlarge = (first: Attachment): void => {
    void this.#parts.more.value
      ?.enlarge(first, { host: this.#host, parts: this.#parts, desk: this })
      .then((lightbox) => {
        this.#lightbox = lightbox;
      });
  };

  readonly act = (action: MessageAction, entry: TimelineEntry): void => {
    void this.#parts.more.value?.act(action, entry, { host: this.#host, parts: this.#parts });
  };
}
