import type { LitElement } from 'lit';
import type { ConversationRows } from '../../controllers/conversation-rows.ts';
import type { CountsController } from '../../controllers/counts-controller.ts';
import type { ListSnapshot } from '../../controllers/session-controller.ts';
import { inboxTabs } from '../../domain/inbox-tabs.ts';
import { emit } from '../events.ts';
import { showTab } from './tabs.ts';

/** What a list does when it has rendered: keeps the chosen tab in sight, and tells which rows it shows. */
export class AfterRender {
  readonly #element: LitElement;
  readonly #counts: CountsController;
  readonly #rows: ConversationRows;
  #counted = 0;
  #told: ListSnapshot | null = null;

  constructor(element: LitElement, counts: CountsController, rows: ConversationRows) {
    this.#element = element;
    this.#counts = counts;
    this.#rows = rows;
  }

  run(isOtherTab: boolean): void {
    const counted = inboxTabs.filter((tab) => this.#counts.of(tab) !== null).length;
    // Tabs grow with their counts, which can push the chosen one out of the strip.
    if (isOtherTab || counted !== this.#counted) showTab(this.#element.renderRoot.querySelector('.tabs'));
    this.#counted = counted;
    const { snapshot } = this.#rows;
    if (!snapshot?.loaded || snapshot === this.#told) return;
    this.#told = snapshot;
    emit(this.#element, 'rows-change', { loaded: snapshot.rows.length, total: snapshot.total });
  }
}
