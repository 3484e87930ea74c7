import {
  applyChange,
  applyIncoming,
  applyMessageChange,
  applyOutgoing,
  applyRead,
} from '../../../src/domain/conversation-rules.ts';
import type { ConversationEdit } from '../../../src/domain/conversation-rules.ts';
import type { ChannelKind, Content, Conversation, Failure, Message, SystemEvent } from '../../../src/domain/model.ts';
import type { Utterance } from './dialogue.ts';
import type { Random } from './random.ts';
import { branches, coWorkers, smsNumber, whatsappNumber } from './settings.ts';

const minute = 60_000;
const window = 24 * 60 * minute;

/** Own number per channel. */
export const accounts: Readonly<Partial<Record<ChannelKind, string>>> = { sms: smsNumber, whatsapp: whatsappNumber };

/** How a customer writes. */
export interface CustomerHabits {
  /** E.164. */
  readonly address: string;
  readonly preferred: 'sms' | 'whatsapp';
  /** Answers on the preferred channel, also when we wrote by SMS. */
  readonly isFaithful: boolean;
}

/** A conversation being written: messages and what they make of it, by the product's own rules. */
export class ConversationWriter {
  conversation: Conversation;
  readonly messages: Message[] = [];
  readonly #random: Random;
  readonly #customer: CustomerHabits;
  #whatsappAt = -Infinity;
  #lastFromUs: ChannelKind | null = null;

  constructor(random: Random, conversation: Conversation, customer: CustomerHabits) {
    this.#random = random;
    this.conversation = conversation;
    this.#customer = customer;
    this.#event({ type: 'started' }, conversation.startedAt);
  }

  /** Adds something said; `agentId` is who speaks for the business. */
  say({ speaker, text, at }: Utterance, agentId: string): void {
    if (speaker === 'c') this.#incoming(text, at);
    else if (speaker === 'n') this.#note(text, at, agentId);
    else this.#outgoing(text, at, speaker === 's' ? null : agentId);
  }

  /** A change by a co-worker, with the events that tell of it. */
  change(edit: ConversationEdit, at: number, agentId: string): void {
    const name = (list: readonly { readonly id: string; readonly name: string }[]) => (id: string) =>
      list.find((item) => item.id === id)?.name ?? null;
    const { conversation, events } = applyChange(this.conversation, edit, {
      by: name(coWorkers)(agentId),
      coWorkerName: name(coWorkers),
      branchName: name(branches),
    });
    this.conversation = conversation;
    for (const event of events) this.#event(event, at);
  }

  /** How many messages of the customer came after our last one. */
  get unanswered(): number {
    const last = this.messages.findLastIndex(({ direction }) => direction === 'outgoing');
    return this.messages.slice(last + 1).filter(({ direction }) => direction === 'incoming').length;
  }

  /** Everything but the last `unread` messages of the customer has been read. */
  readAllBut(unread: number): void {
    const incoming = this.messages.filter(({ direction }) => direction === 'incoming');
    const upTo = incoming.at(-1 - unread) ?? null;
    if (upTo) this.conversation = applyRead(this.conversation, upTo.id, this.messages);
  }

  /** The last message of the business did not arrive. */
  fail(failure: Omit<Failure, 'at'>): void {
    const index = this.messages.findLastIndex(({ direction }) => direction === 'outgoing');
    const message = this.messages[index];
    if (!message) return;
    const at = message.at + 40_000;
    const { accepted = message.at, sent = message.at } = message.statusTimes;
    const statusTimes = { accepted, sent, failed: at };
    const failed: Message = { ...message, status: 'failed', statusTimes, failure: { ...failure, at }, version: 3 };
    this.messages[index] = failed;
    this.conversation = applyMessageChange(this.conversation, failed);
    if (failure.reason !== 'opted-out') return;
    const channels = this.conversation.channels.map((used) =>
      used.channel === failed.channel ? { ...used, consent: 'denied' as const } : used,
    );
    this.conversation = { ...this.conversation, channels };
  }

  /** The planning asks something by WhatsApp. Returns the message's id. */
  ask(content: Content, at: number): string {
    const author = { kind: 'campaign', id: 'service-planning', name: 'Onderhoudsplanning' } as const;
    const place = { channel: 'whatsapp', accountId: accounts.whatsapp ?? null } as const;
    const delivery = this.#delivery('whatsapp', at);
    const message = this.#message({ direction: 'outgoing', ...place, author, at, content, ...delivery });
    this.conversation = applyOutgoing(this.conversation, message);
    return message.id;
  }

  /** The customer answers by WhatsApp. */
  answer(content: Content, at: number, fields: Partial<Message>): void {
    const { id, name } = this.conversation.recipient;
    const place = { channel: 'whatsapp', accountId: accounts.whatsapp ?? null } as const;
    const author = { kind: 'customer', id, name } as const;
    const message = this.#message({ direction: 'incoming', ...place, author, at, content, ...fields });
    this.#whatsappAt = at;
    this.conversation = applyIncoming(this.conversation, message, this.#customer.address);
  }

  #incoming(text: string, at: number): void {
    const { preferred, isFaithful, address } = this.#customer;
    const answersSms = this.#lastFromUs === 'sms' && this.#random.chance(0.25);
    const channel = answersSms && !isFaithful ? 'sms' : preferred;
    if (channel === 'whatsapp') this.#whatsappAt = at;
    const { name } = this.conversation.recipient;
    const message = this.#message({
      direction: 'incoming',
      channel,
      accountId: accounts[channel] ?? null,
      author: { kind: 'customer', id: this.conversation.recipient.id, name },
      at,
      content: { kind: 'text', text },
    });
    this.conversation = applyIncoming(this.conversation, message, address);
  }

  /** By WhatsApp while its reply window is open, else by SMS: what the product allows. */
  #outgoing(text: string, at: number, agentId: string | null): void {
    const isOpen = at - this.#whatsappAt < window;
    const channel = agentId !== null && isOpen ? 'whatsapp' : 'sms';
    this.#lastFromUs = channel;
    const agent = coWorkers.find(({ id }) => id === agentId);
    const message = this.#message({
      direction: 'outgoing',
      channel,
      accountId: accounts[channel] ?? null,
      author: agent
        ? { kind: 'co-worker', id: agent.id, name: agent.name }
        : { kind: 'campaign', id: 'service-planning', name: 'Onderhoudsplanning' },
      at,
      content: { kind: 'text', text },
      ...this.#delivery(channel, at),
    });
    this.conversation = applyOutgoing(this.conversation, message);
  }

  #note(text: string, at: number, agentId: string): void {
    const agent = coWorkers.find(({ id }) => id === agentId);
    const message = this.#message({
      direction: 'note',
      author: { kind: 'co-worker', id: agentId, name: agent?.name ?? agentId },
      at,
      content: { kind: 'text', text },
    });
    this.conversation = applyOutgoing(this.conversation, message);
  }

  #event(event: SystemEvent, at: number): void {
    this.#message({
      direction: 'event',
      author: { kind: 'system', id: null, name: '' },
      at,
      content: { kind: 'event', event },
    });
  }

  #delivery(channel: ChannelKind, at: number): Pick<Message, 'status' | 'statusTimes'> {
    const times = { accepted: at, sent: at + 900, delivered: at + this.#random.between(2_000, 9_000) };
    const isRead = channel === 'whatsapp' && this.#random.chance(0.85);
    if (!isRead) return { status: 'delivered', statusTimes: times };
    const read = times.delivered + this.#random.between(1, 12) * 20_000;
    return { status: 'read', statusTimes: { ...times, read } };
  }

  #message(fields: Pick<Message, 'direction' | 'author' | 'at' | 'content'> & Partial<Message>): Message {
    const position = this.messages.length + 1;
    const id = `${this.conversation.id}-message-${position}`;
    const isOurs = fields.direction === 'outgoing' || fields.direction === 'note';
    const message: Message = {
      id,
      clientId: isOurs ? clientIdOf(id, fields.at) : null,
      conversationId: this.conversation.id,
      recipientId: this.conversation.recipient.id,
      position,
      version: 1,
      channel: null,
      accountId: null,
      status: null,
      statusTimes: {},
      failure: null,
      replyToId: null,
      reactions: [],
      editedAt: null,
      deletedAt: null,
      ...fields,
    };
    this.messages.push(message);
    return message;
  }
}

/** A client id in the form of a UUIDv7: the time, then what makes it unique, from the message's id. */
function clientIdOf(id: string, at: number): string {
  let hash = 0x811c9dc5;
  for (const character of id) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  const time = at.toString(16).padStart(12, '0');
  const tail = hash.toString(16).padStart(8, '0');
  const number = id.replace(/\D/g, '').padStart(8, '0').slice(-8);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${tail.slice(0, 3)}-8${tail.slice(3, 6)}-${tail.slice(6)}00${number}`;
}
