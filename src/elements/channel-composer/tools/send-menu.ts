import { html, nothing, type TemplateResult } from 'lit';
import type { Composition } from '../../../controllers/composer-controller.ts';
import type { Formats } from '../../../controllers/formats.ts';
import { messagesOf } from '../../../controllers/messages-of.ts';
import type { ScheduledController } from '../../../controllers/scheduled-controller.ts';
import { schedulePresets } from '../../../domain/schedule-presets.ts';
import { scheduleProblem, type ScheduleProblem } from '../../../domain/schedule.ts';
import { localTime, zonedTime } from '../../../domain/zoned-time.ts';
import { obstacleSentence } from '../words.ts';
import { followButton } from './follow-button.ts';
import type { ToolContext } from './tool.ts';

/** What the menu leads to besides sending later. */
export interface SendMenuOptions {
  readonly canArchive: () => boolean;
  readonly sendAndArchive: (conversationId: string) => void;
}

/** Other ways to send: at a time, or with the conversation archived (B16). */
export class SendMenu {
  readonly #context: ToolContext;
  readonly #scheduled: ScheduledController;
  readonly #options: SendMenuOptions;
  #isOpen = false;
  #isBusy = false;
  #time = '';
  #stopFollowing: () => void = () => {};

  constructor(context: ToolContext, scheduled: ScheduledController, options: SendMenuOptions) {
    this.#context = context;
    this.#scheduled = scheduled;
    this.#options = options;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  async toggle(): Promise<void> {
    const panel = this.#find('#send-ways');
    if (!panel || this.#isOpen) return panel?.hidePopover();
    const { session } = this.#context.session;
    if (session) this.#time = localTime(session.serverNow() + 3_600_000, this.#zone);
    panel.showPopover();
    this.#stopFollowing = followButton(panel, this.#find('#send-ways-button'));
    this.#isOpen = true;
    this.#context.element.requestUpdate();
    await this.#context.element.updateComplete;
    panel.querySelector<HTMLElement>('button, input')?.focus();
  }

  render(composition: Composition): TemplateResult {
    return html`<div
      class="panel send-ways"
      id="send-ways"
      part="send-ways"
      popover
      role="dialog"
      aria-label=${this.#context.texts.sendWays.more}
      @toggle=${(event: ToggleEvent) => this.#toggled(event.newState === 'open')}
      @keydown=${(event: KeyboardEvent) => event.stopPropagation()}
    >
      ${this.#isOpen ? this.#renderContent(composition) : nothing}
    </div>`;
  }

  #renderContent(composition: Composition): TemplateResult {
    const { sendWays } = this.#context.texts;
    const { obstacle } = composition;
    const why = obstacle ? obstacleSentence(obstacle, composition, this.#context.words) : '';
    return html`${why === '' ? nothing : html`<p class="panel-hint" id="send-ways-why">${why}</p>`}
    ${this.#scheduled.isOffered ? this.#renderLater(composition) : html`<p class="panel-hint">${sendWays.notLater}</p>`}
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

  #renderLater(composition: Composition): TemplateResult {
    const { sendWays } = this.#context.texts;
    const { formats } = this.#context.words;
    const own = zonedTime(this.#time, this.#zone);
    const problem = own === null ? null : this.#problemOf(own, composition);
    const isOff = composition.obstacle !== null || this.#isBusy;
    return html`<div class="later" role="group" aria-labelledby="send-later">
      <span class="group-name" id="send-later">${sendWays.later}</span>
      ${schedulePresets(composition.now, this.#zone).map(({ id, at }) => {
        const wrong = this.#problemOf(at, composition);
        return html`<button
          type="button"
          class="button preset"
          aria-disabled=${isOff || wrong !== null}
          @click=${() => void this.#schedule(at, composition)}
        >
          <span>${sendWays.presets[id]}</span><span class="about">${whenOf(at, composition.now, formats)}</span>
          ${wrong ? html`<span class="reason">${this.#sentence(wrong)}</span>` : nothing}
        </button>`;
      })}
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
        aria-disabled=${isOff || own === null || problem !== null}
        @click=${() => own !== null && void this.#schedule(own, composition)}
      >
        ${sendWays.schedule}
      </button>
    </div>`;
  }

  #problemOf(at: number, { now, option }: Composition): ScheduleProblem | null {
    const { maxAheadMs } = this.#scheduled;
    return scheduleProblem(at, { now, window: option.window, content: 'free-text', quiet: null, maxAheadMs });
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

  async #schedule(at: number, composition: Composition): Promise<void> {
    const wrong = this.#problemOf(at, composition);
    if (composition.obstacle || wrong || this.#isBusy) return;
    this.#isBusy = true;
    const isKept = await this.#keepUntil(at);
    this.#isBusy = false;
    this.#find('#send-ways')?.hidePopover();
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
    this.#find('#send-ways')?.hidePopover();
    this.#context.textArea.focusEnd();
    this.#options.sendAndArchive(conversation.id);
  }

  #type(time: string): void {
    this.#time = time;
    this.#context.element.requestUpdate();
  }

  #toggled(isOpen: boolean): void {
    this.#isOpen = isOpen;
    if (!isOpen) this.#stopFollowing();
    this.#context.element.requestUpdate();
  }

  get #zone(): string {
    return this.#context.words.formats.timeZone;
  }

  #find(selector: string): HTMLElement | null {
    return this.#context.element.renderRoot.querySelector<HTMLElement>(selector);
  }
}

/** The time today, else the day as well. */
function whenOf(at: number, now: number, formats: Formats): string {
  const [short, time] = [formats.short(at, now), formats.time(at)];
  return short === time ? time : `${short} ${time}`;
}
