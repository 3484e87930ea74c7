import type { ReactiveControllerHost } from 'lit';
import type { Conversation, Message } from '../domain/model.ts';
import { lookedAt, sendGuard, type GuardFinding, type LookedAt } from '../domain/send-guard.ts';
import type { MessagingSession, TimelineHandle } from '../sync/session-api.ts';
import { HandleController } from './handle-controller.ts';

/** How many of the newest messages are compared; whoever has more news than this need not know them one by one. */
const compared = 60;

/** What a composer shows, as far as news go. */
export interface ReviewInputs {
  readonly session: MessagingSession | null;
  readonly conversation: Conversation | null;
  /** Whether something is typed or filled in: from then on what happens is news. */
  readonly hasBegun: boolean;
}

/** Remembers what an agent had before their eyes when a text was begun, and tells what happened since (B14). */
export class SendReview {
  readonly #timeline: HandleController<TimelineHandle>;
  #inputs: ReviewInputs = { session: null, conversation: null, hasBegun: false };
  #looked: LookedAt | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#timeline = new HandleController(host);
  }

  /** Call with what is on show. Until something is begun the agent is up to date. */
  sync(inputs: ReviewInputs): void {
    const { session, conversation, hasBegun } = inputs;
    this.#inputs = inputs;
    this.#timeline.sync(session, [conversation?.id ?? null], (open) =>
      open.openTimeline({ kind: 'conversation', conversationId: conversation?.id ?? '' }),
    );
    const isKnown = this.#looked?.conversationId === conversation?.id;
    if (!this.#timeline.value?.loaded || (isKnown && hasBegun)) return;
    this.look();
  }

  /** The agent looks now. */
  look(): void {
    const { conversation } = this.#inputs;
    this.#looked = conversation && lookedAt(conversation, this.#messages);
  }

  /** What happened since the agent looked. */
  get findings(): readonly GuardFinding[] {
    const { session, conversation } = this.#inputs;
    const agentId = session?.status.value.backend?.agent.id;
    if (!conversation || !this.#looked || agentId === undefined) return [];
    return sendGuard(this.#looked, conversation, this.#messages, agentId);
  }

  get #messages(): readonly Message[] {
    const list = this.#timeline.value?.list;
    if (!list) return [];
    const newest = list.slice(Math.max(0, list.length - compared));
    return newest.flatMap(({ source, message }) => (source === 'server' ? [message] : []));
  }
}
