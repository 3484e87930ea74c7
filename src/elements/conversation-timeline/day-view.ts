import type { TimelineEntry } from '../../controllers/timeline-controller.ts';
import type { TimelineDay, TimelinePart } from '../../controllers/timeline-rows.ts';
import { make, setAttributes } from '../../dom/make.ts';
import { KeyedViews, type View } from '../keyed-views.ts';
import { rowMemo } from '../row-memo.ts';
import { type LedRow, RowView } from './row-view.ts';
import type { Board } from './timeline-board.ts';

const minuteMs = 60_000;

type Part = TimelinePart<TimelineEntry>;
type Day = TimelineDay<TimelineEntry>;
type DayPart = Day['rows'][number];

/** What is mounted: days, and gaps for the rest. */
export const partViews = {
  keyOf: ({ key }: Part): string => key,
  viewOf: ({ type }: Part): View<Part, Board> => (type === 'gap' ? gapView() : new DayView()),
};

/** Room for messages that are not mounted. Its height is an attribute: a strict content security policy allows that. */
function gapView(): View<unknown, unknown> {
  const element = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  setAttributes(element, { class: 'gap', width: 0, height: 0, 'aria-hidden': 'true' });
  return { element, update: () => undefined };
}

/** What the messages of a day share. */
interface DayBoard {
  readonly board: Board;
  readonly day: string;
  readonly unread: string;
  /** The first message or event. */
  readonly first: DayPart | undefined;
  /** The one behind the divider. */
  readonly firstUnread: DayPart | undefined;
}

/** A day: its separator, which stays in view, and its messages. */
class DayView implements View<Part, Board> {
  readonly #name = make('span');
  readonly element = make(
    'div',
    {},
    make('div', { class: 'day-mark', part: 'day', 'aria-hidden': 'true' }, this.#name),
  );
  readonly #rows = new KeyedViews<DayPart, DayBoard>(this.element, {
    keyOf: ({ key }) => key,
    viewOf: ({ type }) => (type === 'gap' ? gapView() : type === 'unread' ? dividerView() : rowView()),
  });

  readonly #words = rowMemo();
  #day = '';
  #unread = '';

  update(part: Part, board: Board): void {
    if (part.type === 'gap') return;
    const { dayStart, isWhole, rows } = part;
    const { formats, messages } = board.localization;
    // What a day is called changes at midnight at most; to ask costs as much as all its messages.
    if (!this.#words.holds([dayStart, Math.floor(board.now / minuteMs), board.unreadCount, board.localization])) {
      this.#day = formats.day(dayStart, board.now);
      this.#unread = messages.timeline.unread(board.unreadCount);
    }
    setAttributes(this.element, { class: isWhole ? 'day whole' : 'day' });
    setText(this.#name, this.#day);
    const unreadAt = rows.findIndex(({ type }) => type === 'unread');
    this.#rows.update(rows, {
      board,
      day: this.#day,
      unread: this.#unread,
      first: rows.find(({ type }) => type === 'message' || type === 'event'),
      firstUnread: unreadAt < 0 ? undefined : rows[unreadAt + 1],
    });
  }
}

/** The divider before the first unread message. */
function dividerView(): View<DayPart, DayBoard> {
  const text = make('span');
  return {
    element: make('div', { class: 'unread', part: 'unread', 'aria-hidden': 'true' }, text),
    update: (_part, { unread }) => setText(text, unread),
  };
}

function rowView(): View<DayPart, DayBoard> {
  const view = new RowView();
  return {
    element: view.element,
    update: (row, { board, day, unread, first, firstUnread }) => {
      if (row.type === 'gap' || row.type === 'unread') return;
      const led: LedRow = { row, day: row === first ? day : '', unread: row === firstUnread ? unread : '' };
      view.update(led, board);
    },
  };
}

function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
