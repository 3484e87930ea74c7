import type { FailureReason } from './model.ts';

/** What an agent can do about a failed message. */
export type NextStep =
  'retry' | 'edit' | 'other-channel' | 'template' | 'invite' | 'wait' | 'check-number' | 'tell-admin';

const whatsapp: ReadonlyMap<string, FailureReason> = new Map(
  Object.entries({
    'window-closed': ['131047'], // FA1
    unreachable: ['131026', '131030'], // FA2
    'unsupported-content': ['131051'], // FA3
    media: ['131052', '131053'], // FA4
    policy: ['131049'], // FA5
    'opted-out': ['131050'], // FA6
    'rate-limited': ['131056', '130429', '131048', '80007', '4'], // FA7
    account: ['131031', '368', '130497', '131042', '190', '0', '10'], // FA8
    'provider-down': ['131000', '131016', '1', '2'], // FA9
    template: ['132000', '132001', '132005', '132007', '132012', '132015', '132016'], // FA10
    rejected: ['131021', '131008', '131009', '100', '33'], // FA11
  }).flatMap(([reason, codes]) => codes.map((code): [string, FailureReason] => [code, reason as FailureReason])),
);

// FA12
const cm: ReadonlyMap<string, FailureReason> = new Map([
  ['101', 'account'],
  ['102', 'account'],
  ['103', 'account'],
  ['201', 'rejected'],
  ['202', 'rejected'],
  ['203', 'rejected'],
  ['301', 'account'],
  ['302', 'invalid-number'],
  ['303', 'invalid-number'],
  ['304', 'unsupported-content'],
  ['305', 'rejected'],
  ['401', 'policy'],
  ['402', 'opted-out'],
  ['403', 'rejected'],
  ['500', 'provider-down'],
]);

/** Why a message failed, from the provider's code. A code nobody listed is `unknown`, never a guess (FA13). */
export function failureReasonOf(provider: 'whatsapp' | 'cm', code: string | number): FailureReason {
  const key = String(code).trim();
  if (provider === 'cm') return cm.get(key) ?? (key.length === 6 ? whatsapp.get(key) : undefined) ?? 'unknown';
  if (/^2\d\d$/.test(key)) return 'account'; // FA8: 200–299 are permissions
  return whatsapp.get(key) ?? 'unknown';
}

const steps: Readonly<Record<FailureReason, readonly NextStep[]>> = {
  'window-closed': ['template', 'invite', 'other-channel'],
  'unsupported-content': ['edit', 'other-channel'],
  blocked: ['other-channel'],
  unreachable: ['wait', 'other-channel', 'retry'],
  'invalid-number': ['check-number', 'other-channel'],
  'opted-out': ['other-channel'],
  'provider-down': ['retry', 'other-channel'],
  'rate-limited': ['wait', 'retry'],
  template: ['template', 'tell-admin'],
  media: ['edit', 'retry'],
  account: ['tell-admin', 'other-channel'],
  policy: ['wait', 'other-channel'],
  expired: ['retry', 'other-channel'],
  rejected: ['edit', 'tell-admin'],
  unknown: ['retry', 'other-channel', 'tell-admin'],
};

/** What to offer the agent, the most promising first (FA14). */
export function nextSteps(reason: FailureReason): readonly NextStep[] {
  return steps[reason];
}

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
