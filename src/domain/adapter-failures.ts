import type { FailureReason } from './model.ts';

const adapterCodes: ReadonlyMap<string, FailureReason> = new Map([
  ['unauthenticated', 'account'],
  ['forbidden', 'account'],
  ['not-found', 'rejected'],
  ['conflict', 'rejected'],
  ['invalid', 'rejected'],
  ['key-reused', 'rejected'],
  ['rate-limited', 'rate-limited'],
  ['window-closed', 'window-closed'],
  ['unavailable', 'provider-down'],
  ['unsupported', 'unsupported-content'],
]);

/** Why a message failed, from the code of an adapter's error (FA15). */
export function failureFromAdapterCode(code: string): FailureReason {
  return adapterCodes.get(code) ?? 'unknown';
}
