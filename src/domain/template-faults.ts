import type { ApprovedTemplate, TemplateParameter } from './approved-template.ts';
import { placeNames, templateTokens } from './template-text.ts';

/** What the provider would refuse about a template. */
export type TemplateFault =
  | { readonly type: 'empty' | 'bad-name' | 'bad-language' }
  | { readonly type: 'too-long' | 'too-many'; readonly limit: number }
  /** Numbers must run from 1 without a gap; these are missing. */
  | { readonly type: 'gap'; readonly names: readonly string[] }
  /** Braces that are no place: `{{Name}}`, `{{ 1 }}`, or a name where numbers are used. */
  | { readonly type: 'broken-place' }
  | { readonly type: 'place-at-edge' | 'place-not-allowed' | 'place-not-last' | 'interleaved' }
  /** Places without a description, or descriptions without a place. */
  | { readonly type: 'undescribed' | 'unused'; readonly names: readonly string[] };

/** A fault and where it is: `name`, `header`, `body`, `footer`, `buttons` or `buttons[2]`. */
export interface TemplateProblem {
  readonly path: string;
  readonly fault: TemplateFault;
}

/** Puts faults under the place they are in. */
export function at(path: string, faults: readonly TemplateFault[]): readonly TemplateProblem[] {
  return faults.map((fault) => ({ path, fault }));
}

/** What is wrong with the places of a text and their descriptions (TP2, TP8). */
export function placeFaults(
  text: string,
  parameters: readonly TemplateParameter[],
  format: ApprovedTemplate['parameterFormat'],
): readonly TemplateFault[] {
  const names = placeNames(text, format);
  const described = parameters.map(({ name }) => name);
  const words = templateTokens(text, format).map((token) => (token.kind === 'text' ? token.text : ' '));
  const undescribed = names.filter((name) => !described.includes(name));
  const unused = described.filter((name, index) => !names.includes(name) || described.indexOf(name) !== index);
  return [
    ...(words.some((piece) => /\{\{|\}\}/.test(piece)) ? [{ type: 'broken-place' } as const] : []),
    ...(format === 'positional' ? gapFaults(names) : []),
    ...(undescribed.length > 0 ? [{ type: 'undescribed', names: undescribed } as const] : []),
    ...(unused.length > 0 ? [{ type: 'unused', names: unused } as const] : []),
  ];
}

/** A fault when a text is longer than its limit. */
export function lengthFaults(text: string, limit: number): readonly TemplateFault[] {
  return text.length > limit ? [{ type: 'too-long', limit }] : [];
}

/** Numbers from 1 to the highest that do not occur. */
function gapFaults(names: readonly string[]): readonly TemplateFault[] {
  const highest = Math.max(0, ...names.map(Number));
  const wanted = Array.from({ length: highest }, (_, index) => String(index + 1));
  const missing = wanted.filter((name) => !names.includes(name));
  const isOdd = names.some((name) => String(Number(name)) !== name || name === '0');
  return missing.length > 0 || isOdd ? [{ type: 'gap', names: missing }] : [];
}
