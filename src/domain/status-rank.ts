import type { DeliveryStatus } from './model.ts';

/**
 * How far each status is along the way; a message only ever moves to a higher rank (DS1). `unknown` stands above
 * `accepted`: the backend has the message and asked the provider, and got no answer. A message that was taken back
 * but left after all ranks as `sent` (DS3); a delivery report disproves a failure (DS2).
 */
export const statusRank: Readonly<Record<DeliveryStatus, number>> = {
  draft: 0,
  queued: 1,
  sending: 2,
  accepted: 3,
  unknown: 4,
  cancelled: 5,
  sent: 6,
  failed: 7,
  delivered: 8,
  read: 9,
};

/** Whether `next` is news for a message that is at `current`. */
export function isForward(current: DeliveryStatus, next: DeliveryStatus): boolean {
  return statusRank[next] > statusRank[current];
}
