import { html, nothing } from 'lit';
import type { Composition } from '../../../controllers/composer-controller.ts';
import { type HeldMessages, LeavingMessages } from '../../../controllers/leaving-messages.ts';
import type { ScheduledController } from '../../../controllers/scheduled-controller.ts';
import type { Conversation } from '../../../domain/model.ts';
import { moreWaysIcon } from '../../../styles/icons.ts';
import { scheduledList } from './scheduled-list.ts';
import type { SendMenu } from './send-menu.ts';
import type { Templates } from './templates.ts';
import type { ComposerTool, ToolContext } from './tool.ts';

/** What it shares with other tools. */
export interface SendWaysParts {
  readonly scheduled: ScheduledController;
  /** Takes up templates that were taken back. */
  readonly templates: Templates;
}

/** Send later, taking back what has not left, and archiving with the answer (B16). */
export class SendWays implements ComposerTool {
  readonly #context: ToolContext;
  readonly #scheduled: ScheduledController;
  readonly #templates: Templates;
  readonly #leaving: LeavingMessages;
  #shown: Conversation | null = null;
  #menu: SendMenu | null = null;
  #announced = '';

  constructor(context: ToolContext, { scheduled, templates }: SendWaysParts) {
    this.#context = context;
    this.#scheduled = scheduled;
    this.#templates = templates;
    this.#leaving = new LeavingMessages(context.element);
    context.composer.aids = {
      ...context.composer.aids,
      holdUntil: ({ window }) => this.#leaving.holdUntil(this.#undoMs, window),
    };
  }

  readonly below = (composition: Composition): unknown => {
    const { session } = this.#context.session;
    this.#shown = composition.conversation;
    const { id, lastMessage, lastActivityAt } = composition.conversation;
    this.#scheduled.sync(session, id, `${lastMessage?.id ?? ''}/${lastActivityAt}`);
    this.#leaving.sync(session, id);
    const why = this.#leaving.whyNotArchived(id);
    const { notArchived } = this.#context.texts.sendWays;
    return html`${this.#undo()}
    ${why ? html`<p class="notice critical" part="notice" role="alert">${notArchived[why]}</p>` : nothing}
    ${scheduledList(this.#scheduled, { context: this.#context, templates: this.#templates }, composition)}`;
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
        sendAndArchive: (conversation) => void this.#sendAndArchive(conversation),
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
    return Number(this.#context.element.getAttribute('undo-seconds') ?? 0) * 1000;
  }

  /** What was sent and has not left this device: it can be taken back as long as it waits. */
  #undo(): unknown {
    const { held } = this.#leaving;
    if (!held) {
      this.#announced = '';
      return nothing;
    }
    const { sendWays } = this.#context.texts;
    const [first = ''] = held.clientIds;
    if (this.#announced !== first) this.#context.say(sendWays.leaves(held.seconds));
    this.#announced = first;
    return html`<div class="notice undo" part="notice">
      <p>${sendWays.leaves(held.seconds)}</p>
      <div class="actions">
        <button type="button" class="button" @click=${() => void this.#takeBack(held)}>${sendWays.undo}</button>
      </div>
    </div>`;
  }

  async #takeBack(held: HeldMessages): Promise<void> {
    const { sendWays } = this.#context.texts;
    const isBack = await this.#leaving.takeBack(held);
    this.#context.say(isBack ? sendWays.takenBack : sendWays.tooLate);
    if (isBack && held.template && (await this.#templates.takeUp(held.template))) return;
    await this.#context.element.updateComplete;
    this.#context.textArea.focusEnd();
  }

  /** What the send guard showed has been seen: only what comes after that is against it. */
  async #sendAndArchive(conversation: Conversation): Promise<void> {
    if (!(await this.#context.send())) return;
    this.#leaving.archive(this.#shown?.id === conversation.id ? this.#shown : conversation);
  }
}
