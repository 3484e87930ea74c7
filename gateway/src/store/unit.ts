import { AdapterError } from '../../../src/ports/adapter-error.ts';
import { sortKey } from '../../../src/domain/inbox.ts';
import { channelsUsed } from '../../../src/domain/used-channels.ts';
import { sleepsUntil } from '../../../src/domain/snooze.ts';
import { foldText } from '../../../src/domain/search-text.ts';
import type { Conversation, Message, Recipient } from '../../../src/domain/model.ts';
import { addressKey } from '../addresses.ts';
import type { Sql } from '../db/db.ts';
import { writeEvent } from './feed.ts';
import type { PlacedChange } from './feed.ts';
import { referenceKey, searchOfConversation, searchOfRecipient } from './text.ts';
import { maySee, placeOf } from './viewer.ts';
import type { Viewer } from './viewer.ts';
import { changeWords, writeWords } from './words.ts';

/** A message and the address it came from or went to; `null` for notes and events. */
export interface AddressedMessage {
  readonly message: Message;
  readonly address: string | null;
}

/** What a unit of work needs besides its transaction. */
export interface UnitContext {
  readonly tenant: string;
  /** The gateway's time, epoch ms; the same for the whole unit. */
  readonly now: number;
  readonly newId: () => string;
}

/** A conversation that this unit has locked. */
interface Held {
  readonly conversation: Conversation;
  readonly nextPosition: number;
  readonly newestMessageAt: number;
}

/**
 * One command's work on the tables of one tenant: keeps search, order and feed true. Everything written through it
 * becomes one event of the feed, in the same transaction.
 *
 * Locks are taken in one order, so that no two units wait for each other: address, recipient, conversation, feed. Who
 * changes a message or its hand-over holds the conversation first.
 */
export class Unit {
  readonly sql: Sql;
  readonly context: UnitContext;
  readonly #held = new Map<string, Held>();
  readonly #changes = new Map<string, PlacedChange>();

  constructor(sql: Sql, context: UnitContext) {
    this.sql = sql;
    this.context = context;
  }

  get now(): number {
    return this.context.now;
  }

  get tenant(): string {
    return this.context.tenant;
  }

  /** Makes sure that nobody else starts a conversation with this address or recipient meanwhile. */
  async lock(name: string): Promise<void> {
    await this.sql.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${this.tenant} ${name}`]);
  }

  /** The conversation, held until the end of the unit; `not-found` also where the viewer may not see it. */
  async conversation(id: string, viewer: Viewer | null = null): Promise<Conversation> {
    const held = this.#held.get(id) ?? (await this.#hold(id));
    if (held && (viewer === null || maySee(viewer, placeOf(held.conversation)))) return held.conversation;
    throw new AdapterError('not-found', `there is no conversation ${id}`);
  }

  /** Where the next message of a conversation stands. */
  nextPosition(conversationId: string): number {
    return this.#held.get(conversationId)?.nextPosition ?? 1;
  }

  /** Writes a conversation and the messages that are new in it. */
  async putConversation(conversation: Conversation, added: readonly AddressedMessage[] = []): Promise<void> {
    const before = this.#held.get(conversation.id);
    const next: Held = {
      conversation,
      nextPosition: Math.max(before?.nextPosition ?? 1, ...added.map(({ message }) => message.position + 1)),
      newestMessageAt: Math.max(before?.newestMessageAt ?? 0, ...added.map(({ message }) => message.at)),
    };
    this.#held.set(conversation.id, next);
    await writeConversation(this.sql, this.tenant, next);
    await this.#writeAddresses(before?.conversation ?? null, conversation);
    this.#tell(`conversation ${conversation.id}`, { type: 'conversation', conversation }, before?.conversation);
    for (const { message, address } of added) {
      await writeMessage(this.sql, this.tenant, { message, address });
      await writeWords(this.sql, this.tenant, message);
      this.#tell(`message ${message.id}`, { type: 'message', message });
    }
  }

  /** Writes a message that exists already, after its status or content changed. Its conversation is held. */
  async changeMessage(message: Message): Promise<void> {
    await this.sql.query('update message set recipient_id = $4, data = $3::text::json where tenant = $1 and id = $2', [
      this.tenant,
      message.id,
      JSON.stringify(message),
      message.recipientId,
    ]);
    this.#tell(`message ${message.id}`, { type: 'message', message });
  }

  /** The same for one that says something else now: what it said is found only where another message says it too. */
  async changeContent(before: Message, message: Message): Promise<void> {
    await this.changeMessage(message);
    await changeWords(this.sql, this.tenant, { before, after: message });
  }

  async putRecipient(recipient: Recipient): Promise<void> {
    await writeRecipient(this.sql, this.tenant, recipient);
    const { id, coWorkerId, branchId } = recipient;
    const now = { coWorkerId, branchId, recipientId: id };
    this.#changes.set(`recipient ${id}`, { change: { type: 'recipient', recipient }, now });
  }

  /** Writes the event of the feed. Returns whether there was anything to tell. */
  async finish(): Promise<boolean> {
    if (this.#changes.size === 0) return false;
    await writeEvent(this.sql, this.tenant, [...this.#changes.values()]);
    return true;
  }

  async #hold(id: string): Promise<Held | null> {
    const [row] = await this.sql.query<{ data: string; next_position: number; newest_message_at: number }>(
      `select data::text as data, next_position, newest_message_at from conversation
       where tenant = $1 and id = $2 for update`,
      [this.tenant, id],
    );
    if (!row) return null;
    const held = {
      conversation: JSON.parse(row.data) as Conversation,
      nextPosition: row.next_position,
      newestMessageAt: row.newest_message_at,
    };
    this.#held.set(id, held);
    return held;
  }

  async #writeAddresses(before: Conversation | null, after: Conversation): Promise<void> {
    const old = before ? openAddressKeys(before) : [];
    const keys = openAddressKeys(after);
    if (keys.join('\n') === old.join('\n')) return;
    await this.sql.query('delete from conversation_address where tenant = $1 and conversation_id = $2', [
      this.tenant,
      after.id,
    ]);
    await this.sql.query(
      'insert into conversation_address (tenant, address_key, conversation_id) select $1, unnest($3::text[]), $2',
      [this.tenant, after.id, keys],
    );
  }

  /** Who was concerned before is told as well: a conversation that leaves a scope must leave its lists. */
  #tell(name: string, change: PlacedChange['change'], before?: Conversation): void {
    const conversationId = change.type === 'message' ? change.message.conversationId : null;
    const conversation =
      change.type === 'conversation' ? change.conversation : this.#held.get(conversationId ?? '')?.conversation;
    if (!conversation) throw new TypeError('a change outside of a conversation');
    const first = this.#changes.get(name)?.before ?? (before && placeOf(before));
    this.#changes.set(name, { change, now: placeOf(conversation), ...(first && { before: first }) });
  }
}

/** Addresses under which an open conversation is found. */
function openAddressKeys({ state, channels }: Conversation): readonly string[] {
  if (state === 'archived') return [];
  return [...new Set(channels.map(({ channel, address }) => addressKey(channel, address)))].sort();
}

async function writeConversation(sql: Sql, tenant: string, held: Held): Promise<void> {
  const { conversation, nextPosition, newestMessageAt } = held;
  const { id, state, coWorkerId, branchId, teamId, recipient, unreadCount, tags, startedAt } = conversation;
  const [oldest] = sortKey('oldest', conversation);
  const [newest] = sortKey('newest', conversation);
  const [shortest, shortestThen] = sortKey('shortest-wait', conversation);
  const [longest, longestThen] = sortKey('longest-wait', conversation);
  const until = sleepsUntil(conversation);
  await sql.query(
    `insert into conversation (tenant, id, data, state, co_worker_id, branch_id, recipient_id, unread, tags, channels,
       started_at, search, newest_message_at, next_position, oldest, newest, shortest_wait, shortest_wait_then,
       longest_wait, longest_wait_then, team_id, recipient_kind, pinned, asleep_until)
     values ($1, $2, $3::text::json, $4, $5, $6, $7, $8, $9::text[], $10::text[], $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24)
     on conflict (tenant, id) do update set data = excluded.data, state = excluded.state,
       co_worker_id = excluded.co_worker_id, branch_id = excluded.branch_id, recipient_id = excluded.recipient_id,
       unread = excluded.unread, tags = excluded.tags, channels = excluded.channels, started_at = excluded.started_at,
       search = excluded.search, newest_message_at = excluded.newest_message_at,
       next_position = excluded.next_position, oldest = excluded.oldest, newest = excluded.newest,
       shortest_wait = excluded.shortest_wait, shortest_wait_then = excluded.shortest_wait_then,
       longest_wait = excluded.longest_wait, longest_wait_then = excluded.longest_wait_then,
       team_id = excluded.team_id, recipient_kind = excluded.recipient_kind, pinned = excluded.pinned,
       asleep_until = excluded.asleep_until`,
    [
      tenant,
      id,
      JSON.stringify(conversation),
      state,
      coWorkerId,
      branchId,
      recipient.id,
      unreadCount > 0,
      tags,
      channelsUsed(conversation),
      startedAt,
      searchOfConversation(conversation),
      newestMessageAt,
      nextPosition,
      oldest,
      newest,
      shortest,
      shortestThen,
      longest,
      longestThen,
      teamId,
      recipient.kind,
      conversation.pinned ?? false,
      until === null ? null : Math.min(until, Number.MAX_SAFE_INTEGER),
    ],
  );
}

async function writeMessage(sql: Sql, tenant: string, { message, address }: AddressedMessage): Promise<void> {
  const { id, conversationId, recipientId, direction, at, position, clientId } = message;
  const reference = direction === 'outgoing' && clientId !== null ? referenceKey(clientId) : null;
  await sql.query(
    `insert into message (tenant, id, conversation_id, recipient_id, direction, at, position, reference, address, data)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::text::json)`,
    [tenant, id, conversationId, recipientId, direction, at, position, reference, address, JSON.stringify(message)],
  );
}

async function writeRecipient(sql: Sql, tenant: string, recipient: Recipient): Promise<void> {
  const { id, coWorkerId, branchId, name, addresses } = recipient;
  await sql.query(
    `insert into recipient (tenant, id, data, co_worker_id, branch_id, name_key, search)
     values ($1, $2, $3::text::json, $4, $5, $6, $7)
     on conflict (tenant, id) do update set data = excluded.data, co_worker_id = excluded.co_worker_id,
       branch_id = excluded.branch_id, name_key = excluded.name_key, search = excluded.search`,
    [tenant, id, JSON.stringify(recipient), coWorkerId, branchId, foldText(name), searchOfRecipient(recipient)],
  );
  await sql.query('delete from recipient_address where tenant = $1 and recipient_id = $2', [tenant, id]);
  await sql.query(
    `insert into recipient_address (tenant, address_key, recipient_id) select $1, unnest($3::text[]), $2
     on conflict do nothing`,
    [tenant, id, addresses.map(({ channel, value }) => addressKey(channel, value))],
  );
}
