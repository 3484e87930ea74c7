import type { ApprovedTemplate, TemplateButton } from './approved-template.ts';
import { at, lengthFaults, placeFaults } from './template-faults.ts';
import type { TemplateFault, TemplateProblem } from './template-faults.ts';
import { placeNames, templateTokens } from './template-text.ts';

/** Limits of buttons: how many of each kind, and how long their texts may be (TP7). */
export const buttonLimits = {
  all: 10,
  url: 2,
  phone: 1,
  'copy-code': 1,
  label: 25,
  urlLength: 2000,
  phoneLength: 20,
  codeLength: 20,
} as const;

/** What the provider would refuse about a template's buttons (TP7). */
export function buttonProblems({ buttons, parameterFormat }: ApprovedTemplate): readonly TemplateProblem[] {
  const single = buttons.flatMap((button, index) => at(`buttons[${index}]`, faultsOf(button, parameterFormat)));
  return [...at('buttons', faultsOfAll(buttons)), ...single];
}

function faultsOfAll(buttons: readonly TemplateButton[]): readonly TemplateFault[] {
  const faults: TemplateFault[] = [];
  if (buttons.length > buttonLimits.all) faults.push({ type: 'too-many', limit: buttonLimits.all });
  for (const type of ['url', 'phone', 'copy-code'] as const) {
    const limit = buttonLimits[type];
    if (buttons.filter((button) => button.type === type).length > limit) faults.push({ type: 'too-many', limit });
  }
  const changes = buttons.filter(
    ({ type }, index) => index > 0 && (type === 'quick-reply') !== (buttons[index - 1]?.type === 'quick-reply'),
  );
  if (changes.length > 1) faults.push({ type: 'interleaved' });
  return faults;
}

function faultsOf(button: TemplateButton, format: ApprovedTemplate['parameterFormat']): readonly TemplateFault[] {
  const label: readonly TemplateFault[] =
    button.label.trim() === '' ? [{ type: 'empty' }] : lengthFaults(button.label, buttonLimits.label);
  switch (button.type) {
    case 'url':
      return [...label, ...urlFaults(button, format)];
    case 'phone':
      return [...label, ...phoneFaults(button.phone)];
    case 'quick-reply':
    case 'copy-code':
    case 'unsupported':
      return label;
  }
}

/** TP7: one place, at the very end. */
function urlFaults(
  { url, parameter }: Extract<TemplateButton, { type: 'url' }>,
  format: ApprovedTemplate['parameterFormat'],
): readonly TemplateFault[] {
  if (url.trim() === '') return [{ type: 'empty' }];
  const names = placeNames(url, format);
  const isLast = names.length === 0 || templateTokens(url, format).at(-1)?.kind === 'place';
  return [
    ...lengthFaults(url, buttonLimits.urlLength),
    ...(names.length > 1 ? [{ type: 'too-many', limit: 1 } as const] : []),
    ...(isLast ? [] : [{ type: 'place-not-last' } as const]),
    ...placeFaults(url, parameter ? [parameter] : [], format),
  ];
}

function phoneFaults(phone: string): readonly TemplateFault[] {
  return phone.trim() === '' ? [{ type: 'empty' }] : lengthFaults(phone, buttonLimits.phoneLength);
}
