import { conversationOf } from './access-parts.ts';
import type { Asked, Situation } from './access-parts.ts';

const hour = 3_600_000;

function messageTo(situation: Situation): object {
  const content = { kind: 'text', text: 'Later' };
  return { conversationId: conversationOf(situation), channel: 'sms', accountId: null, content, replyToId: null };
}

/** How the routes of messages that leave later are asked. */
export const scheduleAsked: Readonly<Record<string, Asked>> = {
  scheduleMessage: {
    request: (situation) => ({
      path: { clientId: `scheduled-${situation}` },
      body: { message: messageTo(situation), sendAt: Date.now() + hour },
    }),
    otherwise: 'not-found',
  },
  cancelScheduled: {
    request: (situation) => ({ path: { clientId: `scheduled-${situation}` } }),
    otherwise: 'not-found',
  },
  listScheduled: { request: (situation) => ({ path: { id: conversationOf(situation) } }), otherwise: 'not-found' },
};
