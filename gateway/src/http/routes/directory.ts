import { getRecipient, listBranches, listCoWorkers, listTemplates, searchRecipients } from '../../store/directory.ts';
import { getInvitation } from '../../commands/templates.ts';
import { route } from '../route.ts';
import type { Route } from '../route.ts';

/** Recipients, co-workers, branches and templates. */
export const directoryRoutes: readonly Route[] = [
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
    gives: 'InvitationState',
    run: async ({ core, viewer }) => ({
      body: { invitation: await getInvitation(core.parts.db, viewer.tenant) },
    }),
  }),
];
