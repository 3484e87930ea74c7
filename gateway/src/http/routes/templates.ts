import { removeConversationTemplate, saveConversationTemplate, saveInvitation } from '../../commands/templates.ts';
import { getApprovedTemplate, listApprovedTemplates } from '../../store/approved-templates.ts';
import { ifMatchHeader, route, versionOf } from '../route.ts';
import type { Route } from '../route.ts';

/** Templates of the provider, and editing of the tenant’s own. */
export const templateRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/approved-templates/query',
    id: 'queryApprovedTemplates',
    summary: 'A page of the templates that are registered with the provider, of every status.',
    takes: 'ApprovedTemplateSearch',
    gives: 'ApprovedTemplatePage',
    run: async ({ core, viewer, body }) => {
      core.templates.look(viewer.tenant);
      return { body: await listApprovedTemplates(core.parts.db, viewer.tenant, body.filter, body.page) };
    },
  }),
  route({
    method: 'GET',
    path: '/v1/approved-templates/{id}',
    id: 'getApprovedTemplate',
    summary: 'One template as it is now; asked again before it is sent.',
    gives: 'ApprovedTemplate',
    run: async ({ core, viewer, param }) => ({
      body: await getApprovedTemplate(core.parts.db, viewer.tenant, param('id')),
    }),
  }),
  route({
    method: 'PUT',
    path: '/v1/templates',
    id: 'saveTemplate',
    summary: 'Saves one text of a conversation template; answers with all languages of its code.',
    headers: ifMatchHeader,
    takes: 'NewTemplate',
    gives: 'ConversationTemplates',
    run: async ({ core, viewer, body, header }) => {
      const basis = { replaces: body.replaces ?? null, ifVersion: versionOf(header('if-match')) };
      const save = core.write(viewer.tenant, (unit) => saveConversationTemplate(unit, body.template, basis));
      return { body: await save };
    },
  }),
  route({
    method: 'POST',
    path: '/v1/templates/remove',
    id: 'removeTemplate',
    summary: 'Removes one text of a conversation template; answers with what is left of its code.',
    headers: ifMatchHeader,
    takes: 'TemplateKey',
    gives: 'ConversationTemplates',
    run: async ({ core, viewer, body, header }) => {
      const ifVersion = versionOf(header('if-match'));
      return { body: await core.write(viewer.tenant, (unit) => removeConversationTemplate(unit, body, ifVersion)) };
    },
  }),
  route({
    method: 'PUT',
    path: '/v1/invitation',
    id: 'saveInvitation',
    summary: 'Sets template and number of the WhatsApp invitation; null switches it off.',
    takes: 'InvitationState',
    gives: 'Done',
    run: async ({ core, viewer, body }) => {
      await core.write(viewer.tenant, (unit) => saveInvitation(unit, body.invitation));
      return { body: { done: true } };
    },
  }),
];
