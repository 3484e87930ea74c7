import { acceptMessage, acceptNote } from '../../commands/accept.ts';
import { searchMessages } from '../../store/message-search.ts';
import { findMessage, listMessages } from '../../store/messages.ts';
import { keyHeader, keyOf, route } from '../route.ts';
import type { Route } from '../route.ts';

/** Messages and notes. */
export const messageRoutes: readonly Route[] = [
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
    method: 'POST',
    path: '/v1/messages/search',
    id: 'searchMessages',
    summary: 'Messages of a history that hold every word, the newest first.',
    takes: 'MessageTextSearch',
    gives: 'FoundMessages',
    run: async ({ core, viewer, body }) => ({
      body: await searchMessages(core.parts.db, viewer, body.search, body.page),
    }),
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
      const { conversationId, text, mentions } = body;
      const note = { clientId: keyOf(header), conversationId, text, ...(mentions && { mentions }) };
      return { body: await core.write(viewer.tenant, (unit) => acceptNote(unit, note, viewer)) };
    },
  }),
];
