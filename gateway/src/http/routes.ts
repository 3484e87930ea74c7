import { openConversation, normalizedRequest } from '../commands/open.ts';
import { acceptMessage, acceptNote } from '../commands/accept.ts';
import { maxTextLength } from '../commands/check-content.ts';
import { importData } from '../commands/import.ts';
import { updateConversation } from '../commands/update.ts';
import type { Core } from '../core.ts';
import { getConversation, listConversations } from '../store/conversations.ts';
import { maxPageSize } from '../store/cursors.ts';
import {
  getInvitation,
  getRecipient,
  listBranches,
  listCoWorkers,
  listTemplates,
  searchRecipients,
} from '../store/directory.ts';
import { feedHead } from '../store/feed.ts';
import { introduce } from '../store/introduce.ts';
import { findMessage, listMessages } from '../store/messages.ts';
import { mustHaveRole } from '../store/viewer.ts';
import type { Viewer } from '../store/viewer.ts';
import type { Capabilities } from '../../../src/ports/adapter.ts';
import { AdapterError } from '../../../src/ports/adapter-error.ts';
import type { ApiTypes } from './api-types.ts';

/** A request that was proved and checked. */
export interface Call<Body> {
  readonly core: Core;
  readonly viewer: Viewer;
  readonly body: Body;
  readonly param: (name: string) => string;
  readonly header: (name: string) => string | null;
}

/** An answer with its headers. */
export interface Answer<Body> {
  readonly body: Body;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One thing that can be asked, with everything its documentation says. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT';
  /** With `{name}` for parameters. */
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  /** Headers it reads, with a sentence each. */
  readonly headers?: Readonly<Record<string, { readonly summary: string; readonly required: boolean }>>;
  readonly takes: keyof ApiTypes | null;
  readonly gives: keyof ApiTypes;
  /** Largest body, bytes; default one megabyte. */
  readonly mostBytes?: number;
  readonly run: (call: Call<never>) => Promise<Answer<unknown>>;
}

interface TypedRoute<Takes extends keyof ApiTypes, Gives extends keyof ApiTypes> extends Omit<
  Route,
  'takes' | 'gives' | 'run'
> {
  readonly takes?: Takes;
  readonly gives: Gives;
  readonly run: (call: Call<ApiTypes[Takes]>) => Promise<Answer<ApiTypes[Gives]>>;
}

/** Ties a route's function to the bodies it is documented with. */
function route<Takes extends keyof ApiTypes, Gives extends keyof ApiTypes>(typed: TypedRoute<Takes, Gives>): Route {
  return { ...typed, takes: typed.takes ?? null, run: typed.run };
}

/** Client ids are kept for ever; a year stands for that in a field that needs a number. */
const idempotencyMs = 365 * 24 * 60 * 60 * 1000;

const capabilities: Capabilities = {
  realtime: 'push',
  resume: 'exact',
  sequence: 'dense',
  idempotencyMs,
  conflictCheck: true,
  durable: true,
  limits: { maxPageSize, maxTextLength },
  can: {
    findByClientId: true,
    notes: true,
    open: true,
    assign: true,
    changeBranch: true,
    archive: true,
    markSpam: true,
    tag: true,
    markUnread: true,
    search: true,
  },
  parts: ['directory', 'templates'],
};

/** How long a trial of a connection may take. */
const testMs = 10_000;

const keyHeader = {
  'Idempotency-Key': { summary: 'The client id: the same key and body again gives the first answer.', required: true },
};

/** Everything that can be asked, in the order of the documentation. */
export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/session',
    id: 'getSession',
    summary: 'Who asks, what the gateway can do, and where the change stream stands.',
    gives: 'Session',
    run: async ({ core, viewer }) => {
      const { db, clock } = core.parts;
      await introduce(db, viewer);
      const { tenant: tenantId, agent } = viewer;
      const cursor = await feedHead(db, tenantId);
      const channels = await core.channelsOf(tenantId);
      return { body: { tenantId, agent, capabilities, channels, cursor, now: clock.now() } };
    },
  }),
  route({
    method: 'POST',
    path: '/v1/conversations/query',
    id: 'queryConversations',
    summary: 'A page of conversations.',
    takes: 'ConversationSearch',
    gives: 'ConversationPage',
    run: async ({ core, viewer, body }) => ({
      body: await listConversations(core.parts.db, viewer, body.query, body.page),
    }),
  }),
  route({
    method: 'POST',
    path: '/v1/conversations',
    id: 'openConversation',
    summary: 'Finds the open conversation with somebody, or starts one.',
    takes: 'OpenRequest',
    gives: 'Conversation',
    run: async ({ core, viewer, body }) => {
      const channels = await core.channelsOf(viewer.tenant);
      const request = normalizedRequest(body, core.parts.addresses);
      return tagged(await core.write(viewer.tenant, (unit) => openConversation(unit, request, { viewer, channels })));
    },
  }),
  route({
    method: 'GET',
    path: '/v1/conversations/{id}',
    id: 'getConversation',
    summary: 'One conversation; its version is the ETag.',
    gives: 'Conversation',
    run: async ({ core, viewer, param }) => tagged(await getConversation(core.parts.db, viewer, param('id'))),
  }),
  route({
    method: 'PATCH',
    path: '/v1/conversations/{id}',
    id: 'updateConversation',
    summary: 'Assigns, moves, tags, archives, marks read; with If-Match only at that version.',
    headers: { 'If-Match': { summary: 'The ETag it was seen with; another version answers 412.', required: false } },
    takes: 'ConversationChange',
    gives: 'Conversation',
    run: async ({ core, viewer, body, param, header }) => {
      const wanted = { id: param('id'), change: body, ifVersion: versionOf(header('if-match')) };
      return tagged(await core.write(viewer.tenant, (unit) => updateConversation(unit, wanted, viewer)));
    },
  }),
  route({
    method: 'POST',
    path: '/v1/messages/query',
    id: 'queryMessages',
    summary: 'A stretch of history.',
    takes: 'MessageSearch',
    gives: 'MessagePage',
    run: async ({ core, viewer, body }) => ({ body: await listMessages(core.parts.db, viewer, body.query, body.page) }),
  }),
  route({
    method: 'GET',
    path: '/v1/messages/by-client-id/{clientId}',
    id: 'findMessage',
    summary: 'What became of a send whose answer was lost; null if it was never stored.',
    gives: 'FoundMessage',
    run: async ({ core, viewer, param }) => ({
      body: { message: await findMessage(core.parts.db, viewer, param('clientId')) },
    }),
  }),
  route({
    method: 'POST',
    path: '/v1/messages',
    id: 'sendMessage',
    summary: 'Accepts a message for the customer. An answer means stored, not delivered.',
    headers: keyHeader,
    takes: 'NewMessage',
    gives: 'Message',
    run: async ({ core, viewer, body, header }) => {
      const { conversationId, channel, accountId, content, replyToId } = body;
      const clientId = keyOf(header);
      const outgoing = { clientId, conversationId, channel, accountId, content, replyToId };
      const channels = await core.channelsOf(viewer.tenant);
      const message = await core.write(viewer.tenant, (unit) => acceptMessage(unit, outgoing, { viewer, channels }));
      return { body: message };
    },
  }),
  route({
    method: 'POST',
    path: '/v1/notes',
    id: 'addNote',
    summary: 'Stores a note for colleagues. It never reaches the customer.',
    headers: keyHeader,
    takes: 'NewNote',
    gives: 'Message',
    run: async ({ core, viewer, body, header }) => {
      const note = { clientId: keyOf(header), conversationId: body.conversationId, text: body.text };
      return { body: await core.write(viewer.tenant, (unit) => acceptNote(unit, note, viewer)) };
    },
  }),
  route({
    method: 'GET',
    path: '/v1/recipients/{id}',
    id: 'getRecipient',
    summary: 'One contact, resource or unmatched sender.',
    gives: 'Recipient',
    run: async ({ core, viewer, param }) => ({ body: await getRecipient(core.parts.db, viewer, param('id')) }),
  }),
  route({
    method: 'POST',
    path: '/v1/recipients/query',
    id: 'queryRecipients',
    summary: 'Recipients by name, organisation or number in any spelling; empty text finds all.',
    takes: 'RecipientSearch',
    gives: 'RecipientPage',
    run: async ({ core, viewer, body }) => ({
      body: await searchRecipients(core.parts.db, viewer, body.text, body.page),
    }),
  }),
  route({
    method: 'GET',
    path: '/v1/co-workers',
    id: 'listCoWorkers',
    summary: 'The co-workers of the tenant.',
    gives: 'CoWorkers',
    run: async ({ core, viewer }) => ({ body: await listCoWorkers(core.parts.db, viewer.tenant) }),
  }),
  route({
    method: 'GET',
    path: '/v1/branches',
    id: 'listBranches',
    summary: 'The branches of the tenant.',
    gives: 'Branches',
    run: async ({ core, viewer }) => ({ body: await listBranches(core.parts.db, viewer.tenant) }),
  }),
  route({
    method: 'GET',
    path: '/v1/templates',
    id: 'listTemplates',
    summary: 'Conversation templates, one code in many languages.',
    gives: 'ConversationTemplates',
    run: async ({ core, viewer }) => ({ body: await listTemplates(core.parts.db, viewer.tenant) }),
  }),
  route({
    method: 'GET',
    path: '/v1/invitation',
    id: 'getInvitation',
    summary: 'Template and number of the WhatsApp invitation; null when it is not set.',
    gives: 'InvitationSetting',
    run: async ({ core, viewer }) => ({
      body: { invitation: await getInvitation(core.parts.db, viewer.tenant) },
    }),
  }),
  route({
    method: 'GET',
    path: '/v1/connection',
    id: 'getConnection',
    summary: 'The connection to the provider without its secrets; null when there is none. Needs the role admin.',
    gives: 'Connection',
    run: async ({ core, viewer }) => {
      mustHaveRole(viewer, 'admin');
      return { body: { connection: await core.parts.accounts.settingsOf(viewer.tenant) } };
    },
  }),
  route({
    method: 'PUT',
    path: '/v1/connection',
    id: 'putConnection',
    summary: 'Writes the connection; the answer shows the webhooks’ addresses this once. Needs the role admin.',
    takes: 'NewConnection',
    gives: 'Webhooks',
    run: async ({ core, viewer, body }) => {
      mustHaveRole(viewer, 'admin');
      const { provider, from, namespace, productToken } = body;
      const connection = { provider, from, namespace, ...(productToken !== undefined && { productToken }) };
      return { body: await core.parts.accounts.write(viewer.tenant, connection) };
    },
  }),
  route({
    method: 'POST',
    path: '/v1/connection/test',
    id: 'testConnection',
    summary: 'Tries whether the provider knows the account; nothing is sent. Needs the role admin.',
    gives: 'ConnectionTest',
    run: async ({ core, viewer }) => {
      mustHaveRole(viewer, 'admin');
      const account = await core.parts.accounts.ofTenant(viewer.tenant);
      if (!account) throw new AdapterError('not-found', 'there is no connection');
      return { body: await account.provider.test({ signal: AbortSignal.timeout(testMs) }) };
    },
  }),
  route({
    method: 'POST',
    path: '/v1/import',
    id: 'import',
    summary: 'Takes in records, settings and history of the host, in one act. Needs the role admin.',
    takes: 'ImportData',
    gives: 'Imported',
    mostBytes: 64 * 1024 * 1024,
    run: async ({ core, viewer, body }) => {
      mustHaveRole(viewer, 'admin');
      return { body: await core.write(viewer.tenant, (unit) => importData(unit, body, core.parts.addresses)) };
    },
  }),
];

function tagged(conversation: ApiTypes['Conversation']): Answer<ApiTypes['Conversation']> {
  return { body: conversation, headers: { etag: `"${conversation.version}"` } };
}

function versionOf(ifMatch: string | null): number | null {
  if (ifMatch === null || ifMatch.trim() === '*') return null;
  const version = /^\s*(?:W\/)?"(-?\d{1,15})"\s*$/.exec(ifMatch)?.[1];
  if (version === undefined) throw new AdapterError('invalid', 'If-Match is not an ETag of ours', { path: 'If-Match' });
  return Number(version);
}

function keyOf(header: (name: string) => string | null): string {
  const key = header('idempotency-key') ?? '';
  if (/^[\x21-\x7e]{1,200}$/.test(key)) return key;
  const path = 'Idempotency-Key';
  throw new AdapterError('invalid', 'Idempotency-Key is 1 to 200 visible characters', { path });
}
