import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { addressBook } from '../../../gateway/src/addresses.ts';
import { systemClock } from '../../../gateway/src/clock.ts';
import { forgetTenant } from '../../../gateway/src/commands/forget.ts';
import { importData } from '../../../gateway/src/commands/import.ts';
import type { Db } from '../../../gateway/src/db/db.ts';
import { openPglite } from '../../../gateway/src/db/pglite-db.ts';
import { startGateway } from '../../../gateway/src/gateway.ts';
import type { Gateway } from '../../../gateway/src/gateway.ts';
import type { Log } from '../../../gateway/src/log.ts';
import { AccountBook } from '../../../gateway/src/providers/accounts.ts';
import { cmProvider } from '../../../gateway/src/providers/cm/cm-provider.ts';
import { keyInFile, sealWith } from '../../../gateway/src/sealing.ts';
import { Simulator } from '../../../gateway/src/simulator/simulator.ts';
import type { SimulatorOptions } from '../../../gateway/src/simulator/simulator.ts';
import { seedData } from '../seed.ts';
import { approvedTemplates } from '../seed/prepared.ts';
import { coWorkers, gatewayTenant as tenant, smsNumber, whatsappNumber } from '../seed/settings.ts';
import { ContactBook } from './contact-book.ts';
import { historyOf } from './history.ts';
import { importOf } from './import-of.ts';
import { mintToken } from './token.ts';

/** Reports come one after another, so that people can watch a message arrive. */
const paceMs = 500;
/** Nobody but this machine asks: several pages of one co-worker may be busy at once. */
const rate = { perSecond: 500, burst: 2_000 };

/** The demo's backend: a gateway with the business's data, and a provider that exists only here. */
export interface Site {
  readonly gateway: Gateway;
  readonly simulator: Simulator;
  /** Mints a token as the ERP's own server would; `null` for somebody who does not work here. */
  mint(agentId: string): string | null;
  /** The ERP's own cards that were made by hand. */
  readonly contacts: ContactBook;
  /** Empties everything and fills it anew. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

/** What a site needs to know. */
export interface SiteOptions {
  /** Where everything is kept. */
  readonly folder: string;
  /** Where the site itself answers, such as `http://127.0.0.1:8080`. */
  readonly url: string;
  readonly log: Log;
}

/** Opens the data and starts gateway and provider; an empty folder is filled with the business's data first. */
export async function openSite({ folder, url, log }: SiteOptions): Promise<Site> {
  const db = await openPglite(folder);
  const secret = randomBytes(48).toString('base64url');
  const { accounts, simulator } = connect(url, folder, (id) => gateway.core.files.read(tenant, id));
  const gateway: Gateway = await startGateway({
    db,
    auth: { secret },
    accounts,
    seal: sealWith(keyInFile(join(folder, 'key'))),
    publicUrl: url,
    trustedOrigins: new Set([url]),
    rate,
    log,
  });
  if (await isEmpty(db)) await fill(gateway, false);
  simulator.phones.remember(await historyOf(db, tenant));
  const mint = (agentId: string): string | null => mintFor(agentId, secret);
  const contacts = new ContactBook(join(folder, 'contacts.json'), { gateway, url, mint });
  return {
    gateway,
    simulator,
    mint,
    contacts,
    async reset() {
      await fill(gateway, true);
      contacts.clear();
      simulator.clear();
      simulator.phones.remember(await historyOf(db, tenant));
    },
    async close() {
      simulator.close();
      await gateway.close(1_000);
    },
  };
}

/** The provider is reached over the network, and reaches the gateway over it, as the real one would. */
function connect(
  url: string,
  folder: string,
  oldMedia: NonNullable<SimulatorOptions['oldMedia']>,
): { readonly accounts: AccountBook; readonly simulator: Simulator } {
  const hookSecret = randomBytes(24).toString('base64url');
  const productToken = randomBytes(24).toString('base64url');
  const simulator = new Simulator({
    hookUrl: () => `${url}/v1/hooks/cm/${hookSecret}`,
    productToken,
    clock: systemClock,
    ownNumber: (channel) => (channel === 'whatsapp' ? whatsappNumber : smsNumber),
    ledgerFile: join(folder, 'ledger.jsonl'),
    mediaFolder: join(folder, 'media'),
    oldMedia,
    url: () => `${url}/simulator`,
    templates: approvedTemplates,
    paceMs,
  });
  const provider = cmProvider({
    productToken,
    from: smsNumber,
    namespace: 'warmtehuis',
    url: `${url}/simulator/v1.0/message`,
  });
  return { accounts: new AccountBook([{ tenant, provider, hookSecret }]), simulator };
}

async function isEmpty(db: Db): Promise<boolean> {
  return (await db.query('select 1 as known from recipient where tenant = $1 limit 1', [tenant])).length === 0;
}

async function fill(gateway: Gateway, forget: boolean): Promise<void> {
  const data = await importOf(seedData(Date.now()));
  await gateway.core.write(tenant, async (unit) => {
    if (forget) await forgetTenant(unit);
    await importData(unit, data, addressBook('NL'));
  });
}

function mintFor(agentId: string, secret: string): string | null {
  const agent = coWorkers.find(({ id }) => id === agentId);
  if (!agent) return null;
  const { name, branchId: branch, teamIds: teams, permissions } = agent;
  const claims = { tenant, name, branch, branches: '*', teams, permissions, roles: ['admin'] };
  return mintToken({ sub: agentId, ...claims }, secret, Date.now());
}
