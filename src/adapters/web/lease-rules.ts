import type { Lease } from '../../ports/storage.ts';
import type { Check } from '../../ports/validate.ts';
import { aNumber, aString, orNull, shape } from '../../ports/validate.ts';

/** The one row that says who may send. It is never removed: `fence` only grows, also over released leases. */
export interface LeaseRow {
  readonly version: 1;
  /** `null` when it was released. */
  readonly holder: string | null;
  /** The newest number handed out. */
  readonly fence: number;
  readonly takenAt: number;
  readonly expiresAt: number;
}

/** What a tab asks for. */
export interface LeaseRequest {
  readonly holder: string;
  readonly now: number;
  readonly durationMs: number;
  /** The tabs that live, where that is known. */
  readonly living?: ReadonlySet<string> | null | undefined;
}

const leaseRow: Check = shape<LeaseRow>({
  version: aNumber,
  holder: orNull(aString),
  fence: aNumber,
  takenAt: aNumber,
  expiresAt: aNumber,
});

/**
 * Reads the row. A missing or corrupt one is a free lease. After a corrupt one the numbers go on at `now`: no counter
 * that began at zero has got that far, so older fences stay outdated.
 */
export function readLease(row: unknown, now: number): LeaseRow {
  if (row !== undefined && !leaseRow(row)) return row as LeaseRow;
  return { version: 1, holder: null, fence: row === undefined ? 0 : now, takenAt: 0, expiresAt: 0 };
}

/** The row after the request was granted; `null` if another tab holds the lease. */
export function grantLease(current: LeaseRow, { holder, now, durationMs, living }: LeaseRequest): LeaseRow | null {
  const held = current.holder !== null && isHeld(current, now) && living?.has(current.holder) !== false;
  if (held && current.holder !== holder) return null;
  // Only an unbroken renewal keeps its number: whoever let the lease run out may have slept for hours.
  const fence = held ? current.fence : current.fence + 1;
  return { version: 1, holder, fence, takenAt: now, expiresAt: now + durationMs };
}

/** The row after a release; `null` if the lease is not this one any more. */
export function freeLease(current: LeaseRow, lease: Lease): LeaseRow | null {
  if (current.holder !== lease.holder || current.fence !== lease.fence) return null;
  return { ...current, holder: null };
}

/** The lease that a row stands for. */
export function leaseOf(row: LeaseRow): Lease {
  return { holder: row.holder ?? '', fence: row.fence, expiresAt: row.expiresAt };
}

/**
 * A lease taken long after `now` was taken before somebody set the clock back; waiting for it could take a year. The
 * tolerance of one duration is for clocks that are corrected by moments.
 */
function isHeld({ takenAt, expiresAt }: LeaseRow, now: number): boolean {
  const durationMs = expiresAt - takenAt;
  return now < expiresAt && now >= takenAt - durationMs;
}
