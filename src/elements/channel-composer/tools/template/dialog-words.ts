import type { ApprovedTemplate, TemplateButton } from '../../../../domain/approved-template.ts';
import { languageTag } from '../../../../domain/language-tag.ts';
import type { Conversation } from '../../../../domain/model.ts';
import type { TemplateField } from '../../../../domain/template-fields.ts';
import { copyCodePlace } from '../../../../domain/template-text.ts';
import type { FieldFault } from '../../../../domain/template-values.ts';
import { isolatedName, visibleName } from '../../../../domain/visible-text.ts';
import type { TemplateDialogTexts } from '../../../../locales/template-dialog.ts';
import { recipientName } from '../../../recipient.ts';
import type { ComposerWords } from '../../words.ts';

/** What the sentences of the dialog are made from. */
export interface DialogWords extends ComposerWords {
  readonly texts: TemplateDialogTexts;
}

/** What the fields of a template are called, by id. */
export function fieldNames(
  fields: readonly TemplateField[],
  { buttons }: ApprovedTemplate,
  words: DialogWords,
): ReadonlyMap<string, string> {
  return new Map(fields.map((field) => [field.id, fieldName(field, buttons, words)]));
}

function fieldName(
  { component, index, parameter, media }: TemplateField,
  buttons: readonly TemplateButton[],
  { texts }: DialogWords,
): string {
  const { label, name, type } = parameter;
  const own = (): string => {
    if (label !== null) return visibleName(label);
    if (media !== null) return texts.file;
    if (type === 'location') return texts.place;
    if (name === copyCodePlace) return texts.code;
    return /^\d+$/.test(name) ? texts.numberedField(name) : name.replaceAll('_', ' ');
  };
  if (component === 'button') return `${texts.button(isolatedName(buttons[index]?.label ?? ''))}: ${own()}`;
  return component === 'header' ? `${texts.headerField}: ${own()}` : own();
}

/** What is wrong with a field. */
export function faultSentence(fault: FieldFault, { texts, formats }: DialogWords): string {
  switch (fault.type) {
    case 'too-long':
      return texts.faults['too-long'](formats.number(fault.limit));
    case 'too-large':
      return texts.faults['too-large'](`${formats.number(Math.floor(fault.limit / 1_048_576))} MB`);
    case 'too-many-decimals':
      return texts.faults['too-many-decimals'](fault.limit);
    default:
      return texts.faults[fault.type];
  }
}

/** A language by its name in the agent's language. */
export function languageName(language: string, { formats }: DialogWords): string {
  const tag = languageTag(language);
  if (tag === null) return visibleName(language);
  return new Intl.DisplayNames(formats.locale, { type: 'language' }).of(tag) ?? tag;
}

/** The recipient inside a sentence. */
export function recipientInSentence(conversation: Conversation, { messages }: DialogWords): string {
  return isolatedName(visibleName(recipientName(conversation, messages)));
}
