import type { ChannelKind } from './model.ts';

const phoneBased: ReadonlySet<ChannelKind> = new Set(['sms', 'whatsapp', 'viber', 'rcs']);

/** Whether people are addressed by phone number on this kind of channel, so that one number serves several channels (CH12). */
export function usesPhoneNumber(kind: ChannelKind): boolean {
  return phoneBased.has(kind);
}
