import { AdapterError } from '../../../ports/adapter-error.ts';
import { canonicalJson } from '../cursors.ts';
import { templateRefusal } from '../../../domain/approved-template.ts';
import { fillApprovedTemplate } from '../../../domain/fill-template.ts';
import { fieldId } from '../../../domain/template-fields.ts';
import type { Unit } from '../unit.ts';
import type { ApprovedTemplate } from '../../../domain/approved-template.ts';
import type { Content, ConversationChannel, FilledPlace } from '../../../domain/model.ts';
import type { TemplateInput, TemplateInputs } from '../../../domain/template-fields.ts';
import type { OutgoingMessage } from '../../../ports/adapter.ts';

type TemplateContent = Extract<Content, { kind: 'template' }>;

/** Refuses a template that the provider would not take: not approved, not filled, or with other words than its own. */
export async function checkTemplate(
  unit: Unit,
  { channel, accountId, content }: OutgoingMessage,
  target: ConversationChannel,
): Promise<void> {
  if (content.kind !== 'template') return;
  if (!content.filling) throw invalid('content.filling', 'a template is sent with what was filled in');
  const row = await unit.tx.get('approvedTemplates', content.filling.templateId);
  if (!row) throw invalid('content.filling.templateId', 'there is no such template');
  const { template } = row;
  if (template.channel !== channel) throw invalid('channel', `the template is for ${template.channel}`);
  const refusal = templateRefusal(template, accountId ?? target.accountId);
  if (refusal) throw invalid('content.filling.templateId', `the template may not be sent: ${refusal}`);
  checkFilling(template, content, content.filling.places);
}

/** Fills the template again with what was sent: nothing may be missing, and nothing may read otherwise. */
function checkFilling(template: ApprovedTemplate, content: TemplateContent, places: readonly FilledPlace[]): void {
  const inputs: TemplateInputs = Object.fromEntries(
    places.map((place) => [fieldId(place.component, place.index, place.name), inputOf(place)]),
  );
  const filled = fillApprovedTemplate(template, inputs);
  const [problem] = filled.problems;
  if (problem || !filled.content)
    throw invalid(
      'content.filling.places',
      `${problem?.fieldId ?? 'the text'}: ${problem?.fault.type ?? 'not filled'}`,
    );
  for (const part of ['name', 'language', 'header', 'body', 'footer', 'buttons'] as const) {
    if (canonicalJson(filled.content[part]) !== canonicalJson(content[part]))
      throw invalid(`content.${part}`, 'differs from the template');
  }
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

function invalid(path: string, message: string): AdapterError {
  return new AdapterError('invalid', `${path}: ${message}`, { path });
}
