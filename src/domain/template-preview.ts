import type { ApprovedTemplate, TemplateButton, TemplateMedia } from './approved-template.ts';
import type { Attachment, FilledPlace, MessageButton, TemplateValue } from './model.ts';
import { fieldId } from './template-fields.ts';
import { copyCodePlace, templateTokens } from './template-text.ts';

/** A stretch of a filled text: the template's own words, what was entered, or a place that is still empty. */
export type PreviewPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'filled'; readonly fieldId: string; readonly text: string }
  | { readonly kind: 'missing'; readonly fieldId: string; readonly name: string };

/** What stands above the text; `null` files and places are still missing. */
export type PreviewHeader =
  | { readonly type: 'text'; readonly parts: readonly PreviewPart[] }
  | { readonly type: TemplateMedia; readonly fieldId: string; readonly attachment: Attachment | null }
  | {
      readonly type: 'location';
      readonly fieldId: string;
      readonly place: Extract<TemplateValue, { type: 'location' }> | null;
    };

/** A button as it will be; `value` is its address, number or code, `null` where it has none. */
export interface PreviewButton {
  readonly type: MessageButton['type'];
  readonly label: string;
  readonly value: readonly PreviewPart[] | null;
}

/** A template as the customer will see it, part by part (TP14). */
export interface TemplatePreview {
  readonly header: PreviewHeader | null;
  readonly body: readonly PreviewPart[];
  readonly footer: string | null;
  readonly buttons: readonly PreviewButton[];
}

/** Shows a template with what was entered so far, by the id of the field. */
export function templatePreview(template: ApprovedTemplate, places: ReadonlyMap<string, FilledPlace>): TemplatePreview {
  const { body, footer, parameterFormat } = template;
  const parts = (text: string, component: FilledPlace['component'], index = 0): readonly PreviewPart[] =>
    templateTokens(text, parameterFormat).map((token) =>
      token.kind === 'text' ? token : partOf(fieldId(component, index, token.name), token.name, places),
    );
  return {
    header: headerOf(template, places, (text) => parts(text, 'header')),
    body: parts(body.text, 'body'),
    footer,
    buttons: template.buttons.map((button, index) =>
      buttonOf(
        button,
        (text) => parts(text, 'button', index),
        partOf(fieldId('button', index, copyCodePlace), copyCodePlace, places),
      ),
    ),
  };
}

/** The words of a filled text; empty places are left out. */
export function previewText(parts: readonly PreviewPart[]): string {
  return parts.map((part) => (part.kind === 'missing' ? '' : part.text)).join('');
}

function headerOf(
  { header }: ApprovedTemplate,
  places: ReadonlyMap<string, FilledPlace>,
  parts: (text: string) => readonly PreviewPart[],
): PreviewHeader | null {
  if (header === null) return null;
  if (header.type === 'text') return { type: 'text', parts: parts(header.text) };
  if (header.type === 'location') {
    const id = fieldId('header', 0, 'location');
    const value = places.get(id)?.value;
    return { type: 'location', fieldId: id, place: value?.type === 'location' ? value : null };
  }
  const id = fieldId('header', 0, 'media');
  const value = places.get(id)?.value;
  return { type: header.type, fieldId: id, attachment: value?.type === 'media' ? value.attachment : null };
}

function buttonOf(
  button: TemplateButton,
  parts: (text: string) => readonly PreviewPart[],
  code: PreviewPart,
): PreviewButton {
  const { label } = button;
  switch (button.type) {
    case 'url':
      return { type: 'url', label, value: parts(button.url) };
    case 'phone':
      return { type: 'phone', label, value: [{ kind: 'text', text: button.phone }] };
    case 'copy-code':
      return { type: 'copy-code', label, value: [code] };
    case 'quick-reply':
    case 'unsupported':
      return { type: 'reply', label, value: null };
  }
}

function partOf(id: string, name: string, places: ReadonlyMap<string, FilledPlace>): PreviewPart {
  const place = places.get(id);
  return place ? { kind: 'filled', fieldId: id, text: place.text } : { kind: 'missing', fieldId: id, name };
}
