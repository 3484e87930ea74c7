import type { LitElement } from 'lit';
import type { ConversationRows } from '../../controllers/conversation-rows.ts';
import type { CountsController } from '../../controllers/counts-controller.ts';
import type { ListSnapshot } from '../../controllers/session-controller.ts';
import type { Soon } from '../../controllers/soon.ts';
import { inboxTabs } from '../../domain/inbox-tabs.ts';
import { emit } from '../events.ts';
import type { ListSoon, SoonParts } from './soon/soon.ts';
import { showTab } from './tabs.ts';

/** What it looks at. */
interface Rendered {
  readonly counts: CountsController;
  readonly rows: ConversationRows;
  readonly soon: Soon<SoonParts, ListSoon>;
}

/** What a list does when it has rendered: keeps the chosen tab in sight, tells which rows it shows, asks for what may wait. */
export class AfterRender {
  readonly #element: LitElement;
  readonly #list: Rendered;
  /** A narrower list may cut the chosen tab off. */
  readonly #sizes = new ResizeObserver(() => showTab(this.#strip));
  #strip: HTMLElement | null = null;
  #counted = 0;
  #told: ListSnapshot | null = null;

  constructor(element: LitElement, list: Rendered) {
    this.#element = element;
    this.#list = list;
    element.addController({ hostDisconnected: () => this.#watch(null) });
  }

  run(isOtherTab: boolean): void {
    const { counts, rows, soon } = this.#list;
    const counted = inboxTabs.filter((tab) => counts.of(tab) !== null).length;
    // An update may finish after the element was removed: nobody would end the observing, and of a frame that is gone no size is
    // ever told, which is an error to the page at each frame.
    this.#watch(this.#element.isConnected ? this.#element.renderRoot.querySelector('.tabs') : null);
    // Tabs grow with their counts, which can push the chosen one out of the strip.
    if (isOtherTab || counted !== this.#counted) showTab(this.#strip);
    this.#counted = counted;
    if (rows.isAnswered) void soon.want();
    const { snapshot } = rows;
    if (!snapshot?.loaded || snapshot === this.#told) return;
    this.#told = snapshot;
    emit(this.#element, 'rows-change', { loaded: snapshot.rows.length, total: snapshot.total });
  }

  #watch(strip: HTMLElement | null): void {
    if (strip === this.#strip) return;
    this.#sizes.disconnect();
    this.#strip = strip;
    if (strip) this.#sizes.observe(strip);
  }
}
