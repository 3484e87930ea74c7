import type { ConversationQuery } from '../../domain/queries.ts';
import { AdapterError } from '../../ports/adapter-error.ts';
import { nothing } from '../../store/nothing.ts';
import type { ListParts } from '../context.ts';
import type { PartLoader } from '../part-loader.ts';
import type { ListHandle, ListSnapshot, OpenReadable } from '../session-api.ts';
import { LateReadable } from './late-readable.ts';
import type { ViewTools } from './view-tools.ts';

/** Opens a list, whose code comes when the first one is opened. */
export function openList(tools: ViewTools, lists: PartLoader<ListParts>, query: ConversationQuery): ListHandle {
  return lists.now ? new lists.now.ListView(tools, query) : new LateList(tools, lists, query);
}

/** Opens what is counted of many conversations; `null` until it is known. */
export function openFigures<T>(
  lists: PartLoader<ListParts>,
  open: (parts: ListParts) => OpenReadable<T | null>,
): OpenReadable<T | null> {
  return new LateReadable<T | null>(
    null,
    lists.load().then((parts) => () => open(parts)),
  );
}

/** A list whose code is still on its way. When it does not come the list says so, and tries again by itself [I7]. */
class LateList extends LateReadable<ListSnapshot, ListHandle> implements ListHandle {
  readonly #lists: PartLoader<ListParts>;
  #stop = nothing;

  constructor(tools: ViewTools, lists: PartLoader<ListParts>, query: ConversationQuery) {
    const opening = lists.load().then(
      ({ ListView }) =>
        (before: ListSnapshot) =>
          new ListView(tools, before.query),
    );
    super(without(lists, query), opening);
    this.#lists = lists;
    this.#stop = lists.isMissing.subscribe(() => this.saySooner(without(lists, this.value.query)));
    void this.opened.then(this.#stop);
  }

  async loadMore(): Promise<void> {
    await (await this.opened)?.loadMore();
  }

  async reload(): Promise<void> {
    this.#lists.kick();
    await (await this.opened)?.reload();
  }

  setQuery(query: ConversationQuery): void {
    if (!this.own) this.saySooner(without(this.#lists, query));
    else this.own.setQuery(query);
  }

  override dispose(): void {
    this.#stop();
    super.dispose();
  }
}

function without({ isMissing }: PartLoader<ListParts>, query: ConversationQuery): ListSnapshot {
  const [state, error] = isMissing.value
    ? (['error', new AdapterError('unavailable', 'lists could not be loaded')] as const)
    : (['loading', null] as const);
  return { query, rows: [], state, error, hasMore: false, total: null, loaded: false, asleep: null };
}
