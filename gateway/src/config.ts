import type { AuthOptions } from './auth/auth.ts';
import type { CmOptions } from './providers/cm/cm-provider.ts';
import type { WhatsAppOptions } from './providers/whatsapp/whatsapp-provider.ts';

/** A tenant's account at CM.com, and the secret in the address of its webhooks. */
export interface CmConnection extends CmOptions {
  readonly tenant: string;
  readonly hookSecret: string;
}

/** A tenant's number at the WhatsApp Cloud API, and the secret in the address of its webhook. */
export interface WhatsAppConnection extends WhatsAppOptions {
  readonly tenant: string;
  readonly hookSecret: string;
}

/** Everything a gateway is told from outside. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** PostgreSQL; `null` = the embedded database in `dataFolder`. */
  readonly databaseUrl: string | null;
  /** Where processes tell each other of news; `null` = by the database. */
  readonly natsUrl: string | null;
  readonly dataFolder: string;
  readonly auth: AuthOptions;
  readonly origins: readonly string[];
  /** Where the outside world reaches the gateway; `null` = nowhere: then no files can be sent. */
  readonly publicUrl: string | null;
  /** Origins on this network that customers' files and bots may be at. */
  readonly trustedOrigins: readonly string[];
  readonly defaultCountry: string | null;
  /** How long a provider may take before the outcome of a message is unknown. */
  readonly providerTimeoutMs: number;
  /** Key for secrets that administrators store, 32 bytes; `null` = the one in the data folder, or none. */
  readonly key: Uint8Array | null;
  readonly cm: CmConnection | null;
  readonly whatsApp: WhatsAppConnection | null;
  /** Tenant that is served by a simulated provider; `null` = none. */
  readonly simulatedTenant: string | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Something in the environment is missing or makes no sense; the message names the variable, never its value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Reads the environment; the README lists every variable. */
export function configFrom(environment: Environment): Config {
  const { DATABASE_URL, GATEWAY_HOST, GATEWAY_DATA, GATEWAY_ORIGINS, GATEWAY_COUNTRY, GATEWAY_SIMULATED_TENANT } =
    environment;
  return {
    port: portIn(environment.GATEWAY_PORT ?? '8787'),
    host: GATEWAY_HOST ?? '127.0.0.1',
    databaseUrl: DATABASE_URL ?? null,
    natsUrl: natsIn(environment.NATS_URL),
    dataFolder: GATEWAY_DATA ?? './data',
    auth: authIn(environment),
    origins: listIn(GATEWAY_ORIGINS),
    publicUrl: addressIn('GATEWAY_PUBLIC_URL', environment.GATEWAY_PUBLIC_URL),
    trustedOrigins: originsIn('GATEWAY_TRUSTED_ORIGINS', environment.GATEWAY_TRUSTED_ORIGINS),
    defaultCountry: GATEWAY_COUNTRY ?? 'NL',
    providerTimeoutMs: millisecondsIn(environment.GATEWAY_PROVIDER_TIMEOUT_MS ?? '30000'),
    key: keyIn(environment.GATEWAY_KEY),
    cm: cmIn(environment),
    whatsApp: whatsAppIn(environment),
    simulatedTenant: simulatedIn(GATEWAY_SIMULATED_TENANT, GATEWAY_HOST),
  };
}

function listIn(text = ''): readonly string[] {
  return text.split(/[\s,]+/).filter(Boolean);
}

function addressIn(name: string, text: string | undefined): string | null {
  if (text === undefined || /^https?:\/\//.test(text)) return text ?? null;
  throw new ConfigError(`${name} must be an address that begins with https:// or http://`);
}

function originsIn(name: string, text: string | undefined): readonly string[] {
  const origins = listIn(text);
  for (const origin of origins)
    if (!URL.canParse(origin) || new URL(origin).origin !== origin)
      throw new ConfigError(`${name} must be a list of origins such as http://10.0.0.5:8080`);
  return origins;
}

function natsIn(url: string | undefined): string | null {
  if (url === undefined || /^(?:nats|tls):\/\/[^/]+\/?$/i.test(url)) return url ?? null;
  throw new ConfigError('NATS_URL must be like nats://user:password@one:4222,two:4222');
}

/** Whoever reaches a simulated provider can write as any customer. */
function simulatedIn(tenant: string | undefined, host = '127.0.0.1'): string | null {
  if (tenant === undefined) return null;
  if (['127.0.0.1', '::1', 'localhost'].includes(host)) return tenant;
  throw new ConfigError('GATEWAY_SIMULATED_TENANT is for this machine only: GATEWAY_HOST must be a loopback address');
}

function portIn(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  throw new ConfigError('GATEWAY_PORT must be a number from 0 to 65535');
}

function millisecondsIn(text: string): number {
  const ms = Number(text);
  if (Number.isInteger(ms) && ms >= 1_000 && ms <= 300_000) return ms;
  throw new ConfigError('GATEWAY_PROVIDER_TIMEOUT_MS must be a number from 1000 to 300000');
}

function keyIn(text: string | undefined): Uint8Array | null {
  if (text === undefined) return null;
  const key = Buffer.from(text, 'base64');
  if (key.length === 32) return key;
  throw new ConfigError('GATEWAY_KEY must be 32 bytes in base64');
}

function authIn(environment: Environment): AuthOptions {
  const { GATEWAY_TOKEN_SECRET: secret, GATEWAY_JWKS_URL: jwksUrl } = environment;
  const { GATEWAY_ISSUER: issuer, GATEWAY_AUDIENCE: audience } = environment;
  if ((secret === undefined) === (jwksUrl === undefined))
    throw new ConfigError('set GATEWAY_TOKEN_SECRET (shared with the host) or GATEWAY_JWKS_URL (its public keys)');
  if (secret !== undefined && Buffer.byteLength(secret) < 32)
    throw new ConfigError('GATEWAY_TOKEN_SECRET must have at least 32 bytes');
  if (jwksUrl !== undefined && !URL.canParse(jwksUrl)) throw new ConfigError('GATEWAY_JWKS_URL must be an address');
  return {
    ...(secret !== undefined && { secret }),
    ...(jwksUrl !== undefined && { jwksUrl }),
    ...(issuer !== undefined && { issuer }),
    ...(audience !== undefined && { audience }),
  };
}

function cmIn(environment: Environment): CmConnection | null {
  const { CM_PRODUCT_TOKEN: productToken, CM_TENANT, CM_FROM, CM_HOOK_SECRET, CM_NAMESPACE, CM_URL } = environment;
  if (productToken === undefined) return null;
  if (CM_TENANT === undefined || CM_FROM === undefined)
    throw new ConfigError('CM_PRODUCT_TOKEN needs CM_TENANT and CM_FROM beside it');
  const hookSecret = hookSecretIn('CM_HOOK_SECRET', CM_HOOK_SECRET);
  return {
    tenant: CM_TENANT,
    productToken,
    from: CM_FROM,
    hookSecret,
    ...(CM_NAMESPACE !== undefined && { namespace: CM_NAMESPACE }),
    ...(CM_URL !== undefined && { url: CM_URL }),
    ...perSecondIn('CM_PER_SECOND', environment.CM_PER_SECOND),
  };
}

function whatsAppIn(environment: Environment): WhatsAppConnection | null {
  const { WHATSAPP_ACCESS_TOKEN: accessToken, WHATSAPP_TENANT: tenant, WHATSAPP_URL: url } = environment;
  const { WHATSAPP_PHONE_NUMBER_ID: phoneNumberId, WHATSAPP_APP_SECRET: appSecret } = environment;
  if (accessToken === undefined) return null;
  if (tenant === undefined || phoneNumberId === undefined || appSecret === undefined)
    throw new ConfigError(
      'WHATSAPP_ACCESS_TOKEN needs WHATSAPP_TENANT, WHATSAPP_PHONE_NUMBER_ID and WHATSAPP_APP_SECRET',
    );
  const hookSecret = hookSecretIn('WHATSAPP_HOOK_SECRET', environment.WHATSAPP_HOOK_SECRET);
  const { WHATSAPP_BUSINESS_ID: businessId } = environment;
  const pace = perSecondIn('WHATSAPP_PER_SECOND', environment.WHATSAPP_PER_SECOND);
  const optional = { ...pace, ...(businessId !== undefined && { businessId }), ...(url !== undefined && { url }) };
  return { tenant, accessToken, phoneNumberId, appSecret, hookSecret, ...optional };
}

function perSecondIn(name: string, text: string | undefined): { readonly perSecond?: number } {
  if (text === undefined) return {};
  const perSecond = Number(text);
  if (perSecond > 0 && perSecond <= 10_000) return { perSecond };
  throw new ConfigError(`${name} must be a number of messages, up to 10000`);
}

function hookSecretIn(name: string, secret: string | undefined): string {
  if (secret !== undefined && /^[\w-]{20,200}$/.test(secret)) return secret;
  throw new ConfigError(`${name} must have at least 20 letters and digits: whoever knows it can report messages`);
}
