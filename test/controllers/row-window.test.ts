import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  lacksRows,
  layoutRows,
  mountedRows,
  rowAt,
  rowsAround,
  type RowLayout,
} from '../../src/controllers/row-window.ts';

const rows = (count: number, height = 50) => layoutRows(Array.from({ length: count }, () => height));

const mount = (layout: RowLayout, viewport: { top: number; height: number }, keep: number): readonly number[] =>
  mountedRows(layout, rowsAround(layout, viewport), keep);

describe('row window', () => {
  it('stacks rows of different heights', () => {
    assert.deepEqual(layoutRows([50, 70, 50]).offsets, [0, 50, 120, 170]);
  });

  it('finds the row at a height', () => {
    const layout = layoutRows([50, 70, 50]);
    assert.deepEqual(
      [-10, 0, 49, 50, 119, 120, 9999].map((top) => rowAt(layout, top)),
      [0, 0, 0, 1, 1, 2, 2],
    );
  });

  it('mounts what is on screen and 300 px beyond each edge', () => {
    const mounted = mount(rows(1000), { top: 5000, height: 500 }, -1);
    assert.equal(mounted[0], 94);
    assert.equal(mounted.at(-1), 116);
  });

  it('[I9] never mounts more than a hundred rows, also where nothing limits the height', () => {
    assert.equal(mount(rows(100_000), { top: 0, height: 5_000_000 }, -1).length, 100);
  });

  it('[I10] keeps the row with the focus mounted wherever it is, in order', () => {
    const above = mount(rows(1000), { top: 20_000, height: 500 }, 3);
    const below = mount(rows(1000), { top: 0, height: 500 }, 900);
    assert.equal(above[0], 3);
    assert.equal(below.at(-1), 900);
    assert.deepEqual(
      above,
      [...above].sort((a, b) => a - b),
    );
  });

  it('mounts nothing of an empty list', () => {
    assert.deepEqual(mount(layoutRows([]), { top: 0, height: 500 }, 0), []);
  });

  it('lacks rows only when scrolled near the edge of what is mounted, never beyond the first and the last', () => {
    const layout = rows(1000);
    const span = rowsAround(layout, { top: 5000, height: 500 });
    const lacks = (top: number): boolean => lacksRows(layout, span, { top, height: 500 });
    assert.deepEqual([4850, 5000, 5150].map(lacks), [false, false, false]);
    assert.deepEqual([4750, 5300, 9000].map(lacks), [true, true, true]);
    assert.equal(lacksRows(layout, { first: 0, last: 999 }, { top: 0, height: 500 }), false);
    assert.equal(lacksRows(layoutRows([]), { first: 0, last: -1 }, { top: 0, height: 500 }), false);
  });
});
