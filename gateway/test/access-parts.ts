import { anApprovedTemplate, anAttachment, aQuickReplyGroup } from '../../src/testing/builders.ts';
import type { ImportedSettings } from '../src/commands/import-settings.ts';
import type { Sql } from '../src/db/db.ts';
import type { ImportedFile } from '../src/store/uploads.ts';

/** Whose data a request is about. */
export type Situation = 'own' | 'other-branch' | 'other-tenant' | 'gone';
/** Every situation. */
export const situations: readonly Situation[] = ['own', 'other-branch', 'other-tenant', 'gone'];

/** What is asked of a route. */
export interface Request {
  readonly path?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly bytes?: Uint8Array<ArrayBuffer>;
}

/** How each route is asked about somebody's data; `hides`: it answers 200 and leaves out what may not be seen. */
export interface Asked {
  readonly request: (situation: Situation) => Request;
  readonly otherwise: 'not-found' | 'hides';
}

/** What there is one of in a tenant; a situation in the same tenant as another brings nothing. */
export function settingsOf(situation: Situation): ImportedSettings {
  if (situation === 'other-branch') return {};
  return {
    tags: [{ id: `tag-${situation}`, name: `tag-${situation}` }],
    teams: [{ id: `team-${situation}`, name: `team-${situation}`, isDefault: true }],
    approvedTemplates: [anApprovedTemplate({ id: `template-${situation}` })],
    quickReplies: [aQuickReplyGroup({ id: `group-${situation}`, text: `reply-${situation}` })],
  };
}

/** An upload of Sanne’s on its way, in the conversation of a situation. */
export async function beginUpload(sql: Sql, tenant: string, situation: Situation): Promise<void> {
  await sql.query(
    `insert into file (tenant, id, client_id, co_worker_id, conversation_id, name, mime_type, size_bytes, state)
     values ($1, $2, $3, 'sanne', $4, 'photo.jpg', 'image/jpeg', 4, 'coming')`,
    [tenant, `upload-${situation}`, `upload-key-${situation}`, conversationOf(situation)],
  );
}

/** An action on many conversations that has ended: Sanne’s own, or a colleague’s, whose nobody else sees it. */
export async function putBulk(sql: Sql, tenant: string, situation: Situation): Promise<void> {
  if (situation === 'gone') return;
  await sql.query(
    `insert into bulk_operation (tenant, id, is_undo, viewer, co_worker_id, state, total, begun_at)
     values ($1, $2, false, '{}', $3, 'finished', 0, 9000000000000000)`,
    [tenant, `bulk-${situation}`, situation === 'other-branch' ? 'kim' : 'sanne'],
  );
}

/** A file that a message of the situation’s conversation carries. */
export function fileOf(situation: Situation): ImportedFile {
  const attachment = anAttachment({ id: `file-${situation}`, name: `file-${situation}.jpg`, mimeType: 'image/jpeg' });
  return { attachment, conversationId: conversationOf(situation), base64: '/9j/4A==' };
}

let key = 0;
/** A client id that nobody used. */
export const newKey = (): Record<string, string> => ({ 'idempotency-key': `key-${(key += 1)}` });
/** The conversation of a situation. */
export const conversationOf = (situation: Situation): string => `conversation-${situation}`;
/** The recipient of a situation. */
export const recipientOf = (situation: Situation): string => `recipient-${situation}`;

const everything = { scope: { kind: 'all' }, sort: 'newest' };

/** How the routes of the optional parts are asked. */
export const partsAsked: Readonly<Record<string, Asked>> = {
  listTags: { request: () => ({}), otherwise: 'hides' },
  createTag: { request: () => ({ body: { name: 'new' } }), otherwise: 'hides' },
  getTagSettings: { request: () => ({}), otherwise: 'hides' },
  listTeams: { request: () => ({}), otherwise: 'hides' },
  countTabs: { request: () => ({ body: { scope: { kind: 'all' } } }), otherwise: 'hides' },
  countConversations: { request: () => ({ body: { queries: [everything] } }), otherwise: 'hides' },
  queryApprovedTemplates: { request: () => ({ body: { filter: {} } }), otherwise: 'hides' },
  getApprovedTemplate: { request: (situation) => ({ path: { id: `template-${situation}` } }), otherwise: 'not-found' },
  saveTemplate: {
    request: () => ({
      body: { template: { code: `CODE ${(key += 1)}`, language: 'en', isDefault: true, text: 'Hello' } },
    }),
    otherwise: 'hides',
  },
  removeTemplate: {
    request: () => ({ body: { code: 'CODE', language: 'en' } }),
    otherwise: 'hides',
  },
  saveInvitation: { request: () => ({ body: { invitation: null } }), otherwise: 'hides' },
  listQuickReplies: { request: () => ({}), otherwise: 'hides' },
  saveQuickReplyGroup: {
    request: () => ({ path: { id: 'group-new' }, body: { name: 'New' } }),
    otherwise: 'hides',
  },
  saveQuickReply: {
    request: () => ({
      path: { id: 'reply-new' },
      body: { groupId: 'group-own', texts: [{ language: null, text: 'Hello' }], attachments: [] },
    }),
    otherwise: 'hides',
  },
  removeQuickReply: { request: () => ({ path: { id: 'reply-new' } }), otherwise: 'hides' },
  removeQuickReplyGroup: { request: () => ({ path: { id: 'group-new' } }), otherwise: 'hides' },
  reorderQuickReplies: { request: () => ({ body: { kind: 'groups', ids: [] } }), otherwise: 'hides' },
  searchMessages: {
    request: (situation) => ({
      body: { search: { in: { kind: 'conversation', conversationId: conversationOf(situation) }, text: '' } },
    }),
    otherwise: 'not-found',
  },
  listPresent: { request: () => ({}), otherwise: 'hides' },
  setPresence: {
    request: (situation) => ({
      body: { window: 'window-1', presence: { activity: 'viewing', conversationId: conversationOf(situation) } },
    }),
    otherwise: 'not-found',
  },
  beginBulk: {
    request: (situation) => ({
      path: { id: `bulk of ${situation.length}` },
      body: { target: { query: everything }, action: { type: 'tag', add: ['many'], remove: [] } },
    }),
    otherwise: 'hides',
  },
  getBulk: { request: (situation) => ({ path: { id: `bulk-${situation}` } }), otherwise: 'not-found' },
  stopBulk: { request: (situation) => ({ path: { id: `bulk-${situation}` } }), otherwise: 'not-found' },
  beginUndo: { request: (situation) => ({ path: { id: `bulk-${situation}` } }), otherwise: 'not-found' },
  getUndo: { request: (situation) => ({ path: { id: `bulk-${situation}` } }), otherwise: 'not-found' },
  queryBulkResults: {
    request: (situation) => ({ path: { id: `bulk-${situation}` }, body: {} }),
    otherwise: 'not-found',
  },
  queryPhoneRecords: { request: () => ({ body: { filter: {} } }), otherwise: 'hides' },
  writePhoneRecords: { request: () => ({ body: { changes: [] } }), otherwise: 'hides' },
  beginUpload: {
    request: (situation) => ({
      headers: newKey(),
      body: {
        conversationId: conversationOf(situation),
        name: 'photo.jpg',
        mimeType: 'image/jpeg',
        sizeBytes: 4,
        altText: null,
        durationMs: null,
      },
    }),
    otherwise: 'not-found',
  },
  putBytes: {
    request: (situation) => ({
      path: { id: `upload-${situation}` },
      headers: { 'upload-offset': '0', 'content-type': 'application/octet-stream' },
      bytes: new Uint8Array([0xff, 0xd8, 0xff, 0xe0]),
    }),
    otherwise: 'not-found',
  },
  getFileAddress: { request: (situation) => ({ path: { id: `file-${situation}` } }), otherwise: 'not-found' },
  removeUpload: { request: (situation) => ({ path: { id: `file-${situation}` } }), otherwise: 'hides' },
  listLoad: {
    request: () => ({ body: { scope: 'all', target: { dangerMs: 1, lateMs: 2 } } }),
    otherwise: 'hides',
  },
};

/** Those of them whose answer is the same for every branch. */
export const partsOfTenant: readonly string[] = [
  ...['listTags', 'createTag', 'getTagSettings', 'listTeams', 'queryApprovedTemplates', 'getApprovedTemplate'],
  ...['saveTemplate', 'removeTemplate', 'saveInvitation', 'listQuickReplies', 'saveQuickReplyGroup'],
  ...['saveQuickReply', 'removeQuickReply', 'removeQuickReplyGroup', 'reorderQuickReplies'],
];
