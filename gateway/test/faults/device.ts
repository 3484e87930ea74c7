import { createParser } from 'eventsource-parser';
import type { Conversation, Message } from '../../../src/domain/model.ts';
import type { ChangeBatch } from '../../../src/ports/adapter.ts';
import type { Random } from '../../../src/testing/random.ts';
import { Client } from '../client.ts';
import type { Heard, Sent } from './evidence.ts';

const againMs = 40;
/** Longer than any failure of a run lasts; in the long form a gateway dies at every step, and the first waits for the last. */
const patienceMs = process.env.FAULTS === 'long' ? 600_000 : 90_000;

/** How a device's network behaves: chances from 0 to 1. */
export interface BadNetwork {
  readonly random: Random;
  /** The answer is lost after the gateway gave it. */
  readonly loseAnswer: number;
  /** The request is cut while it is under way. */
  readonly cut: number;
  /** The same request is made twice at once. */
  readonly double: number;
}

/** A co-worker's device: sends until it is answered, follows the stream for ever, and keeps a log of both. */
export class Device implements Heard {
  readonly who: string;
  readonly sent: Sent[] = [];
  readonly versions: Message[] = [];
  readonly messages = new Map<string, Message>();
  readonly #urls: () => readonly string[];
  readonly #tenant: string;
  readonly #network: BadNetwork;
  readonly #ending = new AbortController();
  #turn = 0;
  #cursor: string | null = null;
  /** How often the stream said that it cannot go on from where the device was. */
  resets = 0;
  isReady = false;

  /** @param urls - instances that may be asked, any of them at any time */
  constructor(who: string, place: { tenant: string; urls: () => readonly string[]; network: BadNetwork }) {
    this.who = who;
    this.#tenant = place.tenant;
    this.#urls = place.urls;
    this.#network = place.network;
  }

  /** Sends as an outbox does: always under the same id, until there is an answer. */
  async send({ id: conversationId }: Pick<Conversation, 'id'>, text: string): Promise<void> {
    const record: Sent = { clientId: crypto.randomUUID(), conversationId, text, isAnswered: false };
    this.sent.push(record);
    const end = performance.now() + patienceMs;
    while (!record.isAnswered && !this.#ending.signal.aborted) {
      try {
        await this.#once(record);
        record.isAnswered = true;
      } catch (error) {
        if (performance.now() > end) throw error;
        await new Promise((resolve) => setTimeout(resolve, againMs));
      }
    }
  }

  async #once({ conversationId, clientId, text }: Sent): Promise<void> {
    const { random, loseAnswer, cut, double } = this.#network;
    const client = this.#client();
    if (random.next() < cut) {
      const limit = AbortSignal.timeout(Math.ceil(random.next() * 8));
      await client.send({ id: conversationId }, text, clientId, limit);
    } else if (random.next() < double) {
      await Promise.all([
        client.send({ id: conversationId }, text, clientId),
        this.#client().send({ id: conversationId }, text, clientId),
      ]);
    } else await client.send({ id: conversationId }, text, clientId);
    if (random.next() < loseAnswer) throw new Error('the answer is lost');
  }

  /** Follows the stream until it is closed, and comes back from the cursor it has. */
  listen(): void {
    const follow = async (): Promise<void> => {
      while (!this.#ending.signal.aborted) {
        await this.#stream().catch(() => undefined);
        await new Promise((resolve) => setTimeout(resolve, againMs));
      }
    };
    void follow();
  }

  close(): void {
    this.#ending.abort();
  }

  #client(): Client {
    const urls = this.#urls();
    this.#turn += 1;
    return new Client(urls[this.#turn % urls.length] ?? '', this.#tenant, this.who);
  }

  async #stream(): Promise<void> {
    const client = this.#client();
    const from = this.#cursor === null ? '' : `&from=${encodeURIComponent(this.#cursor)}`;
    const response = await fetch(`${client.url}/v1/events?scope=all${from}`, {
      headers: await client.headers(),
      signal: this.#ending.signal,
    });
    let reading = Promise.resolve();
    const parser = createParser({
      onEvent: ({ event, data }) => {
        if (event === 'batch') this.#take(JSON.parse(data) as ChangeBatch);
        if (event !== 'ready' && event !== 'reset') return;
        this.#cursor = (JSON.parse(data) as { readonly cursor: string }).cursor;
        if (event === 'ready') this.isReady = true;
        else reading = this.#readAnew(client);
      },
    });
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      parser.feed(decoder.decode(chunk, { stream: true }));
      await reading;
    }
  }

  #take({ changes, cursor }: ChangeBatch): void {
    for (const change of changes) if (change.type === 'message') this.#keep(change.message);
    this.#cursor = cursor;
  }

  #keep(message: Message): void {
    this.versions.push(message);
    const known = this.messages.get(message.id);
    if (!known || message.version >= known.version) this.messages.set(message.id, message);
  }

  /** The stream cannot go on: everything is read again, as a device does. */
  async #readAnew(client: Client): Promise<void> {
    this.resets += 1;
    for (const conversation of await client.conversations())
      for (const message of await client.messages(conversation)) this.#keep(message);
  }
}
