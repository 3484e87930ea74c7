import type { LitElement, ReactiveController } from 'lit';
import { recall, remember } from '../dom/remembered.ts';

/** How many panes stand side by side. */
export type PaneMode = 'one' | 'two' | 'three';
/** The panes whose width can be chosen; the messages take the rest. */
export type SizedPane = 'list' | 'details';

const twoPanesFromPx = 640;
const threePanesFromPx = 960;
const leastMessagesPx = 320;
const limits = { list: { least: 200, most: 480 }, details: { least: 220, most: 420 } } as const;
const defaultSizes: Readonly<Record<PaneMode, Readonly<Record<SizedPane, number>>>> = {
  one: { list: 300, details: 280 },
  two: { list: 260, details: 280 },
  three: { list: 300, details: 280 },
};

/**
 * Divides its host into one, two or three panes by the host's own width. Widths that the agent chose are
 * remembered in this browser.
 */
export class PaneController implements ReactiveController {
  readonly #host: LitElement;
  readonly #observer = new ResizeObserver(([entry]) => this.#measured(entry?.contentRect.width ?? 0));
  #width = 0;
  #chosen: Readonly<Partial<Record<SizedPane, number>>>;
  #closesThirdPane = recall('details-closed') === true;
  #showsSheet = false;

  constructor(host: LitElement) {
    this.#host = host;
    this.#chosen = sizesFrom(recall('panes'));
    host.addController(this);
  }

  get mode(): PaneMode {
    if (this.#width >= threePanesFromPx) return 'three';
    return this.#width >= twoPanesFromPx ? 'two' : 'one';
  }

  /** Whether the details are shown: as the third pane unless the agent closed it, else as a sheet they opened. */
  get showsDetails(): boolean {
    return this.mode === 'three' ? !this.#closesThirdPane : this.#showsSheet;
  }

  /** Opens or closes the details; for the third pane this is remembered. */
  toggleDetails(): void {
    if (this.mode === 'three') {
      this.#closesThirdPane = !this.#closesThirdPane;
      remember('details-closed', this.#closesThirdPane);
    } else this.#showsSheet = !this.#showsSheet;
    this.#host.requestUpdate();
  }

  /** Width of a pane, px, as far as there is room. */
  size(pane: SizedPane): number {
    const { least, most } = this.limits(pane);
    return Math.min(most, Math.max(least, this.#chosen[pane] ?? defaultSizes[this.mode][pane]));
  }

  /** Between which widths a pane may be now. */
  limits(pane: SizedPane): { readonly least: number; readonly most: number } {
    const { least, most } = limits[pane];
    const others = pane === 'list' && this.mode === 'three' ? limits.details.least : 0;
    return { least, most: Math.max(least, Math.min(most, this.#width - leastMessagesPx - others)) };
  }

  /** Gives a pane a width and remembers it. */
  resize(pane: SizedPane, size: number): void {
    const { least, most } = this.limits(pane);
    this.#chosen = { ...this.#chosen, [pane]: Math.round(Math.min(most, Math.max(least, size))) };
    remember('panes', this.#chosen);
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    this.#observer.observe(this.#host);
    this.#measured(this.#host.getBoundingClientRect().width);
  }

  /** As it was connected it may have had no place yet, in a provider that had not rendered: then now, before its first panes are seen. */
  hostUpdate(): void {
    if (this.#width === 0) this.#width = this.#host.getBoundingClientRect().width;
  }

  hostUpdated(): void {
    const panes = this.#host.renderRoot.querySelector<HTMLElement>('.panes');
    // By script, not by a style attribute: a strict content security policy allows exactly this.
    for (const pane of ['list', 'details'] as const)
      panes?.style.setProperty(`--_${pane}-size`, `${this.size(pane)}px`);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  #measured(width: number): void {
    if (width === this.#width) return;
    this.#width = width;
    this.#host.requestUpdate();
  }
}

function sizesFrom(stored: unknown): Readonly<Partial<Record<SizedPane, number>>> {
  if (typeof stored !== 'object' || stored === null) return {};
  const { list, details } = stored as { readonly list?: unknown; readonly details?: unknown };
  return {
    ...(typeof list === 'number' && Number.isFinite(list) && { list }),
    ...(typeof details === 'number' && Number.isFinite(details) && { details }),
  };
}
