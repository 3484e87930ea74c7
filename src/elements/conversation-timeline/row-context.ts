import type { Formats } from '../../controllers/formats.ts';
import type { Messages } from '../../controllers/localization.ts';
import type { ActionState, MessageAction } from '../../controllers/message-actions.ts';
import type { TimelineEntry } from '../../controllers/timeline-controller.ts';

/** What the rendering of a row needs besides the message. */
export interface RowContext {
  readonly messages: Messages;
  readonly formats: Formats;
  /** `0` in the article that Tab reaches, `-1` in all others: a feed is one stop on the way through a page. */
  readonly tabIndex: 0 | -1;
  /** Whether a long text is shown as a whole. */
  readonly isExpanded: boolean;
  /** What is going on with the message. */
  readonly state: ActionState | null;
  readonly expand: () => void;
  readonly act: (action: MessageAction) => void;
  /** Takes back the question whether to discard. */
  readonly keep: () => void;
  /** Something that is a chunk of its own is needed: what finds links, what shows more than text. */
  readonly want: (extra: 'links' | 'rich') => void;
}

/** A message with the place it has in its group. */
export interface MessageRow {
  readonly entry: TimelineEntry;
  readonly startsGroup: boolean;
  readonly endsGroup: boolean;
}
