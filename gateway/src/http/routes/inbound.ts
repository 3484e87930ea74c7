import { putOpeningHours, putOutOfOffice, putRouting } from '../../commands/inbound-settings.ts';
import { readSetting } from '../../store/settings.ts';
import { mustHaveRole } from '../../store/viewer.ts';
import { route } from '../route.ts';
import type { Route } from '../route.ts';

/** What happens to customers' messages by itself: routing, opening hours, the reply while nobody is there. */
export const inboundRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/routing',
    id: 'getRouting',
    summary: 'Which team answers what comes in where; what no rule names goes to the default team.',
    gives: 'Routing',
    run: async ({ core, viewer }) => ({
      body: { rules: (await readSetting(core.parts.db, viewer.tenant, 'routing')) ?? [] },
    }),
  }),
  route({
    method: 'PUT',
    path: '/v1/routing',
    id: 'putRouting',
    summary: 'Writes all rules of routing at once. Needs the role admin.',
    takes: 'Routing',
    gives: 'Routing',
    run: async ({ core, viewer, body }) => {
      mustHaveRole(viewer, 'admin');
      return { body: { rules: await core.write(viewer.tenant, (unit) => putRouting(unit, body.rules)) } };
    },
  }),
  route({
    method: 'GET',
    path: '/v1/opening-hours',
    id: 'listOpeningHours',
    summary: 'When each team answers; a team that is not named is always there.',
    gives: 'TeamHoursList',
    run: async ({ core, viewer }) => ({
      body: (await readSetting(core.parts.db, viewer.tenant, 'openingHours')) ?? [],
    }),
  }),
  route({
    method: 'PUT',
    path: '/v1/opening-hours/{teamId}',
    id: 'putOpeningHours',
    summary: 'Writes when a team answers; null = always. Answers with those of all teams. Needs the role admin.',
    takes: 'HoursSetting',
    gives: 'TeamHoursList',
    run: async ({ core, viewer, body, param }) => {
      mustHaveRole(viewer, 'admin');
      const teamId = param('teamId');
      return { body: await core.write(viewer.tenant, (unit) => putOpeningHours(unit, teamId, body.hours)) };
    },
  }),
  route({
    method: 'GET',
    path: '/v1/out-of-office',
    id: 'getOutOfOffice',
    summary: 'What customers hear on each channel while nobody is there.',
    gives: 'OutOfOffice',
    run: async ({ core, viewer }) => ({
      body: { replies: (await readSetting(core.parts.db, viewer.tenant, 'outOfOffice')) ?? [] },
    }),
  }),
  route({
    method: 'PUT',
    path: '/v1/out-of-office',
    id: 'putOutOfOffice',
    summary: 'Writes the replies of all channels at once. Needs the role admin.',
    takes: 'OutOfOffice',
    gives: 'OutOfOffice',
    run: async ({ core, viewer, body }) => {
      mustHaveRole(viewer, 'admin');
      return { body: { replies: await core.write(viewer.tenant, (unit) => putOutOfOffice(unit, body.replies)) } };
    },
  }),
];
