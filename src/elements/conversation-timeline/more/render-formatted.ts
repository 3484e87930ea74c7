import { html } from 'lit';
import { formatText, type TextRun } from '../../../domain/format-text.ts';
import { renderLinks } from '../render-text.ts';
import type { RowContext } from '../row-context.ts';

/** A text with WhatsApp's signs in it, as its reader's phone shows it: elements around text, never markup from text. */
export function renderFormatted(text: string, context: RowContext): unknown[] {
  return formatText(text).map((run) => renderRun(run, context));
}

function renderRun({ text, bold, italic, strike, code }: TextRun, context: RowContext): unknown {
  if (code) return html`<code>${text}</code>`;
  let inside: unknown = renderLinks(text, context);
  if (strike) inside = html`<s>${inside}</s>`;
  if (italic) inside = html`<em>${inside}</em>`;
  return bold ? html`<strong>${inside}</strong>` : inside;
}
