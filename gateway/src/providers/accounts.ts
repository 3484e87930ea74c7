import { digest } from '../store/text.ts';
import type { Account, Accounts } from './provider.ts';

/** Connections that are known from the start, or added while running. */
export class AccountBook implements Accounts {
  readonly #byTenant = new Map<string, Account>();
  readonly #byHook = new Map<string, Account>();

  constructor(accounts: readonly Account[] = []) {
    for (const account of accounts) this.add(account);
  }

  add(account: Account): void {
    this.#byTenant.set(account.tenant, account);
    this.#byHook.set(hookKey(account.provider.name, account.hookSecret), account);
  }

  ofTenant(tenant: string): Promise<Account | null> {
    return Promise.resolve(this.#byTenant.get(tenant) ?? null);
  }

  ofHook(provider: string, secret: string): Promise<Account | null> {
    return Promise.resolve(this.#byHook.get(hookKey(provider, secret)) ?? null);
  }
}

/** Secrets are looked up by their digest: how long that takes tells nothing about the secret. */
function hookKey(provider: string, secret: string): string {
  return `${provider} ${digest(secret)}`;
}
