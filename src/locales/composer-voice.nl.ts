import type { ComposerVoiceTexts } from './composer-voice.en.ts';

/** The texts of voice notes in Dutch. */
export const composerVoiceNl: ComposerVoiceTexts = {
  language: 'nl',
  asking: 'De browser vraagt om de microfoon…',
  discard: 'Weggooien',
  discarded: 'Spraakbericht weggegooid.',
  done: 'Stoppen en beluisteren',
  fileName: 'Spraakbericht',
  finishing: 'Een ogenblik…',
  kept: 'Het spraakbericht is gestopt en staat bij het concept.',
  level: 'Geluidssterkte',
  pause: 'Pauzeren',
  paused: 'Gepauzeerd',
  problems: {
    denied:
      'De browser staat deze pagina niet toe de microfoon te gebruiken. Sta dat toe in de instellingen naast het adres en probeer het opnieuw.',
    'no-microphone': 'Er is geen microfoon die nu kan worden gebruikt.',
    failed: 'Het spraakbericht kon niet worden opgenomen.',
  },
  record: 'Spraakbericht opnemen',
  recorded: 'Het spraakbericht staat bij de bestanden. Beluister het daar, of verzend het.',
  recording: 'Neemt op',
  resume: 'Verder opnemen',
};
