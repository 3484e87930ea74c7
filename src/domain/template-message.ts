import { templateRefusal } from './approved-template.ts';
import type { ApprovedTemplate } from './approved-template.ts';
import { canonicalJson } from './canonical-json.ts';
import { fillApprovedTemplate } from './fill-template.ts';
import type { ChannelKind, Content, FilledPlace } from './model.ts';
import { fieldId } from './template-fields.ts';
import type { TemplateInput, TemplateInputs } from './template-fields.ts';

/** A message made of an approved template. */
export interface TemplateMessage {
  readonly channel: ChannelKind;
  /** The own number it leaves from. */
  readonly accountId: string | null;
  readonly content: Extract<Content, { kind: 'template' }>;
}

/** Why a provider would not take it, and which field of the message says so. */
export interface TemplateMessageProblem {
  readonly path: string;
  readonly detail: string;
}

const words = ['name', 'language', 'header', 'body', 'footer', 'buttons'] as const;

/**
 * TP19: a message is only what the template becomes when it is filled: not approved, not filled, or with other words than
 * its own it is refused. `null` if it may be sent.
 *
 * @param template - the one that its filling names, as it is now
 */
export function templateMessageProblem(
  template: ApprovedTemplate | null,
  { channel, accountId, content }: TemplateMessage,
): TemplateMessageProblem | null {
  if (!content.filling) return problem('content.filling', 'a template is sent with what was filled in');
  if (!template) return problem('content.filling.templateId', 'there is no such template');
  if (template.channel !== channel) return problem('channel', `the template is for ${template.channel}`);
  const refusal = templateRefusal(template, accountId);
  if (refusal) return problem('content.filling.templateId', `the template may not be sent: ${refusal}`);
  return fillingProblem(template, content, content.filling.places);
}

/** Fills the template again with what was sent: nothing may be missing, and nothing may read otherwise. */
function fillingProblem(
  template: ApprovedTemplate,
  content: TemplateMessage['content'],
  places: readonly FilledPlace[],
): TemplateMessageProblem | null {
  const inputs: TemplateInputs = Object.fromEntries(
    places.map((place) => [fieldId(place.component, place.index, place.name), inputOf(place)]),
  );
  const filled = fillApprovedTemplate(template, inputs);
  const [first] = filled.problems;
  if (first) return problem('content.filling.places', `${first.fieldId}: ${first.fault.type}`);
  if (!filled.content) return problem('content.filling.places', 'the text: not filled');
  const said = filled.content;
  const other = words.find((part) => canonicalJson(said[part]) !== canonicalJson(content[part]));
  return other ? problem(`content.${other}`, 'differs from the template') : null;
}

/** What an agent would have entered. */
function inputOf({ value }: FilledPlace): TemplateInput {
  switch (value.type) {
    case 'text':
      return value;
    case 'number':
      return { type: 'text', text: value.decimal };
    case 'currency':
    case 'media':
    case 'location':
      return value;
    case 'date':
      return { type: 'text', text: value.date };
    case 'date-time':
      return { type: 'text', text: `${value.date}T${value.time}` };
  }
}

function problem(path: string, detail: string): TemplateMessageProblem {
  return { path, detail };
}
