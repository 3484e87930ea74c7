import { html, nothing, type TemplateResult } from 'lit';
import type { DetailsInputs } from './inputs.ts';

/** A sender who is no record yet, and the ways to one: link it, or let the host make it (D10). */
export function unmatchedSender(inputs: DetailsInputs): TemplateResult {
  const { texts, mayLink, createAsked, openLink, createRecord } = inputs;
  return html`<span class="hint">${texts.details.unmatchedHint}</span>
    <div class="who-ways">
      ${
        mayLink ? html`<button type="button" class="button" @click=${openLink}>${texts.details.link}</button>` : nothing
      }
      <button type="button" class="button" @click=${createRecord}>${texts.link.create}</button>
    </div>
    <span class="hint" role="status">${createAsked ? texts.link.createElsewhere : nothing}</span>`;
}
