import { html, nothing, type TemplateResult } from 'lit';
import type { FilledPart } from '../../../domain/placeholders.ts';
import { failedIcon } from '../../../styles/icons.ts';
import type { ComposerTool, ToolContext } from './tool.ts';

/** The text as the recipient gets it, when that is not what is typed: an invitation, or filled placeholders (B2, B9). */
export function outgoingPreview(context: ToolContext): ComposerTool {
  return {
    below: ({ invitation, outgoing, mode, option }) => {
      const { preview } = context.texts;
      if (mode === 'note' || option.reason !== null) return nothing;
      if (invitation && !invitation.ok)
        return html`<p class="notice critical" part="notice">
          ${failedIcon()}<span>${preview.invitationProblems[invitation.reason]}</span>
        </p>`;
      if (!invitation && !outgoing.parts.some(({ kind }) => kind === 'placeholder')) return nothing;
      const title = invitation ? preview.invitation : preview.outgoing;
      return html`<div class="preview" part="preview" role="group" aria-label=${title}>
        <span class="preview-title" aria-hidden="true">${title}</span>
        <p class="preview-text" dir="auto">${outgoing.parts.map((part) => previewPart(part, context))}</p>
      </div>`;
    },
  };
}

function previewPart(part: FilledPart, { texts, textArea }: ToolContext): string | TemplateResult {
  if (part.kind === 'text') return part.text;
  if (part.value !== null) return html`<ins>${part.value}</ins>`;
  const find = (): void => {
    const start = textArea.element?.value.indexOf(part.source) ?? -1;
    if (start >= 0) textArea.select(start, start + part.source.length);
  };
  // prettier-ignore -- white space shows here
  return html`<button type="button" class="missing" title=${texts.preview.missing(part.name)} @click=${find}>
    ${part.source}
  </button>`;
}
