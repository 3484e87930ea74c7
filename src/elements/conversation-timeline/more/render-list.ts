import { html, nothing, type TemplateResult } from 'lit';
import type { Content, ListSection } from '../../../domain/model.ts';
import { visibleName } from '../../../domain/visible-text.ts';
import { renderText } from '../render-text.ts';
import type { RowContext } from '../row-context.ts';
import { renderHeader } from './render-cards.ts';
import { takeKey } from '../../../dom/take-key.ts';

type Of<K extends Content['kind']> = Extract<Content, { readonly kind: K }>;

/** A provider sends ten at most; nothing that is sent may fill the page. */
const mostRows = 50;

/** A list as the recipient saw it: its words, and behind one button what could be chosen (A12). */
export function renderList(content: Of<'list'>, context: RowContext): TemplateResult {
  const { header, body, footer, button, sections } = content;
  return html`${renderHeader(header)}${renderText(body, context)}${
      footer ? html`<small class="text" dir="auto">${footer}</small>` : nothing
    }
    <details class="choices" @keydown=${closeByKey}>
      <summary class="sent-button" tabindex=${context.tabIndex}><bdi>${visibleName(button)}</bdi></summary>
      ${withinBounds(sections).map(renderSection)}
    </details>`;
}

/** What the customer chose, as their phone shows it. */
export function renderChoice({ title, description }: Of<'choice'>): TemplateResult {
  return html`<strong class="text" dir="auto">${title}</strong>${
      description ? html`<span class="text muted" dir="auto">${description}</span>` : nothing
    }`;
}

function renderSection({ title, rows }: ListSection): TemplateResult {
  return html`${title ? html`<strong class="choices-title" dir="auto">${title}</strong>` : nothing}
    <ul>
      ${rows.map(
        (row) =>
          html`<li>
            <bdi>${row.title}</bdi>${row.description ? html`<small dir="auto">${row.description}</small>` : nothing}
          </li>`,
      )}
    </ul>`;
}

function withinBounds(sections: readonly ListSection[]): readonly ListSection[] {
  let left = mostRows;
  return sections.flatMap(({ title, rows }) => {
    const shown = rows.slice(0, left);
    left -= shown.length;
    return shown.length > 0 ? [{ title, rows: shown }] : [];
  });
}

/** Escape closes what was opened before it leads out of the message. */
function closeByKey(event: KeyboardEvent): void {
  const { currentTarget, key } = event;
  if (key !== 'Escape' || !(currentTarget instanceof HTMLDetailsElement) || !currentTarget.open) return;
  takeKey(event);
  currentTarget.open = false;
}
