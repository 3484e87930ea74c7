import type { LitElement, ReactiveController } from 'lit';
import { matchesShortcut } from '../dom/keys.ts';

/** F6 and Shift+F6 lead from one region to the next while the focus is inside the host. */
export class RegionCycle implements ReactiveController {
  readonly #host: LitElement;
  readonly #regions: () => readonly HTMLElement[];
  readonly #enter: (region: HTMLElement) => void;

  /**
   * @param regions - those shown now, in order
   * @param enter - focuses what should have the focus in a region
   */
  constructor(host: LitElement, regions: () => readonly HTMLElement[], enter: (region: HTMLElement) => void) {
    this.#host = host;
    this.#regions = regions;
    this.#enter = enter;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('keydown', this.#onKeyDown);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('keydown', this.#onKeyDown);
  }

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    const step = matchesShortcut(event, 'F6') ? 1 : matchesShortcut(event, 'Shift+F6') ? -1 : 0;
    if (step === 0) return;
    const regions = this.#regions();
    const path = event.composedPath();
    const current = regions.findIndex((region) => path.includes(region));
    const next = regions[(current + step + regions.length) % regions.length];
    if (!next) return;
    event.preventDefault();
    this.#enter(next);
  };
}
