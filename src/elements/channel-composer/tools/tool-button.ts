import { html, nothing, type TemplateResult } from 'lit';

/** A button of the bar below the text. */
export interface ToolButton {
  readonly name: string;
  readonly icon: TemplateResult;
  /** Id of what it opens. */
  readonly controls: string;
  readonly isOpen: boolean;
  /** What waits behind it unsent, in words; absent or empty for nothing. */
  readonly hasDraft?: string;
  readonly run: () => void;
}

/** A button that opens something; its name shows where there is room. */
export function toolButton({ name, icon, controls, isOpen, hasDraft = '', run }: ToolButton): TemplateResult {
  return html`<button
    type="button"
    class="button quiet tool"
    id="${controls}-button"
    aria-haspopup="dialog"
    aria-expanded=${isOpen}
    title=${hasDraft === '' ? name : `${name} – ${hasDraft}`}
    aria-label=${name}
    @click=${run}
  >
    ${icon}${hasDraft === '' ? nothing : html`<span class="dot"></span>`}
  </button>`;
}
