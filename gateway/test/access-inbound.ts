import { listApprovedTemplates } from '../src/store/approved-templates.ts';
import type { Asked } from './access-parts.ts';
import type { World } from './harness.ts';

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
  refreshApprovedTemplates: { request: () => ({}), otherwise: 'hides' },
  getBot: { request: () => ({}), otherwise: 'hides' },
  putBot: {
    request: (situation) => ({ body: { bot: { ...bot, secret: `a long secret of ${situation}` } } }),
    otherwise: 'hides',
  },
};

/** Those that change what happens. */
export const inboundOfAdmin = [
  'putRouting',
  'putOpeningHours',
  'putOutOfOffice',
  'getBot',
  'putBot',
  'refreshApprovedTemplates',
];

/** Gives a tenant's provider a list of templates: those that the tenant has. */
export async function listingTemplates(world: World, tenant: string): Promise<void> {
  const account = await world.accounts.ofTenant(tenant);
  if (!account) throw new Error('there is no connection');
  const listTemplates = async () => (await listApprovedTemplates(world.gateway.core.parts.db, tenant, {})).items;
  world.accounts.add({ ...account, provider: { ...account.provider, listTemplates } });
}
