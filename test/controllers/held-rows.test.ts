import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { heldOrder, HeldRows } from '../../src/controllers/held-rows.ts';
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

describe('rows under the hand', () => {
  it('[C12] keep their place, say what is new and are joined by new ones at the end', () => {
    const held = heldOrder(
      [row('a'), row('b'), row('c')],
      [row('d'), row('c', 'new'), row('a'), row('b')],
      ({ id }) => id,
    );
    assert.equal(ids(held), 'abcd');
    assert.equal(held[2]?.text, 'new');
  });

  it('[C12] stay while the hand moves, also when they left the list', () => {
    const held = heldOrder([row('a'), row('b')], [row('b')], ({ id }) => id);
    assert.equal(ids(held), 'ab');
  });

  it('[C12] take their true order two seconds after the hand rested', async () => {
    const clock = manualClock();
    const page = host();
    const rows = new HeldRows<Row>(
      page,
      ({ id }) => id,
      () => clock,
    );
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

  it('are let go at once when another list is asked for, and when the element leaves', () => {
    const clock = manualClock();
    const rows = new HeldRows<Row>(
      host(),
      ({ id }) => id,
      () => clock,
    );
    rows.arrange([row('a'), row('b')]);
    rows.touch();
    rows.release();
    assert.equal(ids(rows.arrange([row('b'), row('a')])), 'ba');
    rows.touch();
    rows.hostDisconnected();
    assert.equal(clock.pending, 0);
  });
});
