import type { Localization } from '../../controllers/localization.ts';
import type { Conversation, ConversationPriority, RecipientSummary } from '../../domain/model.ts';
import type { InboxTexts } from '../../locales/inbox.ts';
import type { Capabilities } from '../../ports/adapter.ts';
import type { TimelineSnapshot } from '../../controllers/session-controller.ts';
import type { DetailsTexts } from '../../locales/details.ts';

/** What the sections show and what their buttons do. */
export interface DetailsInputs {
  readonly conversation: Conversation;
  readonly texts: InboxTexts;
  readonly localization: Localization<DetailsTexts>;
  readonly now: number;
  /** Names of co-workers and branches by id. */
  readonly directory: {
    readonly coWorkers: ReadonlyMap<string, string>;
    readonly branches: ReadonlyMap<string, string>;
  };
  readonly can: Capabilities['can'] | null;
  readonly timeline: TimelineSnapshot | null;
  readonly loadOlder: () => void;
  /** Whether the backend can link a sender and has a directory to choose from. */
  readonly mayLink: boolean;
  /** A record was asked for, and the host has no way to make one from here. */
  readonly createAsked: boolean;
  readonly openLink: () => void;
  readonly createRecord: () => void;
  /** The record whose link was just undone here; `null` when none was. */
  readonly unlinked: RecipientSummary | null;
  /** Makes the sender unmatched again; does nothing to a conversation that somebody changed meanwhile. */
  readonly unlink: () => void;
  readonly linkAgain: () => void;
  readonly openAssign: () => void;
  readonly openBranch: () => void;
  readonly openTags: () => void;
  readonly setPriority: (priority: ConversationPriority) => void;
  readonly pin: (pinned: boolean) => void;
  readonly wake: () => void;
  readonly openSource: () => void;
  readonly openConversation: (conversation: Conversation) => void;
}
