import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { RowSelection } from '../../src/controllers/row-selection.ts';

const loaded = ['a', 'b', 'c', 'd', 'e'];

function selection(): RowSelection {
  return new RowSelection(() => undefined);
}
const chosen = (rows: RowSelection): string => [...rows.ids].sort().join('');

describe('rows chosen for one action (C11)', () => {
  it('[C11] reach from the row last pressed to this one, and shrink again on the way back', () => {
    const rows = selection();
    rows.toggle('b', loaded);
    rows.extendTo('d', loaded);
    assert.equal(chosen(rows), 'bcd');
    rows.extendTo('c', loaded);
    assert.equal(chosen(rows), 'bc');
    rows.extendTo('a', loaded);
    assert.equal(chosen(rows), 'ab');
  });

  it('[C11] keep what was chosen one by one when a reach moves over it', () => {
    const rows = selection();
    rows.toggle('e', loaded);
    rows.toggle('a', loaded);
    rows.extendTo('c', loaded);
    rows.extendTo('b', loaded);
    assert.equal(chosen(rows), 'abe');
  });

  it('[C11] reach from the open row when nothing was pressed before, and from the row itself without one', () => {
    const rows = selection();
    rows.extendTo('d', loaded, 'b');
    assert.equal(chosen(rows), 'bcd');
    const others = selection();
    others.extendTo('d', loaded, 'gone');
    assert.equal(chosen(others), 'd');
    others.extendTo('e', loaded, 'a');
    assert.equal(chosen(others), 'de');
  });

  it('[C11] forget where they began when choosing ends', () => {
    const rows = selection();
    rows.toggle('a', loaded);
    rows.turn(false);
    rows.extendTo('c', loaded);
    assert.equal(chosen(rows), 'c');
    assert.equal(rows.isOn, true);
  });
});
