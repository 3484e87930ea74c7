import { randomBytes } from 'node:crypto';
import { AdapterError } from '../../../src/ports/adapter-error.ts';
import type { Db } from '../db/db.ts';
import type { Seal } from '../sealing.ts';
import { digest } from '../store/text.ts';
import { providerOf, secretsIn, settingsIn, webhooksOf } from './connections.ts';
import type {
  ConnectionSecrets,
  ConnectionSettings,
  NewConnection,
  ProviderAddresses,
  Webhooks,
} from './connections.ts';
import type { Account, Accounts } from './provider.ts';

interface StoredRow {
  readonly tenant: string;
  readonly provider: string;
  readonly settings: string;
  readonly sealed: string;
  readonly [column: string]: unknown;
}

/** Another instance may have written: what is known is believed so long. */
const believedMs = 5_000;

/** Connections that administrators make, kept in the database. */
export class StoredAccounts implements Accounts {
  readonly #db: Db;
  readonly #seal: Seal | null;
  readonly #usual: Accounts;
  readonly #addresses: ProviderAddresses;
  readonly #known = new Map<string, { readonly account: Promise<Account | null>; readonly until: number }>();

  /** @param parts - `seal` is `null` where no key is set: then nothing can be stored; `usual` is asked where nothing is */
  constructor(parts: {
    readonly db: Db;
    readonly seal: Seal | null;
    readonly usual: Accounts;
    readonly addresses: ProviderAddresses;
  }) {
    this.#db = parts.db;
    this.#seal = parts.seal;
    this.#usual = parts.usual;
    this.#addresses = parts.addresses;
  }

  async ofTenant(tenant: string): Promise<Account | null> {
    const usual = await this.#usual.ofTenant(tenant);
    return usual ?? this.#remembered(`tenant ${tenant}`, 'tenant = $1', tenant);
  }

  async ofHook(provider: string, secret: string): Promise<Account | null> {
    const usual = await this.#usual.ofHook(provider, secret);
    if (usual) return usual;
    const mark = digest(secret);
    const account = await this.#remembered(`hook ${mark}`, 'hook_digest = $1', mark);
    return account?.provider.name === provider ? account : null;
  }

  /** What may be seen of a tenant's connection; `null` when there is none. */
  async settingsOf(tenant: string): Promise<ConnectionSettings | null> {
    const row = await this.#read('tenant = $1', tenant);
    return row ? (JSON.parse(row.settings) as ConnectionSettings) : null;
  }

  /** Writes a tenant's connection. The webhooks' secret is made anew each time. */
  async write(tenant: string, connection: NewConnection): Promise<Webhooks> {
    const seal = this.#mustSeal();
    const settings = settingsIn(connection);
    const row = await this.#read('tenant = $1', tenant);
    const before = row?.provider === settings.provider ? this.#secretsOf(row) : null;
    const hookSecret = randomBytes(24).toString('base64url');
    const secrets = secretsIn(connection, { before, hookSecret });
    const sealed = seal.close(JSON.stringify(secrets), placeOf(tenant, settings.provider));
    await this.#db.query(
      `insert into provider_connection (tenant, provider, hook_digest, settings, sealed)
       values ($1, $2, $3, $4::text::json, $5)
       on conflict (tenant) do update set provider = excluded.provider, hook_digest = excluded.hook_digest,
         settings = excluded.settings, sealed = excluded.sealed`,
      [tenant, settings.provider, digest(hookSecret), JSON.stringify(settings), sealed],
    );
    this.#known.clear();
    return webhooksOf(settings, hookSecret);
  }

  #remembered(key: string, where: string, value: string): Promise<Account | null> {
    const known = this.#known.get(key);
    if (known && known.until > performance.now()) return known.account;
    const account = this.#read(where, value).then((row) => row && this.#accountOf(row));
    if (this.#known.size > 10_000) this.#known.clear();
    this.#known.set(key, { account, until: performance.now() + believedMs });
    account.catch(() => this.#known.delete(key));
    return account;
  }

  async #read(where: string, value: string): Promise<StoredRow | null> {
    const [row] = await this.#db.query<StoredRow>(
      `select tenant, provider, settings::text as settings, sealed from provider_connection where ${where}`,
      [value],
    );
    return row ?? null;
  }

  #accountOf(row: StoredRow): Account {
    const secrets = this.#secretsOf(row);
    const settings = JSON.parse(row.settings) as ConnectionSettings;
    const provider = providerOf(settings, secrets, this.#addresses);
    return { tenant: row.tenant, provider, hookSecret: secrets.hookSecret };
  }

  #secretsOf({ tenant, provider, sealed }: StoredRow): ConnectionSecrets {
    return JSON.parse(this.#mustSeal().open(sealed, placeOf(tenant, provider))) as ConnectionSecrets;
  }

  #mustSeal(): Seal {
    if (this.#seal) return this.#seal;
    throw new AdapterError('unsupported', 'no key for secrets is set, so none can be kept');
  }
}

/** A sealed secret that is copied into another tenant's row opens nothing. */
function placeOf(tenant: string, provider: string): string {
  return JSON.stringify([tenant, provider]);
}
