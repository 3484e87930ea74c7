import type { Cue } from '../domain/cues.ts';
import type { ChannelKind, Conversation, ConversationTemplate, RecipientSummary } from '../domain/model.ts';
import type { NotificationKind } from '../domain/notifications.ts';
import type { LinkState } from '../ports/adapter.ts';
import type { ComposeRequest } from '../controllers/composer-controller.ts';

/** A command of a view, as a host's ribbon needs it (D11). */
export interface ViewCommand {
  /** Stable name, e.g. `send`, `mark-read`, `open-source`. */
  readonly id: string;
  /** In the element's language. */
  readonly label: string;
  readonly enabled: boolean;
  /** Carries the command out; rejects with what went wrong. Does nothing while not enabled. */
  run(): Promise<void>;
}

/** Every event of this package. `*-request` asks and can be cancelled; the rest tells. */
export interface ConversationElementsEventMap {
  /** The agent wants to see a conversation; cancel it to open the conversation elsewhere. */
  'conversation-open-request': CustomEvent<{ readonly conversationId: string; readonly recipient: RecipientSummary }>;
  /** The agent wants the recipient's card in the host (D4). The host shows it; elements do nothing themselves. */
  'source-open-request': CustomEvent<{ readonly conversationId: string; readonly recipient: RecipientSummary }>;
  /**
   * The agent wants a record of a sender who has none (D10). Cancel it and show the card of a new record; once it is in
   * the directory, `session.update(conversationId, { recipientId })` links it. Not cancelled, the element says that it
   * is to be made in the host.
   */
  'recipient-create-request': CustomEvent<{
    readonly conversationId: string;
    readonly address: string;
    readonly channel: ChannelKind;
    /** What the sender calls themself; `null` when only the address is known. */
    readonly name: string | null;
  }>;
  /** About to send; cancel it to keep the text in the composer. */
  'message-send-request': CustomEvent<{
    readonly conversationId: string;
    readonly channel: string;
    readonly text: string;
  }>;
  /** Safe on this device and on its way. */
  'message-sent': CustomEvent<{ readonly conversationId: string; readonly clientId: string }>;
  /** Needs a person: it will not be tried again by itself. */
  'message-failed': CustomEvent<{
    readonly conversationId: string;
    /** `null` when it never became a message: the text is still in the composer. */
    readonly clientId: string | null;
    readonly reason: string;
  }>;
  /** The agent wants to write a message anew, e.g. one that failed; a composer of that conversation takes it up. */
  'message-compose-request': CustomEvent<ComposeRequest>;
  /** A conversation was started from a list, or the one there was is shown: the agent wants to write. */
  'conversation-start': CustomEvent<{ readonly conversationId: string }>;
  /** Another conversation is selected in a view. */
  'conversation-change': CustomEvent<{ readonly conversationId: string | null }>;
  /** A conversation got another co-worker through an element. */
  'conversation-assigned': CustomEvent<{ readonly conversation: Conversation }>;
  /** The agent chose which messages a timeline shows. */
  'history-change': CustomEvent<{ readonly history: 'conversation' | 'recipient' | 'recent' }>;
  /** A list shows other rows than before; `total` is `null` when the backend cannot count them. */
  'rows-change': CustomEvent<{ readonly loaded: number; readonly total: number | null }>;
  /** The agent looks at a list in another way: tab, scope, order, filters or search. */
  'view-change': CustomEvent<{ readonly view: string }>;
  /** Something was done with many conversations at once, or taken back. */
  'conversations-change': CustomEvent<{ readonly done: number; readonly skipped: number; readonly failed: number }>;
  /** A cue tile was pressed: the host shows the conversations behind it (E2). */
  'cue-open-request': CustomEvent<{ readonly cue: Cue; readonly scope: 'branch' | 'all' }>;
  /** A new or assigned conversation, or a customer's message, is about to be told; cancel it to tell in the host's own way (F7). */
  'notification-request': CustomEvent<{
    readonly kind: NotificationKind;
    readonly conversation: Conversation;
    readonly title: string;
    readonly text: string;
  }>;
  /** The number of unread conversations in scope changed. */
  'unread-change': CustomEvent<{ readonly unread: number }>;
  /** A phone field read a number: what is kept, what was typed, and what is the matter with it. */
  'phone-number-change': CustomEvent<{
    readonly value: string;
    readonly typed: string;
    /** `null` where it is no phone number. */
    readonly e164: string | null;
    readonly doubts: readonly string[];
    readonly problem: string | null;
  }>;
  /** The conversion report wrote numbers or took them back. */
  'phone-numbers-converted': CustomEvent<{
    readonly written: number;
    readonly how: 'done' | 'stopped' | 'undone';
  }>;
  /** The connection to the backend changed. */
  'link-state-change': CustomEvent<{ readonly state: LinkState }>;
  /** A text of a conversation template was saved. */
  'template-saved': CustomEvent<{ readonly template: ConversationTemplate }>;
  /** A text of a conversation template was deleted for everybody. */
  'template-removed': CustomEvent<{ readonly code: string; readonly language: string }>;
  /** Whether an element holds anything that is changed and not saved changed. */
  'unsaved-change': CustomEvent<{ readonly isUnsaved: boolean }>;
  /** Some command's label or enabled state changed. */
  'command-state-change': CustomEvent<{ readonly commands: readonly ViewCommand[] }>;
}

declare global {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- the way TypeScript merges event maps
  interface HTMLElementEventMap extends ConversationElementsEventMap {}
}

/**
 * Dispatches one of the package's events from `target`, bubbling and through shadow roots.
 *
 * @returns false if a listener cancelled a request
 */
export function emit<K extends keyof ConversationElementsEventMap>(
  target: EventTarget,
  type: K,
  detail: ConversationElementsEventMap[K]['detail'],
): boolean {
  return target.dispatchEvent(
    new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable: type.endsWith('-request') }),
  );
}
