import type { ApprovedTemplate, TemplateMedia, TemplateParameter } from './approved-template.ts';
import type { Attachment, FilledPlace } from './model.ts';
import { copyCodePlace, placeNames } from './template-text.ts';

/** What an agent put into one field, as it comes from the controls of a page; survives JSON, so drafts keep it. */
export type TemplateInput =
  /** Text; a number as digits with a point; a date as `2026-11-22`; a date and time as `2026-11-22T14:30`. */
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'currency'; readonly decimal: string; readonly currency: string }
  | { readonly type: 'media'; readonly attachment: Attachment }
  | {
      readonly type: 'location';
      readonly latitude: number | null;
      readonly longitude: number | null;
      readonly name: string;
      readonly address: string;
    };

/** What was entered so far, by the id of the field. */
export type TemplateInputs = Readonly<Record<string, TemplateInput>>;

/** One field of the form that fills a template. */
export interface TemplateField {
  /** Unique in the template: `header.media`, `body.amount`, `button0.1`. */
  readonly id: string;
  readonly component: FilledPlace['component'];
  /** Which button, from 0; 0 in the header and the body. */
  readonly index: number;
  readonly parameter: TemplateParameter;
  /** Which kind of file, for a header that shows one. */
  readonly media: TemplateMedia | null;
}

/** The fields of a template in the order of its text (TP9): each place once, however often the text repeats it. */
export function templateFields(template: ApprovedTemplate): readonly TemplateField[] {
  return [...headerFields(template), ...bodyFields(template), ...buttonFields(template)];
}

/** The id of the field for a place. */
export function fieldId(component: FilledPlace['component'], index: number, name: string): string {
  return `${component}${component === 'button' ? index : ''}.${name}`;
}

function headerFields({ header, parameterFormat }: ApprovedTemplate): readonly TemplateField[] {
  if (header === null) return [];
  if (header.type === 'location') return [field('header', 0, bare('location', 'location'))];
  if (header.type !== 'text') return [{ ...field('header', 0, bare('media', 'media')), media: header.type }];
  const names = placeNames(header.text, parameterFormat);
  return names.map((name) => field('header', 0, described(header.parameters, name)));
}

function bodyFields({ body, parameterFormat }: ApprovedTemplate): readonly TemplateField[] {
  return placeNames(body.text, parameterFormat).map((name) => field('body', 0, described(body.parameters, name)));
}

function buttonFields({ buttons, parameterFormat }: ApprovedTemplate): readonly TemplateField[] {
  return buttons.flatMap((button, index) => {
    if (button.type === 'copy-code')
      return [field('button', index, { ...bare(copyCodePlace, 'text'), example: button.example })];
    if (button.type !== 'url') return [];
    const names = placeNames(button.url, parameterFormat);
    return names.map((name) => field('button', index, described(button.parameter ? [button.parameter] : [], name)));
  });
}

function field(component: FilledPlace['component'], index: number, parameter: TemplateParameter): TemplateField {
  return { id: fieldId(component, index, parameter.name), component, index, parameter, media: null };
}

/** Providers do not say what a place holds; without a description it is text. */
function described(parameters: readonly TemplateParameter[], name: string): TemplateParameter {
  return parameters.find((parameter) => parameter.name === name) ?? bare(name, 'text');
}

function bare(name: string, type: TemplateParameter['type']): TemplateParameter {
  return { name, type, label: null, example: null, currency: null, source: null };
}
