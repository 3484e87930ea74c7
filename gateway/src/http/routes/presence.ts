import { route } from '../route.ts';
import type { Route } from '../route.ts';

/** Who is where. Who else is there comes as a stream. */
export const presenceRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/presence',
    id: 'listPresent',
    summary: 'Ids of the co-workers who are logged in somewhere.',
    gives: 'PresentCoWorkers',
    run: async ({ core, viewer }) => ({ body: await core.presence.listPresent(viewer) }),
  }),
  route({
    method: 'PUT',
    path: '/v1/presence',
    id: 'setPresence',
    summary: 'Says what one window of whoever asks does, instead of what it said before.',
    takes: 'SaidPresence',
    gives: 'BelievedPresence',
    run: async ({ core, viewer, body }) => {
      const { window, presence } = body;
      return { body: await core.presence.say(viewer, { window: window.slice(0, 100), presence }) };
    },
  }),
];
