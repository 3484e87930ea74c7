import type { ChannelKind, Conversation, CoWorker, Message } from '../../domain/model.ts';
import type {
  AdapterParts,
  CallOptions,
  ConversationChange,
  HostContext,
  OpenRequest,
  OutgoingMessage,
  OutgoingNote,
} from '../../ports/adapter.ts';
import type { Clock } from '../../ports/clock.ts';

/** What an agent may do with a conversation besides reading and answering. */
export type SimpleAbility =
  'assign' | 'changeBranch' | 'archive' | 'markSpam' | 'tag' | 'markUnread' | 'markUnreadFrom' | 'link';

/**
 * The little that a backend must be able to do to become an adapter. Each function may reject with an `AdapterError`;
 * anything else counts as `unavailable` with an unknown outcome. A conversation's `version` must grow whenever anything
 * of it or of its messages changes: that is what polling looks at.
 */
export interface SimpleBackend {
  /** All conversations the agent may see, in any order. */
  list(options: CallOptions): Promise<readonly Conversation[]>;
  /** All messages of one conversation, in any order. */
  messages(conversationId: string, options: CallOptions): Promise<readonly Message[]>;
  /** Stores a message and resolves with it; called once per message unless `idempotencyMs` says that more is harmless. */
  send(message: OutgoingMessage, options: CallOptions): Promise<Message>;
  /** Who is signed in, or a function that signs in with the host's token. */
  readonly agent: CoWorker | ((host: HostContext) => Promise<CoWorker>);
  /** Channels it can send on. */
  readonly channels: readonly ChannelKind[];
  /** For logs. Default `custom`. */
  readonly name?: string;
  /** Keeps drafts and outbox of several businesses apart. Default: the name. */
  readonly tenantId?: string;

  /** What became of a message whose answer was lost; without it nobody can ask. */
  find?(clientId: string, options: CallOptions): Promise<Message | null>;
  /** Stores a note for colleagues; without it there are none. */
  note?(note: OutgoingNote, options: CallOptions): Promise<Message>;
  /** Starts or finds a conversation; without it agents only answer. */
  open?(request: OpenRequest, options: CallOptions): Promise<Conversation>;
  /** Changes a conversation in the ways that `can` names, and its read mark; without it read marks live in this page. */
  update?(
    id: string,
    change: ConversationChange,
    options: CallOptions & { readonly ifVersion?: number },
  ): Promise<Conversation>;
  /** What `update` can do. */
  readonly can?: readonly SimpleAbility[];
  /** `update` honours `ifVersion`. */
  readonly conflictCheck?: boolean;
  /** For how long `send` and `note` recognise the same client id, ms. Default 0: then nothing is sent again by itself. */
  readonly idempotencyMs?: number;
  /** What was stored survives a restart of the backend. */
  readonly durable?: boolean;
  /** Longest text in characters. Default 4096. */
  readonly maxTextLength?: number;
  /** Contacts, co-workers, branches, templates. */
  readonly parts?: Partial<AdapterParts>;
  /** How often to look for news, ms. Default 5000. */
  readonly pollMs?: number;
  /** Where time comes from; the machine unless given. */
  readonly clock?: Clock;
}
