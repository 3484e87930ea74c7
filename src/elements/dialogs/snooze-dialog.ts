import { html, type TemplateResult } from 'lit';
import { dayKey } from '../../domain/days.ts';
import type { Snooze } from '../../domain/model.ts';
import { shiftDay } from '../../domain/timespan-bounds.ts';
import { zonedTime } from '../../domain/zoned-time.ts';
import { BaseDialog } from './base-dialog.ts';
import type { Modal } from './modal.ts';

/** What is put aside. */
export interface SnoozeInputs {
  readonly snooze: (snooze: Snooze) => Promise<unknown>;
}

const hourMs = 3_600_000;

/** Until when a conversation is put aside: a time, a reply, or whichever comes first (C15). */
export class SnoozeDialog extends BaseDialog<SnoozeInputs> {
  #day = '';
  #time = '09:00';
  #untilReply = true;

  protected override begin(): void {
    this.#day = shiftDay(this.#today, 1);
    this.#time = '09:00';
    this.#untilReply = true;
  }

  get #now(): number {
    return this.context.session.session?.serverNow() ?? 0;
  }

  get #today(): string {
    return dayKey(this.#now, this.context.localize.timeZone);
  }

  protected override content({ snooze }: SnoozeInputs): Omit<Modal, 'onClose' | 'closeLabel'> {
    const { texts } = this.context;
    const until =
      this.#day === '' ? null : zonedTime(`${this.#day}T${this.#time || '09:00'}`, this.context.localize.timeZone);
    const isFuture = until === null ? this.#untilReply : until > this.#now;
    return {
      title: texts.snooze.title,
      body: this.#body(until !== null && !isFuture),
      submit: {
        label: texts.snooze.submit,
        enabled: isFuture,
        run: () => this.act(() => snooze({ until, untilReply: this.#untilReply, since: this.#now })),
      },
    };
  }

  #body(isPast: boolean): TemplateResult {
    const { texts } = this.context;
    const soon = this.#now + 3 * hourMs;
    return html`<div class="options">
        ${this.#preset(texts.snooze.laterToday, () => this.#setInstant(soon))}
        ${this.#preset(texts.snooze.tomorrow, () => this.#set(shiftDay(this.#today, 1), '09:00'))}
        ${this.#preset(texts.snooze.nextWeek, () => this.#set(shiftDay(this.#today, 7), '09:00'))}
        ${this.#preset(texts.snooze.noTime, () => this.#set('', ''))}
      </div>
      <div class="modal-row">
        <label>
          <span class="field-label">${texts.snooze.day}</span>
          <input
            class="field"
            type="date"
            .value=${this.#day}
            @change=${(event: Event) => this.#set(valueOf(event), this.#time)}
          />
        </label>
        <label>
          <span class="field-label">${texts.snooze.time}</span>
          <input
            class="field"
            type="time"
            .value=${this.#time}
            @change=${(event: Event) => this.#set(this.#day, valueOf(event))}
          />
        </label>
      </div>
      <label class="option">
        <input
          type="checkbox"
          .checked=${this.#untilReply}
          @change=${() => {
            this.#untilReply = !this.#untilReply;
            this.changed();
          }}
        />${texts.snooze.untilReply}
      </label>
      <p class="hint" role="status">${isPast ? texts.snooze.past : texts.snooze.hint}</p>`;
  }

  #preset(label: string, choose: () => void): TemplateResult {
    return html`<button type="button" class="button" @click=${choose}>${label}</button>`;
  }

  #set(day: string, time: string): void {
    this.#day = day;
    this.#time = time;
    this.changed();
  }

  #setInstant(at: number): void {
    const { timeZone } = this.context.localize;
    const time = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(at);
    this.#set(dayKey(at, timeZone), time);
  }
}

function valueOf(event: Event): string {
  return (event.target as HTMLInputElement).value;
}
