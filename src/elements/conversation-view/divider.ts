import { html, type TemplateResult } from 'lit';
import type { PaneController, SizedPane } from '../../controllers/pane-controller.ts';

/** The edge of a pane, which can be dragged and moved with the arrow keys, Home and End. */
export function divider(pane: SizedPane, label: string, panes: PaneController): TemplateResult {
  const { least, most } = panes.limits(pane);
  const onPointer = (event: PointerEvent): void => panes.drag(pane, event);
  return html`<div
    class="divider ${pane}-divider"
    role="separator"
    tabindex="0"
    aria-orientation="vertical"
    aria-label=${label}
    aria-controls="${pane}-pane"
    aria-valuenow=${Math.round(panes.size(pane))}
    aria-valuemin=${least}
    aria-valuemax=${most}
    @pointerdown=${onPointer}
    @pointermove=${onPointer}
    @pointerup=${onPointer}
    @pointercancel=${onPointer}
    @keydown=${(event: KeyboardEvent) => {
      if (panes.pressKey(pane, event.key)) event.preventDefault();
    }}
  ></div>`;
}
