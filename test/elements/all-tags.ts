/** Every element by its own name. */
export const allTags = [
  'channel-composer',
  'conversation-cues',
  'conversation-details',
  'conversation-list',
  'conversation-monitor',
  'conversation-notifications',
  'conversation-provider',
  'conversation-timeline',
  'conversation-view',
  'my-conversations',
  'phone-number-conversion',
  'phone-number-field',
  'template-editor',
] as const;
