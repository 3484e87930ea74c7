import type { CoWorkerLoad } from '../../domain/co-worker-load.ts';
import type { TabCounts } from '../../domain/inbox-tabs.ts';
import type { ConversationQuery, ConversationScope } from '../../domain/queries.ts';
import type { WaitingTarget } from '../../domain/waiting-targets.ts';
import type { CallOptions } from '../calls.ts';

/** Numbers that a backend knows without anybody reading a list: of tabs, of cue tiles, of co-workers' desks. */
export interface CountsPart {
  /** How many stand in each tab, for the agent who asks (C6), without what is put aside now (C15). */
  countTabs(scope: ConversationScope, options?: CallOptions): Promise<TabCounts>;
  /** How many answer each question, in the order asked (E2); `null` where counting would take too long. */
  countConversations(queries: readonly ConversationQuery[], options?: CallOptions): Promise<readonly (number | null)[]>;
  /** What each co-worker of the branch, or each one, has on the desk (E7); then what is nobody's. */
  listLoad(
    request: { readonly scope: 'branch' | 'all'; readonly target: WaitingTarget },
    options?: CallOptions,
  ): Promise<readonly CoWorkerLoad[]>;
}
