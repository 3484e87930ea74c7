import { html, nothing, type TemplateResult } from 'lit';
import type { ScheduledController } from '../../../../controllers/scheduled-controller.ts';
import { timerIcon } from '../../../../styles/icons.ts';
import { FloatingPanel } from '../floating-panel.ts';
import { LaterForm, type LaterView } from '../later-form.ts';
import { problemLine } from '../scheduled-list.ts';
import type { ToolContext } from '../tool.ts';

/** Sending a template later: a button beside Send, and the times behind it (B16). */
export class TemplateLater {
  readonly #context: ToolContext;
  readonly #scheduled: ScheduledController;
  readonly #form: LaterForm;
  readonly #panel: FloatingPanel;
  #hasFailed = false;

  constructor(context: ToolContext, scheduled: ScheduledController) {
    this.#context = context;
    this.#scheduled = scheduled;
    this.#form = new LaterForm(context, scheduled);
    const parts = { panel: '#template-later', button: '#template-later-button', focus: 'button, input' };
    this.#panel = new FloatingPanel(context, parts);
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
        aria-expanded=${this.#panel.isOpen}
        aria-describedby="template-reason"
        aria-disabled=${view.isOff}
        @click=${() => this.#toggle(view.isOff)}
      >
        ${timerIcon()}<span>${sendWays.later}</span>
      </button>
      <div
        class="panel send-ways"
        id="template-later"
        popover
        role="dialog"
        aria-label=${sendWays.later}
        @beforetoggle=${this.#panel.willToggle}
        @toggle=${this.#panel.toggled}
      >
        ${this.#panel.isOpen ? this.#form.render(view) : nothing}
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
    this.#panel.close();
    this.#hasFailed = !(await this.#scheduled.schedule(message, at));
    return !this.#hasFailed;
  }

  #toggle(isOff: boolean): void {
    if (isOff) this.#panel.close();
    else void this.#panel.toggle(() => this.#form.begin());
  }
}
