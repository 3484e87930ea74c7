import type { FailureReason } from './model.ts';

// Tables of codes stay apart: pages that only show a failure do not load them.
export { failureFromAdapterCode } from './adapter-failures.ts';
export { failureReasonOf } from './failure-codes.ts';

/** What an agent can do about a failed message. */
export type NextStep =
  'retry' | 'edit' | 'other-channel' | 'template' | 'invite' | 'wait' | 'check-number' | 'tell-admin';

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
