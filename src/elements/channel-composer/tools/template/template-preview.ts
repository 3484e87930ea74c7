import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { ApprovedTemplate } from '../../../../domain/approved-template.ts';
import { languageTag } from '../../../../domain/language-tag.ts';
import type {
  PreviewButton,
  PreviewHeader,
  PreviewPart,
  TemplatePreview,
} from '../../../../domain/template-preview.ts';
import { visibleName } from '../../../../domain/visible-text.ts';
import {
  cameraIcon,
  copyIcon,
  fileIcon,
  openSourceIcon,
  phoneIcon,
  placeIcon,
  replyIcon,
} from '../../../../styles/icons.ts';
import type { DialogWords } from './dialog-words.ts';

/** A template as the customer's phone shows it; what is missing is a way to its field. */
export interface TemplatePreviewView extends DialogWords {
  readonly template: ApprovedTemplate;
  readonly preview: TemplatePreview;
  /** What the fields are called, by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly focusField: (fieldId: string) => void;
}

/** The bubble on the customer's phone, with what was filled in and what is missing marked (TP14). */
export function templatePreviewOf(view: TemplatePreviewView): TemplateResult {
  const { texts, template, preview } = view;
  return html`<div class="phone" part="template-preview" role="group" aria-label=${texts.preview}>
    <span class="phone-title" aria-hidden="true">${texts.preview}</span>
    <div class="bubble" lang=${ifDefined(languageTag(template.language) ?? undefined)} dir="auto">
      ${headerOf(preview.header, view)}
      <p class="bubble-body" dir="auto">${preview.body.map((part) => partOf(part, view))}</p>
      ${preview.footer === null ? nothing : html`<p class="bubble-footer" dir="auto">${preview.footer}</p>`}
    </div>
    ${preview.buttons.map((button) => buttonOf(button, view))}
  </div>`;
}

function headerOf(header: PreviewHeader | null, view: TemplatePreviewView): TemplateResult | typeof nothing {
  if (header === null) return nothing;
  if (header.type === 'text')
    return html`<p class="bubble-header" dir="auto">${header.parts.map((part) => partOf(part, view))}</p>`;
  const missing = missingPart(header.fieldId, view);
  if (header.type === 'location')
    return html`<div class="bubble-media">
      ${placeIcon()}${header.place ? html`<span><bdi>${header.place.name}</bdi><br /><bdi>${header.place.address}</bdi></span>` : missing}
    </div>`;
  const icon = header.type === 'document' ? fileIcon() : cameraIcon();
  return html`<div class="bubble-media">
    ${icon}${header.attachment ? html`<bdi>${visibleName(header.attachment.name)}</bdi>` : missing}
  </div>`;
}

function buttonOf({ type, label, value }: PreviewButton, view: TemplatePreviewView): TemplateResult {
  const icon = { reply: replyIcon, url: openSourceIcon, phone: phoneIcon, 'copy-code': copyIcon }[type];
  return html`<div class="bubble-button">
    <span class="bubble-label">${icon()}<bdi>${visibleName(label)}</bdi></span>
    ${value === null ? nothing : html`<span class="bubble-value" dir="ltr">${value.map((part) => partOf(part, view))}</span>`}
  </div>`;
}

function partOf(part: PreviewPart, view: TemplatePreviewView): string | TemplateResult {
  if (part.kind === 'text') return part.text;
  if (part.kind === 'filled') return html`<ins><bdi>${part.text}</bdi></ins>`;
  return missingPart(part.fieldId, view);
}

function missingPart(fieldId: string, view: TemplatePreviewView): TemplateResult {
  const name = view.names.get(fieldId) ?? fieldId;
  // prettier-ignore -- white space shows here
  return html`<button
    type="button"
    class="missing"
    title=${view.texts.missing(name)}
    aria-label=${view.texts.missing(name)}
    @click=${() => view.focusField(fieldId)}
  >
    <bdi>${name}</bdi>
  </button>`;
}
