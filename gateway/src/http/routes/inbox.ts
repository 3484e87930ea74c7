import { createTag, listTags, tagSettings } from '../../commands/tags.ts';
import { countConversations, countTabs, listLoad } from '../../store/counts.ts';
import { readSetting } from '../../store/settings.ts';
import { route } from '../route.ts';
import type { Route } from '../route.ts';

/** Tags, teams and numbers. */
export const inboxRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/tags',
    id: 'listTags',
    summary: 'The tags of the tenant, in the order in which they were made.',
    gives: 'Tags',
    run: async ({ core, viewer }) => ({ body: await listTags(core.parts.db, viewer) }),
  }),
  route({
    method: 'POST',
    path: '/v1/tags',
    id: 'createTag',
    summary: 'Makes a tag, or gives the one that is the same but for capitals and accents.',
    takes: 'NewTag',
    gives: 'Tag',
    run: async ({ core, viewer, body }) => ({
      body: await core.write(viewer.tenant, (unit) => createTag(unit, body.name, viewer)),
    }),
  }),
  route({
    method: 'GET',
    path: '/v1/tag-settings',
    id: 'getTagSettings',
    summary: 'How tags are used by whoever asks. The permission manage-tags allows making them in any case.',
    gives: 'TagSettings',
    run: async ({ core, viewer }) => ({ body: await tagSettings(core.parts.db, viewer) }),
  }),
  route({
    method: 'GET',
    path: '/v1/teams',
    id: 'listTeams',
    summary: 'The teams of the tenant. Who is in which stands in the tokens.',
    gives: 'Teams',
    run: async ({ core, viewer }) => ({ body: (await readSetting(core.parts.db, viewer.tenant, 'teams')) ?? [] }),
  }),
  route({
    method: 'POST',
    path: '/v1/counts/tabs',
    id: 'countTabs',
    summary: 'How many conversations stand in each tab, for whoever asks.',
    takes: 'TabCountRequest',
    gives: 'TabCounts',
    run: async ({ core, viewer, body }) => ({
      body: await countTabs(core.parts.db, viewer, { scope: body.scope, now: core.parts.clock.now() }),
    }),
  }),
  route({
    method: 'POST',
    path: '/v1/counts/conversations',
    id: 'countConversations',
    summary: 'How many conversations answer each question; null where counting would take too long.',
    takes: 'CountRequest',
    gives: 'Counts',
    run: async ({ core, viewer, body }) => ({
      body: await countConversations(core.parts.db, viewer, { queries: body.queries, now: core.parts.clock.now() }),
    }),
  }),
  route({
    method: 'POST',
    path: '/v1/counts/load',
    id: 'listLoad',
    summary: 'What each co-worker has on the desk of what may be seen, then what is nobody’s.',
    takes: 'LoadRequest',
    gives: 'CoWorkerLoads',
    run: async ({ core, viewer, body }) => ({
      body: await listLoad(core.parts.db, viewer, { ...body, now: core.parts.clock.now() }),
    }),
  }),
];
