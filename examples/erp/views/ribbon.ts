import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons.ts';
import type { Action, ActionGroup } from '../view.ts';

/** The bar of actions under a page's title. */
export function ribbon(groups: readonly ActionGroup[], label: string): TemplateResult | typeof nothing {
  const filled = groups.filter(({ actions }) => actions.length > 0);
  if (groups.length === 0) return nothing;
  // Actions that are still on their way keep their room.
  if (filled.length === 0) return html`<div class="ribbon"></div>`;
  return html`<div class="ribbon" role="toolbar" aria-label=${label} @keydown=${onKeyDown}>
    ${filled.map(
      (group) =>
        html`<div class="ribbon-group" role="group" aria-label=${group.label}>${group.actions.map(actionButton)}</div>`,
    )}
  </div>`;
}

/** Disabled ones stay reachable, so that their hint can be read. */
function actionButton(action: Action): TemplateResult {
  return html`<button
    type="button"
    class="action ${action.primary ? 'primary' : ''}"
    data-command=${action.id}
    aria-disabled=${String(!action.enabled)}
    title=${action.hint ?? nothing}
    @click=${() => {
      if (action.enabled) action.run();
    }}
  >
    ${icon(action.icon)}<span>${action.label}</span>
  </button>`;
}

/** Arrow keys go along the bar. */
function onKeyDown(event: KeyboardEvent): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step === undefined || !(event.currentTarget instanceof HTMLElement)) return;
  const bar = event.currentTarget;
  const buttons = [...bar.querySelectorAll<HTMLElement>('button')];
  const forwards = getComputedStyle(bar).direction === 'rtl' ? -step : step;
  const index = buttons.findIndex((button) => button === document.activeElement);
  buttons[(index + forwards + buttons.length) % buttons.length]?.focus();
  event.preventDefault();
}
