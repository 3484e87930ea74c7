import { nothing, type LitElement, type TemplateResult } from 'lit';
import { HeldPress } from '../../../controllers/held-press.ts';
import { HistoryVisits } from '../../../controllers/history-visits.ts';
import { KnownConversations } from '../../../controllers/known-conversations.ts';
import { hearLateNews } from '../../../controllers/late-news.ts';
import { ReadController, type ReadInputs } from '../../../controllers/read-controller.ts';
import type { Localize } from '../../../controllers/localization.ts';
import { UnreadAbove } from '../../../controllers/unread-above.ts';
import { addStyles } from '../../../dom/add-styles.ts';
import type { TimelineTexts } from '../../../locales/timeline.ts';
import { timelineSoonTexts } from '../../../locales/timeline-soon.ts';
import type { AdapterErrorCode } from '../../../ports/adapter-error.ts';
import { type PresenceParts, TimelinePresence } from './presence.ts';
import { soonStyles } from './soon.styles.ts';
import { emptyTimeline, failedTimeline, jumpButton, unreadButton } from './states.ts';
import { TimelineVoice, type VoiceParts } from './voice.ts';

type Parts = VoiceParts & Omit<PresenceParts, 'announce'>;

/** What a timeline tells of itself. */
export type SoonParts = Omit<Parts, 'localize'> & { readonly localize: Localize<TimelineTexts> };

/**
 * What a timeline needs a moment after its first messages: a voice for what arrives, who else is there, the way back to
 * the latest message, words for where there are no messages, what notes what is read, and what knows of a press on them.
 */
export class TimelineSoon {
  readonly voice: TimelineVoice;
  readonly presence: TimelinePresence;
  readonly known: KnownConversations;
  readonly #host: LitElement;
  readonly #parts: Parts;
  #above: UnreadAbove | null = null;
  #isStyled = false;

  static readonly texts = timelineSoonTexts;

  /** `null` while its texts are on their way. */
  static make(host: LitElement, parts: SoonParts): TimelineSoon | null {
    const localize = parts.localize.add(timelineSoonTexts);
    return localize && new TimelineSoon(host, { ...parts, localize });
  }

  private constructor(host: LitElement, parts: Parts) {
    this.#host = host;
    this.#parts = parts;
    this.voice = new TimelineVoice(host, parts);
    this.presence = new TimelinePresence(host, {
      ...parts,
      announce: (announcement) => this.voice.presence(announcement),
    });
    hearLateNews(host, { ...parts, tell: (news) => this.voice.tell(news) });
    this.known = new KnownConversations(host, parts.session);
    const press = new HeldPress(host, () => host.renderRoot.querySelector<HTMLElement>('.scroll'));
    parts.timeline.scroll.holdWhile(press.isHeld);
    parts.timeline.attend(({ read, history }) => {
      const above = new UnreadAbove({ ...history, document: host.ownerDocument, mark: () => parts.timeline.unread });
      this.#above = above;
      const inputs = (): ReadInputs => {
        // Asked at each look, so that it is known that the agent has been at the beginning.
        const isAbove = above.look() !== null;
        const now = read();
        return { ...now, newestIsVisible: now.newestIsVisible && !isAbove };
      };
      return { read: new ReadController(host, inputs), visits: new HistoryVisits(history) };
    });
  }

  /** The button that goes to the latest message, and at the end the one to unread messages that begin above. */
  jump(toLatest: () => void, toMessage: (id: string) => void): TemplateResult | typeof nothing {
    const { timeline, localize } = this.#parts;
    const above = timeline.scroll.followsEnd ? this.#above?.look() : null;
    if (timeline.scroll.followsEnd && !above) return nothing;
    this.#style();
    if (above) return unreadButton(above.count, localize.value, () => toMessage(above.messageId));
    return jumpButton(timeline.newBelow, localize.value, toLatest);
  }

  /** In the place of messages where nobody has written yet. */
  empty(): TemplateResult {
    this.#style();
    return emptyTimeline(this.#parts.localize.messages);
  }

  /** In the place of messages that could not be loaded. */
  failed(code: AdapterErrorCode, retry: () => void): TemplateResult {
    this.#style();
    return failedTimeline(code, this.#parts.localize.messages, retry);
  }

  /** Most timelines show none of these, and styles cost time. */
  #style(): void {
    if (this.#isStyled) return;
    this.#isStyled = true;
    addStyles(this.#host.renderRoot, soonStyles);
  }
}
