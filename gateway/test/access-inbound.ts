import type { Asked } from './access-parts.ts';

const week = Array.from({ length: 7 }, () => [{ fromMinute: 540, toMinute: 1020 }]);
const hours = { timeZone: 'Europe/Amsterdam', week, exceptions: [] };

const bot = { id: 'robin', name: 'Robin', isActive: false, channels: null, url: 'https://bot.example/hook' };

/** How the routes are asked that say what happens to customers' messages by itself. */
export const inboundAsked: Readonly<Record<string, Asked>> = {
  getRouting: { request: () => ({}), otherwise: 'hides' },
  putRouting: {
    request: () => ({ body: { rules: [{ channel: 'sms', accountId: null, teamId: 'team-own' }] } }),
    otherwise: 'hides',
  },
  listOpeningHours: { request: () => ({}), otherwise: 'hides' },
  putOpeningHours: {
    request: (situation) => ({ path: { teamId: `team-${situation}` }, body: { hours } }),
    otherwise: 'not-found',
  },
  getOutOfOffice: { request: () => ({}), otherwise: 'hides' },
  putOutOfOffice: {
    request: () => ({ body: { replies: [{ channel: 'sms', isActive: true, text: 'Back on Monday.' }] } }),
    otherwise: 'hides',
  },
  getBot: { request: () => ({}), otherwise: 'hides' },
  putBot: {
    request: (situation) => ({ body: { bot: { ...bot, secret: `a long secret of ${situation}` } } }),
    otherwise: 'hides',
  },
};

/** Those that change what happens. */
export const inboundOfAdmin = ['putRouting', 'putOpeningHours', 'putOutOfOffice', 'getBot', 'putBot'];
