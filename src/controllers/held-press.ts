import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { nextTask } from '../dom/next-task.ts';

/** How a press ends, also where something else takes it over: a scroll by touch, a drag, a menu. */
const endings = ['pointerup', 'pointercancel', 'contextmenu'] as const;

/** Whether somebody presses on a row of a scroll area now: to click on something, or to select text. */
export class HeldPress implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #area: () => HTMLElement | null;
  #press: AbortController | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement, area: () => HTMLElement | null) {
    this.#host = host;
    this.#area = area;
    host.addController(this);
  }

  readonly isHeld = (): boolean => this.#press !== null;

  hostConnected(): void {
    this.#host.addEventListener('pointerdown', this.#onDown);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('pointerdown', this.#onDown);
    this.#forget();
  }

  readonly #onDown = (event: PointerEvent): void => {
    const [area, target] = [this.#area(), event.composedPath()[0]];
    // On the area itself stands its scroll bar, and browsers do not tell when that is let go.
    const isOnRow = target instanceof Node && target !== area && area?.contains(target);
    if (event.button !== 0 || !isOnRow) return;
    this.#forget();
    const press = new AbortController();
    this.#press = press;
    for (const type of endings)
      this.#host.ownerDocument.addEventListener(type, () => void this.#end(press), {
        capture: true,
        signal: press.signal,
      });
  };

  /** The click that comes of a press is told before anything moves. */
  async #end(press: AbortController): Promise<void> {
    press.abort();
    await nextTask();
    if (this.#press !== press) return;
    this.#press = null;
    this.#host.requestUpdate();
  }

  #forget(): void {
    this.#press?.abort();
    this.#press = null;
  }
}
