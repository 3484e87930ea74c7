import { html, nothing, type TemplateResult } from 'lit';
import type { Formats } from '../../../controllers/formats.ts';
import type { ScheduledController } from '../../../controllers/scheduled-controller.ts';
import type { ReplyWindow } from '../../../domain/reply-window.ts';
import { schedulePresets } from '../../../domain/schedule-presets.ts';
import { type ScheduleContext, scheduleProblem, type ScheduleProblem } from '../../../domain/schedule.ts';
import { localTime, zonedTime } from '../../../domain/zoned-time.ts';
import type { ToolContext } from './tool.ts';

/** What is to be sent later. */
export interface LaterView {
  /** The backend's time. */
  readonly now: number;
  readonly window: ReplyWindow;
  readonly content: ScheduleContext['content'];
  /** Whether nothing can be sent now. */
  readonly isOff: boolean;
  /** Called with a time at which it can leave. */
  readonly schedule: (at: number) => void;
}

/** When to send: times that people often mean, and one of one's own with its zone (B16). */
export class LaterForm {
  readonly #context: ToolContext;
  readonly #scheduled: ScheduledController;
  #time = '';

  constructor(context: ToolContext, scheduled: ScheduledController) {
    this.#context = context;
    this.#scheduled = scheduled;
  }

  /** Proposes an hour from now. */
  begin(): void {
    const { session } = this.#context.session;
    if (session) this.#time = localTime(session.serverNow() + 3_600_000, this.#zone);
  }

  render(view: LaterView): TemplateResult {
    const { sendWays } = this.#context.texts;
    const own = zonedTime(this.#time, this.#zone);
    const problem = own === null ? null : this.#problemOf(own, view);
    return html`<div class="later" role="group" aria-labelledby="send-later">
      <span class="group-name" id="send-later">${sendWays.later}</span>
      ${schedulePresets(view.now, this.#zone).map(({ id, at }) => this.#renderPreset(sendWays.presets[id], at, view))}
      <label class="field-part"
        >${sendWays.time}
        <input
          class="field-input"
          type="datetime-local"
          .value=${this.#time}
          aria-describedby="send-zone send-time-problem"
          @input=${(event: Event) => this.#type((event.target as HTMLInputElement).value)}
        />
      </label>
      <span class="about" id="send-zone">${sendWays.zone(this.#zone)}</span>
      <span class="reason" id="send-time-problem" role="status">${problem ? this.#sentence(problem) : ''}</span>
      <button
        type="button"
        class="button primary"
        aria-disabled=${view.isOff || own === null || problem !== null}
        @click=${() => own !== null && this.#choose(own, view)}
      >
        ${sendWays.schedule}
      </button>
    </div>`;
  }

  #renderPreset(name: string, at: number, view: LaterView): TemplateResult {
    const wrong = this.#problemOf(at, view);
    return html`<button
      type="button"
      class="button preset"
      aria-disabled=${view.isOff || wrong !== null}
      @click=${() => this.#choose(at, view)}
    >
      <span>${name}</span><span class="about">${whenOf(at, view.now, this.#context.words.formats)}</span>
      ${wrong ? html`<span class="reason">${this.#sentence(wrong)}</span>` : nothing}
    </button>`;
  }

  #choose(at: number, view: LaterView): void {
    if (!view.isOff && !this.#problemOf(at, view)) view.schedule(at);
  }

  #problemOf(at: number, { now, window, content }: LaterView): ScheduleProblem | null {
    return scheduleProblem(at, { now, window, content, quiet: null, maxAheadMs: this.#scheduled.maxAheadMs });
  }

  #sentence(problem: ScheduleProblem): string {
    const { sendWays } = this.#context.texts;
    switch (problem.type) {
      case 'past':
        return sendWays.past;
      case 'too-far':
        return sendWays.tooFar;
      case 'window-closed':
        return sendWays.windowClosed;
      case 'quiet':
        return '';
    }
  }

  #type(time: string): void {
    this.#time = time;
    this.#context.element.requestUpdate();
  }

  get #zone(): string {
    return this.#context.words.formats.timeZone;
  }
}

/** The time today, else the day as well. */
function whenOf(at: number, now: number, formats: Formats): string {
  const [short, time] = [formats.short(at, now), formats.time(at)];
  return short === time ? time : `${short} ${time}`;
}
