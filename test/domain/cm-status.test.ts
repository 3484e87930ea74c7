import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { clientIdOf, cmReference, parseCmStatus, toCmStatus } from '../../src/domain/cm-messages.ts';
import type { CmStatus } from '../../src/domain/cm-messages.ts';

const at = Date.UTC(2026, 10, 22, 9, 31, 2);
const reference = '019aab3c5d7e7f0191a2b3c4d5e6f708';
const clientId = '019aab3c-5d7e-7f01-91a2-b3c4d5e6f708';

function fixture(name: string): unknown {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures/cm', `${name}.json`), 'utf8'));
}

function parsed(body: unknown): CmStatus {
  const result = parseCmStatus(body);
  assert.ok(result.ok, result.ok ? '' : `${result.path}: ${result.problem}`);
  return result.value;
}

function report(status: unknown, changes: Record<string, unknown> = {}): unknown {
  return { messages: { msg: { received: '2026-11-22T09:31:02', to: '0031612345678', reference, status, ...changes } } };
}

describe('parseCmStatus', () => {
  for (const [name, status, failure] of [
    ['status-accepted', 'sent', null],
    ['status-delivered', 'delivered', null],
    ['status-read', 'read', null],
    ['status-rejected', 'failed', { reason: 'opted-out', providerCode: '402', detail: 'Blacklisted' }],
    ['status-failed', 'failed', { reason: 'window-closed', providerCode: '131047', detail: 'Re-engagement message' }],
  ] as const)
    it(`[CM12] reads ${name}`, () => {
      assert.deepEqual(parsed(fixture(name)), { reference, to: '+31612345678', status, at, failure });
    });

  for (const [code, expected] of [
    [0, 'sent'],
    ['1', 'failed'],
    [2, 'delivered'],
    [' 3 ', 'failed'],
    [4, 'read'],
    [5, 'sent'],
    ['DELIVERED', 'sent'],
    ['__proto__', 'sent'],
  ] as const)
    it(`[CM12] reads code ${JSON.stringify(code)} as ${expected}`, () => {
      assert.equal(parsed(report({ code })).status, expected);
    });

  for (const [title, status, reason] of [
    ['a known error', { code: 3, errorCode: 302 }, 'invalid-number'],
    ['WhatsApp’s own error', { code: '3', errorCode: ' 131026 ' }, 'unreachable'],
    ['an unknown error', { code: 3, errorCode: '77' }, 'unknown'],
    ['a failure without error', { code: 3, errorCode: '', errorDescription: '' }, 'unknown'],
    ['a rejection without error', { code: 1, errorCode: '' }, 'rejected'],
    ['a rejection with error 0', { code: 1, errorCode: 0 }, 'rejected'],
  ] as const)
    it(`[CM13] names the reason of ${title}`, () => {
      assert.equal(parsed(report(status)).failure?.reason, reason);
    });

  it('[CM13] has no failure where nothing failed, whatever the error says', () => {
    assert.equal(parsed(report({ code: 2, errorCode: '302' })).failure, null);
  });

  it('[CM13] keeps the provider’s words, but not a book', () => {
    assert.equal(parsed(report({ code: 3, errorDescription: 'x'.repeat(9999) })).failure?.detail?.length, 500);
  });

  for (const [rule, title, body, path] of [
    ['CM10', 'null', null, 'messages'],
    ['CM10', 'a list', [], 'messages'],
    ['CM10', 'text', 'x', 'messages'],
    ['CM11', 'messages as a list', { messages: [] }, 'messages'],
    ['CM11', 'a list of messages', { messages: { msg: [{ reference }] } }, 'messages.msg'],
    ['CM11', 'no message', { messages: {} }, 'messages.msg'],
    ['CM3', 'an empty reference', report({ code: 2 }, { reference: '' }), 'messages.msg.reference'],
    ['CM10', 'no status', report(undefined), 'messages.msg.status.code'],
    ['CM10', 'a status that is a number', report(2), 'messages.msg.status.code'],
    ['CM10', 'a status without code', report({}), 'messages.msg.status.code'],
  ] as const)
    it(`[${rule}] refuses ${title} and says where`, () => {
      const result = parseCmStatus(body);
      assert.equal(result.ok ? '' : result.path, path);
    });

  for (const received of ['', undefined, 'soon', '22-11-2026', 7, {}])
    it(`[CM2] does without the time ${JSON.stringify(received)}`, () => {
      assert.equal(parsed(report({ code: 2 }, { received })).at, null);
    });

  it('[CM15] reads fields in any capitals', () => {
    const body = { MESSAGES: { Msg: { Reference: reference, Status: { Code: 4 } } } };
    assert.deepEqual(parsed(body), { reference, to: null, status: 'read', at: null, failure: null });
  });

  it('[CM10] gives a result for any JSON', () => {
    const status = fc.record({ code: fc.jsonValue(), errorCode: fc.jsonValue(), errorDescription: fc.jsonValue() });
    const msg = fc.record({ received: fc.jsonValue(), to: fc.jsonValue(), reference: fc.jsonValue(), status });
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.record({ messages: fc.record({ msg }) })), (any) => {
        const result = parseCmStatus(any);
        if (result.ok) assert.equal(result.value.failure !== null, result.value.status === 'failed');
        else assert.ok(result.path.startsWith('messages'));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('toCmStatus', () => {
  for (const status of ['sent', 'delivered', 'read'] as const)
    it(`[CM12] writes ${status} so that it is read back`, () => {
      const body = toCmStatus({ reference, to: '+31612345678', status, at });
      assert.deepEqual(parsed(body), { reference, to: '+31612345678', status, at, failure: null });
    });

  it('[CM13] writes a failure with its code', () => {
    const failed = { status: 'failed', errorCode: '131026', errorDescription: 'Undeliverable' } as const;
    const { failure } = parsed(toCmStatus({ reference, to: '+31612345678', at, ...failed }));
    assert.deepEqual(failure, { reason: 'unreachable', providerCode: '131026', detail: 'Undeliverable' });
  });

  it('[CM11] writes the documented body', () => {
    const body = toCmStatus({ reference, to: '+31612345678', status: 'delivered', at });
    const documented = fixture('status-delivered') as { messages: { msg: object } };
    assert.deepEqual(body, { messages: { msg: { ...documented.messages.msg, operator: '' } } });
  });
});

describe('reference', () => {
  it('[CM14] is the client id without hyphens, and back', () => {
    assert.equal(cmReference(clientId), reference);
    assert.equal(clientIdOf(reference), clientId);
    assert.equal(clientIdOf(` ${reference.toUpperCase()} `), clientId);
  });

  for (const foreign of ['', 'abc', clientId, `${reference}0`, 'z'.repeat(32)])
    it(`[CM14] is none of ours: ${JSON.stringify(foreign)}`, () => {
      assert.equal(clientIdOf(foreign), null);
    });

  it('[CM14] is at most 32 letters and digits, whatever the client id', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (id) => assert.match(cmReference(id), /^[\da-zA-Z]{0,32}$/)),
    );
    fc.assert(fc.property(fc.uuid(), (id) => assert.equal(clientIdOf(cmReference(id)), id)));
  });
});
