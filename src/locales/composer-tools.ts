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
});
