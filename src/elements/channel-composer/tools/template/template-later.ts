import { html, nothing, type TemplateResult } from 'lit';
import type { ScheduledController } from '../../../../controllers/scheduled-controller.ts';
import { timerIcon } from '../../../../styles/icons.ts';
import { followButton } from '../follow-button.ts';
import { LaterForm, type LaterView } from '../later-form.ts';
import { problemLine } from '../scheduled-list.ts';
import type { ToolContext } from '../tool.ts';

/** Sending a template later: a button beside Send, and the times behind it (B16). */
export class TemplateLater {
  readonly #context: ToolContext;
  readonly #scheduled: ScheduledController;
  readonly #form: LaterForm;
  #isOpen = false;
  #hasFailed = false;
  #stopFollowing: () => void = () => {};

  constructor(context: ToolContext, scheduled: ScheduledController) {
    this.#context = context;
    this.#scheduled = scheduled;
    this.#form = new LaterForm(context, scheduled);
  }

  /** The button with its panel; nothing where the backend sends nothing later. */
  render(view: LaterView): TemplateResult | typeof nothing {
    if (!this.#scheduled.isOffered) return nothing;
    const { sendWays } = this.#context.texts;
    return html`<button
        type="button"
        class="button"
        id="template-later-button"
        aria-haspopup="dialog"
        aria-expanded=${this.#isOpen}
        aria-describedby="template-reason"
        aria-disabled=${view.isOff}
        @click=${() => void this.#toggle(view.isOff)}
      >
        ${timerIcon()}<span>${sendWays.later}</span>
      </button>
      <div
        class="panel send-ways"
        id="template-later"
        popover
        role="dialog"
        aria-label=${sendWays.later}
        @toggle=${(event: ToggleEvent) => this.#toggled(event.newState === 'open')}
      >
        ${this.#isOpen ? this.#form.render(view) : nothing}
      </div>`;
  }

  /** Why it was not kept until its time. */
  get problem(): TemplateResult | typeof nothing {
    const { problem } = this.#scheduled;
    return this.#hasFailed && problem !== null ? problemLine(problem, this.#context) : nothing;
  }

  /** Forgets what went wrong. */
  begin(): void {
    this.#hasFailed = false;
  }

  /** Keeps it until its time; resolves with whether the backend did. */
  async schedule(message: Parameters<ScheduledController['schedule']>[0], at: number): Promise<boolean> {
    this.#find('#template-later')?.hidePopover();
    this.#hasFailed = !(await this.#scheduled.schedule(message, at));
    return !this.#hasFailed;
  }

  async #toggle(isOff: boolean): Promise<void> {
    const panel = this.#find('#template-later');
    if (!panel || isOff || this.#isOpen) return panel?.hidePopover();
    this.#form.begin();
    panel.showPopover();
    this.#stopFollowing = followButton(panel, this.#find('#template-later-button'));
    this.#isOpen = true;
    this.#context.element.requestUpdate();
    await this.#context.element.updateComplete;
    panel.querySelector<HTMLElement>('button, input')?.focus();
  }

  #toggled(isOpen: boolean): void {
    this.#isOpen = isOpen;
    if (!isOpen) this.#stopFollowing();
    this.#context.element.requestUpdate();
  }

  #find(selector: string): HTMLElement | null {
    return this.#context.element.renderRoot.querySelector<HTMLElement>(selector);
  }
}
