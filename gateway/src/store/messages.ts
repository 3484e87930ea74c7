import { AdapterError } from '../../../src/ports/adapter-error.ts';
import { compareMessages } from '../../../src/domain/timeline.ts';
import type { Message } from '../../../src/domain/model.ts';
import type { ConversationScope, MessageQuery } from '../../../src/domain/queries.ts';
import type { MessagePage, MessagePageRequest } from '../../../src/ports/adapter.ts';
import type { Row, Sql } from '../db/db.ts';
import { getConversation } from './conversations.ts';
import { decodeCursor, encodeCursor, pageSize } from './cursors.ts';
import type { SortPlace } from './cursors.ts';
import { inScope, Values, visibleTo } from './viewer.ts';
import type { Viewer } from './viewer.ts';

/** How many messages `recent` reaches back. */
const recentCount = 100;

/** A stretch of history, oldest first. */
export async function listMessages(
  sql: Sql,
  viewer: Viewer,
  query: MessageQuery,
  page: MessagePageRequest = {},
): Promise<MessagePage> {
  if (page.around !== undefined && page.cursor !== undefined)
    throw new AdapterError('invalid', 'a page has a cursor or a centre, not both', { path: 'page.around' });
  if (query.kind === 'conversation') await getConversation(sql, viewer, query.conversationId);
  const question = { query, viewer: [viewer.tenant, viewer.agent.id, viewer.branches] };
  const limit = pageSize(page.limit, query.kind === 'recent' ? recentCount : undefined);
  const source = query.kind === 'recent' ? await recent(sql, viewer, query.scope) : history(sql, viewer, query);
  return new Reading(source, question, limit).page(page);
}

/** What became of a command; `null` if it was never stored, or is not for the viewer's eyes. */
export async function findMessage(sql: Sql, viewer: Viewer, clientId: string): Promise<Message | null> {
  const values = new Values();
  const visible = visibleTo(viewer, values, 'c');
  const [row] = await sql.query<{ data: string }>(
    `select m.data::text as data from accepted a
       join message m on m.tenant = a.tenant and m.id = a.message_id
       join conversation c on c.tenant = m.tenant and c.id = m.conversation_id
     where ${visible} and a.tenant = c.tenant and a.client_id = ${values.add(clientId)}`,
    values.list,
  );
  return row ? messageIn(row) : null;
}

/** The message as stored, for commands that hold its conversation. */
export async function readMessage(sql: Sql, tenant: string, id: string): Promise<Message | null> {
  const [row] = await sql.query<{ data: string }>(
    'select data::text as data from message where tenant = $1 and id = $2',
    [tenant, id],
  );
  return row ? messageIn(row) : null;
}

/** Messages in order of time, from a place on in one direction. */
interface History {
  read(direction: 'older' | 'newer', from: SortPlace | null, limit: number): Promise<readonly Message[]>;
  find(id: string): Promise<Message | null>;
}

function history(sql: Sql, viewer: Viewer, query: Exclude<MessageQuery, { kind: 'recent' }>): History {
  const start = (): { values: Values; where: string } => {
    const values = new Values();
    const visible = visibleTo(viewer, values, 'c');
    const which =
      query.kind === 'conversation'
        ? `m.conversation_id = ${values.add(query.conversationId)}`
        : `m.recipient_id = ${values.add(query.recipientId)}`;
    return { values, where: `${visible} and m.tenant = ${values.add(viewer.tenant)} and ${which}` };
  };
  const from = 'from message m join conversation c on c.tenant = m.tenant and c.id = m.conversation_id';
  return {
    async read(direction, place, limit) {
      const { values, where } = start();
      const order = direction === 'older' ? 'desc' : 'asc';
      const rows = await sql.query<{ data: string }>(
        `select m.data::text as data ${from} where ${where} ${beyond(place, direction, values)}
         order by m.at ${order}, m.position ${order}, m.id ${order} limit ${limit}`,
        values.list,
      );
      return rows.map(messageIn);
    },
    async find(id) {
      const { values, where } = start();
      const [row] = await sql.query<{ data: string }>(
        `select m.data::text as data ${from} where ${where} and m.id = ${values.add(id)}`,
        values.list,
      );
      return row ? messageIn(row) : null;
    },
  };
}

function beyond(place: SortPlace | null, direction: 'older' | 'newer', values: Values): string {
  if (place === null) return '';
  const [at, position, id] = place;
  const key = `${values.add(at ?? 0, 'bigint')}, ${values.add(position ?? 0, 'bigint')}, ${values.add(id ?? '', 'text')}`;
  return `and (m.at, m.position, m.id) ${direction === 'older' ? '<' : '>'} (${key})`;
}

/**
 * The last messages over all conversations in scope. Only the conversations with the newest messages can hold them, and
 * of each only its newest: what that costs does not depend on the length of any history.
 */
async function recent(sql: Sql, viewer: Viewer, scope: ConversationScope): Promise<History> {
  const values = new Values();
  const where = `${visibleTo(viewer, values, 'c')} and ${inScope(viewer, scope, values)}`;
  const rows = await sql.query<{ data: string }>(
    `select m.data::text as data
     from (select c.tenant, c.id from conversation c where ${where} order by c.newest_message_at desc limit ${recentCount}) c
     cross join lateral (
       select data, at, position, id from message
       where tenant = c.tenant and conversation_id = c.id order by at desc, position desc, id desc limit ${recentCount}
     ) m order by m.at desc, m.position desc, m.id desc limit ${recentCount}`,
    values.list,
  );
  const messages = rows.map(messageIn).sort(compareMessages);
  const isBefore = (message: Message, [at, position, id]: SortPlace): boolean =>
    compareMessages(message, { ...message, at: Number(at), position: Number(position), id: String(id) }) < 0;
  return {
    read: (direction, place, limit) => {
      const end = direction === 'older' ? messages.length : 0;
      const before = place === null ? end : messages.filter((message) => isBefore(message, place)).length;
      if (direction === 'older') return Promise.resolve(messages.slice(Math.max(0, before - limit), before).reverse());
      const from = messages[before]?.id === place?.[2] ? before + 1 : before;
      return Promise.resolve(messages.slice(from, from + limit));
    },
    find: (id) => Promise.resolve(messages.find((message) => message.id === id) ?? null),
  };
}

class Reading {
  readonly #history: History;
  readonly #question: unknown;
  readonly #limit: number;

  constructor(source: History, question: unknown, limit: number) {
    this.#history = source;
    this.#question = question;
    this.#limit = limit;
  }

  async page({ around, cursor, direction }: MessagePageRequest): Promise<MessagePage> {
    if (around !== undefined) return this.#around(around);
    const place = cursor === undefined ? null : decodeCursor(this.#question, cursor, ['number', 'number', 'string']);
    return direction === 'newer' ? this.#newer(place) : this.#older(place);
  }

  async #older(before: SortPlace | null): Promise<MessagePage> {
    const found = await this.#history.read('older', before, this.#limit + 1);
    const items = found.slice(0, this.#limit).reverse();
    return this.#stretch(items, { older: found.length > this.#limit, newer: before !== null });
  }

  async #newer(after: SortPlace | null): Promise<MessagePage> {
    const found = await this.#history.read('newer', after, this.#limit + 1);
    return this.#stretch(found.slice(0, this.#limit), { older: after !== null, newer: found.length > this.#limit });
  }

  /** As many before as after, and more on one side where the other ends. */
  async #around(id: string): Promise<MessagePage> {
    const centre = await this.#history.find(id);
    if (!centre) throw new AdapterError('not-found', `there is no message ${id} in this history`);
    const older = await this.#history.read('older', placeOf(centre), this.#limit);
    const newer = await this.#history.read('newer', placeOf(centre), this.#limit);
    const rest = this.#limit - 1;
    const newerCount = Math.min(newer.length, Math.max(rest - older.length, Math.floor(rest / 2)));
    const olderCount = Math.min(older.length, rest - newerCount);
    const items = [...older.slice(0, olderCount).reverse(), centre, ...newer.slice(0, newerCount)];
    return this.#stretch(items, { older: older.length > olderCount, newer: newer.length > newerCount });
  }

  #stretch(items: readonly Message[], more: { readonly older: boolean; readonly newer: boolean }): MessagePage {
    const [first] = items;
    const last = items.at(-1);
    return {
      items,
      olderCursor: first && more.older ? encodeCursor(this.#question, placeOf(first)) : null,
      newerCursor: last && more.newer ? encodeCursor(this.#question, placeOf(last)) : null,
    };
  }
}

function placeOf({ at, position, id }: Message): SortPlace {
  return [at, position, id];
}

function messageIn(row: Row): Message {
  return JSON.parse(String(row.data)) as Message;
}
