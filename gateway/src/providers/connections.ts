import { AdapterError } from '../../../src/ports/adapter-error.ts';
import { cmProvider } from './cm/cm-provider.ts';
import type { CmOptions } from './cm/cm-provider.ts';
import type { Provider } from './provider.ts';
import { whatsAppProvider } from './whatsapp/whatsapp-provider.ts';

/** What may be seen of a connection to CM.com. */
export interface CmSettings {
  readonly provider: 'cm';
  /** Number or name that messages come from, where none is chosen. */
  readonly from: string;
  /** Namespace of the WhatsApp templates. */
  readonly namespace: string | null;
}

/** What may be seen of a connection to the WhatsApp Cloud API. */
export interface WhatsAppSettings {
  readonly provider: 'whatsapp';
  readonly phoneNumberId: string;
  /** Id of the WhatsApp Business account, which has the templates; `null` = they are imported. */
  readonly businessId: string | null;
}

/** What may be seen of a connection. */
export type ConnectionSettings = CmSettings | WhatsAppSettings;

/** A connection to CM.com as it is written; what is secret goes in and never comes out. */
export interface NewCmConnection extends CmSettings {
  /** Absent = the one that is stored stays. */
  readonly productToken?: string;
}

/** A connection to the WhatsApp Cloud API as it is written. */
export interface NewWhatsAppConnection extends WhatsAppSettings {
  /** Absent = the one that is stored stays. */
  readonly accessToken?: string;
  /** What webhooks are signed with; absent = the one that is stored stays. */
  readonly appSecret?: string;
}

/** A connection as it is written. */
export type NewConnection = NewCmConnection | NewWhatsAppConnection;

/** Where the provider has to deliver. Shown once: the addresses hold a secret. */
export type Webhooks =
  | { readonly messages: string; readonly status: string }
  /** `verifyToken`: what Meta asks for when the address is entered. */
  | { readonly events: string; readonly verifyToken: string };

/** What is kept sealed of a connection. */
export type ConnectionSecrets =
  | { readonly hookSecret: string; readonly productToken: string }
  | { readonly hookSecret: string; readonly accessToken: string; readonly appSecret: string };

/** Where providers are reached, where that is not their own address. */
export interface ProviderAddresses {
  readonly cm?: CmOptions['url'] | undefined;
  readonly whatsApp?: string | undefined;
}

/** The part of a connection that may be seen, without anything else that was sent along. */
export function settingsIn(connection: NewConnection): ConnectionSettings {
  if (connection.provider === 'cm') {
    const { provider, from, namespace } = connection;
    return { provider, from, namespace };
  }
  const { provider, phoneNumberId, businessId } = connection;
  return { provider, phoneNumberId, businessId };
}

/** The secrets of a connection, with those that stay. `invalid` where one is missing. */
export function secretsIn(
  connection: NewConnection,
  { before, hookSecret }: { readonly before: ConnectionSecrets | null; readonly hookSecret: string },
): ConnectionSecrets {
  const kept = (name: string): string | undefined => (before as Readonly<Record<string, string>> | null)?.[name];
  const secret = (name: string, given: string | undefined): string => {
    const value = given ?? kept(name);
    if (value !== undefined && value !== '') return value;
    throw new AdapterError('invalid', `there is no ${name} yet`, { path: name });
  };
  if (connection.provider === 'cm')
    return { hookSecret, productToken: secret('productToken', connection.productToken) };
  const { accessToken, appSecret } = connection;
  return { hookSecret, accessToken: secret('accessToken', accessToken), appSecret: secret('appSecret', appSecret) };
}

/** Where the provider of a connection has to deliver. */
export function webhooksOf({ provider }: ConnectionSettings, hookSecret: string): Webhooks {
  const base = `/v1/hooks/${provider}/${hookSecret}`;
  if (provider === 'cm') return { messages: `${base}/messages`, status: `${base}/status` };
  return { events: `${base}/events`, verifyToken: hookSecret };
}

/** The provider of a connection. */
export function providerOf(
  settings: ConnectionSettings,
  secrets: ConnectionSecrets,
  { cm, whatsApp }: ProviderAddresses,
): Provider {
  if (settings.provider === 'cm' && 'productToken' in secrets) {
    const { from, namespace } = settings;
    const { productToken } = secrets;
    return cmProvider({
      productToken,
      from,
      ...(namespace !== null && { namespace }),
      ...(cm !== undefined && { url: cm }),
    });
  }
  if (settings.provider === 'whatsapp' && 'accessToken' in secrets) {
    const { phoneNumberId, businessId } = settings;
    const { accessToken, appSecret } = secrets;
    return whatsAppProvider({
      accessToken,
      appSecret,
      phoneNumberId,
      ...(businessId !== null && { businessId }),
      ...(whatsApp !== undefined && { url: whatsApp }),
    });
  }
  throw new Error('the secrets of the connection are those of another provider');
}
