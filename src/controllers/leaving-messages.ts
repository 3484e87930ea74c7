import type { ReactiveControllerHost } from 'lit';
import type { ChannelKind, Content, Conversation } from '../domain/model.ts';
import type { ReplyWindow } from '../domain/reply-window.ts';
import { holdUntil, undoLeft } from '../domain/schedule.ts';
import type { OutboxEntry } from '../ports/storage.ts';
import type { MessagingSession, TimelineHandle } from '../sync/session-api.ts';
import { HandleController } from './handle-controller.ts';

const second = 1000;

/** A message of an approved template, and the channel it was for. */
export interface LeftTemplate {
  readonly channel: ChannelKind | null;
  readonly content: Extract<Content, { readonly kind: 'template' }>;
}

/** What one press of Send sent and still waits on this device: a text, or files with or without one. */
export interface HeldMessages {
  readonly clientIds: readonly string[];
  /** Whole seconds until it leaves. */
  readonly seconds: number;
  /** When it was an approved template: what goes back into its form. */
  readonly template: LeftTemplate | null;
}

/** What was sent and has not left this device: it can be taken back, and a conversation is archived after it (B16). */
export class LeavingMessages {
  readonly #host: ReactiveControllerHost;
  readonly #timeline: HandleController<TimelineHandle>;
  readonly #toArchive = new Map<string, Conversation>();
  #session: MessagingSession | null = null;
  #cancelTick: (() => void) | null = null;
  #notArchived: { readonly id: string; readonly why: 'failed' | 'wrote' } | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    this.#timeline = new HandleController(host);
    host.addController({ hostDisconnected: () => this.#cancelTick?.() });
  }

  /** Call with the conversation that is shown. */
  sync(session: MessagingSession | null, id: string): void {
    this.#session = session;
    this.#timeline.sync(session, [id], (open) => open.openTimeline({ kind: 'conversation', conversationId: id }));
    this.#archiveSoon(id);
  }

  /** Until when a text that is sent now waits, epoch ms of the device; `null` when it leaves at once. */
  holdUntil(undoMs: number, window: ReplyWindow): number | null {
    const session = this.#session;
    if (!session || !(undoMs > 0)) return null;
    const now = session.serverNow();
    const waitMs = holdUntil(now, undoMs, window) - now;
    return waitMs > 0 ? session.clock.now() + waitMs : null;
  }

  /** What was sent last and can still be taken back; renders again as its seconds go by. */
  get held(): HeldMessages | null {
    this.#cancelTick?.();
    const clock = this.#session?.clock;
    const now = clock?.now() ?? 0;
    const held = this.#unsent.filter((candidate) => isHeld(candidate, now));
    const notBefore = held.at(-1)?.notBefore;
    if (notBefore === undefined || !clock) return null;
    this.#cancelTick = clock.after(second, () => this.#host.requestUpdate());
    const together = held.filter((entry) => entry.notBefore === notBefore);
    const [template = null] = together.flatMap(({ target: { channel }, content }) =>
      content.kind === 'template' ? [{ channel, content }] : [],
    );
    const clientIds = together.map(({ clientId }) => clientId);
    return { clientIds, seconds: Math.ceil(undoLeft(notBefore, now) / second), template };
  }

  /** Whether nothing of it had left; its text and its files are in the draft again, a template is not. */
  async takeBack({ clientIds }: HeldMessages): Promise<boolean> {
    let isBack = this.#session !== null;
    // One after the other: the files come back in their order.
    for (const clientId of clientIds)
      await this.#session?.discard(clientId, 'keep-text').catch(() => {
        isBack = false;
      });
    this.#host.requestUpdate();
    return isBack;
  }

  /**
   * Archives a conversation as soon as nothing is on its way there: archived before, it would open again. Not when the
   * customer wrote since it was `seen`.
   */
  archive(seen: Conversation): void {
    this.#notArchived = null;
    this.#toArchive.set(seen.id, seen);
    this.#host.requestUpdate();
  }

  /** Why a message left and its conversation was not archived; `null` when it was. */
  whyNotArchived(conversationId: string): 'failed' | 'wrote' | null {
    return this.#notArchived?.id === conversationId ? this.#notArchived.why : null;
  }

  #archiveSoon(id: string): void {
    const seen = this.#toArchive.get(id);
    if (!seen || !this.#session || this.#unsent.length > 0) return;
    this.#toArchive.delete(id);
    this.#session.archive(seen).then(
      ({ outcome }) => this.#tell(id, outcome === 'wrote' ? 'wrote' : null),
      () => this.#tell(id, 'failed'),
    );
  }

  #tell(id: string, why: 'failed' | 'wrote' | null): void {
    if (why === null) return;
    this.#notArchived = { id, why };
    this.#host.requestUpdate();
  }

  get #unsent(): readonly OutboxEntry[] {
    return (this.#timeline.value?.unsent ?? []).flatMap((entry) => (entry.source === 'outbox' ? [entry.entry] : []));
  }
}

function isHeld({ state, attempts, notBefore, content }: OutboxEntry, now: number): boolean {
  const comesBack = content.kind === 'text' || content.kind === 'template' || 'attachment' in content;
  return state === 'queued' && attempts === 0 && notBefore > now && comesBack;
}
