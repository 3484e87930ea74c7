import assert from 'node:assert/strict';
import { clientIdOf, toCmIncoming } from '../../../src/domain/cm-messages.ts';
import type { Conversation } from '../../../src/domain/model.ts';
import { seededRandom } from '../../../src/testing/random.ts';
import type { Random } from '../../../src/testing/random.ts';
import { systemClock } from '../../src/clock.ts';
import { cmProvider } from '../../src/providers/cm/cm-provider.ts';
import type { Account } from '../../src/providers/provider.ts';
import { listen } from '../../src/serve.ts';
import { Simulator } from '../../src/simulator/simulator.ts';
import { Client, eventually } from '../client.ts';
import { findViolations } from './checker.ts';
import { Device } from './device.ts';
import type { BadNetwork } from './device.ts';
import type { Evidence, FinalRead, Written } from './evidence.ts';

/** `SEED` of the environment, or a new one; print it, and give it again to see the same run. */
export const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
/** Whether the long form was asked for. */
export const isLong = process.env.FAULTS === 'long';

export const tenant = 'faults';
export const hookSecret = 'a-secret-of-twenty-letters';
export const productToken = 'token';
const to = '3669';
/** How long a run may take to come to rest. */
const patienceMs = Number(process.env.FAULTS_PATIENCE_MS ?? 60_000);

/** Where gateways answer at the moment; changes with every restart. */
export interface Place {
  urls: readonly string[];
}

/** One run: a provider outside of all gateways, devices, customers, and a log of everything. */
export class Run {
  readonly random: Random;
  readonly place: Place = { urls: [] };
  readonly devices: Device[] = [];
  readonly written: Written[] = [];
  readonly simulator: Simulator;
  readonly providerUrl: string;
  readonly #stopProvider: () => Promise<void>;
  /** While set, devices reach nobody: for them the gateways are away. */
  areDevicesCut = false;
  #readers = 0;
  #isStopped = false;

  private constructor(
    random: Random,
    provider: { simulator: Simulator; url: string; stop: () => Promise<void>; place: Place },
  ) {
    this.random = random;
    this.simulator = provider.simulator;
    this.providerUrl = provider.url;
    this.place = provider.place;
    this.#stopProvider = provider.stop;
  }

  static async start(salt = 0): Promise<Run> {
    const place: Place = { urls: [] };
    const hookUrl = (): string => `${place.urls[0] ?? ''}/v1/hooks/cm/${hookSecret}`;
    const simulator = new Simulator({ hookUrl, productToken, clock: systemClock });
    const server = await listen(simulator.app, { port: 0, hostname: '127.0.0.1' });
    const url = `http://127.0.0.1:${server.port}/v1.0/message`;
    return new Run(seededRandom(seed + salt), { simulator, url, stop: () => server.close(0), place });
  }

  /** The provider for a gateway in this process. */
  get account(): Account {
    return { tenant, hookSecret, provider: cmProvider({ productToken, from: to, url: this.providerUrl }) };
  }

  /** Somebody who asks without losing anything. */
  get client(): Client {
    return new Client(this.place.urls[0] ?? '', tenant, `somebody ${(this.#readers += 1)}`);
  }

  /** Devices that listen, on a network as bad as asked for. */
  async devicesOn(count: number, network: Partial<Omit<BadNetwork, 'random'>> = {}): Promise<readonly Device[]> {
    for (let index = 0; index < count; index += 1) {
      const whole: BadNetwork = { random: this.random, loseAnswer: 0, cut: 0, double: 0, ...network };
      this.devices.push(
        new Device(`device ${index}`, {
          tenant,
          urls: () => (this.areDevicesCut ? [] : this.place.urls),
          network: whole,
        }),
      );
    }
    for (const device of this.devices) device.listen();
    await eventually('every device listens', () => this.devices.every(({ isReady }) => isReady));
    return this.devices;
  }

  /** Every device sends to every conversation, each conversation in order, all of them at once. */
  async sendAll(conversations: readonly Conversation[], each: number, what: string): Promise<void> {
    const queues = this.devices.flatMap((device) =>
      conversations.map(async (conversation) => {
        for (let index = 0; index < each; index += 1)
          await device.send(conversation, `${what} ${device.who} ${conversation.id} ${index}`);
      }),
    );
    await Promise.all(queues);
  }

  faults(faults: Readonly<Record<string, unknown>>): Promise<Response> {
    const body = JSON.stringify(faults);
    return Promise.resolve(this.simulator.app.request('/faults', { method: 'PUT', body }));
  }

  /** Customers write, the provider delivers in a wrong order and more than once, until everything is taken. */
  async storm(count: number, what: string, { customers = 20, copies = 2, atOnce = 20 } = {}): Promise<void> {
    const letters = Array.from({ length: count }, (_, index) => this.#letter(index, `${what} ${index}`, customers));
    const deliveries = shuffled(
      letters.flatMap((letter) => Array.from({ length: copies }, () => letter)),
      this.random,
    );
    const work = async (): Promise<void> => {
      for (let letter = deliveries.pop(); letter; letter = deliveries.pop()) await this.#deliver(letter);
    };
    await Promise.all(Array.from({ length: atOnce }, work));
  }

  /** Waits until everything has an outcome and everybody has heard of it, then judges. */
  async judge(): Promise<void> {
    let evidence = await this.#evidence();
    const isQuiet = (): boolean => !findViolations(evidence).some(({ invariant }) => /I[67]/.test(invariant));
    const end = performance.now() + patienceMs;
    while (!isQuiet() && performance.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      evidence = await this.#evidence();
    }
    assert.deepEqual(findViolations(evidence), [], `seed ${seed}`);
    assert.ok(evidence.final[0]?.messages.length, 'something happened');
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    for (const device of this.devices) device.close();
    this.simulator.close();
    await this.#stopProvider();
  }

  #letter(index: number, text: string, customers: number): { readonly body: string; readonly written: Written } {
    const written: Written = { text, isTaken: false };
    this.written.push(written);
    const delivery = toCmIncoming({
      channel: 'sms',
      from: `+316000${String(index % customers).padStart(5, '0')}`,
      fromName: null,
      to,
      at: Date.now(),
      reference: crypto.randomUUID(),
      content: { kind: 'text', text },
    });
    return { body: JSON.stringify(delivery), written };
  }

  async #deliver({ body, written }: { readonly body: string; readonly written: Written }): Promise<void> {
    while (!this.#isStopped) {
      const { urls } = this.place;
      const url = urls.length > 0 ? this.random.pick(urls) : '';
      const address = `${url}/v1/hooks/cm/${hookSecret}/messages`;
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(address, { method: 'POST', headers, body }).catch(() => null);
      if (answer?.status === 200) {
        written.isTaken = true;
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async #evidence(): Promise<Evidence> {
    const final: FinalRead[] = [];
    for (const url of this.place.urls) {
      // Somebody new each time: how often one person may ask is limited.
      const client = new Client(url, tenant, `reader ${(this.#readers += 1)}`);
      const conversations = await client.conversations();
      const messages = await Promise.all(conversations.map((conversation) => client.history(conversation)));
      final.push({ who: url, conversations, messages: messages.flat() });
    }
    return {
      sent: this.devices.flatMap(({ sent }) => sent),
      written: this.written,
      dispatched: this.simulator.ledger.map(({ reference }) => clientIdOf(reference) ?? reference),
      heard: this.devices,
      final,
    };
  }
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  const mixed = [...list];
  for (let index = mixed.length - 1; index > 0; index -= 1) {
    const other = random.whole(0, index + 1);
    [mixed[index], mixed[other]] = [mixed[other] as T, mixed[index] as T];
  }
  return mixed;
}
