import type { ChannelKind, Content, Failure } from '../../domain/model.ts';

/** A message on its way out, with everything a provider needs and nothing it has to look up. */
export interface ProviderMessage {
  /** What status reports must call it: the client id without hyphens. */
  readonly reference: string;
  readonly messageId: string;
  readonly conversationId: string;
  readonly recipientId: string;
  readonly channel: ChannelKind;
  /** Own number, page or sender; `null` = the only one. */
  readonly accountId: string | null;
  /** The recipient's address; E.164 where it is a phone number. */
  readonly address: string;
  readonly content: Content;
  /** Provider's or own id of the message this answers. */
  readonly replyToId: string | null;
}

/** `sent`: the provider took it, reports will follow · `failed`: it refused for good, nothing left. */
export type ProviderResult =
  | { readonly status: 'sent' }
  | { readonly status: 'failed'; readonly failure: Pick<Failure, 'reason' | 'providerCode' | 'detail'> };

/**
 * Carries messages to the outside world. Called at most once per message, one at a time per conversation, in order of
 * acceptance. A rejection that is no `AdapterError` with `refused` means that nobody knows whether the message left:
 * it is not repeated, and only a status report can tell.
 */
export interface Provider {
  send(message: ProviderMessage, options: ProviderOptions): Promise<ProviderResult>;
}

/** What a provider gets besides the message. */
export interface ProviderOptions {
  readonly signal: AbortSignal;
  /** The bytes of a file that the message carries, by the id of its attachment; `not-found` when they are elsewhere. */
  readonly file: (attachmentId: string) => Promise<Blob>;
}

/** A provider that takes everything at once and never reports. */
export const instantProvider: Provider = { send: () => Promise.resolve({ status: 'sent' }) };
