import { html, type TemplateResult } from 'lit';
import type { TimelineEntry } from '../../../controllers/timeline-controller.ts';
import type { EarlierText } from '../../../domain/model.ts';
import type { RowContext } from '../row-context.ts';
import { takeKey } from '../../../dom/take-key.ts';

/** The line below a message that was changed: what it said before is one press away, in its details (A12). */
export function renderChanged({ key, message }: TimelineEntry, line: unknown, context: RowContext): TemplateResult {
  const { edited } = context.messages.timeline;
  const isKnown = (message.earlier ?? []).length > 0 && message.deletedAt === null;
  return html`<div class="changed">
    ${line}${isKnown ? button(key, context) : html`<span class="edited" aria-hidden="true" .textContent=${edited}></span>`}
  </div>`;
}

function button(key: string, { messages, more, tabIndex, desk, showsDetails }: RowContext): TemplateResult {
  const label = `${messages.timeline.edited}: ${more?.texts.details.before ?? ''}`;
  const closeByKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !showsDetails) return;
    takeKey(event);
    desk.toggleDetails(key);
  };
  return html`<button
    type="button"
    class="link edited"
    tabindex=${tabIndex}
    aria-label=${label}
    title=${label}
    aria-expanded=${showsDetails}
    @click=${() => desk.toggleDetails(key)}
    @keydown=${closeByKey}
  >
    ${messages.timeline.edited}
  </button>`;
}

/** What a message said before, oldest first, each with when it was written: plain text, whatever stands in it. */
export function renderEarlier(earlier: readonly EarlierText[], { formats, more }: RowContext): TemplateResult[] {
  const texts = more?.texts.details;
  return earlier.map(
    ({ text, at }) =>
      html`<div class="version">
        <dt>${texts?.textOf(formats.exact(at))}</dt>
        <dd dir="auto" .textContent=${text === '' ? (texts?.noText ?? '') : text}></dd>
      </div>`,
  );
}
