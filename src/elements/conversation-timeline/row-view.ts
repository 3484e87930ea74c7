import { html, nothing, render } from 'lit';
import type { TimelineEntry } from '../../controllers/timeline-controller.ts';
import type { PlacedRow } from '../../controllers/timeline-rows.ts';
import { make, setAttributes } from '../../dom/make.ts';
import type { View } from '../keyed-views.ts';
import { rowMemo } from '../row-memo.ts';
import { hasLine, lineFacts, makeLine } from './message-line.ts';
import { renderEvent } from './render-event.ts';
import { authorName, hasLineOnly, messageLabel, renderBelow, renderSaid, textId } from './render-message.ts';
import { renderLinks, shownText, writeText } from './render-text.ts';
import type { RowContext, Thread } from './row-context.ts';
import type { Board } from './timeline-board.ts';

/** A message or event with what stands before it for assistive technology only: a new day, the first unread message. */
export interface LedRow {
  readonly row: PlacedRow<TimelineEntry>;
  readonly day: string;
  readonly unread: string;
}

/**
 * A message or event as an article. What every row has is made by hand; what few have, and what can be pressed, lit draws:
 * above the bubble, in it and below it, there from the first time that something needs it. Each is drawn again only when
 * what it shows has changed.
 */
export class RowView implements View<LedRow, Board> {
  readonly #box = make('div');
  readonly element = make('article', { part: 'message' }, this.#box);
  readonly #shell = rowMemo();
  readonly #inside = rowMemo();
  readonly #lead = rowMemo();
  readonly #line = rowMemo();
  /** Made by hand, above the bubble. */
  #leading: readonly HTMLElement[] = [];
  /** Made by hand, below the bubble. */
  #closing: HTMLElement | null = null;
  /** Made by hand, in the bubble: a text. */
  #paragraph: HTMLElement | null = null;
  /** Where lit has drawn something: there it goes on, and gives what was made its place, too. */
  readonly #drawn = new Set<'bubble' | 'text' | 'below'>();
  /** Behind what lit has drawn above the bubble; `null` while that is nothing. */
  #above: Text | null = null;

  update(led: LedRow, board: Board): void {
    const { row, day, unread } = led;
    const { entry, key } = row;
    const { localization, extras } = board;
    this.#updateShell(row, board);
    const context = contextOf(entry, board);
    const isAfterHole = board.holes.includes(key);
    const thread = row.startsThread ? board.threadOf?.(entry.message) : undefined;
    const { tabIndex, isExpanded, isCurrent, showsDetails, state, more } = context;
    const { replyToId } = entry.message;
    // What is answered may be taken back, or load.
    const answered = replyToId === null ? null : board.desk.find(replyToId);
    const place = [
      entry,
      answered,
      ...edgesOf(row),
      row.type === 'message' && row.sharesStatus,
      day,
      unread,
      isAfterHole,
      thread?.conversation,
    ];
    if (
      this.#inside.holds([...place, tabIndex, localization, isExpanded, isCurrent, showsDetails, state, more, extras])
    )
      return;
    this.#updateAbove(led, { isAfterHole, thread }, context);
    this.#updateSaid(row, context);
    this.#updateBelow(row, context);
  }

  #updateShell(row: PlacedRow<TimelineEntry>, { localization, activeKey, foundKey, setSize }: Board): void {
    const { entry, key, position, type } = row;
    const [starts, ends] = edgesOf(row);
    const [isActive, isFound] = [key === activeKey, key === foundKey];
    if (this.#shell.holds([entry, starts, ends, position, setSize, isActive, isFound, localization])) return;
    const { message } = entry;
    const classes = ['row', message.direction, starts && 'starts', ends && 'ends', isFound && 'found'];
    setAttributes(this.element, {
      class: classes.filter((name) => name !== false).join(' '),
      'data-key': key,
      tabindex: isActive ? 0 : -1,
      'aria-label': messageLabel(message, localization.messages, localization.formats),
      'aria-describedby': textId(key),
      'aria-posinset': position,
      'aria-setsize': setSize,
    });
    const kind = type === 'event' ? 'event' : 'bubble';
    setAttributes(this.#box, { class: kind, part: kind, id: textId(key) });
  }

  #updateAbove(
    { row, day, unread }: LedRow,
    { isAfterHole, thread }: { readonly isAfterHole: boolean; readonly thread: Thread | undefined },
    context: RowContext,
  ): void {
    const { message } = row.entry;
    const isNamed = edgesOf(row)[0] && message.direction === 'incoming' && !isNamedAbove(thread, context);
    const name = isNamed ? authorName(message.author, context.messages) : null;
    if (!this.#lead.holds([day, unread, name])) {
      for (const element of this.#leading) element.remove();
      this.#leading = [
        ...(day === '' ? [] : [make('h3', { class: 'visually-hidden' }, day)]),
        ...(unread === '' ? [] : [make('span', { class: 'visually-hidden' }, unread)]),
        // The customer's name stands above what they wrote; that of a co-worker in the line below.
        ...(name === null ? [] : [make('bdi', { class: 'author', part: 'author', 'aria-hidden': 'true' }, name)]),
      ];
      this.#box.before(...this.#leading);
    }
    const isRich = isAfterHole || thread !== undefined;
    if (!isRich && !this.#above) return;
    // Lit keeps what it has drawn with the node that it draws before: the box has its own.
    if (!this.#above) this.#box.before((this.#above = document.createTextNode('')));
    render(
      html`${isAfterHole ? renderHole(row.key, context) : nothing}${thread ? renderThread(thread, context) : nothing}${
        this.#leading
      }`,
      this.element,
      { renderBefore: this.#above },
    );
  }

  #updateSaid({ entry, key, type }: PlacedRow<TimelineEntry>, context: RowContext): void {
    const { content, deletedAt, direction, replyToId } = entry.message;
    const isText = content.kind === 'text' && deletedAt === null && direction !== 'note' && replyToId === null;
    const text = isText && shownText(content.text, { ...context, mentions: content.mentions }, key);
    if (this.#drawn.has('bubble') || !text || text.hasMore) {
      if (!this.#drawn.has('bubble')) this.#box.replaceChildren();
      this.#paragraph = null;
      this.#drawn.add('bubble');
      render(type === 'event' ? renderEvent(entry.message, context) : renderSaid(entry, context), this.#box);
      return;
    }
    if (!this.#paragraph) this.#box.append((this.#paragraph = make('p', { class: 'text', dir: 'auto' })));
    const { rich } = text;
    if (rich === null && !this.#drawn.has('text')) {
      writeText(this.#paragraph, text.text, context);
      return;
    }
    if (!this.#drawn.has('text')) this.#paragraph.replaceChildren();
    this.#drawn.add('text');
    render(rich ?? renderLinks(text.text, context), this.#paragraph);
  }

  #updateBelow(row: PlacedRow<TimelineEntry>, context: RowContext): void {
    const { entry, type } = row;
    if (type === 'event') return;
    const isClosed = hasLine(entry.message, row.sharesStatus);
    if (!this.#line.holds(isClosed ? lineFacts(entry.message, context) : [])) {
      this.#closing?.remove();
      this.#closing = isClosed ? makeLine(entry.message, context) : null;
      if (this.#closing) this.#box.after(this.#closing);
    }
    if (hasLineOnly(entry, context) && !this.#drawn.has('below')) return;
    this.#drawn.add('below');
    render(renderBelow(entry, this.#closing ?? nothing, context), this.element);
  }
}

function edgesOf(row: PlacedRow<TimelineEntry>): readonly [starts: boolean, ends: boolean] {
  return row.type === 'message' ? [row.startsGroup, row.endsGroup] : [false, false];
}

/** Across recipients each run begins with the recipient's name: it need not stand above their first message again. */
function isNamedAbove(thread: Thread | undefined, { more }: RowContext): boolean {
  return (
    thread?.by === 'recipient' &&
    thread.conversation !== null &&
    more !== null &&
    thread.message.direction === 'incoming'
  );
}

function contextOf(entry: TimelineEntry, board: Board): RowContext {
  const { key } = entry;
  const { messages, formats } = board.localization;
  return {
    messages,
    formats,
    tabIndex: key === board.activeKey ? 0 : -1,
    isExpanded: board.isExpanded(key),
    isCurrent: board.isCurrent(key),
    showsDetails: board.showsDetails(key),
    isFormatted: entry.message.channel === 'whatsapp',
    state: board.stateOf(key),
    more: board.more,
    desk: board.desk,
  };
}

function renderThread(thread: Thread, context: RowContext): unknown {
  if (!context.more) context.desk.want('more');
  return context.more?.thread(thread, context);
}

function renderHole(key: string, context: RowContext): unknown {
  if (!context.more) context.desk.want('more');
  return context.more?.hole(key, context);
}
