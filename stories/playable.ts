import type { ArgTypes } from '@storybook/web-components-vite';
import { noChange } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';
import type { ElementName } from '../src/elements/tags.ts';
import { type Knob, knobsOf } from './manifest.ts';

/** What the controls of a story stand at. */
export type Args = Readonly<Record<string, unknown>>;

/** The part of a story that has controls. */
interface Playable {
  readonly args: Args;
  readonly argTypes: ArgTypes;
  readonly parameters: Readonly<Record<string, unknown>>;
}

interface PlayOptions<K extends ElementName> {
  /** What can be chosen where any text could be, e.g. the conversations of the story. */
  readonly choices?: Readonly<Partial<Record<keyof HTMLElementTagNameMap[K], readonly (string | null)[]>>>;
  /** What has no effect in the story; stands in the documentation only. */
  readonly without?: readonly (keyof HTMLElementTagNameMap[K])[];
}

/**
 * For stories in a state that no control should change: nothing to turn, and no code of the story itself. To read it,
 * Storybook would make each story twice, with two hands that press one button.
 */
export const fixed = {
  controls: { disable: true },
  docs: { canvas: { sourceState: 'none' }, source: { type: 'code' } },
} as const;

/** Gives a story a control for each attribute and token of an element; its template must `turn` the element by the args. */
export function playable<K extends ElementName>(
  tag: K,
  own?: Readonly<Partial<HTMLElementTagNameMap[K]>>,
  { choices, without = [] }: PlayOptions<K> = {},
): Playable {
  const knobs = knobsOf(tag).filter(({ key }) => !(without as readonly string[]).includes(key));
  const optionsOf = (key: string): readonly (string | null)[] | undefined =>
    (choices as Readonly<Record<string, readonly (string | null)[]>> | undefined)?.[key];
  return {
    args: {
      ...Object.fromEntries(knobs.map((knob) => [knob.key, startOf(knob, optionsOf(knob.key))])),
      ...(own as Args | undefined),
    },
    argTypes: Object.fromEntries(knobs.map((knob) => [knob.key, argTypeOf(knob, optionsOf(knob.key))])),
    parameters: {
      controls: { disable: false, expanded: true },
      docs: { canvas: { sourceState: 'shown' }, source: { type: 'dynamic', transform: htmlOf(tag) } },
    },
  };
}

/** Where a control begins: a field for text is empty where the property is `null`. */
function startOf({ kind, initial }: Knob, choices: readonly (string | null)[] | undefined): unknown {
  return kind === 'text' && !choices ? (initial ?? '') : initial;
}

function argTypeOf(knob: Knob, choices: readonly (string | null)[] | undefined): ArgTypes[string] {
  const { name, words } = knob;
  const options = choices ?? words;
  if (!options) return { name, control: plainControl(knob) };
  const isShort = options.length < 4 && !options.includes(null);
  return {
    name,
    control: { type: isShort ? 'inline-radio' : 'select', labels: { null: 'none', '': 'none' } },
    options,
  };
}

function plainControl({ kind }: Knob): { readonly type: 'boolean' | 'number' | 'text'; readonly min?: number } {
  if (kind === 'number') return { type: 'number', min: 0 };
  return { type: kind === 'boolean' ? 'boolean' : 'text' };
}

/** What a control gives, as the property takes it: an emptied field is what there was before anybody set it. */
function cleaned({ kind, isNullable, initial }: Knob, value: unknown): unknown {
  if (value === undefined || (kind === 'number' && !Number.isFinite(value))) return initial;
  return value === '' && isNullable ? null : value;
}

/** The element as one would write it in HTML, with what differs from its defaults. */
const htmlOf =
  (tag: string) =>
  (_code: string, { args }: { readonly args: Args }): string => {
    const set = knobsOf(tag)
      .filter(({ key }) => key in args)
      .map((knob) => ({ ...knob, value: cleaned(knob, args[knob.key]) }))
      .filter(({ value, initial }) => value !== initial);
    const quoted = (value: unknown): string => String(value).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    const attributes = set
      .filter(({ kind }) => kind !== 'token')
      .map(({ name, value }) => (value === true ? ` ${name}` : ` ${name}="${quoted(value)}"`));
    const tokens = set
      .filter(({ kind }) => kind === 'token')
      .map(({ name, value }) => `  ${name}: ${String(value)};\n`);
    const rule = tokens.length > 0 ? `<style>\n${tag} {\n${tokens.join('')}}\n</style>\n\n` : '';
    return `${rule}<${tag}${attributes.join('')}></${tag}>`;
  };

/** Turns an element as the controls stand; what the agent changed in it meanwhile stays until its control is turned. */
class TurnDirective extends Directive {
  #last: Args | null = null;

  render(args: Args): unknown {
    this.#last = args;
    return noChange;
  }

  override update({ element }: ElementPart, [args]: [Args]): unknown {
    for (const knob of knobsOf(element.localName)) {
      const before = this.#last === null ? knob.initial : this.#last[knob.key];
      if (knob.key in args && !Object.is(before, args[knob.key])) turnOne(element as HTMLElement, knob, args[knob.key]);
    }
    return this.render(args);
  }
}

function turnOne(element: HTMLElement, knob: Knob, value: unknown): void {
  if (knob.kind === 'token') element.style.setProperty(knob.key, typeof value === 'string' ? value : null);
  else Object.assign(element, { [knob.key]: value });
}

/** On the element of a playable story: `<my-conversations ${turn(args)}>`. */
export const turn = directive(TurnDirective);
