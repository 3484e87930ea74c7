import type { ApprovedTemplate, TemplateParameter } from './approved-template.ts';
import { isDecimal } from './decimal-text.ts';
import { templateFields } from './template-fields.ts';
import type { TemplateField, TemplateInput, TemplateInputs } from './template-fields.ts';

/** Names that templates in other languages give to what a recipient record holds (TP15). */
const aliases: ReadonlyMap<string, string> = new Map(
  Object.entries({
    Customer: 'customer customername clientname contactname fullname klant klantnaam naam kunde kundenname client nom',
    FirstName: 'firstname givenname voornaam vorname prenom',
    Company: 'company companyname organisation organization bedrijf bedrijfsnaam firma societe',
  }).flatMap(([name, spellings]) => spellings.split(' ').map((spelling) => [spelling, name] as const)),
);

/**
 * What can be filled in by itself (B7): places whose description names a value of the recipient, or whose own name does
 * (`first_name`, `voornaam`). A number tells nothing about what it stands for, so `{{1}}` is never guessed (TP15).
 *
 * @param values - what is known, by name: `recipientValues(recipient)`, and more if the host knows more
 */
export function prefillTemplate(template: ApprovedTemplate, values: ReadonlyMap<string, string>): TemplateInputs {
  const known = new Map([...values].map(([name, value]) => [folded(name), value]));
  const inputs = templateFields(template).flatMap((field) => {
    const value = names(field.parameter)
      .map((name) => known.get(name))
      .find((found) => found !== undefined);
    const input = value === undefined ? null : inputFor(field, value);
    return input ? [[field.id, input] as const] : [];
  });
  return Object.fromEntries(inputs);
}

function names({ source, name }: TemplateParameter): readonly string[] {
  if (source !== null) return [folded(source)];
  const own = folded(name);
  const alias = aliases.get(own);
  return alias === undefined ? [own] : [own, folded(alias)];
}

/** A value is one line without long gaps, whatever the record holds (TP10). */
function inputFor({ parameter }: TemplateField, value: string): TemplateInput | null {
  const text = value.replace(/\s+/gu, ' ').trim();
  if (text === '') return null;
  switch (parameter.type) {
    case 'text':
    case 'date':
    case 'date-time':
      return { type: 'text', text };
    case 'number':
      return isDecimal(text) ? { type: 'text', text } : null;
    case 'currency':
      return parameter.currency !== null && isDecimal(text)
        ? { type: 'currency', decimal: text, currency: parameter.currency }
        : null;
    case 'media':
    case 'location':
      return null;
  }
}

function folded(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
