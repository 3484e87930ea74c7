import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { applyStatus, isForward, statusRank } from '../../src/domain/delivery-status.ts';
import type { StatusReport } from '../../src/domain/delivery-status.ts';
import type { DeliveryStatus, Failure, FailureReason, Message } from '../../src/domain/model.ts';
import { aMessage, T0 } from './samples.ts';

const statuses = Object.keys(statusRank) as DeliveryStatus[];

function failure(reason: FailureReason, providerCode: string | null = null, at = T0): Failure {
  return { reason, providerCode, detail: null, at };
}

function outgoing(status: DeliveryStatus, changes: Partial<Message> = {}): Message {
  return aMessage({ direction: 'outgoing', status, statusTimes: { [status]: T0 }, ...changes });
}

function after(message: Message, ...reports: readonly StatusReport[]): Message {
  return reports.reduce(applyStatus, message);
}

const report: fc.Arbitrary<StatusReport> = fc.record(
  {
    status: fc.oneof(fc.constantFrom(...statuses), fc.constant<DeliveryStatus>('failed')),
    at: fc.integer({ min: T0, max: T0 + 3 }),
    failure: fc.option(
      fc.record({
        reason: fc.constantFrom<FailureReason>('unknown', 'blocked', 'media'),
        providerCode: fc.option(fc.constantFrom('1', '131026')),
        detail: fc.option(fc.constantFrom('a', 'b')),
        at: fc.constantFrom(T0, T0, T0 + 1),
      }),
    ),
  },
  { requiredKeys: ['status', 'at'] },
);

/** All that must not depend on the order of reports. The version counts changes, so it may. */
function outcome({ status, statusTimes, failure: reason }: Message): unknown {
  return { status, times: Object.entries(statusTimes).sort(), reason: reason && { ...reason } };
}

describe('delivery status', () => {
  for (const [rule, current, next, expected] of [
    ['DS1', 'accepted', 'sent', true],
    ['DS1', 'sent', 'accepted', false],
    ['DS1', 'sent', 'sent', false],
    ['DS1', 'queued', 'sending', true],
    ['DS1', 'sending', 'unknown', true],
    ['DS1', 'accepted', 'unknown', true],
    ['DS1', 'unknown', 'accepted', false],
    ['DS1', 'unknown', 'sent', true],
    ['DS1', 'accepted', 'read', true],
    ['DS1', 'read', 'delivered', false],
    ['DS1', 'sent', 'failed', true],
    ['DS1', 'delivered', 'failed', false],
    ['DS2', 'failed', 'delivered', true],
    ['DS2', 'failed', 'read', true],
    ['DS2', 'failed', 'sent', false],
    ['DS3', 'accepted', 'cancelled', true],
    ['DS3', 'cancelled', 'sent', true],
    ['DS3', 'sent', 'cancelled', false],
  ] as const)
    it(`[${rule}] ${expected ? 'moves from' : 'stays at'} ${current} ${expected ? 'to' : 'when told'} ${next}`, () => {
      assert.equal(isForward(current, next), expected);
      assert.equal(after(outgoing(current), { status: next, at: T0 + 1 }).status, expected ? next : current);
    });

  it('[DS1] gives each status a rank of its own', () => {
    assert.equal(new Set(Object.values(statusRank)).size, 10);
  });

  it('[DS4] returns the same message for a repeated report', () => {
    const sent = outgoing('sent');
    assert.equal(applyStatus(sent, { status: 'sent', at: T0 }), sent);
    assert.equal(applyStatus(sent, { status: 'sent', at: T0 + 5 }), sent);
  });

  it('[DS4] keeps the time of a report that comes late', () => {
    const read = after(outgoing('accepted'), { status: 'read', at: T0 + 9 }, { status: 'delivered', at: T0 + 4 });
    assert.equal(read.status, 'read');
    assert.deepEqual(read.statusTimes, { accepted: T0, read: T0 + 9, delivered: T0 + 4 });
    assert.equal(read.version, 3);
  });

  it('[DS2] forgets the failure when the message arrived after all', () => {
    const failed = after(outgoing('sent'), { status: 'failed', at: T0 + 1, failure: failure('unreachable') });
    assert.equal(failed.failure?.reason, 'unreachable');
    assert.equal(after(failed, { status: 'delivered', at: T0 + 2 }).failure, null);
  });

  it('[DS5] names a failure without a reason unknown', () => {
    const failed = after(outgoing('sent'), { status: 'failed', at: T0 + 1 });
    assert.deepEqual(failed.failure, failure('unknown', null, T0 + 1));
  });

  for (const [title, first, second, kept] of [
    ['a known reason over an unknown one', failure('unknown', '7'), failure('blocked'), 'second'],
    ['a coded one over one without a code', failure('blocked'), failure('media', '131053'), 'second'],
    ['the earlier', failure('blocked', '1', T0 + 1), failure('media', '2', T0), 'second'],
    ['the first of equals', failure('blocked', '1'), failure('media', '1'), 'first'],
  ] as const)
    it(`[DS5] keeps ${title}`, () => {
      const failed = (reason: Failure): StatusReport => ({ status: 'failed', at: T0, failure: reason });
      assert.deepEqual(
        after(outgoing('sent'), failed(first), failed(second)).failure,
        kept === 'first' ? first : second,
      );
    });

  for (const direction of ['incoming', 'note', 'event'] as const)
    it(`leaves ${direction} alone`, () => {
      const message = aMessage({ direction, status: null });
      assert.equal(applyStatus(message, { status: 'delivered', at: T0 }), message);
    });

  it('leaves a message alone that has no status to begin with, or is not ours', () => {
    for (const message of [outgoing('sent', { status: null }), aMessage({ direction: 'incoming', status: 'sent' })])
      assert.equal(applyStatus(message, { status: 'delivered', at: T0 }), message);
  });

  it('[DS1] never goes back, whatever is reported', () => {
    fc.assert(
      fc.property(fc.constantFrom(...statuses), fc.array(report), (start, reports) => {
        reports.reduce((message, next) => {
          const changed = applyStatus(message, next);
          assert.ok(statusRank[changed.status ?? 'draft'] >= statusRank[message.status ?? 'draft']);
          assert.equal(changed === message, changed.version === message.version);
          return changed;
        }, outgoing(start));
      }),
    );
  });

  it('[DS4] changes nothing when every report comes twice', () => {
    fc.assert(
      fc.property(fc.array(report), (reports) => {
        const once = after(outgoing('accepted'), ...reports);
        assert.equal(after(once, ...reports), once);
      }),
    );
  });

  it('[DS4] ends the same in any order', () => {
    const shuffled = fc
      .array(report, { maxLength: 6 })
      .chain((reports) => fc.tuple(fc.constant(reports), fc.shuffledSubarray(reports, { minLength: reports.length })));
    fc.assert(
      fc.property(shuffled, ([reports, otherwise]) => {
        assert.deepEqual(
          outcome(after(outgoing('accepted'), ...reports)),
          outcome(after(outgoing('accepted'), ...otherwise)),
        );
      }),
      { numRuns: 1000 },
    );
  });
});
