import type { LocalAdapter } from '../../../src/adapters/local/index.ts';
import { toCmIncoming } from '../../../src/domain/cm-messages.ts';
import type { Message } from '../../../src/domain/model.ts';
import { textOf } from '../../../src/domain/preview.ts';
import { addressOf, seedRecords } from '../seed.ts';
import { type EndingChoice, loadChoice, saveChoice } from './endings.ts';
import { PhoneNetwork } from './network.ts';
import type { PhoneLine, PhoneLineEvents, PhoneMessage, PhonePage, PhoneReply } from './phone-line.ts';

/** The line to the backend in this browser: the phone page itself reports what becomes of messages. */
export class LocalLine implements PhoneLine {
  readonly #adapter: LocalAdapter;
  readonly #numbers = new Map(seedRecords().map((record) => [record.id, addressOf(record)]));
  #network: PhoneNetwork | null = null;

  constructor(adapter: LocalAdapter) {
    this.#adapter = adapter;
  }

  get lately(): readonly string[] {
    return (this.#network?.lately ?? []).flatMap((id) => this.#numbers.get(id) ?? []);
  }

  async start(events: PhoneLineEvents): Promise<void> {
    this.#network = new PhoneNetwork(this.#adapter, events);
    await this.#network.start();
  }

  async page(number: string, older?: string): Promise<PhonePage> {
    const asked = older === undefined ? {} : { cursor: older };
    const { items, olderCursor } = await this.#adapter.exchangedWith({ channel: 'phone', value: number }, asked);
    return { messages: items.map((message) => this.#shown(message)), older: olderCursor };
  }

  /** In the form in which CM.com's webhook would hand it over. */
  async write({ text, ...reply }: PhoneReply): Promise<void> {
    const content = { kind: 'text', text } as const;
    await this.#adapter.receive(toCmIncoming({ ...reply, reference: crypto.randomUUID(), content }));
  }

  choice(): Promise<EndingChoice> {
    return Promise.resolve(loadChoice());
  }

  choose(choice: EndingChoice): Promise<void> {
    saveChoice(choice);
    return Promise.resolve();
  }

  #shown(message: Message): PhoneMessage {
    const { id, channel, direction, at, content } = message;
    const arrived = this.#network?.arrives(message) ?? false;
    return { id, channel, isMine: direction === 'incoming', at, text: textOf(content), arrived };
  }
}
