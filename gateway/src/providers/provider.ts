import type { ApprovalStatus, ApprovedTemplate } from '../../../src/domain/approved-template.ts';
import type { CmIncoming, CmStatus } from '../../../src/domain/cm-messages.ts';
import type { ChannelKind, Content, Failure } from '../../../src/domain/model.ts';

/** A message on its way out, with everything a provider needs and nothing it has to look up. */
export interface ProviderMessage {
  /** What status reports must call it: the client id without hyphens. */
  readonly reference: string;
  readonly channel: ChannelKind;
  /** Own number, page or sender; `null` = the usual one. */
  readonly accountId: string | null;
  /** The recipient's address; E.164 where it is a phone number. */
  readonly address: string;
  readonly content: Content;
  /** What the provider calls the message that this one answers; absent where it answers none, or nobody knows. */
  readonly answers?: string;
}

/** A file of a message on its way out. */
export interface OutgoingFile {
  readonly name: string;
  readonly mimeType: string;
  readonly bytes: Blob;
}

/** Reads a file that is kept here; `null` for one that is not. */
export type ReadFile = (fileId: string) => Promise<OutgoingFile | null>;

/** A message that may be sent now, or why it never can be. */
export type Prepared =
  | { readonly ok: true; readonly message: ProviderMessage }
  | { readonly ok: false; readonly failure: Pick<Failure, 'reason' | 'providerCode' | 'detail'> };

/**
 * `sent`: the provider took it, reports will follow · `failed`: it refused for good, nothing left · `later`: nothing left
 * the building and it may be tried again, after `afterMs` if the provider said so; with the scope `channel` nothing else on
 * that channel is to be tried before then either.
 */
export type ProviderResult =
  /** `providerId`: what the provider calls it, where it says so. */
  | { readonly status: 'sent'; readonly providerId?: string }
  | { readonly status: 'failed'; readonly failure: Pick<Failure, 'reason' | 'providerCode' | 'detail'> }
  | { readonly status: 'later'; readonly afterMs: number | null; readonly scope?: 'channel' };

/** What a trial of a connection showed. `refused`: the provider does not know the account. */
export interface ConnectionTest {
  readonly result: 'works' | 'refused' | 'unreachable';
  /** The provider's own code, if it gave one. */
  readonly providerCode: string | null;
}

/** A customer's message or a report, in our terms. Every provider's webhook is turned into these. */
export type ProviderIncoming = CmIncoming;
export type ProviderStatus = CmStatus;

/** What became of a template's approval. */
export interface TemplateStatus {
  readonly templateId: string;
  readonly status: ApprovalStatus;
  readonly statusReason: string | null;
}

/** One thing that a webhook delivers, or where and why it cannot be read. */
export type Delivery =
  | { readonly type: 'message'; readonly value: ProviderIncoming }
  | { readonly type: 'status'; readonly value: ProviderStatus }
  | { readonly type: 'template'; readonly value: TemplateStatus }
  | { readonly type: 'refused'; readonly path: string; readonly problem: string };

/** Where the bytes of a customer's file are, and what has to be said there. */
export interface FilePlace {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A webhook's request as it came. */
export interface HookRequest {
  /** Last part of the address. */
  readonly kind: string;
  /** For signatures, which are over bytes. */
  readonly bytes: Uint8Array;
  readonly header: (name: string) => string | null;
  /** The body as JSON, or `undefined`; cleaned of what no database keeps. */
  readonly parse: () => unknown;
}

/**
 * Carries messages to the outside world and reads what comes back. `send` is called at most once per message unless it
 * answered `later`; when it rejects, nobody knows whether the message left, and it is never repeated.
 */
export interface Provider {
  readonly name: string;
  /** Channels it can send on. */
  readonly channels: readonly ChannelKind[];
  /** How many messages a second a channel takes; absent = nobody knows, and only its own word holds us up. */
  readonly perSecond?: number;
  send(message: ProviderMessage, options: { readonly signal: AbortSignal }): Promise<ProviderResult>;
  /**
   * What has to be done with a message's files before it is sent; absent where nothing has. Nothing reaches the customer by
   * it, so it is done again when it rejects, for as long as a message is tried.
   */
  prepare?(
    message: ProviderMessage,
    options: { readonly signal: AbortSignal; readonly readFile: ReadFile },
  ): Promise<Prepared>;
  /** Tries whether the provider knows the account, without sending anything. */
  test(options: { readonly signal: AbortSignal }): Promise<ConnectionTest>;
  /**
   * Finds a customer's file by what the webhook called it: its address, or the id in `attachment.id` where it had none.
   * `null` when there is no such file any more; rejects when that may be different later.
   */
  locateFile(source: string, options: { readonly signal: AbortSignal }): Promise<FilePlace | null>;
  /** Its approved templates, of every status; absent where it has no such list. */
  listTemplates?(options: { readonly signal: AbortSignal }): Promise<readonly ApprovedTemplate[]>;
  /** What a webhook delivers, in order; `null` when the provider did not send it: a wrong signature or address. */
  readHook(request: HookRequest): readonly Delivery[] | null;
}

/** A tenant's connection to a provider. */
export interface Account {
  readonly tenant: string;
  readonly provider: Provider;
  /** Part of the address that the provider calls; whoever knows it may report messages. */
  readonly hookSecret: string;
}

/** Every tenant's connection. */
export interface Accounts {
  ofTenant(tenant: string): Promise<Account | null>;
  /** By what stands in the address of a webhook. */
  ofHook(provider: string, secret: string): Promise<Account | null>;
}
