import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { newId } from '../../../src/adapters/web/new-id.ts';

const many = (count: number) => Array.from({ length: count }, () => newId());

describe('a new id', () => {
  it('is a UUIDv7 of now', () => {
    const before = Date.now();
    const id = newId();
    assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const at = Number.parseInt(id.replace('-', '').slice(0, 12), 16);
    assert.ok(at >= before && at <= Date.now() + 1);
  });

  it('is unlike any other, and sorts as it was made', () => {
    const ids = many(5_000);
    assert.equal(new Set(ids).size, 5_000);
    assert.deepEqual([...ids].sort(), ids);
  });

  it('sorts behind the one before when the clock was set back', (test) => {
    const before = newId();
    test.mock.method(Date, 'now', () => 0);
    const after = newId();
    assert.ok(after > before);
    assert.ok(newId() > after);
  });

  it('has as much chance in it as it has room for', () => {
    const chances = many(2_000).map((id) => id.replaceAll('-', '').slice(13));
    for (let place = 0; place < chances[0]!.length; place += 1) {
      const seen = new Set(chances.map((chance) => chance[place]));
      if (place !== 3) assert.equal(seen.size, 16, `place ${place}`);
    }
  });

  it('needs no secure context', (test) => {
    test.mock.method(crypto, 'randomUUID', () => assert.fail('is missing on a page without https'));
    assert.equal(many(3).length, 3);
  });
});
