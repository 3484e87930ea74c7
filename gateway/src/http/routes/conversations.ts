import { normalizedRequest, openConversation } from '../../commands/open.ts';
import { updateConversation } from '../../commands/update.ts';
import { getConversation, listConversations } from '../../store/conversations.ts';
import { route, tagged, versionOf } from '../route.ts';
import type { Route } from '../route.ts';

/** Conversations: lists, one, starting and changing them. */
export const conversationRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/conversations/query',
    id: 'queryConversations',
    summary: 'A page of conversations.',
    takes: 'ConversationSearch',
    gives: 'ConversationPage',
    run: async ({ core, viewer, body }) => ({
      body: await listConversations(
        core.parts.db,
        viewer,
        { query: body.query, now: core.parts.clock.now() },
        body.page,
      ),
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
];
