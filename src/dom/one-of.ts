/**
 * Reads an attribute that is one of a few words. What is none of them is told in the console and counts as the first, as an
 * absent one does: a list asked for in an order that does not exist would look empty.
 */
export function oneOf<T extends string | null>(
  ...words: readonly [T, ...T[]]
): { fromAttribute(value: string | null): T } {
  return {
    fromAttribute(value) {
      const known = words.find((word) => word === value);
      if (!known && value !== null) console.warn(`conversation-elements: "${value}" is none of ${words.join(' ')}`);
      return known ?? words[0];
    },
  };
}
