import type { LitElement } from 'lit';
import { AnnouncerController } from '../../../controllers/announcer-controller.ts';
import type { Localize } from '../../../controllers/localization.ts';
import type { TimelineController, TimelineNews } from '../../../controllers/timeline-controller.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { TimelineTexts } from '../../../locales/timeline.ts';
import type { TimelineSoonTexts } from '../../../locales/timeline-soon.ts';
import { emit } from '../../events.ts';
import { recipientName } from '../../recipient.ts';
import { announcementsOf, failuresIn, type Verbosity } from './news.ts';
import { messageLabel, spokenText } from '../render-message.ts';

/** What a voice speaks about. */
export interface VoiceParts {
  readonly clock: () => Clock | null;
  readonly localize: Localize<TimelineTexts & TimelineSoonTexts>;
  readonly timeline: TimelineController;
  readonly verbosity: () => Verbosity;
}

/** What assistive technology reads out of a timeline, and what its host page hears of failures. */
export class TimelineVoice {
  readonly #host: LitElement;
  readonly #parts: VoiceParts;
  readonly #announcer: AnnouncerController;
  #spoken = 0;

  constructor(host: LitElement, parts: VoiceParts) {
    this.#host = host;
    this.#parts = parts;
    this.#announcer = new AnnouncerController(host, parts.clock);
  }

  /** Says what is new, as much of it as is wanted. */
  tell(news: readonly TimelineNews[]): void {
    const { messages } = this.#parts.localize;
    const { conversation } = this.#parts.timeline;
    const recipient = conversation ? recipientName(conversation, messages) : '';
    const words = { messages, verbosity: this.#parts.verbosity(), recipient };
    for (const announcement of announcementsOf(news, words)) this.#announcer.announce(announcement);
    for (const detail of failuresIn(news)) emit(this.#host, 'message-failed', detail);
  }

  /** Says what others do in the conversation, unless nothing is to be said. */
  presence(announcement: Parameters<AnnouncerController['announce']>[0]): void {
    if (this.#parts.verbosity() !== 'off') this.#announcer.announce(announcement);
  }

  /** Says what became of something the agent did; each time, also when it is the same again. */
  say(text: string, urgency: 'polite' | 'assertive' = 'polite'): void {
    this.#spoken += 1;
    this.#announcer.announce({ key: `said/${this.#spoken}/${text}`, text, urgency });
  }

  /** Reads the nth latest message. */
  read(number: number): void {
    const { messages, formats } = this.#parts.localize;
    const entry = this.#parts.timeline.list.at(-number);
    this.say(
      entry
        ? `${messageLabel(entry.message, messages, formats)}: ${spokenText(entry.message, messages)}`
        : messages.announcements.noSuchMessage,
    );
  }
}
