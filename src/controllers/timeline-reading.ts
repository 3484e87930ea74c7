import type { HistoryVisits, VisitedHistory } from './history-visits.ts';
import type { ReadController, ReadInputs } from './read-controller.ts';

/** What notes what is read and which places are visited; it comes a moment after the first messages. */
export interface Reading {
  readonly read: ReadController;
  readonly visits: HistoryVisits;
}

/** What it needs to know. */
export interface Noted {
  readonly read: () => ReadInputs;
  readonly history: VisitedHistory;
}
