import { html, type TemplateResult } from 'lit';
import { clearIcon } from '../../styles/icons.ts';

/** A filter that is set: its name, and a press that takes it off. */
export function setFilter(name: string, clear: string, run: () => void): TemplateResult {
  return html`<button
    type="button"
    class="button filter co-worker"
    aria-pressed="true"
    aria-label=${clear}
    title=${clear}
    @click=${run}
  >
    <bdi>${name}</bdi>${clearIcon()}
  </button>`;
}
