import { AdapterError } from '../../src/ports/adapter-error.ts';
import type { Clock } from '../../src/ports/clock.ts';
import { errorFields } from './log.ts';
import type { Log } from './log.ts';
import type { Accounts } from './providers/provider.ts';
import { putApprovedTemplates } from './store/approved-templates.ts';
import type { Unit } from './store/unit.ts';

/** What the list of approved templates is kept fresh with. */
export interface TemplatesRefreshOptions {
  readonly write: <T>(tenant: string, body: (unit: Unit) => Promise<T>) => Promise<T>;
  readonly accounts: Accounts;
  readonly clock: Clock;
  readonly log: Log;
}

const freshMs = 10 * 60_000;
const longestMs = 60_000;
const mostTenants = 10_000;

/**
 * Brings the approved templates of providers that have a list of them. Others, CM.com among them, are kept by import.
 */
export class TemplatesRefresh {
  readonly #options: TemplatesRefreshOptions;
  readonly #lastAt = new Map<string, number>();

  constructor(options: TemplatesRefreshOptions) {
    this.#options = options;
  }

  /** Somebody looks at the list: what is older than some minutes is brought anew, for the next look. Never throws. */
  look(tenant: string): void {
    const { clock, log } = this.#options;
    const now = clock.now();
    if (now - (this.#lastAt.get(tenant) ?? -Infinity) < freshMs) return;
    if (this.#lastAt.size > mostTenants) this.#lastAt.clear();
    this.#lastAt.set(tenant, now);
    this.#bring(tenant).catch((error: unknown) => log('warn', 'templates-wait', { tenant, ...errorFields(error) }));
  }

  /** Brings the list now; gives how many there are, or `unsupported` where the provider has none. */
  async refresh(tenant: string): Promise<number> {
    try {
      const count = await this.#bring(tenant);
      if (count !== null) return count;
    } catch (error) {
      throw new AdapterError('unavailable', 'the provider did not give its templates', { cause: error });
    }
    throw new AdapterError('unsupported', 'this provider has no list of templates: they are imported');
  }

  async #bring(tenant: string): Promise<number | null> {
    const { accounts, write } = this.#options;
    const provider = (await accounts.ofTenant(tenant))?.provider;
    if (!provider?.listTemplates) return null;
    const templates = await provider.listTemplates({ signal: AbortSignal.timeout(longestMs) });
    await write(tenant, (unit) => putApprovedTemplates(unit.sql, tenant, templates));
    return templates.length;
  }
}
