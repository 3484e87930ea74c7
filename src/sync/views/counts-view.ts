import { type InboxTab, inboxTabs, queryInTab } from '../../domain/inbox-tabs.ts';
import type { ConversationScope } from '../../domain/queries.ts';
import type { TabTotals } from '../session-api.ts';
import { RecountedView } from './recounted-view.ts';
import type { ViewTools } from './view-tools.ts';

/** The counts of the tabs of one scope. The backend counts; what is said here never depends on what is loaded. */
export function openCounts(tools: ViewTools, scope: ConversationScope): RecountedView<TabTotals> {
  const { adapter, backend } = tools;
  return new RecountedView(tools, async (signal, agent) => {
    const part = backend()?.capabilities.parts.includes('counts') ? adapter.part('counts') : undefined;
    if (part) {
      const counts = await part.countTabs(scope, { signal });
      return Object.fromEntries(inboxTabs.map((tab) => [tab, counts[tab].total])) as TabTotals;
    }
    const totals = inboxTabs.map(async (tab): Promise<readonly [InboxTab, number | null]> => {
      const query = queryInTab({ scope, sort: 'newest', snoozed: false }, tab, agent.id);
      return [tab, (await adapter.listConversations(query, { limit: 1 }, { signal })).total];
    });
    return Object.fromEntries(await Promise.all(totals)) as TabTotals;
  });
}
