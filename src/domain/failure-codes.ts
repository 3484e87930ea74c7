import type { FailureReason } from './model.ts';

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
