import { openTabChannel } from '../web/browser-features.ts';
import { onLeave } from '../web/page-lifecycle.ts';
import type { OpenChannel } from '../web/browser-features.ts';
import type { Clock } from '../../ports/clock.ts';

/** How tabs tell each other to look. */
export interface TabWakeOptions {
  readonly name: string;
  readonly clock: Clock;
  /** `null`: do without. */
  readonly channel?: OpenChannel | null;
  /** Another tab committed something, or may have. */
  readonly heard: () => void;
  /** Another tab told something that is not stored. */
  readonly told?: (message: unknown) => void;
  /** What the other tabs are told when this page may never run again. */
  readonly farewell?: unknown;
}

const look = 'look';
const lookWithChannelMs = 10_000;
const lookWithoutChannelMs = 1_000;

/**
 * Keeps tabs in step: a message says only "look again", what there is to see stands in the database. A slow look now and
 * then covers lost messages; without channels it is the only way.
 */
export class TabWake {
  readonly #options: TabWakeOptions;
  #channel: BroadcastChannel | null = null;
  #isStarted = false;
  #cancelLook: (() => void) | null = null;
  #stopLeaving: (() => void) | null = null;

  constructor(options: TabWakeOptions) {
    this.#options = options;
  }

  start(): void {
    if (this.#isStarted) return;
    this.#isStarted = true;
    this.#channel = openTabChannel(this.#options.name, this.#options.channel);
    this.#channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => this.#hear(data));
    const { farewell } = this.#options;
    if (farewell !== undefined) this.#stopLeaving = onLeave(() => this.post(farewell));
    this.#lookLater();
  }

  /** Tells the other tabs to look, or something that is not stored. */
  post(message: unknown = look): void {
    this.#channel?.postMessage(message);
  }

  close(): void {
    this.#cancelLook?.();
    this.#stopLeaving?.();
    this.#channel?.close();
    this.#channel = null;
  }

  #hear(message: unknown): void {
    if (message === look) this.#options.heard();
    else this.#options.told?.(message);
  }

  #lookLater(): void {
    const delayMs = this.#channel ? lookWithChannelMs : lookWithoutChannelMs;
    this.#cancelLook = this.#options.clock.after(delayMs, () => {
      this.#options.heard();
      this.#lookLater();
    });
  }
}
