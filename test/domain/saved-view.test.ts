import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { formatView, parseView, viewQuery } from '../../src/domain/saved-view.ts';
import type { InboxView } from '../../src/domain/saved-view.ts';
import { T0 } from './samples.ts';

const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
const ids = fc.array(fc.option(fc.oneof(words, fc.constantFrom('-', '%2D', 'a,b', '__proto__')), { nil: null }), {
  minLength: 1,
  maxLength: 3,
});
const anyView = fc.record(
  {
    tab: fc.constantFrom('new', 'assigned-to-me', 'spam'),
    scope: fc.constantFrom('mine', 'branch', 'all'),
    sort: fc.constantFrom('oldest', 'longest-wait'),
    states: fc.subarray(['new', 'assigned', 'archived'], { minLength: 1 }),
    channels: fc.subarray(['sms', 'whatsapp', 'email'], { minLength: 1 }),
    coWorkerIds: ids,
    branchIds: ids,
    teamIds: ids,
    tags: fc.array(words, { minLength: 1, maxLength: 3 }),
    unreadOnly: fc.boolean(),
    started: fc.constantFrom('today', 'last-7-days', { from: '2026-11-01', to: null }, { from: null, to: null }),
    text: words,
  },
  { requiredKeys: [], noNullPrototype: true },
) as fc.Arbitrary<InboxView>;

describe('views as strings', () => {
  it('[VW1] come back as they were written', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        assert.deepEqual(parseView(formatView(view)), { view, problems: [] });
      }),
    );
  });

  it('[VW1] hold nothing that an address or an attribute would change', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        assert.match(formatView(view), /^[\w\-.!~*'(),%&=]*$/);
      }),
    );
  });

  it('[VW1] are the same for the same view, whatever the order of its fields', () => {
    assert.equal(formatView({ text: 'a b', tab: 'new' }), formatView({ tab: 'new', text: 'a b' }));
    assert.equal(
      formatView({
        tab: 'new',
        channels: ['sms', 'whatsapp'],
        coWorkerIds: [null, '-'],
        unreadOnly: true,
        text: 'é & co',
      }),
      'tab=new&channel=sms,whatsapp&co-worker=-,%2D&unread=1&q=%C3%A9%20%26%20co',
    );
  });

  it('[VW1] leave out a list without a value, which narrows nothing', () => {
    assert.equal(formatView({ tab: 'new', tags: [], channels: [] }), 'tab=new');
  });

  it('[VW2] keep what a newer version wrote', () => {
    const { view, problems } = parseView('?tab=new&mood=sunny&q=x&flag');
    assert.deepEqual(problems, []);
    assert.equal(formatView(view), 'tab=new&q=x&mood=sunny&flag');
  });

  for (const [text, field, value] of [
    ['tab=drafts', 'tab', 'drafts'],
    ['channel=sms,fax', 'channel', 'sms,fax'],
    ['started=2026-02-30..', 'started', '2026-02-30..'],
    ['started=2026-11-01..2026-11-02..2026-11-03', 'started', '2026-11-01..2026-11-02..2026-11-03'],
    ['q=%E0%A4%A', 'q', '%E0%A4%A'],
    ['unread=maybe', 'unread', 'maybe'],
    ['co-worker=', 'co-worker', ''],
  ] as const)
    it(`[VW3] says of ${text} that it cannot be read`, () => {
      const { view, problems } = parseView(`sort=newest&${text}`);
      assert.deepEqual(problems, [{ field, value }]);
      assert.equal(view.sort, 'newest');
    });

  it('[VW3] never throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        parseView(text);
      }),
    );
  });

  it('[VW4] ask their question here and now', () => {
    const context = { now: T0, timeZone: 'UTC', agentId: 'w1', scope: { kind: 'branch' } } as const;
    assert.deepEqual(viewQuery(parseView('tab=assigned-to-me&tag=a&started=today&later=1').view, context), {
      scope: { kind: 'branch' },
      sort: 'oldest',
      tags: ['a'],
      states: ['assigned'],
      coWorkerIds: ['w1'],
      startedFrom: Date.UTC(2026, 10, 22),
      startedBefore: Date.UTC(2026, 10, 23),
    });
    assert.deepEqual(viewQuery(parseView('scope=all&sort=newest').view, context), {
      scope: { kind: 'all' },
      sort: 'newest',
    });
  });
});
