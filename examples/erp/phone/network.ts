import type { LocalAdapter } from '../../../src/adapters/local/index.ts';
import { channelTarget } from '../../../src/domain/channel-choice.ts';
import { cmReference } from '../../../src/domain/cm-messages.ts';
import type { Message } from '../../../src/domain/model.ts';
import { isInCarrier, onCarrierChange } from '../carrier.ts';
import { isSilenced, loadChoice, reportsOf, silence } from './endings.ts';

/** What the network tells the page. */
export interface NetworkEvents {
  /** Something was sent, received or reported. */
  changed(): void;
  /** Everything there was is gone. */
  reset(): void;
}

/** Longer than a tab that lives needs to say that a message was handed over. */
const settleMs = 1_000;

/**
 * The phone network: while this page is open it reports to the backend what became of each message that was sent, to
 * whichever number. What was sent while the page was closed is delivered when it opens, as to a phone switched on again.
 */
export class PhoneNetwork {
  readonly #adapter: LocalAdapter;
  readonly #events: NetworkEvents;
  readonly #handled = new Set<string>();
  readonly #failing = new Set<string>();
  /** Recipients of the newest messages, newest first. */
  lately: readonly string[] = [];

  constructor(adapter: LocalAdapter, events: NetworkEvents) {
    this.#adapter = adapter;
    this.#events = events;
  }

  async start(): Promise<void> {
    const host = { token: () => Promise.resolve(''), locale: 'en', timeZone: 'UTC', log: () => undefined };
    const { cursor } = await this.#adapter.connect(host);
    this.#adapter.subscribe(
      { kind: 'all' },
      {
        batch: ({ changes }) => {
          for (const change of changes) if (change.type === 'message') this.#meet(change.message);
          this.#events.changed();
        },
        link: () => undefined,
        reset: () => {
          this.#events.reset();
          void this.#catchUp();
        },
      },
      cursor,
    );
    // A tab that died right after handing a message over could not say so.
    onCarrierChange(() => setTimeout(() => void this.#catchUp(), settleMs));
    await this.#catchUp();
  }

  /** Whether the owner of the phone gets to see a message. */
  arrives(message: Message): boolean {
    const { id, direction, status } = message;
    if (direction === 'incoming') return true;
    if (direction !== 'outgoing' || status === 'failed' || this.#failing.has(id)) return false;
    return status === 'read' || status === 'delivered' || isWithNetwork(message);
  }

  /** Everything that waits for a report, newest hundred. */
  async #catchUp(): Promise<void> {
    const { items } = await this.#adapter.listMessages({ kind: 'recent', scope: { kind: 'all' } });
    this.lately = items.map(({ recipientId }) => recipientId).reverse();
    for (const message of items) this.#meet(message);
    this.#events.changed();
  }

  #meet(message: Message): void {
    const { id } = message;
    if (!isWithNetwork(message) || this.#handled.has(id) || isSilenced(id)) return;
    this.#handled.add(id);
    const { ending } = loadChoice();
    if (ending === 'silence') silence(id);
    if (ending === 'failed') this.#failing.add(id);
    void this.#report(message);
  }

  async #report(message: Message): Promise<void> {
    const { channel, conversationId } = message;
    const conversation = await this.#adapter.getConversation(conversationId);
    const to = channel === null ? null : channelTarget(conversation, channel);
    for (const { afterMs, body } of reportsOf(message, to?.address ?? '', loadChoice(), Date.now())) {
      setTimeout(() => void this.#adapter.status(body), afterMs);
    }
  }
}

/** Handed over, and nothing reported yet. */
function isWithNetwork({ direction, status, clientId }: Message): boolean {
  if (direction !== 'outgoing' || clientId === null) return false;
  if (status === 'sent') return true;
  const isOpen = status === 'accepted' || status === 'sending' || status === 'unknown';
  return isOpen && isInCarrier(cmReference(clientId));
}
