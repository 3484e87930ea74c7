import type { ComposerToolTexts } from './composer-tools.en.ts';

export type { ComposerToolTexts };

/** Languages that ship, each a chunk of its own; English stands in for others. */
const loaders: ReadonlyMap<string, () => Promise<ComposerToolTexts>> = new Map([
  ['nl', async () => (await import('./composer-tools.nl.ts')).composerTools],
]);

/**
 * The texts of the composer's tools.
 *
 * @param language - that of the other texts of the element
 */
export async function loadToolTexts(language: string): Promise<ComposerToolTexts> {
  return (await loaders.get(language)?.()) ?? (await import('./composer-tools.en.ts')).composerTools;
}
