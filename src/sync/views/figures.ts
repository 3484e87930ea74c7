import type { CoWorkerLoad } from '../../domain/co-worker-load.ts';
import type { ConversationQuery } from '../../domain/queries.ts';
import type { AdapterParts } from '../../ports/adapter.ts';
import type { LoadRequest, Tallies } from '../session-api.ts';
import { RecountedView } from './recounted-view.ts';
import type { ViewTools } from './view-tools.ts';

/** How many answer each question, see `MessagingSession.openTallies`. */
export function openTallies(
  tools: ViewTools,
  questions: (now: number) => readonly ConversationQuery[],
  topics?: readonly string[],
): RecountedView<Tallies> {
  const recount = async (signal: AbortSignal): Promise<Tallies> => {
    const queries = questions(tools.connection.serverNow());
    const counts = countsOf(tools);
    if (counts) return counts.countConversations(queries, { signal });
    const totals = queries.map((query) => tools.adapter.listConversations(query, { limit: 1 }, { signal }));
    return (await Promise.all(totals)).map(({ total }) => total);
  };
  return new RecountedView(tools, recount, topics);
}

/** What each co-worker has on the desk; an empty list where the backend cannot say. */
export function openLoad(tools: ViewTools, request: LoadRequest): RecountedView<readonly CoWorkerLoad[]> {
  return new RecountedView(tools, (signal) => countsOf(tools)?.listLoad(request, { signal }) ?? Promise.resolve([]));
}

function countsOf({ adapter, backend }: ViewTools): AdapterParts['counts'] | undefined {
  return backend()?.capabilities.parts.includes('counts') ? adapter.part('counts') : undefined;
}
