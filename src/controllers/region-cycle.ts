import type { LitElement, ReactiveController } from 'lit';
import { deepActiveElement } from '../dom/focus.ts';
import { matchesShortcut } from '../dom/keys.ts';

/**
 * F6 and Shift+F6 lead from one region to the next while the focus is inside the host. Regions carry `data-region`; what
 * should have the focus in one carries `data-entry`, else the region itself takes it.
 */
export class RegionCycle implements ReactiveController {
  readonly #host: LitElement;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Focuses the first region shown. */
  enterFirst(): void {
    const [first] = this.#shown();
    if (first) this.#enter(first);
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
    const regions = this.#shown();
    const path = event.composedPath();
    // Innermost first: the composer lies inside the messages.
    const current = regions.findLastIndex((region) => path.includes(region));
    const next = regions[(current + step + regions.length) % regions.length];
    if (!next) return;
    event.preventDefault();
    this.#enter(next);
  };

  #shown(): readonly HTMLElement[] {
    return [...this.#host.renderRoot.querySelectorAll<HTMLElement>('[data-region]:not([inert], [inert] *)')];
  }

  #enter(region: HTMLElement): void {
    const entry = region.querySelector<HTMLElement>('[data-entry]');
    entry?.focus();
    // What has nothing to focus (an empty list) leaves it to its region.
    const active = deepActiveElement(this.#host.ownerDocument);
    if (!entry || !active || !isWithin(active, entry)) region.focus();
  }
}

function isWithin(element: Element, ancestor: Element): boolean {
  for (let one: Node | null = element; one; one = one instanceof ShadowRoot ? one.host : one.parentNode)
    if (one === ancestor) return true;
  return false;
}
