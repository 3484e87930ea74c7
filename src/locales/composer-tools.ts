import { type ComposerFileTexts, composerFilesEn } from './composer-files.en.ts';
import { composerToolsEn, type ComposerToolTexts } from './composer-tools.en.ts';
import { type ComposerVoiceTexts, composerVoiceEn } from './composer-voice.en.ts';
import { Texts } from './texts.ts';

export type { ComposerFileTexts, ComposerToolTexts, ComposerVoiceTexts };

/** With the texts of the composer's tools, which load with them. */
export interface WithTools {
  readonly tools: ComposerToolTexts;
  readonly files: ComposerFileTexts;
  readonly voice: ComposerVoiceTexts;
}

export const composerToolsTexts = new Texts<WithTools>({
  en: { tools: composerToolsEn, files: composerFilesEn, voice: composerVoiceEn },
  nl: async () => {
    const [{ composerToolsNl: tools }, { composerFilesNl: files }, { composerVoiceNl: voice }] = await Promise.all([
      import('./composer-tools.nl.ts'),
      import('./composer-files.nl.ts'),
      import('./composer-voice.nl.ts'),
    ]);
    return { tools, files, voice };
  },
  de: async () => {
    const [{ composerToolsDe: tools }, { composerFilesDe: files }, { composerVoiceDe: voice }] = await Promise.all([
      import('./composer-tools.de.ts'),
      import('./composer-files.de.ts'),
      import('./composer-voice.de.ts'),
    ]);
    return { tools, files, voice };
  },
  fr: async () => {
    const [{ composerToolsFr: tools }, { composerFilesFr: files }, { composerVoiceFr: voice }] = await Promise.all([
      import('./composer-tools.fr.ts'),
      import('./composer-files.fr.ts'),
      import('./composer-voice.fr.ts'),
    ]);
    return { tools, files, voice };
  },
  ar: async () => {
    const [{ composerToolsAr: tools }, { composerFilesAr: files }, { composerVoiceAr: voice }] = await Promise.all([
      import('./composer-tools.ar.ts'),
      import('./composer-files.ar.ts'),
      import('./composer-voice.ar.ts'),
    ]);
    return { tools, files, voice };
  },
});
