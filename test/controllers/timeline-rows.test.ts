import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Arrangement, TimelineRows } from '../../src/controllers/timeline-rows.ts';
import { BlockList } from '../../src/store/block-list.ts';
import { aMessage, builtAt } from '../../src/testing/index.ts';

interface Entry {
  readonly key: string;
  readonly message: ReturnType<typeof aMessage>;
}

const minute = 60_000;
const entry = (index: number, at = builtAt + index * minute): Entry => ({
  key: `k${index}`,
  message: aMessage({ id: `k${index}`, at, position: index }),
});
const history = (count: number): Entry[] => Array.from({ length: count }, (_, index) => entry(index));
const given = (list: BlockList<Entry>, more: Partial<Arrangement<Entry>> = {}): Arrangement<Entry> => ({
  list,
  place: 'end',
  client: 500,
  focusedKey: null,
  timeZone: 'UTC',
  firstUnreadId: null,
  ...more,
});
/** What is mounted, by name; gaps as what they stand for. */
const shown = (rows: TimelineRows<Entry>): string[] =>
  rows.parts
    .flatMap((part) => [part, ...(part.type === 'day' ? part.rows : [])])
    .map((part) => {
      if (part.type === 'gap') return `${part.start}–${part.end}`;
      return part.type === 'day' ? `${part.key}${part.isWhole ? '' : ' …'}` : part.key;
    });
const keys = (rows: TimelineRows<Entry>): string[] => shown(rows).filter((name) => name.startsWith('k'));

describe('the mounted rows of a history', () => {
  it('are all of a short one', () => {
    const rows = new TimelineRows<Entry>();
    rows.arrange(given(BlockList.of(history(3))));
    assert.deepEqual(shown(rows), ['0–0', 'day:2026-03-01', 'k0', 'k1', 'k2', '3–3']);
    assert.equal(rows.lastMounted?.key, 'k2');
  });

  it('are the last ones at the end, with gaps for the rest', () => {
    const rows = new TimelineRows<Entry>();
    const list = BlockList.of(history(10_000));
    rows.arrange(given(list));
    const mounted = keys(rows);
    assert.equal(mounted.at(-1), 'k9999');
    assert.ok(mounted.length < 40);
    assert.deepEqual([shown(rows)[0], shown(rows).at(-1)], [`0–${10_000 - mounted.length}`, '10000–10000']);
    assert.equal(shown(rows)[1], 'day:2026-03-08 …');
  });

  it('stay around what the reader looks at when messages come before and after it', () => {
    const rows = new TimelineRows<Entry>();
    let list = BlockList.of(history(2_000).slice(1_000));
    rows.arrange(given(list, { place: [{ key: 'k1500', offset: 40 }] }));
    const before = keys(rows);
    assert.ok(before.includes('k1500'));
    list = list.insert(0, ...history(1_000)).insert(2_000, entry(2_000));
    rows.arrange(given(list, { place: [{ key: 'k1500', offset: 40 }] }));
    assert.deepEqual(keys(rows), before);
    assert.equal(rows.indexOf('k1500'), 1_500);
  });

  it('go by the next row on screen when the first one is gone', () => {
    const rows = new TimelineRows<Entry>();
    const list = BlockList.of(history(2_000));
    const place = [
      { key: 'k1000', offset: 0 },
      { key: 'k1001', offset: 55 },
    ];
    rows.arrange(given(list, { place }));
    rows.arrange(given(list.without(1_000), { place }));
    assert.ok(keys(rows).includes('k1001') && !keys(rows).includes('k1000'));
  });

  it('include the message with the focus wherever it is, in the same day and in another', () => {
    const rows = new TimelineRows<Entry>();
    const list = BlockList.of(history(10_000));
    rows.arrange(given(list));
    rows.arrange(given(list, { focusedKey: 'k9999', place: [{ key: 'k9800', offset: 0 }] }));
    assert.equal(shown(rows).filter((name) => name.startsWith('day')).length, 1);
    assert.deepEqual(shown(rows).slice(-2), ['k9999', '10000–10000']);
    rows.arrange(given(list, { focusedKey: 'k9999', place: [{ key: 'k20', offset: 0 }] }));
    assert.deepEqual(
      shown(rows)
        .slice(-4, -2)
        .map((name) => name.replace(/^\d+/, '')),
      ['–9999', 'day:2026-03-08 …'],
    );
    rows.arrange(given(list, { focusedKey: 'k20' }));
    assert.deepEqual(shown(rows).slice(0, 3), ['0–20', 'day:2026-03-01 …', 'k20']);
  });

  it('know days, groups and the divider by neighbours that are not mounted', () => {
    const rows = new TimelineRows<Entry>();
    const list = BlockList.of(history(2_000));
    rows.arrange(given(list, { place: [{ key: 'k1000', offset: 0 }], firstUnreadId: 'k1000' }));
    const [day] = rows.parts.filter(({ type }) => type === 'day');
    const first = day?.type === 'day' ? day.rows[0] : undefined;
    assert.equal(first?.type === 'message' && first.startsGroup, false);
    assert.equal(shown(rows)[shown(rows).indexOf('k1000') - 1], 'unread');
  });

  it('are found again when a message on its way was taken by the backend', () => {
    const rows = new TimelineRows<Entry>();
    const list = BlockList.of(history(100));
    rows.arrange(given(list));
    const taken = { key: 'k99', message: aMessage({ id: 'server', at: builtAt + 200 * minute }) };
    const changed: BlockList<Entry> = list.without(99).insert(99, entry(150), taken);
    assert.equal(rows.indexOf('k99', changed), 100);
    assert.equal(rows.indexOf('nobody', changed), -1);
  });

  it('cover the screen and never exceed 150, whatever is asked', () => {
    const cases = fc.record({
      count: fc.integer({ min: 1, max: 3_000 }),
      at: fc.nat(),
      client: fc.integer({ min: 1, max: 4_000 }),
    });
    fc.assert(
      fc.property(cases, ({ count, at, client }) => {
        const rows = new TimelineRows<Entry>();
        const list = BlockList.of(history(count));
        const index = at % count;
        rows.arrange(given(list, { client, place: [{ key: `k${index}`, offset: 0 }] }));
        const mounted = keys(rows);
        assert.ok(mounted.length <= 150 && mounted.includes(`k${index}`));
        const top = rows.heights.offset(list, index);
        assert.ok(client > 3_000 || !rows.needsMore(top, client));
      }),
    );
  });

  it('are wanted once only where the most that are mounted do not fill the screen, as on paper', () => {
    const rows = new TimelineRows<Entry>();
    const asked = given(BlockList.of(history(1_000)), { client: 90_000, place: [{ key: 'k500', offset: 0 }] });
    rows.arrange(asked);
    assert.equal(rows.needsMore(0, 90_000), true);
    rows.arrange(asked);
    assert.equal(rows.needsMore(0, 90_000), false);
    assert.equal(rows.needsMore(2_000, 90_000), true, 'elsewhere');
  });

  it('are not made anew without a reason', () => {
    const rows = new TimelineRows<Entry>();
    const list = BlockList.of(history(500));
    rows.arrange(given(list));
    const { parts } = rows;
    rows.arrange(given(list));
    assert.equal(rows.parts, parts);
  });
});
