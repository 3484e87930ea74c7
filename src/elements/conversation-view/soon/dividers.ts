import { html, type LitElement, type TemplateResult } from 'lit';
import type { PaneController, SizedPane } from '../../../controllers/pane-controller.ts';

interface Drag {
  readonly pane: SizedPane;
  readonly startX: number;
  readonly startSize: number;
}

const keyStepPx = 16;

/** The edges of the panes, which can be dragged and moved with the arrow keys, Home and End. */
export class Dividers {
  readonly #host: LitElement;
  readonly #panes: PaneController;
  #drag: Drag | null = null;

  constructor(host: LitElement, panes: PaneController) {
    this.#host = host;
    this.#panes = panes;
  }

  /** @param label - what it is called */
  render(pane: SizedPane, label: string): TemplateResult {
    const { least, most } = this.#panes.limits(pane);
    const onPointer = (event: PointerEvent): void => this.#move(pane, event);
    return html`<div
      class="divider ${pane}-divider"
      role="separator"
      tabindex="0"
      aria-orientation="vertical"
      aria-label=${label}
      aria-controls="${pane}-pane"
      aria-valuenow=${Math.round(this.#panes.size(pane))}
      aria-valuemin=${least}
      aria-valuemax=${most}
      @pointerdown=${onPointer}
      @pointermove=${onPointer}
      @pointerup=${onPointer}
      @pointercancel=${onPointer}
      @keydown=${(event: KeyboardEvent) => {
        if (this.#pressKey(pane, event.key)) event.preventDefault();
      }}
    ></div>`;
  }

  /** Returns whether the key meant something. */
  #pressKey(pane: SizedPane, key: string): boolean {
    const { least, most } = this.#panes.limits(pane);
    const size = this.#panes.size(pane);
    const grow = this.#growDirection(pane) * keyStepPx;
    const target = { ArrowRight: size + grow, ArrowLeft: size - grow, Home: least, End: most }[key];
    if (target === undefined) return false;
    this.#panes.resize(pane, target);
    return true;
  }

  #move(pane: SizedPane, event: PointerEvent): void {
    const divider = event.currentTarget as HTMLElement;
    if (event.type === 'pointerdown') {
      divider.setPointerCapture(event.pointerId);
      this.#drag = { pane, startX: event.clientX, startSize: this.#panes.size(pane) };
    } else if (event.type !== 'pointermove') this.#drag = null;
    else if (this.#drag?.pane === pane) {
      const moved = (event.clientX - this.#drag.startX) * this.#growDirection(pane);
      this.#panes.resize(pane, this.#drag.startSize + moved);
    }
  }

  /** +1 when moving the divider to the right makes the pane wider. */
  #growDirection(pane: SizedPane): 1 | -1 {
    const isRtl = this.#host.matches(':dir(rtl)');
    return (pane === 'list') === isRtl ? -1 : 1;
  }
}
