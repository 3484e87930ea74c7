import type { LocalAdapter } from '../../../src/adapters/local/index.ts';
import { toCmIncoming } from '../../../src/domain/cm-messages.ts';
import type { Attachment, Message } from '../../../src/domain/model.ts';
import { textOf } from '../../../src/domain/preview.ts';
import { addressOf, seedRecords } from '../seed.ts';
import { type EndingChoice, loadChoice, saveChoice } from './endings.ts';
import { PhoneNetwork } from './network.ts';
import type { PhoneLine, PhoneLineEvents, PhoneMessage, PhonePage, PhoneReply } from './phone-line.ts';

/** The line to the backend in this browser: the phone page itself reports what becomes of messages. */
export class LocalLine implements PhoneLine {
  readonly #adapter: LocalAdapter;
  readonly #numbers = new Map(seedRecords().map((record) => [record.id, addressOf(record)]));
  readonly #conversations = new Map<string, string>();
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
    const last = items.at(-1);
    if (last && older === undefined) this.#conversations.set(number, last.conversationId);
    const kept = items.filter(({ deletedAt }) => deletedAt === null);
    return { messages: kept.map((message) => this.#shown(message)), older: olderCursor };
  }

  /** In the form in which CM.com's webhook would hand it over. */
  async write({ answers, ...reply }: PhoneReply): Promise<void> {
    const context = answers === null ? {} : { messageContext: answers };
    await this.#adapter.receive(toCmIncoming({ ...reply, ...context, reference: crypto.randomUUID() }));
  }

  async fileUrl(attachmentId: string): Promise<string | null> {
    const address = await this.#adapter
      .part('attachments')
      ?.url(attachmentId)
      .catch(() => null);
    return address?.url ?? null;
  }

  /** In the backend of this browser itself: what would be CM.com's media store. `null` when the number has no conversation yet. */
  async keepFile(number: string, file: File): Promise<Attachment | null> {
    const part = this.#adapter.part('attachments');
    const conversationId = this.#conversations.get(number);
    if (!part || conversationId === undefined) return null;
    const { name, type: mimeType, size: sizeBytes } = file;
    const about = { conversationId, name, mimeType, sizeBytes, altText: null, durationMs: null };
    let upload = await part.begin({ ...about, clientId: crypto.randomUUID() });
    while (!upload.attachment) {
      const offset = upload.receivedBytes;
      upload = await part.put(upload.id, { offset, bytes: file.slice(offset, offset + upload.chunkBytes) });
    }
    return upload.attachment;
  }

  choice(): Promise<EndingChoice> {
    return Promise.resolve(loadChoice());
  }

  choose(choice: EndingChoice): Promise<void> {
    saveChoice(choice);
    return Promise.resolve();
  }

  #shown(message: Message): PhoneMessage {
    const { id, channel, clientId, direction, at, content, reactions, editedAt } = message;
    const arrived = this.#network?.arrives(message) ?? false;
    const isMine = direction === 'incoming';
    const reference = isMine ? null : clientId;
    const emoji = reactions.map((reaction) => reaction.emoji);
    const known = { id, channel, isMine, at, text: textOf(content), content, reference, arrived };
    const revised = { edited: editedAt !== null, revisable: isMine && channel === 'whatsapp' };
    return { ...known, ...revised, answersId: message.replyToId, reactions: emoji };
  }
}
