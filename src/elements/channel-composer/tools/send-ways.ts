import { html, nothing } from 'lit';
import type { Composition } from '../../../controllers/composer-controller.ts';
import { HandleController } from '../../../controllers/handle-controller.ts';
import { ScheduledController } from '../../../controllers/scheduled-controller.ts';
import { holdUntil, undoLeft } from '../../../domain/schedule.ts';
import type { OutboxEntry } from '../../../ports/storage.ts';
import type { MessagingSession, TimelineHandle } from '../../../sync/session-api.ts';
import { moreWaysIcon } from '../../../styles/icons.ts';
import { scheduledList } from './scheduled-list.ts';
import type { SendMenu } from './send-menu.ts';
import type { ComposerTool, ToolContext } from './tool.ts';

const second = 1000;

/** Send later, taking back what has not left, and archiving with the answer (B16). */
export class SendWays implements ComposerTool {
  readonly #context: ToolContext;
  readonly #scheduled: ScheduledController;
  readonly #timeline: HandleController<TimelineHandle>;
  #menu: SendMenu | null = null;
  #cancelTick: (() => void) | null = null;
  /** Conversations that are archived as soon as what is on its way there has left. */
  readonly #toArchive = new Set<string>();
  #archiveFailed = '';
  #announced = '';

  constructor(context: ToolContext) {
    this.#context = context;
    const { element } = context;
    this.#scheduled = new ScheduledController(element);
    this.#timeline = new HandleController(element);
    element.addController({ hostDisconnected: () => this.#cancelTick?.() });
    context.composer.aids = {
      ...context.composer.aids,
      holdUntil: ({ window }) => {
        const { session } = context.session;
        if (!session || !(this.#undoMs > 0)) return null;
        const waitMs = holdUntil(session.serverNow(), this.#undoMs, window) - session.serverNow();
        return waitMs > 0 ? session.clock.now() + waitMs : null;
      },
    };
  }

  readonly below = (composition: Composition): unknown => {
    const { session } = this.#context.session;
    const { id, lastMessage, lastActivityAt } = composition.conversation;
    this.#scheduled.sync(session, id, `${lastMessage?.id ?? ''}/${lastActivityAt}`);
    this.#timeline.sync(session, [id], (open) => open.openTimeline({ kind: 'conversation', conversationId: id }));
    if (session) this.#archiveSoon(session, id);
    return html`${session ? this.#undo(session) : nothing}
    ${this.#archiveFailed === id ? html`<p class="notice critical">${this.#context.texts.sendWays.notArchived}</p>` : nothing}
    ${scheduledList(this.#scheduled, this.#context, composition)}`;
  };

  readonly afterSend = (composition: Composition): unknown => {
    if (composition.mode !== 'reply' || (!this.#scheduled.isOffered && !this.#canArchive)) return nothing;
    const { more } = this.#context.texts.sendWays;
    return html`<button
      type="button"
      class="button more-ways ${composition.obstacle ? '' : 'primary'}"
      id="send-ways-button"
      part="send-more"
      aria-haspopup="dialog"
      aria-expanded=${this.#menu?.isOpen ?? false}
      aria-label=${more}
      title=${more}
      @click=${() => void this.#toggle()}
    >
      ${moreWaysIcon()}
    </button>`;
  };

  readonly layers = (composition: Composition): unknown => this.#menu?.render(composition) ?? nothing;

  async #toggle(): Promise<void> {
    if (!this.#menu) {
      const { SendMenu: Menu } = await import('./send-menu.ts');
      this.#menu = new Menu(this.#context, this.#scheduled, {
        canArchive: () => this.#canArchive,
        sendAndArchive: (conversationId) => void this.#sendAndArchive(conversationId),
      });
      this.#context.element.requestUpdate();
      await this.#context.element.updateComplete;
    }
    await this.#menu.toggle();
  }

  get #canArchive(): boolean {
    return this.#context.session.status?.backend?.capabilities.can.archive ?? false;
  }

  get #undoMs(): number {
    return Number(this.#context.element.getAttribute('undo-seconds') ?? 0) * second;
  }

  /** What was sent and has not left this device: it can be taken back as long as it waits. */
  #undo(session: MessagingSession): unknown {
    this.#cancelTick?.();
    const now = session.clock.now();
    const held = this.#unsent.findLast((entry) => isHeld(entry, now));
    if (!held) {
      this.#announced = '';
      return nothing;
    }
    const { sendWays } = this.#context.texts;
    const seconds = Math.ceil(undoLeft(held.notBefore, now) / second);
    this.#cancelTick = session.clock.after(second, () => this.#context.element.requestUpdate());
    if (this.#announced !== held.clientId) this.#context.say(sendWays.leaves(seconds));
    this.#announced = held.clientId;
    return html`<div class="notice undo" part="notice">
      <p>${sendWays.leaves(seconds)}</p>
      <div class="actions">
        <button type="button" class="button" @click=${() => void this.#takeBack(session, held)}>
          ${sendWays.undo}
        </button>
      </div>
    </div>`;
  }

  async #takeBack(session: MessagingSession, { clientId }: OutboxEntry): Promise<void> {
    const { sendWays } = this.#context.texts;
    const isBack = await session.discard(clientId, 'keep-text').then(
      () => true,
      () => false,
    );
    this.#context.say(isBack ? sendWays.takenBack : sendWays.tooLate);
    this.#context.element.requestUpdate();
    await this.#context.element.updateComplete;
    this.#context.textArea.focusEnd();
  }

  get #unsent(): readonly OutboxEntry[] {
    return (this.#timeline.value?.unsent ?? []).flatMap((entry) => (entry.source === 'outbox' ? [entry.entry] : []));
  }

  async #sendAndArchive(conversationId: string): Promise<void> {
    this.#archiveFailed = '';
    if (!(await this.#context.send())) return;
    this.#toArchive.add(conversationId);
    this.#context.element.requestUpdate();
  }

  /** Archived before the message left, the customer's conversation would open again. */
  #archiveSoon(session: MessagingSession, conversationId: string): void {
    if (!this.#toArchive.has(conversationId) || this.#context.composer.isSending || this.#unsent.length > 0) return;
    this.#toArchive.delete(conversationId);
    session.update(conversationId, { state: 'archived' }).catch(() => {
      this.#archiveFailed = conversationId;
      this.#context.element.requestUpdate();
    });
  }
}

function isHeld({ state, attempts, notBefore, content }: OutboxEntry, now: number): boolean {
  return state === 'queued' && attempts === 0 && notBefore > now && content.kind === 'text';
}
