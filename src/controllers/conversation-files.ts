import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { attachmentsOf } from '../domain/content-files.ts';
import type { Attachment, Conversation, Message } from '../domain/model.ts';
import type { MessagingSession } from '../sync/session-api.ts';
import type { FoundMessages } from './session-controller.ts';
import { TakenBack } from './taken-back.ts';

/** So many are shown at first: each picture among them is asked for. */
const firstShown = 6;
const moreShown = 12;

/** A file of a conversation, and when its message was sent. */
export interface CarriedFile {
  readonly attachment: Attachment;
  readonly messageId: string;
  readonly at: number;
}

/** Every file of one conversation, the newest first, whatever of its history is loaded (D3). */
export class ConversationFiles implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #session: () => MessagingSession | null;
  #asked = '';
  #conversationId: string | null = null;
  #files: readonly CarriedFile[] = [];
  #nextCursor: string | null = null;
  #most = firstShown;
  #state: 'loading' | 'ready' | 'failed' = 'loading';
  #asking: AbortController | null = null;
  readonly #takenBack: TakenBack;

  /** @param session - `null` while there is none */
  constructor(host: ReactiveControllerHost, session: () => MessagingSession | null) {
    this.#host = host;
    this.#session = session;
    this.#takenBack = new TakenBack(host, session);
    host.addController(this);
  }

  hostDisconnected(): void {
    // Nobody hears until it is back in the page: it reads again then.
    this.#asked = '';
  }

  /** All that were read so far. */
  get all(): readonly CarriedFile[] {
    return this.#files;
  }

  /** Those to show. */
  get shown(): readonly CarriedFile[] {
    return this.#files.slice(0, this.#most);
  }

  get hasMore(): boolean {
    return this.#files.length > this.#most || this.#nextCursor !== null;
  }

  get state(): 'loading' | 'ready' | 'failed' {
    return this.#state;
  }

  /** Whether a message is known to have been taken back. */
  readonly isTakenBack = (messageId: string): boolean => this.#takenBack.has(messageId);

  /**
   * Call from `willUpdate`: asks again when something was written, and drops what was taken back. Gives whether it is
   * another conversation.
   *
   * @param find - a message by its id, where it is loaded
   */
  sync(conversation: Conversation | null, find: (messageId: string) => Message | null): boolean {
    for (const { messageId } of this.#files) if (find(messageId)?.deletedAt != null) this.#takenBack.add(messageId);
    this.#drop();
    const asked = conversation ? `${conversation.id}/${conversation.lastMessage?.id ?? ''}` : '';
    if (asked === this.#asked || !this.#session()) return false;
    this.#asked = asked;
    const id = conversation?.id ?? null;
    const isOther = id !== this.#conversationId;
    if (isOther) {
      this.#conversationId = id;
      this.#files = [];
      this.#most = firstShown;
      this.#state = 'loading';
    }
    void this.#read(null);
    return isOther;
  }

  /** Shows more of them, and reads on where that is not enough. */
  more(): void {
    this.#most += moreShown;
    if (this.#files.length < this.#most && this.#nextCursor !== null) void this.#read(this.#nextCursor);
    this.#host.requestUpdate();
  }

  /** Reads again what failed. */
  retry(): void {
    void this.#read(this.#nextCursor);
  }

  #drop(): void {
    if (this.#files.some(({ messageId }) => this.#takenBack.has(messageId)))
      this.#files = this.#files.filter(({ messageId }) => !this.#takenBack.has(messageId));
  }

  /** From the beginning, or what comes after a cursor. */
  async #read(cursor: string | null): Promise<void> {
    const session = this.#session();
    const conversationId = this.#conversationId;
    if (!session || conversationId === null) return;
    this.#asking?.abort();
    const asking = new AbortController();
    this.#asking = asking;
    try {
      const search = { in: { kind: 'conversation', conversationId }, text: '', filesOnly: true } as const;
      const found = await session.searchMessages(search, { signal: asking.signal, ...(cursor !== null && { cursor }) });
      if (asking.signal.aborted) return;
      this.#take(found, cursor === null);
    } catch {
      if (asking.signal.aborted) return;
      this.#state = 'failed';
    }
    this.#host.requestUpdate();
  }

  #take({ items, nextCursor }: FoundMessages, isFirst: boolean): void {
    const files = items.flatMap(filesOf);
    this.#files = isFirst ? files : [...this.#files, ...files];
    // The answer may be older than what was heard meanwhile.
    this.#drop();
    this.#nextCursor = nextCursor;
    this.#state = 'ready';
    // A page may hold nothing although there is more behind it.
    if (files.length === 0 && nextCursor !== null) void this.#read(nextCursor);
  }
}

function filesOf({ id: messageId, content, at, deletedAt }: Message): readonly CarriedFile[] {
  return deletedAt === null ? attachmentsOf(content).map((attachment) => ({ attachment, messageId, at })) : [];
}
