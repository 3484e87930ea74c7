import { html, nothing, type TemplateResult } from 'lit';
import type { Recipient } from '../../domain/model.ts';
import type { InboxTexts } from '../../locales/inbox.ts';
import { readableNumber, visibleName } from '../../domain/visible-text.ts';

/** Contacts and resources to choose one of. */
export function recipientOptions(
  recipients: readonly Recipient[],
  {
    label,
    chosen,
    texts,
    choose,
  }: {
    readonly label: string;
    readonly chosen: string | null;
    readonly texts: InboxTexts;
    readonly choose: (id: string) => void;
  },
): TemplateResult | typeof nothing {
  if (recipients.length === 0) return nothing;
  return html`<fieldset class="options column" aria-label=${label}>
    ${recipients.map(
      (recipient) =>
        html`<label class="option">
          <input
            type="radio"
            name="record"
            .checked=${chosen === recipient.id}
            @change=${() => choose(recipient.id)}
          />${about(recipient, texts)}
        </label>`,
    )}
  </fieldset>`;
}

function about({ kind, name, organisation, addresses }: Recipient, { details }: InboxTexts): TemplateResult {
  const [first] = addresses;
  return html`<span class="record">
    <bdi>${visibleName(name)}</bdi>
    <span class="hint">
      ${details[kind]}${organisation ? html` · <bdi>${visibleName(organisation)}</bdi>` : nothing}${
        first ? html` · <bdi class="number" dir="ltr">${visibleName(readableNumber(first.value))}</bdi>` : nothing
      }
    </span>
  </span>`;
}
