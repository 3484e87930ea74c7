import { cancelScheduled, scheduleMessage } from '../../commands/schedule.ts';
import { listScheduled } from '../../store/scheduled.ts';
import { goodKey, route } from '../route.ts';
import type { Route } from '../route.ts';

/** Messages that leave later. */
export const scheduleRoutes: readonly Route[] = [
  route({
    method: 'PUT',
    path: '/v1/scheduled/{clientId}',
    id: 'scheduleMessage',
    summary: 'Keeps a message until its time; the same message with another time moves it.',
    takes: 'ScheduleRequest',
    gives: 'ScheduledMessage',
    run: async ({ core, viewer, body, param }) => {
      const { conversationId, channel, accountId, content, replyToId } = body.message;
      const clientId = goodKey(param('clientId'), 'clientId');
      const message = { clientId, conversationId, channel, accountId, content, replyToId };
      const sender = { viewer, channels: await core.channelsOf(viewer.tenant) };
      const wanted = { message, sendAt: body.sendAt };
      const scheduled = await core.write(viewer.tenant, (unit) => scheduleMessage(unit, wanted, sender));
      core.lookAtSchedule();
      return { body: scheduled };
    },
  }),
  route({
    method: 'POST',
    path: '/v1/scheduled/{clientId}/cancel',
    id: 'cancelScheduled',
    summary: 'Takes a message back that waits or failed; 412 when it has left.',
    gives: 'ScheduledMessage',
    run: async ({ core, viewer, param }) => ({
      body: await core.write(viewer.tenant, (unit) => cancelScheduled(unit, param('clientId'), viewer)),
    }),
  }),
  route({
    method: 'GET',
    path: '/v1/conversations/{id}/scheduled',
    id: 'listScheduled',
    summary: 'The messages of a conversation that wait for their time or failed, the next one first.',
    gives: 'ScheduledMessages',
    run: async ({ core, viewer, param }) => ({ body: await listScheduled(core.parts.db, viewer, param('id')) }),
  }),
];
