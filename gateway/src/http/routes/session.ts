import { maxTextLength } from '../../commands/check-content.ts';
import { maxPageSize } from '../../store/cursors.ts';
import { feedHead } from '../../store/feed.ts';
import { readSetting } from '../../store/settings.ts';
import { introduce } from '../../store/introduce.ts';
import type { Capabilities } from '../../../../src/ports/adapter.ts';
import { route } from '../route.ts';
import type { Route } from '../route.ts';

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
    markUnreadFrom: true,
    link: true,
    search: true,
  },
  parts: [
    'directory',
    'templates',
    'tags',
    'teams',
    'counts',
    'attachments',
    'templateEditing',
    'approvedTemplates',
    'quickReplies',
    'schedule',
    'bulk',
    'phoneConversion',
    'presence',
    'search',
  ],
};

/** Who asks. */
export const sessionRoutes: readonly Route[] = [
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
      const accounts = (await readSetting(db, tenantId, 'accounts')) ?? [];
      const chosenFrom = accounts.length > 0 ? { accounts } : {};
      return { body: { tenantId, agent, capabilities, channels, ...chosenFrom, cursor, now: clock.now() } };
    },
  }),
];
