import { html, nothing, type TemplateResult } from 'lit';
import type { Composition } from '../../../controllers/composer-controller.ts';
import { messagesOf } from '../../../controllers/messages-of.ts';
import type { ScheduledController } from '../../../controllers/scheduled-controller.ts';
import type { Conversation } from '../../../domain/model.ts';
import { obstacleSentence } from '../words.ts';
import { FloatingPanel } from './floating-panel.ts';
import { LaterForm } from './later-form.ts';
import type { ToolContext } from './tool.ts';

/** What the menu leads to besides sending later. */
export interface SendMenuOptions {
  readonly canArchive: () => boolean;
  readonly sendAndArchive: (conversation: Conversation) => void;
}

/** Other ways to send: at a time, or with the conversation archived (B16). */
export class SendMenu {
  readonly #context: ToolContext;
  readonly #scheduled: ScheduledController;
  readonly #options: SendMenuOptions;
  readonly #later: LaterForm;
  readonly #panel: FloatingPanel;
  #isBusy = false;

  constructor(context: ToolContext, scheduled: ScheduledController, options: SendMenuOptions) {
    this.#context = context;
    this.#scheduled = scheduled;
    this.#options = options;
    this.#later = new LaterForm(context, scheduled);
    const parts = { panel: '#send-ways', button: '#send-ways-button', focus: 'button, input' };
    this.#panel = new FloatingPanel(context, parts);
  }

  get isOpen(): boolean {
    return this.#panel.isOpen;
  }

  toggle(): Promise<void> {
    return this.#panel.toggle(() => this.#later.begin());
  }

  render(composition: Composition): TemplateResult {
    return html`<div
      class="panel send-ways"
      id="send-ways"
      part="send-ways"
      popover
      role="dialog"
      aria-label=${this.#context.texts.sendWays.more}
      @beforetoggle=${this.#panel.willToggle}
      @toggle=${this.#panel.toggled}
      @keydown=${(event: KeyboardEvent) => event.stopPropagation()}
    >
      ${this.isOpen ? this.#renderContent(composition) : nothing}
    </div>`;
  }

  #renderContent(composition: Composition): TemplateResult {
    const { sendWays } = this.#context.texts;
    const { now, obstacle, option } = composition;
    const why = obstacle ? obstacleSentence(obstacle, composition, this.#context.words) : '';
    const isOff = obstacle !== null || this.#isBusy;
    const later = { now, window: option.window, content: 'free-text', isOff } as const;
    return html`${why === '' ? nothing : html`<p class="panel-hint" id="send-ways-why">${why}</p>`}
    ${
      this.#scheduled.isOffered
        ? this.#later.render({ ...later, schedule: (at) => void this.#schedule(at, composition) })
        : html`<p class="panel-hint">${sendWays.notLater}</p>`
    }
    ${
      this.#options.canArchive()
        ? html`<button
            type="button"
            class="button"
            aria-disabled=${obstacle !== null}
            @click=${() => this.#archive(composition)}
          >
            ${sendWays.sendAndArchive}
          </button>`
        : nothing
    }`;
  }

  async #schedule(at: number, { obstacle }: Composition): Promise<void> {
    if (obstacle || this.#isBusy) return;
    this.#isBusy = true;
    const isKept = await this.#keepUntil(at);
    this.#isBusy = false;
    this.#panel.close();
    if (isKept) this.#context.say(this.#context.texts.sendWays.kept(this.#context.words.formats.dateTime(at)));
    this.#context.textArea.focusEnd();
  }

  /** Hands all over, in order; what the backend did not take stays in the draft. Resolves with whether it took all. */
  async #keepUntil(at: number): Promise<boolean> {
    const { composer } = this.#context;
    const messages = messagesOf(composer);
    for (const [index, { message, key, fileId, carriesText }] of messages.entries()) {
      // A thousandth of a second apart, so that they leave in their order.
      if (!(await this.#scheduled.schedule(message, at + index))) return false;
      if (fileId !== undefined) composer.enclosures?.left(fileId);
      if (carriesText) composer.drafts.setText(key, '');
      if (index === 0) composer.drafts.setReplyTo(key, null);
    }
    return messages.length > 0;
  }

  #archive({ obstacle, conversation }: Composition): void {
    if (obstacle) return;
    this.#panel.close();
    this.#context.textArea.focusEnd();
    this.#options.sendAndArchive(conversation);
  }
}
