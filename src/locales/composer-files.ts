import type { ComposerFileTexts } from './composer-files.en.ts';

export type { ComposerFileTexts };

/** The texts of files in the composer; English stands in for languages that do not ship. */
export async function loadFileTexts(language: string): Promise<ComposerFileTexts> {
  if (language === 'nl') return (await import('./composer-files.nl.ts')).composerFiles;
  return (await import('./composer-files.en.ts')).composerFiles;
}
