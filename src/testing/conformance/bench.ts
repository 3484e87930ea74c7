import { v7 as uuid } from 'uuid';

import { capabilitiesOf } from '../../domain/channels.ts';
import type { Conversation, ConversationChannel, Message } from '../../domain/model.ts';
import type { ConversationQuery, ConversationScope, MessageQuery } from '../../domain/queries.ts';
import { replyWindow } from '../../domain/reply-window.ts';
import type {
  BackendSession,
  ConversationChange,
  HostContext,
  MessagingAdapter,
  OutgoingMessage,
  OutgoingNote,
} from '../../ports/adapter.ts';
import { toAdapterError } from '../../ports/adapter-error.ts';
import type { AdapterError } from '../../ports/adapter-error.ts';
import { validated } from '../../ports/validate-whole.ts';
import type { Random } from '../random.ts';
import { settle } from '../settle.ts';
import { ConformanceError, ok } from './expect.ts';
import { Listener } from './listener.ts';
import type { ConformanceOptions, ConformanceSubject } from './subject.ts';

/** A conversation and a channel on which a message may be sent now. */
export interface Target {
  readonly conversation: Conversation;
  readonly channel: ConversationChannel;
}

/** What a check works with: the adapter, connected and validated, and the ways to ask that checks share. */
export class Bench {
  readonly subject: ConformanceSubject;
  readonly adapter: MessagingAdapter;
  readonly session: BackendSession;
  readonly random: Random;
  readonly options: ConformanceOptions;
  readonly #refused: AdapterError[];
  readonly #closing: (() => Promise<void> | void)[] = [];
  #second: Promise<MessagingAdapter> | null = null;
  #target: Promise<Target> | null = null;
  #counter = 0;

  private constructor(
    subject: ConformanceSubject,
    connected: { adapter: MessagingAdapter; session: BackendSession; refused: AdapterError[] },
    options: ConformanceOptions,
    random: Random,
  ) {
    this.subject = subject;
    this.adapter = connected.adapter;
    this.session = connected.session;
    this.#refused = connected.refused;
    this.options = options;
    this.random = random;
    this.#closing.push(() => this.adapter.close());
  }

  /** Connects the adapter of a subject. */
  static async open(subject: ConformanceSubject, options: ConformanceOptions, random: Random): Promise<Bench> {
    const refused: AdapterError[] = [];
    const adapter = validated(subject.adapter, { onRefused: (error) => refused.push(error) });
    const session = await adapter.connect(hostOf(subject));
    return new Bench(subject, { adapter, session, refused }, options, random);
  }

  get host(): HostContext {
    return hostOf(this.subject);
  }

  /** Ends everything; fails if anything malformed was answered on the way. */
  async close(): Promise<void> {
    for (const close of this.#closing.reverse()) await close();
    await this.subject.dispose?.();
    const [first] = this.#refused;
    if (first) throw new ConformanceError(`malformed data: ${first.message}`, { cause: first });
  }

  /** The other agent or device, connected. */
  second(): Promise<MessagingAdapter> {
    this.#second ??= this.connect(this.subject.second);
    return this.#second;
  }

  /** Ends something when the check has ended. */
  closing(end: () => Promise<void> | void): void {
    this.#closing.push(end);
  }

  /** Connects another adapter of the same backend. */
  async connect(raw: MessagingAdapter | undefined): Promise<MessagingAdapter> {
    ok(raw, 'there is no other adapter');
    const adapter = validated(raw, { onRefused: (error) => this.#refused.push(error) });
    await adapter.connect(this.host);
    this.#closing.push(() => adapter.close());
    return adapter;
  }

  /** A conversation and channel that may be written to. */
  target(): Promise<Target> {
    this.#target ??= this.#findTarget();
    return this.#target;
  }

  /** Every conversation and channel that may be written to, one channel of each conversation, at most three. */
  async targets(): Promise<readonly Target[]> {
    const first = await this.target();
    const others = (await this.writable()).filter(({ conversation }) => conversation.id !== first.conversation.id);
    const byId = new Map(others.map((target) => [target.conversation.id, target]));
    return [first, ...[...byId.values()].slice(0, 2)];
  }

  clientId(): string {
    return uuid();
  }

  /** A text that nobody wrote before, one word of it searchable. */
  text(): string {
    this.#counter += 1;
    const word = this.clientId()
      .slice(-12)
      .replace(/\d/g, (digit) => String.fromCharCode(103 + Number(digit)));
    return `Conformance ${this.#counter} ${word}`;
  }

  /** A message to the target, or to another one, ready to be sent. */
  async outgoing(fields: Partial<OutgoingMessage> = {}, target?: Target): Promise<OutgoingMessage> {
    const { conversation, channel } = target ?? (await this.target());
    return {
      clientId: this.clientId(),
      conversationId: conversation.id,
      channel: channel.channel,
      accountId: channel.accountId,
      content: { kind: 'text', text: this.text() },
      replyToId: null,
      ...fields,
    };
  }

  /** A note on the target, ready to be added. */
  async note(fields: Partial<OutgoingNote> = {}): Promise<OutgoingNote> {
    const { conversation } = await this.target();
    return { clientId: this.clientId(), conversationId: conversation.id, text: this.text(), ...fields };
  }

  async send(fields: Partial<OutgoingMessage> = {}, target?: Target): Promise<Message> {
    return this.adapter.send(await this.outgoing(fields, target));
  }

  /** A customer writes on a channel of the target; resolves with the message once it can be read. */
  async incoming(text = this.text()): Promise<Message> {
    const { conversation, channel } = await this.target();
    ok(this.subject.incoming, 'the setup has no incoming');
    await this.subject.incoming({ channel: channel.channel, address: channel.address, text });
    const written = `{ channel: '${channel.channel}', address: '${channel.address}', text }`;
    return this.eventually('the customer’s message can be read', async () => {
      const { items } = await this.adapter.listMessages({ kind: 'conversation', conversationId: conversation.id });
      const found = items.find(({ content }) => content.kind === 'text' && content.text === text);
      ok(found, `what incoming got as ${written} is not in the history of that conversation`);
      return found;
    });
  }

  /** Conversations by paging to the end, at most a few hundred. */
  async conversations(
    query: Partial<ConversationQuery> = {},
    { limit = 50, adapter = this.adapter }: { limit?: number; adapter?: MessagingAdapter } = {},
  ): Promise<readonly Conversation[]> {
    const whole: ConversationQuery = { scope: { kind: 'all' }, sort: 'newest', ...query };
    const found: Conversation[] = [];
    let cursor: string | null = null;
    do {
      const page = await adapter.listConversations(whole, { limit, ...(cursor !== null && { cursor }) });
      found.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null && found.length < atMost);
    return found;
  }

  /** A history from its newest message to its beginning, oldest first, at most a few hundred. */
  async history(
    query: MessageQuery,
    { limit = 50, adapter = this.adapter }: { limit?: number; adapter?: MessagingAdapter } = {},
  ): Promise<readonly Message[]> {
    let found: readonly Message[] = [];
    let cursor: string | null = null;
    do {
      const page = await adapter.listMessages(query, { limit, ...(cursor !== null && { cursor }) });
      found = [...page.items, ...found];
      cursor = page.olderCursor;
    } while (cursor !== null && found.length < atMost);
    return found;
  }

  /** The history of the target. */
  async targetHistory(adapter = this.adapter): Promise<readonly Message[]> {
    const { conversation } = await this.target();
    return this.history({ kind: 'conversation', conversationId: conversation.id }, { adapter });
  }

  /** The target as it is now. */
  async current(adapter = this.adapter): Promise<Conversation> {
    const { conversation } = await this.target();
    return adapter.getConversation(conversation.id);
  }

  /** The target once nothing happens to it any more by itself, such as a message becoming `sent`. */
  async settled(): Promise<Conversation> {
    let last = await this.current();
    return this.eventually('the conversation comes to rest', async () => {
      for (let round = 0; round < 3; round += 1) {
        const before = last;
        await this.#pause(0);
        // A backend works on in real time, whatever its clock says.
        await sleep(8);
        last = await this.current();
        ok(last.version === before.version, `its version went from ${before.version} to ${last.version}`);
      }
      return last;
    });
  }

  /** Changes a conversation at its current version, again if it changed by itself meanwhile. */
  async updateCurrent(id: string, change: ConversationChange): Promise<Conversation> {
    return this.eventually('a change of the current version passes', async () => {
      const { version } = await this.adapter.getConversation(id);
      try {
        return await this.adapter.update(id, change, { ifVersion: version });
      } catch (error) {
        const now = (await this.adapter.getConversation(id)).version;
        if (now === version || toAdapterError(error).code !== 'conflict') throw error;
        throw new ConformanceError('it changed by itself meanwhile', { cause: error });
      }
    });
  }

  /** Subscribes and waits until the stream says that from here on nothing is missed. */
  async listen(
    from: string | null = null,
    { scope = { kind: 'all' }, adapter = this.adapter }: { scope?: ConversationScope; adapter?: MessagingAdapter } = {},
  ): Promise<Listener> {
    const listener = new Listener(from);
    listener.stop = adapter.subscribe(scope, listener, from);
    this.#closing.push(listener.stop);
    await this.eventually('the stream is live', () => ok(listener.links.includes('live'), 'it never said live'));
    return listener;
  }

  /** Tries until the probe does not fail, as long as patience lasts. */
  async eventually<T>(what: string, probe: () => T | Promise<T>): Promise<T> {
    const end = performance.now() + (this.options.patienceMs ?? 5000);
    for (let round = 0; ; round += 1) {
      try {
        return await probe();
      } catch (error) {
        if (!(error instanceof ConformanceError)) throw error;
        if (performance.now() > end) throw new ConformanceError(`${what}: ${error.message}`, { cause: error });
      }
      await this.#pause(round);
    }
  }

  /** Lets time pass in which nothing may happen. */
  async quiet(): Promise<void> {
    for (let round = 0; round < 5; round += 1) await this.#pause(round);
    if (!this.subject.advance) await sleep(this.options.quietMs ?? 50);
  }

  async #pause(round: number): Promise<void> {
    await this.subject.advance?.(1000);
    await settle();
    if (round > 10) await sleep(Math.min(50, round - 10));
  }

  async #findTarget(): Promise<Target> {
    const writable = await this.writable();
    const isEndless = ({ channel }: Target): boolean => capabilitiesOf(channel).replyWindow.freeTextMs === null;
    const target = writable.find(isEndless) ?? writable[0];
    ok(target, 'the backend under test must hold a conversation that may be written to now');
    return target;
  }

  /** Every conversation and channel that may be written to now. */
  async writable(): Promise<readonly Target[]> {
    const { now, channels } = this.session;
    const conversations = await this.conversations({ states: ['new', 'assigned'] });
    return conversations.flatMap((conversation) =>
      conversation.channels
        .filter((channel) => channels.includes(channel.channel) && channel.consent !== 'denied')
        .filter((channel) => {
          const { replyWindow: rule } = capabilitiesOf(channel);
          return replyWindow(rule, channel.lastIncomingAt, now).state === 'open';
        })
        .map((channel) => ({ conversation, channel })),
    );
  }
}

const atMost = 400;

function hostOf(subject: ConformanceSubject): HostContext {
  return {
    token: () => Promise.resolve('conformance'),
    locale: 'en',
    timeZone: 'UTC',
    log: () => undefined,
    ...subject.host,
  };
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
