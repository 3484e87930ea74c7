import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { acquireAnnouncer, type Announcement, type Announcer } from '../dom/announcer.ts';
import type { Clock } from '../ports/clock.ts';

export type { Announcement };

/** What was said on request so far, on the whole page: each time is news of its own. */
let spoken = 0;

/** Gives an element a share in the page's announcer for as long as it is in the page. */
export class AnnouncerController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #clock: () => Clock | null;
  #announcer: Announcer | null = null;
  #isConnected = false;

  /** @param clock - where time comes from; `null` while there is no session, and then nothing is said */
  constructor(host: ReactiveControllerHost & HTMLElement, clock: () => Clock | null) {
    this.#host = host;
    this.#clock = clock;
    host.addController(this);
  }

  announce(announcement: Announcement): void {
    this.#take();
    this.#announcer?.announce(announcement);
  }

  /** Says something as an answer to what the agent did, also when the same was said before. */
  say(text: string, urgency: 'polite' | 'assertive' = 'polite'): void {
    spoken += 1;
    this.announce({ key: `answer/${spoken}`, text, urgency });
  }

  hostConnected(): void {
    this.#isConnected = true;
  }

  hostUpdated(): void {
    // The regions must stand in the page before anything is written into them.
    this.#take();
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#announcer?.release();
    this.#announcer = null;
  }
  #take(): void {
    const clock = this.#clock();
    if (this.#isConnected && clock) this.#announcer ??= acquireAnnouncer(this.#host.ownerDocument, clock);
  }
}
