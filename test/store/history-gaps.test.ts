import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Message } from '../../src/domain/model.ts';
import type { ReadPage } from '../../src/store/history-spans.ts';
import { MessageWindow, timelineKey } from '../../src/store/message-window.ts';
import { aMessage } from '../../src/testing/index.ts';

const query = { kind: 'conversation', conversationId: 'c1' } as const;
const at = (minute: number): Message =>
  aMessage({ id: `m${minute}`, conversationId: 'c1', at: minute * 60_000, position: minute });
const history = Array.from({ length: 200 }, (_, minute) => at(minute));
/** What a backend answers. Cursors are the place they lead on from. */
function page(start: number, end: number): ReadPage {
  const [from, to] = [Math.max(0, start), Math.min(history.length, end)];
  return {
    messages: history.slice(from, to),
    olderCursor: from > 0 ? String(from) : null,
    newerCursor: to < history.length ? String(to) : null,
  };
}
function opened(): MessageWindow {
  const made = new MessageWindow(timelineKey(query), query);
  const newest = page(190, 200);
  made.replaceAll(newest.messages, newest.olderCursor);
  return made;
}
const ids = (made: MessageWindow): string[] => made.rows.map(({ message }) => message.id);
const missing = (made: MessageWindow): string[] => made.gaps.map(({ beforeKey }) => beforeKey);

describe('a history with gaps', () => {
  it('says before which messages others are missing', () => {
    const made = opened();
    made.addPage(page(50, 60));
    made.addPage(page(100, 110));
    assert.deepEqual([missing(made), made.olderCursor], [['m100', 'm190'], '50']);
    assert.deepEqual(made.gaps, made.gaps);
  });

  it('closes a gap from either side, and where pages overlap', () => {
    const made = opened();
    made.addPage(page(150, 160));
    const [gap] = made.gaps;
    made.extend(gap!.older, 'newer', page(160, 180));
    made.extend(made.gaps[0]!.newer, 'older', page(175, 190));
    assert.deepEqual([missing(made), made.olderCursor, made.size], [[], '150', 50]);
  });

  it('leaves out a page for a stretch that has become another meanwhile', () => {
    const made = opened();
    made.addPage(page(150, 160));
    const [gap] = made.gaps;
    made.extend(gap!.older, 'newer', page(160, 170));
    made.extend(gap!.older, 'newer', page(160, 165));
    assert.equal(made.gaps[0]?.older.newerCursor, '170');
  });

  it('takes from the feed what belongs into a loaded stretch, and leaves out what would stand alone', () => {
    const made = opened();
    made.addPage(page(50, 60));
    made.remove('m55');
    assert.deepEqual([made.put(history[55]!), made.put(history[70]!), made.put(at(300))], [true, false, true]);
    assert.deepEqual(ids(made).slice(-2), ['m199', 'm300']);
  });

  it('names the gap by the next message when the first behind it is removed', () => {
    const made = opened();
    made.addPage(page(50, 60));
    made.remove('m190');
    assert.deepEqual(missing(made), ['m191']);
  });

  it('has none any more when everything was read anew', () => {
    const made = opened();
    made.addPage(page(50, 60));
    made.replaceAll(page(180, 200).messages, '180');
    assert.deepEqual([missing(made), made.size, made.olderCursor], [[], 20, '180']);
  });

  it('is whole in the end, in whatever order it was read', () => {
    const jump = fc.record({ at: fc.nat(199), size: fc.integer({ min: 1, max: 30 }) });
    const step = fc.record({
      gap: fc.nat(),
      side: fc.constantFrom('older' as const, 'newer' as const),
      size: fc.integer({ min: 1, max: 30 }),
    });
    fc.assert(
      fc.property(fc.array(jump, { maxLength: 8 }), fc.array(step, { minLength: 1, maxLength: 10 }), (jumps, steps) => {
        const made = opened();
        for (const { at: middle, size } of jumps) made.addPage(page(middle - size, middle + size));
        const olderOf = (cursor: string, size: number): ReadPage => page(Number(cursor) - size, Number(cursor));
        for (let turn = 0; made.gaps.length > 0; turn += 1) {
          const { gap, side, size } = steps[turn % steps.length]!;
          const { older, newer } = made.gaps[gap % made.gaps.length]!;
          if (side === 'newer') made.extend(newer, 'older', olderOf(newer.olderCursor!, size));
          else made.extend(older, 'newer', page(Number(older.newerCursor), Number(older.newerCursor) + size));
          assert.ok(turn < 1_000);
        }
        for (let cursor = made.olderCursor; cursor !== null; cursor = made.olderCursor) {
          const read = olderOf(cursor, 30);
          made.addOlder(read.messages, read.olderCursor);
        }
        assert.deepEqual(
          ids(made),
          history.map(({ id }) => id),
        );
      }),
    );
  });
});
