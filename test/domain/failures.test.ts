import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { failureFromAdapterCode, failureReasonOf, nextSteps } from '../../src/domain/failures.ts';
import type { FailureReason } from '../../src/domain/model.ts';
import { adapterErrorCodes } from '../../src/ports/adapter-error.ts';

const reasons: readonly FailureReason[] = [
  'window-closed',
  'unsupported-content',
  'blocked',
  'unreachable',
  'invalid-number',
  'opted-out',
  'provider-down',
  'rate-limited',
  'template',
  'media',
  'account',
  'policy',
  'expired',
  'rejected',
  'unknown',
];

type Row = readonly [rule: string, codes: readonly (string | number)[], reason: FailureReason];

const whatsapp: readonly Row[] = [
  ['FA1', [131047, '131047', ' 131047 '], 'window-closed'],
  ['FA2', [131026, 131030], 'unreachable'],
  ['FA3', [131051], 'unsupported-content'],
  ['FA4', [131052, 131053], 'media'],
  ['FA5', [131049], 'policy'],
  ['FA6', [131050], 'opted-out'],
  ['FA7', [131056, 130429, 131048, 80007, 4], 'rate-limited'],
  ['FA8', [131031, 368, 130497, 131042, 190, 0, 10, 200, 299], 'account'],
  ['FA9', [131000, 131016, 1, 2], 'provider-down'],
  ['FA10', [132000, 132001, 132005, 132007, 132012, 132015, 132016], 'template'],
  ['FA11', [131021, 131008, 131009, 100, 33], 'rejected'],
  ['FA13', [300, 199, 999999, -1, 1.5, Number.NaN, '', 'abc', '__proto__', 'constructor'], 'unknown'],
];

const cm: readonly Row[] = [
  ['FA12', [101, 102, 103, 301], 'account'],
  ['FA12', [302, '303'], 'invalid-number'],
  ['FA12', [304], 'unsupported-content'],
  ['FA12', [401], 'policy'],
  ['FA12', [402], 'opted-out'],
  ['FA12', [201, 202, 203, 305, 403], 'rejected'],
  ['FA12', [500], 'provider-down'],
  ['FA12', [131047], 'window-closed'],
  ['FA13', [0, 1, 2, 4, 10, 33, 100, 190, 368, 999, 80007, '__proto__'], 'unknown'],
];

describe('failures', () => {
  for (const [provider, table] of [
    ['whatsapp', whatsapp],
    ['cm', cm],
  ] as const)
    for (const [rule, codes, reason] of table)
      it(`[${rule}] reads ${codes.map(String).join(' ').trim()} of ${provider} as ${reason}`, () => {
        for (const code of codes) assert.equal(failureReasonOf(provider, code), reason, String(code));
      });

  for (const reason of reasons)
    it(`[FA14] offers a next step for ${reason}`, () => {
      assert.ok(nextSteps(reason).length > 0);
      assert.equal(new Set(nextSteps(reason)).size, nextSteps(reason).length);
    });

  for (const reason of ['window-closed', 'opted-out', 'blocked', 'invalid-number', 'unsupported-content'] as const)
    it(`[FA14] never offers to send the same again after ${reason}`, () => {
      assert.ok(!nextSteps(reason).includes('retry'));
    });

  it('[FA14] offers template, invitation and another channel when the window closed', () => {
    assert.deepEqual(nextSteps('window-closed'), ['template', 'invite', 'other-channel']);
  });

  for (const [code, reason] of [
    ['window-closed', 'window-closed'],
    ['unsupported', 'unsupported-content'],
    ['rate-limited', 'rate-limited'],
    ['unavailable', 'provider-down'],
    ['unauthenticated', 'account'],
    ['forbidden', 'account'],
    ['invalid', 'rejected'],
    ['not-found', 'rejected'],
    ['conflict', 'rejected'],
    ['key-reused', 'rejected'],
    ['aborted', 'unknown'],
    ['toString', 'unknown'],
  ] as const)
    it(`[FA15] reads an adapter's ${code} as ${reason}`, () => {
      assert.equal(failureFromAdapterCode(code), reason);
    });

  it('[FA15] knows each code an adapter can give', () => {
    const unknown = adapterErrorCodes.filter((code) => failureFromAdapterCode(code) === 'unknown');
    assert.deepEqual(unknown, ['aborted']);
  });
});
