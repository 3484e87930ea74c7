import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Hand, heldOrder, HeldRows } from '../../src/controllers/held-rows.ts';
import { manualClock } from '../../src/testing/index.ts';

interface Row {
  readonly id: string;
  readonly text: string;
}
const row = (id: string, text = ''): Row => ({ id, text });
const ids = (rows: readonly Row[]): string => rows.map(({ id }) => id).join('');

function host() {
  const updates = { count: 0 };
  return {
    updates,
    addController: () => undefined,
    removeController: () => undefined,
    requestUpdate: () => {
      updates.count += 1;
    },
    updateComplete: Promise.resolve(true),
  };
}

function held() {
  const clock = manualClock();
  const page = host();
  const hand: { -readonly [Field in keyof Hand]: Hand[Field] } = {
    isOver: false,
    overIndex: null,
    hasFocus: false,
    hasPress: false,
    canKeepAt: () => false,
  };
  const rows = new HeldRows<Row>(page, ({ id }) => id, { clock: () => clock, hand: () => hand });
  return { clock, page, hand, rows };
}

describe('rows under the hand', () => {
  it('[C12] keep their place, say what is new and are joined by new ones at the end', () => {
    const held = heldOrder([row('a'), row('b'), row('c')], [row('d'), row('c', 'new'), row('a'), row('b')], {
      keyOf: ({ id }) => id,
    });
    assert.equal(ids(held), 'abcd');
    assert.equal(held[2]?.text, 'new');
  });

  it('[C12] stay while the hand moves, also when they left the list', () => {
    const held = heldOrder([row('a'), row('b')], [row('b')], { keyOf: ({ id }) => id });
    assert.equal(ids(held), 'ab');
  });

  it('[C12] take their true order two seconds after the hand rested', async () => {
    const { rows, clock, page } = held();
    assert.equal(ids(rows.arrange([row('a'), row('b')])), 'ab');
    rows.touch();
    await clock.advance(1500);
    rows.touch();
    await clock.advance(1500);
    assert.equal(ids(rows.arrange([row('b'), row('a')])), 'ab');
    assert.equal(page.updates.count, 0);
    await clock.advance(600);
    assert.equal(page.updates.count, 1);
    assert.equal(ids(rows.arrange([row('b'), row('a')])), 'ba');
    assert.equal(clock.pending, 0);
  });

  for (const name of ['isOver', 'hasFocus'] as const)
    it(`[C12] stand still without limit while the hand ${name === 'isOver' ? 'rests over' : 'has the focus in'} them`, async () => {
      const { rows, clock, hand } = held();
      rows.arrange([row('a'), row('b')]);
      hand[name] = true;
      await clock.advance(3_600_000);
      assert.equal(ids(rows.arrange([row('b', 'new'), row('a')], 'a')), 'ab');
      assert.equal(clock.pending, 0);
      hand[name] = false;
      rows.touch();
      assert.equal(ids(rows.arrange([row('b'), row('a')])), 'ab');
      await clock.advance(2000);
      assert.equal(ids(rows.arrange([row('b'), row('a')])), 'ba');
    });

  it('[C12] say what waits: nothing while the order is true, another order, rows that are new between them', () => {
    const { rows, hand } = held();
    rows.arrange([row('a'), row('b')]);
    hand.isOver = true;
    assert.equal(rows.news, null);
    rows.arrange([row('b'), row('a')]);
    assert.deepEqual(rows.news, { fresh: 0 });
    rows.arrange([row('c'), row('b'), row('a')]);
    rows.arrange([row('d'), row('c'), row('b'), row('a')]);
    assert.deepEqual(rows.news, { fresh: 2 });
    rows.arrange([row('d'), row('b'), row('a')]);
    assert.deepEqual(rows.news, { fresh: 1 });
    rows.release();
    assert.equal(ids(rows.arrange([row('d'), row('b'), row('a')])), 'dba');
    assert.equal(rows.news, null);
  });

  it('[C12] do not call the next page news, nor a row that is new where it belongs', () => {
    const { rows, hand } = held();
    rows.arrange([row('a'), row('b')]);
    hand.isOver = true;
    assert.equal(ids(rows.arrange([row('a'), row('b'), row('c'), row('d')])), 'abcd');
    assert.equal(rows.news, null);
    assert.equal(ids(rows.arrange([row('b'), row('a'), row('c'), row('d'), row('e')])), 'abcde');
    assert.deepEqual(rows.news, { fresh: 0 });
  });

  it('[C12] that left go below the focus once the hand rested, and stay above it', async () => {
    const { rows, clock, hand } = held();
    rows.arrange([row('a'), row('b'), row('c')]);
    hand.hasFocus = true;
    rows.touch();
    assert.equal(ids(rows.arrange([row('b')], 'b')), 'abc');
    await clock.advance(2000);
    assert.equal(ids(rows.arrange([row('b')], 'b')), 'ab');
    assert.deepEqual(
      [row('a'), row('b')].map((one) => rows.isGone(one)),
      [true, false],
    );
  });

  it('[C12] that left go below the pointer once it rested, and stay under it and above it', async () => {
    const { rows, clock, hand } = held();
    rows.arrange([row('a'), row('b'), row('c')]);
    Object.assign(hand, { isOver: true, overIndex: 1 });
    rows.touch();
    assert.equal(ids(rows.arrange([])), 'abc');
    await clock.advance(2000);
    assert.equal(ids(rows.arrange([])), 'ab');
    rows.release();
    assert.equal(ids(rows.arrange([])), '');
  });

  it('[C12] take their true order around a row that was pressed, as long as it keeps its place', () => {
    const { rows, hand } = held();
    rows.arrange([row('a'), row('b'), row('c'), row('d')]);
    hand.hasPress = true;
    assert.equal(ids(rows.arrange([row('a'), row('b'), row('d'), row('c'), row('e')], 'b')), 'abdce');
    assert.equal(ids(rows.arrange([row('b'), row('a'), row('d'), row('c'), row('e')], 'd')), 'badce');
    assert.equal(rows.news, null);
  });

  it('[C12] stand still when a row that was pressed would move, and take their order when scrolling can prevent it', () => {
    const { rows, hand } = held();
    const asked: (readonly [number, number])[] = [];
    rows.arrange([row('a'), row('b'), row('c')]);
    hand.hasPress = true;
    assert.equal(ids(rows.arrange([row('n'), row('a'), row('b'), row('c')], 'b')), 'abcn');
    assert.deepEqual(rows.news, { fresh: 1 });
    assert.equal(ids(rows.arrange([row('n'), row('b'), row('c')], 'b')), 'abcn');
    hand.canKeepAt = (...place) => asked.push(place) > 0;
    assert.equal(ids(rows.arrange([row('n'), row('m'), row('b'), row('c')], 'b')), 'nmbc');
    assert.deepEqual(asked, [[2, 4]]);
    assert.equal(rows.news, null);
  });

  it('are let go at once when another list is asked for, and when the element leaves', () => {
    const { rows, clock } = held();
    rows.arrange([row('a'), row('b')]);
    rows.touch();
    rows.release();
    assert.equal(ids(rows.arrange([row('b'), row('a')])), 'ba');
    rows.touch();
    rows.hostDisconnected();
    assert.equal(clock.pending, 0);
  });
});
