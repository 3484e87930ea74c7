import {
  listQuickReplies,
  removeGroup,
  removeReply,
  reorder,
  saveGroup,
  saveReply,
} from '../../commands/quick-replies.ts';
import { ifMatchHeader, route, versionOf } from '../route.ts';
import type { Route } from '../route.ts';

const versionIn = (header: (name: string) => string | null): number | undefined =>
  versionOf(header('if-match')) ?? undefined;

/** Prepared answers. */
export const quickReplyRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/quick-replies',
    id: 'listQuickReplies',
    summary: 'All groups of quick replies, in the order of the settings.',
    gives: 'QuickReplyGroups',
    run: async ({ core, viewer }) => ({ body: await listQuickReplies(core.parts.db, viewer.tenant) }),
  }),
  route({
    method: 'PUT',
    path: '/v1/quick-reply-groups/{id}',
    id: 'saveQuickReplyGroup',
    summary: 'Makes a group, which comes last, or renames it.',
    headers: ifMatchHeader,
    takes: 'NewQuickReplyGroup',
    gives: 'QuickReplyGroup',
    run: async ({ core, viewer, body, param, header }) => {
      const draft = { id: param('id'), name: body.name };
      return { body: await core.write(viewer.tenant, (unit) => saveGroup(unit, draft, versionIn(header))) };
    },
  }),
  route({
    method: 'DELETE',
    path: '/v1/quick-reply-groups/{id}',
    id: 'removeQuickReplyGroup',
    summary: 'Removes a group with everything in it.',
    headers: ifMatchHeader,
    gives: 'Done',
    run: async ({ core, viewer, param, header }) => {
      await core.write(viewer.tenant, (unit) => removeGroup(unit, param('id'), versionIn(header)));
      return { body: { done: true } };
    },
  }),
  route({
    method: 'PUT',
    path: '/v1/quick-replies/{id}',
    id: 'saveQuickReply',
    summary: 'Makes a quick reply, which comes last in its group, changes it, or moves it to another group.',
    headers: ifMatchHeader,
    takes: 'NewQuickReply',
    gives: 'QuickReply',
    run: async ({ core, viewer, body, param, header }) => {
      const { groupId, texts, attachments } = body;
      const draft = { id: param('id'), groupId, texts, attachments };
      const ifVersion = versionIn(header);
      return { body: await core.write(viewer.tenant, (unit) => saveReply(unit, draft, { ifVersion, viewer })) };
    },
  }),
  route({
    method: 'DELETE',
    path: '/v1/quick-replies/{id}',
    id: 'removeQuickReply',
    summary: 'Removes a quick reply.',
    headers: ifMatchHeader,
    gives: 'Done',
    run: async ({ core, viewer, param, header }) => {
      await core.write(viewer.tenant, (unit) => removeReply(unit, param('id'), versionIn(header)));
      return { body: { done: true } };
    },
  }),
  route({
    method: 'POST',
    path: '/v1/quick-replies/order',
    id: 'reorderQuickReplies',
    summary: 'Puts groups, or the replies of one, into another order. What is not named follows as it was.',
    takes: 'QuickReplyOrder',
    gives: 'QuickReplyGroups',
    run: async ({ core, viewer, body }) => ({ body: await core.write(viewer.tenant, (unit) => reorder(unit, body)) }),
  }),
];
