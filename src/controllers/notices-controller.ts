import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { showAttention } from '../dom/focus-lock.ts';
import type { Conversation, Message } from '../domain/model.ts';
import { isGivenTo, type Notice, noticesBetween } from '../domain/notifications.ts';
import type { ListHandle, ListSnapshot, MessagingSession } from '../sync/session-api.ts';
import { HandleController } from './handle-controller.ts';

export type { Notice };

/** So many conversations are remembered; of an older one only what is written next is news. */
const mostSeen = 500;

/** Watches what is nobody's in the branch and what is mine, and tells what is news in the one tab that leads (F7). */
export class NoticesController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #tell: (notice: Notice) => void;
  readonly #unclaimed: HandleController<ListHandle>;
  readonly #own: HandleController<ListHandle>;
  readonly #looked = new Map<HandleController<ListHandle>, ListSnapshot>();
  /** Of both lists, so that one that goes from nobody to me is known. */
  readonly #seen = new Map<string, Conversation>();
  #session: MessagingSession | null = null;
  #since = 0;
  #stopShowing: (() => void) | null = null;
  #stopHearing: (() => void) | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement, tell: (notice: Notice) => void) {
    this.#host = host;
    this.#tell = tell;
    this.#unclaimed = new HandleController<ListHandle>(host);
    this.#own = new HandleController<ListHandle>(host);
    host.addController(this);
  }

  hostConnected(): void {
    this.#stopShowing = showAttention(this.#host.ownerDocument);
  }

  hostDisconnected(): void {
    this.#stopShowing?.();
    this.#stopHearing?.();
    this.#session = null;
  }

  /** Call from `willUpdate`, with the session once it is ready. What is there when it begins to watch is no news. */
  sync(session: MessagingSession | null): void {
    if (session !== this.#session) {
      this.#session = session;
      this.#looked.clear();
      this.#seen.clear();
      this.#since = session?.serverNow() ?? 0;
      this.#stopHearing?.();
      this.#stopHearing = session?.onNews((...news) => this.#hear(session, ...news)) ?? null;
    }
    this.#unclaimed.sync(session, [], (ready) => {
      const branchId = ready.status.value.backend?.agent.branchId ?? null;
      // What has no branch concerns everybody; who has none watches over all.
      const branchIds = branchId === null ? {} : { branchIds: [branchId, null] };
      return ready.openList({ scope: { kind: 'all' }, states: ['new'], sort: 'newest', ...branchIds });
    });
    this.#own.sync(session, [], (ready) =>
      ready.openList({ scope: { kind: 'mine' }, states: ['assigned'], sort: 'newest' }),
    );
    if (!session) return;
    this.#look(this.#own, session);
    this.#look(this.#unclaimed, session);
  }

  /** What is given to me may be too old to be among the rows that are read: the event itself tells. */
  #hear(session: MessagingSession, { content, at }: Message, conversation: Conversation | null): void {
    const agentId = session.status.value.backend?.agent.id;
    if (content.kind !== 'event' || !conversation || at < this.#since) return;
    if (!isGivenTo(content.event, conversation, agentId)) return;
    const wasMine = this.#seen.get(conversation.id)?.coWorkerId === agentId;
    // The list, which hears of it as well, finds nothing new in it.
    this.#seen.set(conversation.id, conversation);
    if (!wasMine && session.leads()) this.#tell({ kind: 'assigned', conversation });
  }

  #look(list: HandleController<ListHandle>, session: MessagingSession): void {
    const snapshot = list.value;
    const before = this.#looked.get(list);
    if (!snapshot?.loaded || snapshot === before) return;
    this.#looked.set(list, snapshot);
    const now = snapshot.rows.map(({ conversation }) => conversation);
    const notices = before ? this.#newsIn(now, before, session) : [];
    for (const conversation of now) {
      this.#seen.delete(conversation.id);
      this.#seen.set(conversation.id, conversation);
    }
    for (const id of this.#seen.keys()) {
      if (this.#seen.size <= mostSeen) break;
      this.#seen.delete(id);
    }
    if (session.leads()) for (const notice of notices) this.#tell(notice);
  }

  #newsIn(now: readonly Conversation[], before: ListSnapshot, session: MessagingSession): readonly Notice[] {
    const last = before.hasMore ? before.rows.at(-1) : undefined;
    return noticesBetween(this.#seen, now, {
      agentId: session.status.value.backend?.agent.id ?? '',
      since: this.#since,
      readDownTo: last?.conversation.lastActivityAt ?? Number.NEGATIVE_INFINITY,
    });
  }
}
