import type { ChannelKind } from './model.ts';

/** Every kind of channel, in the order in which choices show them. */
export const channelKinds: readonly ChannelKind[] = [
  'sms',
  'whatsapp',
  'viber',
  'rcs',
  'messenger',
  'instagram',
  'apple',
  'telegram',
  'x',
  'email',
];
