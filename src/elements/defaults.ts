import type { LitElement } from 'lit';

/** An empty view is one, too: everything as it comes. */
const mayBeEmpty = 'view';

/**
 * Whatever a framework sets for "nothing" gives a property the value it began with: React sets `undefined` where a prop is left
 * out that was there, Vue an empty string, and Lit `null` where an attribute goes.
 */
export function keepDefaults(element: typeof LitElement): void {
  for (const [name, { state }] of element.elementProperties) {
    const descriptor = Object.getOwnPropertyDescriptor(element.prototype, name);
    if (!state && descriptor?.set) Object.defineProperty(element.prototype, name, withDefault(descriptor, name));
  }
}

function withDefault(descriptor: PropertyDescriptor, name: PropertyKey): PropertyDescriptor {
  // The first value of all is the one the constructor of the first element gives.
  let isKnown = false;
  let initial: unknown;
  return {
    ...descriptor,
    set(this: LitElement, value: unknown) {
      if (!isKnown) [isKnown, initial] = [true, value];
      descriptor.set?.call(this, value == null || (value === '' && name !== mayBeEmpty) ? initial : value);
    },
  };
}
