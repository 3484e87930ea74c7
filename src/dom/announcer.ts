import type { Clock } from '../ports/clock.ts';

/** Something to be said by a screen reader. */
export interface Announcement {
  /** Names the change, e.g. a message id with what happened: the same key is said once per page, whoever asks. */
  readonly key: string;
  readonly text: string;
  /** `assertive` interrupts; only for what needs a person. Default `polite`. */
  readonly urgency?: 'polite' | 'assertive';
  /** So many of a group at a time, four unless `sumFrom` says otherwise, are said as one sentence. */
  readonly group?: {
    readonly name: string;
    readonly summary: (count: number) => string;
    readonly sumFrom?: number;
  };
}

/** A share in the page's announcer. */
export interface Announcer {
  announce(announcement: Announcement): void;
  /** Gives the share back; the last one takes the live regions out of the page. */
  release(): void;
}

type Urgency = 'polite' | 'assertive';

/** What arrives within this time is said together. */
const gatherMs = 300;
/** Speech needs time: the next sentences wait at least this long, and are summed meanwhile. */
const restMs = 2000;
/** Said text is taken out again, so that nobody who wanders through the page reads old news. */
const lingerMs = 10_000;
const summedFrom = 4;
const rememberedKeys = 1000;

const shared = new WeakMap<Document, SharedAnnouncer>();

/**
 * Takes a share in the announcer of a page: one polite and one assertive live region in the document itself, because
 * screen readers miss live regions that come and go inside shadow trees.
 */
export function acquireAnnouncer(document: Document, clock: Clock): Announcer {
  const announcer = shared.get(document) ?? new SharedAnnouncer(document, clock);
  shared.set(document, announcer);
  announcer.holders += 1;
  let isHeld = true;
  return {
    announce: (announcement) => {
      if (isHeld) announcer.announce(announcement);
    },
    release: () => {
      if (!isHeld) return;
      isHeld = false;
      announcer.holders -= 1;
      if (announcer.holders > 0) return;
      announcer.end();
      shared.delete(document);
    },
  };
}

class SharedAnnouncer {
  holders = 0;
  readonly #polite: LiveRegion;
  readonly #assertive: LiveRegion;
  readonly #said = new Set<string>();

  constructor(document: Document, clock: Clock) {
    this.#polite = new LiveRegion(document, 'polite', clock);
    this.#assertive = new LiveRegion(document, 'assertive', clock);
  }

  announce(announcement: Announcement): void {
    if (this.#said.has(announcement.key)) return;
    this.#remember(announcement.key);
    (announcement.urgency === 'assertive' ? this.#assertive : this.#polite).add(announcement);
  }

  end(): void {
    this.#polite.end();
    this.#assertive.end();
  }

  #remember(key: string): void {
    this.#said.add(key);
    if (this.#said.size <= rememberedKeys) return;
    const [oldest] = this.#said;
    if (oldest !== undefined) this.#said.delete(oldest);
  }
}

class LiveRegion {
  readonly #element: HTMLElement;
  readonly #clock: Clock;
  #pending: Announcement[] = [];
  #isResting = false;
  readonly #timers = new Set<() => void>();

  constructor(document: Document, urgency: Urgency, clock: Clock) {
    this.#clock = clock;
    this.#element = document.createElement('div');
    this.#element.setAttribute('aria-live', urgency);
    this.#element.setAttribute('role', urgency === 'polite' ? 'status' : 'alert');
    this.#element.setAttribute('aria-atomic', 'false');
    hideVisually(this.#element);
    document.body.append(this.#element);
  }

  add(announcement: Announcement): void {
    this.#pending.push(announcement);
    if (this.#pending.length === 1 && !this.#isResting) this.#after(gatherMs, () => this.#say());
  }

  end(): void {
    for (const cancel of this.#timers) cancel();
    this.#element.remove();
  }

  #say(): void {
    const sentences = summed(this.#pending);
    this.#pending = [];
    this.#isResting = sentences.length > 0;
    if (!this.#isResting) return;
    const paragraphs = sentences.map((sentence) => {
      const paragraph = this.#element.ownerDocument.createElement('p');
      paragraph.textContent = sentence;
      return paragraph;
    });
    this.#element.append(...paragraphs);
    this.#after(lingerMs, () => paragraphs.forEach((paragraph) => paragraph.remove()));
    this.#after(restMs, () => this.#say());
  }

  #after(delayMs: number, callback: () => void): void {
    const cancel = this.#clock.after(delayMs, () => {
      this.#timers.delete(cancel);
      callback();
    });
    this.#timers.add(cancel);
  }
}

/** The sentences to say, in order; a group that came in numbers is one sentence at the place of its first. */
function summed(announcements: readonly Announcement[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { group } of announcements) if (group) counts.set(group.name, (counts.get(group.name) ?? 0) + 1);
  const sentences: string[] = [];
  for (const { text, group } of announcements) {
    const count = group ? (counts.get(group.name) ?? 0) : 0;
    if (!group || (count > 0 && count < (group.sumFrom ?? summedFrom))) sentences.push(text);
    else if (count > 0) {
      sentences.push(group.summary(count));
      counts.set(group.name, 0);
    }
  }
  return sentences;
}

/** By script, not by attribute or style sheet: a strict content security policy allows exactly this. */
function hideVisually(element: HTMLElement): void {
  const { style } = element;
  style.position = 'fixed';
  style.top = style.left = '0';
  style.width = style.height = '1px';
  style.overflow = 'hidden';
  style.clipPath = 'inset(50%)';
  style.whiteSpace = 'nowrap';
}
