/** The texts of voice notes in English; the shape all other languages have. They load with the tools. */
export const composerVoiceEn = {
  /** BCP 47 tag of these texts. */
  language: 'en',
  asking: 'The browser asks for the microphone…',
  discard: 'Discard',
  discarded: 'Voice note discarded.',
  done: 'Stop and listen',
  fileName: 'Voice note',
  finishing: 'One moment…',
  kept: 'The voice note was stopped, and waits with the draft.',
  level: 'Loudness',
  pause: 'Pause',
  paused: 'Paused',
  problems: {
    denied:
      'The browser does not allow this page to use the microphone. Allow it in the settings beside the address, then try again.',
    'no-microphone': 'There is no microphone that can be used now.',
    failed: 'The voice note could not be recorded.',
  },
  record: 'Record a voice note',
  recorded: 'The voice note is with the files. Listen to it there, or send it.',
  recording: 'Recording',
  resume: 'Go on',
};

/** The shape of a language: the same keys as English, the same parameters. */
export type ComposerVoiceTexts = typeof composerVoiceEn;
