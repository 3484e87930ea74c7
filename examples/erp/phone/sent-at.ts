const minute = 60_000;
const hour = 60 * minute;

/** When a reply was written: backdating makes reply windows that close soon, or are closed. */
export type SentAt =
  | { readonly kind: 'now' | 'hour' | 'closing' | 'closes' | 'closed' }
  | { readonly kind: 'other'; /** As a `datetime-local` field has it. */ readonly local: string };

/** The choices in the order shown. */
export const sentAtKinds: readonly SentAt['kind'][] = ['now', 'hour', 'closing', 'closes', 'closed', 'other'];

const ages: Readonly<Record<Exclude<SentAt['kind'], 'other'>, number>> = {
  now: 0,
  hour,
  closing: 23 * hour + 50 * minute,
  closes: 23 * hour + 59 * minute,
  closed: 25 * hour,
};

/** Epoch ms; never in the future, and now when the field holds no time. */
export function sentAtMs(sentAt: SentAt, now: number): number {
  if (sentAt.kind !== 'other') return now - ages[sentAt.kind];
  const at = Date.parse(sentAt.local);
  return Number.isNaN(at) ? now : Math.min(at, now);
}

/** A time as a `datetime-local` field wants it, in this device's zone. */
export function toLocalField(at: number): string {
  return new Date(at - new Date(at).getTimezoneOffset() * minute).toISOString().slice(0, 16);
}
