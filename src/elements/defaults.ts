import type { LitElement } from 'lit';

/**
 * Whatever a framework sets for "nothing" gives a property the value it began with: React sets `undefined` where a prop is left
 * out that was there, Vue an empty string, and Lit `null` where an attribute goes. An empty `view` is one, too: everything as it
 * comes.
 */
export function keepDefaults({ prototype, elementProperties }: typeof LitElement): void {
  for (const [name, { state }] of elementProperties) {
    const accessor = Object.getOwnPropertyDescriptor(prototype, name);
    if (!accessor || state) continue;
    const { set } = accessor as { set: (this: LitElement, value: unknown) => void };
    /** What the constructor of the first element gives, before anybody else can. */
    let initial: unknown;
    accessor.set = function (this: LitElement, value: unknown) {
      if (initial === undefined) initial = value;
      set.call(this, value == null || (value === '' && name !== 'view') ? initial : value);
    };
    Object.defineProperty(prototype, name, accessor);
  }
}
