import { html, nothing, type TemplateResult } from 'lit';
import { visibleName } from '../../domain/visible-text.ts';
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
    <span class="hint" role="status">${createAsked ? texts.link.createElsewhere : undone(inputs)}</span>`;
}

/** A record that a co-worker said the sender is: it may be the wrong one (D10). */
export function linkedSender({ conversation, texts, mayLink, unlink }: DetailsInputs): TemplateResult | typeof nothing {
  if (conversation.linkedFrom == null) return nothing;
  return html`<span class="hint linked">
    ${texts.link.byHand}
    ${mayLink ? html`<button type="button" class="link" @click=${unlink}>${texts.link.undo}</button>` : nothing}
  </span>`;
}

function undone({ texts, unlinked, linkAgain }: DetailsInputs): TemplateResult | typeof nothing {
  if (!unlinked) return nothing;
  return html`${texts.link.undone(visibleName(unlinked.name))}
    <button type="button" class="link" @click=${linkAgain}>${texts.link.again}</button>`;
}
