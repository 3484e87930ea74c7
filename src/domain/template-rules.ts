import type { ApprovedTemplate } from './approved-template.ts';
import { buttonProblems } from './template-buttons.ts';
import { at, lengthFaults, placeFaults } from './template-faults.ts';
import type { TemplateFault, TemplateProblem } from './template-faults.ts';
import { placeNames, templateTokens } from './template-text.ts';

export type { TemplateFault, TemplateProblem };

/** Longest texts, in characters (TP3 to TP7). */
export const templateLimits = { name: 512, header: 60, body: 1024, footer: 60 } as const;

/** Everything the provider would refuse about a template; empty when it is well made (TP2 to TP8). */
export function templateProblems(template: ApprovedTemplate): readonly TemplateProblem[] {
  return [
    ...at('name', nameFaults(template.name)),
    ...at('language', /^[a-z]{2,3}([_-][A-Za-z0-9]{2,8})*$/.test(template.language) ? [] : [{ type: 'bad-language' }]),
    ...at('header', headerFaults(template)),
    ...at('body', bodyFaults(template)),
    ...at('footer', footerFaults(template)),
    ...buttonProblems(template),
  ];
}

/** TP18: small letters, digits and `_`. */
function nameFaults(name: string): readonly TemplateFault[] {
  if (name === '') return [{ type: 'empty' }];
  return /^[a-z0-9_]+$/.test(name) ? lengthFaults(name, templateLimits.name) : [{ type: 'bad-name' }];
}

/** TP3: at most 60 characters with one place. */
function headerFaults({ header, parameterFormat }: ApprovedTemplate): readonly TemplateFault[] {
  if (header?.type !== 'text') return [];
  if (header.text.trim() === '') return [{ type: 'empty' }];
  const names = placeNames(header.text, parameterFormat);
  return [
    ...lengthFaults(header.text, templateLimits.header),
    ...(names.length > 1 ? [{ type: 'too-many', limit: 1 } as const] : []),
    ...placeFaults(header.text, header.parameters, parameterFormat),
  ];
}

/** TP4: required, at most 1024 characters; TP5: never begins or ends with a place. */
function bodyFaults({ body, parameterFormat }: ApprovedTemplate): readonly TemplateFault[] {
  if (body.text.trim() === '') return [{ type: 'empty' }];
  const tokens = templateTokens(body.text.trim(), parameterFormat);
  const isAtEdge = tokens.at(0)?.kind === 'place' || tokens.at(-1)?.kind === 'place';
  return [
    ...lengthFaults(body.text, templateLimits.body),
    ...(isAtEdge ? [{ type: 'place-at-edge' } as const] : []),
    ...placeFaults(body.text, body.parameters, parameterFormat),
  ];
}

/** TP6: at most 60 characters, nothing to fill in. */
function footerFaults({ footer }: ApprovedTemplate): readonly TemplateFault[] {
  if (footer === null) return [];
  if (footer.trim() === '') return [{ type: 'empty' }];
  const hasPlace = /\{\{|\}\}/.test(footer);
  return [
    ...lengthFaults(footer, templateLimits.footer),
    ...(hasPlace ? [{ type: 'place-not-allowed' } as const] : []),
  ];
}
