import { html, type TemplateResult } from 'lit';
import type { Messages } from '../../../controllers/localization.ts';
import type { ViewSoonTexts } from '../../../locales/view-soon.ts';
import { clearIcon } from '../../../styles/icons.ts';
import { takeKey } from '../../../dom/take-key.ts';

/** What the details pane shows and what its buttons do. */
export interface DetailsInputs {
  readonly words: Messages<ViewSoonTexts>['viewSoon'];
  /** The element that shows them; a chunk of its own. */
  readonly details: HTMLElement;
  readonly onClose: () => void;
  /** What Escape does; `null` where the details are a pane and not a sheet. */
  readonly onEscape: (() => void) | null;
}

/** The pane, or sheet, around the details. */
export function detailsPane({ words, details, onClose, onEscape }: DetailsInputs): TemplateResult {
  return html`<section
    id="details-pane"
    class="pane details-pane"
    data-region
    tabindex="-1"
    aria-label=${words.details}
    @keydown=${(event: KeyboardEvent) => pressKey(event, onEscape)}
  >
    <div class="details-head">
      <span class="details-title">${words.details}</span>
      <button
        type="button"
        class="button quiet icon-only"
        aria-label=${words.closeDetails}
        title=${words.closeDetails}
        @click=${onClose}
      >
        ${clearIcon()}
      </button>
    </div>
    <div class="scroll details-body" tabindex="0">${details}</div>
  </section>`;
}

function pressKey(event: KeyboardEvent, onEscape: (() => void) | null): void {
  if (event.key !== 'Escape' || !onEscape) return;
  takeKey(event);
  onEscape();
}
