/** The texts of the assistant in English; the shape all other languages have. They load with the tools. */
export const composerAssistantEn = {
  /** BCP 47 tag of these texts. */
  language: 'en',
  asking: 'The assistant is writing…',
  done: 'The assistant is done.',
  failed: 'The assistant did not answer.',
  hint: 'Only what you press is asked, with the last messages of this conversation and your text. Nothing is sent by itself.',
  insert: 'Insert',
  nothing: 'The assistant has no proposal.',
  proposal: (number: number) => `Proposal ${number}`,
  proposed: 'Proposed by the assistant. Read it before you send it.',
  replace: 'Replace my text',
  stop: 'Stop',
  stopped: 'Stopped.',
  tasks: { suggest: 'Suggest a reply', rewrite: 'Reword', translate: 'Translate', summarise: 'Summarise' },
  title: 'Assistant',
  tone: 'Tone',
  tones: { neutral: 'Neutral', formal: 'Formal', friendly: 'Friendly', shorter: 'Shorter', longer: 'Longer' },
};

/** The shape of a language: the same keys as English, the same parameters. */
export type ComposerAssistantTexts = typeof composerAssistantEn;
