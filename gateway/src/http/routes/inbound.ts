import { putOpeningHours, putOutOfOffice, putRouting } from '../../commands/inbound-settings.ts';
import { botConversations, handToPeople } from '../../commands/bot.ts';
import { putBot, shownBot } from '../../commands/put-bot.ts';
import type { NewBot } from '../../commands/put-bot.ts';
import type { Core } from '../../core.ts';
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
  route({
    method: 'GET',
    path: '/v1/bot',
    id: 'getBot',
    summary: 'The chatbot without its secret; null when there is none. Needs the role admin.',
    gives: 'BotSetting',
    run: async ({ core, viewer }) => {
      mustHaveRole(viewer, 'admin');
      return { body: { bot: shownBot(await readSetting(core.parts.db, viewer.tenant, 'bot')) } };
    },
  }),
  route({
    method: 'PUT',
    path: '/v1/bot',
    id: 'putBot',
    summary: 'Writes the chatbot; null takes it away, and what was with it goes to people. Needs the role admin.',
    takes: 'NewBotSetting',
    gives: 'BotSetting',
    run: async ({ core, viewer, body }) => {
      mustHaveRole(viewer, 'admin');
      return { body: { bot: await replaceBot(core, viewer.tenant, body.bot) } };
    },
  }),
];

/** A chatbot that is taken away or switched off gives everything it has to people. */
async function replaceBot(core: Core, tenant: string, bot: NewBot | null): Promise<ReturnType<typeof shownBot>> {
  const { db, seal, trustedOrigins: trusted } = core.parts;
  const before = await readSetting(db, tenant, 'bot');
  const after = await core.write(tenant, (unit) => putBot(unit, bot, { seal, trusted }));
  if (before && (before.id !== after?.id || !after.isActive))
    for (const conversationId of await botConversations(db, tenant, before.id))
      await core.write(tenant, (unit) => handToPeople(unit, before, { conversationId }));
  return shownBot(after);
}
