import type { ComposerVoiceTexts } from './composer-voice.en.ts';

export type { ComposerVoiceTexts };

/** The texts of voice notes; English stands in for languages that do not ship. */
export async function loadVoiceTexts(language: string): Promise<ComposerVoiceTexts> {
  if (language === 'nl') return (await import('./composer-voice.nl.ts')).composerVoice;
  return (await import('./composer-voice.en.ts')).composerVoice;
}
