import { fontSlices } from './fonts/slices.ts';

/** A part of a font, by the place in the order of preference. */
export interface Slice {
  readonly name: string;
  has(point: number): boolean;
  load(): Promise<{ readonly regular: Uint8Array; readonly bold: Uint8Array | null }>;
}

const slices: readonly Slice[] = fontSlices.map(({ name, has, load }) => {
  const ranges = has.split(' ').map((range) => range.split('-').map((point) => Number.parseInt(point, 16)));
  return {
    name,
    has: (point) => ranges.some(([from = 0, to = from]) => point >= from && point <= to),
    load: async () => {
      const { regular, bold } = await load();
      return { regular: bytesOf(regular), bold: bold === null ? null : bytesOf(bold) };
    },
  };
});

/** Marks that say something about other characters and are not drawn by themselves. */
const unseen = /^[\p{Cc}\p{Cf}\p{Variation_Selector}\p{Zl}\p{Zp}]$/u;

/** What one reader takes for one character: the slice that has all of it; `null` where it needs a picture. */
export function sliceFor(cluster: string, before: Slice | null): Slice | null {
  const points = Array.from(cluster)
    .filter((character) => !unseen.test(character))
    .map((character) => character.codePointAt(0) ?? 0);
  const hasAll = (slice: Slice): boolean => points.every((point) => slice.has(point));
  // Spaces and signs stay with the word before them, so that it is shaped whole.
  if (before && hasAll(before)) return before;
  return slices.find(hasAll) ?? null;
}

/** Text without what the slice has no shape for and nobody sees. */
export function drawable(text: string, slice: Slice): string {
  return Array.from(text)
    .filter((character) => slice.has(character.codePointAt(0) ?? 0))
    .join('');
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
