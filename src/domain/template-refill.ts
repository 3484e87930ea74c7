import type { FilledPlace, TemplateFilling } from './model.ts';
import { fieldId } from './template-fields.ts';
import type { TemplateInput, TemplateInputs } from './template-fields.ts';

/** What somebody entered to get a message of a template, for one that was taken back and is to be mended (B16). */
export function inputsOf({ places }: TemplateFilling): TemplateInputs {
  return Object.fromEntries(
    places.map((place) => [fieldId(place.component, place.index, place.name), inputOf(place)] as const),
  );
}

function inputOf({ value }: FilledPlace): TemplateInput {
  switch (value.type) {
    case 'text':
      return { type: 'text', text: value.text };
    case 'number':
      return { type: 'text', text: value.decimal };
    case 'date':
      return { type: 'text', text: value.date };
    case 'date-time':
      return { type: 'text', text: `${value.date}T${value.time}` };
    case 'currency':
    case 'media':
    case 'location':
      return value;
  }
}
