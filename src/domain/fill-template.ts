import type { ApprovedTemplate } from './approved-template.ts';
import { channelMedia } from './channel-media.ts';
import type { Content, FilledPlace, TemplateFilling } from './model.ts';
import { buttonLimits } from './template-buttons.ts';
import { templateFields } from './template-fields.ts';
import type { TemplateField, TemplateInputs } from './template-fields.ts';
import { previewText, templatePreview } from './template-preview.ts';
import type { TemplatePreview } from './template-preview.ts';
import { templateLimits } from './template-rules.ts';
import { readTemplateInput } from './template-values.ts';
import type { FieldFault } from './template-values.ts';
import { templateWords } from './template-words.ts';

/** What keeps a template from being sent: a field, or with `null` a whole text that became too long. */
export interface FieldProblem {
  readonly fieldId: string | null;
  readonly fault: FieldFault;
}

/** A template with what an agent has entered so far. */
export interface FilledTemplate {
  readonly fields: readonly TemplateField[];
  /** What the customer will see, with the places that are still empty. */
  readonly preview: TemplatePreview;
  /** Empty when everything is there; Send stays disabled otherwise (TP14). */
  readonly problems: readonly FieldProblem[];
  /** What to send; `null` while anything is missing or wrong. */
  readonly content: Extract<Content, { kind: 'template' }> | null;
}

/** Fills an approved template: the preview, what is wrong with each field, and the message once nothing is (B7). */
export function fillApprovedTemplate(template: ApprovedTemplate, inputs: TemplateInputs): FilledTemplate {
  const fields = templateFields(template);
  const media = channelMedia[template.channel];
  const places = new Map<string, FilledPlace>();
  const problems: FieldProblem[] = [];
  for (const field of fields) {
    const input = Object.hasOwn(inputs, field.id) ? inputs[field.id] : undefined;
    const reading = readTemplateInput(field, input, media);
    if (reading.ok) {
      const { component, index, parameter } = field;
      const text = templateWords(reading.value, template.language);
      places.set(field.id, { component, index, name: parameter.name, value: reading.value, text });
    } else problems.push({ fieldId: field.id, fault: reading.fault });
  }
  const preview = templatePreview(template, places);
  const all = [...problems, ...(problems.length > 0 ? [] : lengthProblems(preview))];
  const content = all.length > 0 ? null : contentOf(template, preview, [...places.values()]);
  return { fields, preview, problems: all, content };
}

/** The message that a template becomes with these places filled, by the id of the field; what is missing stays empty. */
export function templateContent(
  template: ApprovedTemplate,
  places: ReadonlyMap<string, FilledPlace>,
): Extract<Content, { kind: 'template' }> {
  return contentOf(template, templatePreview(template, places), [...places.values()]);
}

/** The message as it is kept and shown; `filling` is what the provider needs besides. */
function contentOf(
  template: ApprovedTemplate,
  preview: TemplatePreview,
  places: readonly FilledPlace[],
): Extract<Content, { kind: 'template' }> {
  const { id, name, language, footer, parameterFormat } = template;
  const filling: TemplateFilling = { templateId: id, parameterFormat, places };
  return {
    kind: 'template',
    name,
    language,
    header: preview.header?.type === 'text' ? previewText(preview.header.parts) : null,
    body: previewText(preview.body),
    footer,
    buttons: preview.buttons.map(({ type, label, value }) => ({ type, label, value: value && previewText(value) })),
    filling,
  };
}

/** TP13: the provider counts the filled text, so a short template can still become too long. */
function lengthProblems({ header, body, buttons }: TemplatePreview): readonly FieldProblem[] {
  const over = (text: string, limit: number, fieldId: string | null = null): readonly FieldProblem[] =>
    text.length > limit ? [{ fieldId, fault: { type: 'too-long', limit } }] : [];
  return [
    ...(header?.type === 'text' ? over(previewText(header.parts), templateLimits.header) : []),
    ...over(previewText(body), templateLimits.body),
    ...buttons.flatMap(({ type, value }) => {
      const field = value?.find((part) => part.kind === 'filled');
      if (!value || !field) return [];
      return over(previewText(value), type === 'url' ? buttonLimits.urlLength : buttonLimits.codeLength, field.fieldId);
    }),
  ];
}
