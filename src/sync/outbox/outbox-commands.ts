import type { Content, Conversation } from '../../domain/model.ts';
import { AdapterError, adapterErrorCodes } from '../../ports/adapter-error.ts';
import type { Draft, DraftKey, OutboxEntry, OutboxTarget } from '../../ports/storage.ts';
import { nothing } from '../../store/nothing.ts';
import type { DraftBook } from '../drafts/draft-book.ts';
import type { DraftKeeper } from '../drafts/draft-keeper.ts';
import type { DraftFiles, MessagingSession, SendRequest } from '../session-api.ts';
import { askWhatBecameOf } from './attempt.ts';
import type { AttemptTools } from './attempt.ts';
import { needsPerson } from './next-entries.ts';
import type { Scheduler } from './scheduler.ts';

/** What commands on the outbox work with. */
export interface OutboxCommandsOptions extends AttemptTools {
  readonly drafts: DraftBook;
  readonly keeper: DraftKeeper;
  readonly scheduler: Scheduler;
  readonly newClientId: () => string;
  readonly isOnline: () => boolean;
  readonly files: () => Promise<Pick<DraftFiles, 'addSent'>>;
  /** The conversation as the store knows it, or read from the backend. */
  readonly conversation: (id: string) => Promise<Conversation | null>;
}

/** What somebody pressed Send on. */
type Wanted = Omit<SendRequest, 'channel'> & {
  readonly command: OutboxEntry['command'];
  readonly channel: SendRequest['channel'] | null;
};

/** What people do with the outbox: send, try again, ask, take back. */
export class OutboxCommands {
  readonly #options: OutboxCommandsOptions;
  /** Sends under way, by draft: a second press of Enter joins the first. */
  readonly #underWay = new Map<string, Promise<OutboxEntry>>();
  /** One after the other, so that the outbox has them in the order in which Send was pressed [I5]. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: OutboxCommandsOptions) {
    this.#options = options;
  }

  send(request: SendRequest): Promise<OutboxEntry> {
    return this.#once({ ...request, command: 'send' });
  }

  addNote({
    conversationId,
    text,
    mentions = [],
    draft,
  }: Parameters<MessagingSession['addNote']>[0]): Promise<OutboxEntry> {
    const content = { kind: 'text', text, ...(mentions.length > 0 && { mentions }) } as const;
    return this.#once({
      command: 'note',
      conversationId,
      channel: null,
      accountId: null,
      content,
      replyToId: null,
      draft,
    });
  }

  async retry(messageKey: string): Promise<void> {
    const entry = this.#options.mirror.get(messageKey);
    if (entry) return this.#retryEntry(entry);
    const message = this.#options.store.messageByClientId(messageKey) ?? this.#options.store.message(messageKey);
    // Without an answer the message may have arrived: only a person may decide to send it anew.
    const isInDoubt = message?.status === 'failed' || message?.status === 'unknown';
    if (!isInDoubt || message.channel === null)
      throw new AdapterError('not-found', 'there is no failed or unanswered message with this key');
    const { conversationId, channel, accountId, content, replyToId } = message;
    await this.send({ conversationId, channel, accountId, content, replyToId, draft: null });
  }

  async checkOutcome(clientId: string): Promise<void> {
    const { capabilities, mirror } = this.#options;
    const entry = mirror.get(clientId);
    if (!entry) return;
    if (!capabilities().can.findByClientId) throw new AdapterError('unsupported', 'this backend cannot be asked');
    await askWhatBecameOf(this.#options, entry);
  }

  async discard(clientId: string, keepText?: 'keep-text'): Promise<void> {
    const { mirror } = this.#options;
    await mirror.reload();
    const entry = mirror.get(clientId);
    if (!entry) throw new AdapterError('not-found', 'the message is not in the outbox');
    if (entry.state === 'sending') throw new AdapterError('conflict', 'the message is on its way');
    if (keepText) await this.#giveBack(entry);
    await mirror.remove(clientId);
  }

  /** What was written goes before what is written now; a file goes behind those that wait, with its caption. */
  async #giveBack({ command, content, replyToId, target: { conversationId, channel } }: OutboxEntry): Promise<void> {
    const { drafts, files } = this.#options;
    const key: DraftKey = { conversationId, mode: command === 'note' ? 'note' : 'reply', channel };
    if (content.kind === 'text') {
      const typed = drafts.get(key)?.text;
      drafts.setText(key, typed ? `${content.text}\n${typed}` : content.text);
    } else if ('attachment' in content) await (await files()).addSent(key, content.attachment, content.caption);
    if (replyToId !== null) drafts.setReplyTo(key, replyToId);
    await drafts.flush(key);
  }

  /** Two presses of Send on one draft are one message. */
  #once(wanted: Wanted): Promise<OutboxEntry> {
    const { draft } = wanted;
    if (!draft && wanted.fileId === undefined) return this.#enqueue(wanted, null);
    const typed = draft && this.#options.drafts.get(draft)?.clientId;
    const id = JSON.stringify([draft, typed, wanted.fileId, wanted.content]);
    const running = this.#underWay.get(id);
    if (running) return running;
    // Taken before anything is waited for: another tab may be sending the same draft.
    const taken = draft && this.#options.keeper.take(draft);
    const started = this.#enqueue(wanted, taken).finally(() => this.#underWay.delete(id));
    this.#underWay.set(id, started);
    return started;
  }

  async #enqueue(wanted: Wanted, taken: Promise<Draft | null> | null): Promise<OutboxEntry> {
    const { keeper, scheduler } = this.#options;
    const queued = this.#turn.then(async () => this.#queue(wanted, await taken));
    this.#turn = queued.catch(nothing);
    try {
      const entry = await this.#untilSafe(await queued);
      const draft = await taken;
      if (draft) keeper.settle(draft);
      return entry;
    } catch (error) {
      const draft = await taken;
      if (draft) keeper.resume(draft);
      throw error;
    } finally {
      scheduler.look();
    }
  }

  async #queue(wanted: Wanted, draft: Draft | null): Promise<OutboxEntry> {
    const { clock, connection, isOnline, newClientId, storage } = this.#options;
    if (storage.mode === 'none' && !(isOnline() && connection.isSignedIn))
      throw new AdapterError('unavailable', 'nothing can be kept here and the backend cannot be reached');
    const { command, content, replyToId } = wanted;
    // Without storage nothing can be held back: Send waits until the backend has it.
    const notBefore = storage.mode === 'none' ? 0 : (wanted.notBefore ?? 0);
    const target = await this.#targetOf(wanted);
    const fresh = { command, content, replyToId, target, queuedAt: clock.now(), notBefore };
    const clientId = draft && !this.#isTaken(draft.clientId, content) ? draft.clientId : newClientId();
    return this.#store(fresh, { draft, fileId: wanted.fileId }, draft ? clientId : (wanted.fileId ?? clientId));
  }

  /** Whether the backend has other words under this id. */
  #isTaken(clientId: string, content: Content): boolean {
    const known = this.#options.store.messageByClientId(clientId)?.content;
    return known?.kind === 'text' && content.kind === 'text' && known.text !== content.text;
  }

  async #targetOf({ conversationId, channel, accountId }: Wanted): Promise<OutboxTarget> {
    const conversation = await this.#options.conversation(conversationId);
    const way = conversation?.channels.find(
      (candidate) => candidate.channel === channel && (accountId === null || candidate.accountId === accountId),
    );
    return {
      conversationId,
      recipientId: conversation?.recipient.id ?? '',
      recipientName: conversation?.recipient.name ?? '',
      channel,
      accountId,
      address: way?.address ?? null,
    };
  }

  /** Moves the draft into the outbox in one transaction; where nothing survives a crash the draft stays for now. */
  async #store(fresh: Fresh, from: Origin, clientId: string): Promise<OutboxEntry> {
    const { mirror, newClientId, storage } = this.#options;
    const row = { ...emptyEntry, ...fresh, clientId };
    const entry = await (storage.mode === 'none'
      ? storage.enqueue(row, null)
      : storage.enqueue(row, from.draft?.key ?? null, from.fileId));
    // The id stands for other words here: these are a message of their own.
    if (!isSameMessage(entry, fresh)) return this.#store(fresh, from, newClientId());
    mirror.set(entry);
    return entry;
  }

  /**
   * Without storage nothing is safe here: resolves when the backend took the message or nobody knows whether it did,
   * and then it stands in the outbox for as long as the page lives. Rejects when the backend certainly has not got it.
   */
  async #untilSafe(entry: OutboxEntry): Promise<OutboxEntry> {
    const { mirror, scheduler, storage } = this.#options;
    if (storage.mode !== 'none') return entry;
    scheduler.look();
    const last = await this.#untilAnswered(entry);
    if (!last || last.state === 'unknown') return last ?? entry;
    await mirror.remove(entry.clientId);
    const refusal = adapterErrorCodes.find((code) => code === last.failure?.providerCode) ?? 'unavailable';
    throw new AdapterError(refusal, 'the backend did not take the message');
  }

  /** The entry after its first attempt; `null` once the backend's copy is here. */
  #untilAnswered({ clientId, target }: OutboxEntry): Promise<OutboxEntry | null> {
    const { mirror, store } = this.#options;
    return new Promise((resolve) => {
      const look = (): void => {
        const entry = mirror.get(clientId);
        const isWaiting = entry && (entry.state === 'sending' || (entry.state === 'queued' && entry.attempts === 0));
        if (isWaiting) return;
        stop();
        resolve(entry ?? null);
      };
      const stop = store.topics.subscribe(`outbox/${target.conversationId}`, look);
      look();
    });
  }

  async #retryEntry(entry: OutboxEntry): Promise<void> {
    const { clientId, failure, state } = entry;
    const { mirror, scheduler, storage } = this.#options;
    if (!needsPerson(entry)) {
      scheduler.hurry();
      return;
    }
    // The backend holds other words under this id: only a new message can carry these.
    if (failure?.providerCode === 'key-reused') return this.#renew(entry);
    if (state === 'unknown' && (await askWhatBecameOf(this.#options, entry))) return;
    const stored = await storage.updateEntry(clientId, { state: 'queued', notBefore: 0, failure: null }, null);
    if (stored) mirror.set(stored);
    scheduler.look();
  }

  async #renew({ clientId, command, target, content, replyToId }: OutboxEntry): Promise<void> {
    const { conversationId, channel, accountId } = target;
    await this.#once({ command, conversationId, channel, accountId, content, replyToId, draft: null });
    await this.#options.mirror.remove(clientId);
  }
}

type Fresh = Pick<OutboxEntry, 'command' | 'target' | 'content' | 'replyToId' | 'queuedAt' | 'notBefore'>;

/** What becomes a message: a draft, a file of one, or both. */
interface Origin {
  readonly draft: Draft | null;
  readonly fileId: string | undefined;
}

const emptyEntry = { version: 1, state: 'queued', attempts: 0, notBefore: 0, failure: null } as const;

function isSameMessage(entry: OutboxEntry, { command, target, content }: Fresh): boolean {
  return (
    entry.command === command &&
    entry.target.conversationId === target.conversationId &&
    entry.target.channel === target.channel &&
    JSON.stringify(entry.content) === JSON.stringify(content)
  );
}
