import { nothing, type LitElement, type TemplateResult } from 'lit';
import { Dismissal } from '../../../controllers/dismissal.ts';
import type { PaneController, SizedPane } from '../../../controllers/pane-controller.ts';
import type { ConversationState, Recipient } from '../../../domain/model.ts';
import { addStyles } from '../../../dom/add-styles.ts';
import type { Writer } from '../view-children.ts';
import { viewBanners } from './banners.ts';
import { headerButtons, stripButtons } from './buttons.ts';
import { CommandDesk, type DeskParts } from './command-desk.ts';
import { detailsPane } from './details.ts';
import { Dividers } from './dividers.ts';
import { noConversation, noConversationWith, refusedSession } from './no-conversation.ts';
import { soonStyles } from './soon.styles.ts';

/** What a view tells of itself. */
export interface SoonParts extends DeskParts {
  readonly view: Writer;
  readonly panes: PaneController;
  /** Names of co-workers by id. */
  readonly directory: { readonly coWorkers: ReadonlyMap<string, string> };
}

/**
 * What a view needs a moment after what it shows first: its commands and their buttons, notices, the details around their
 * element, edges that move, and words for where there is no conversation. It is there before the connection goes.
 */
export class ViewSoon {
  readonly desk: CommandDesk;
  readonly #parts: SoonParts;
  readonly #dividers: Dividers;
  readonly #storageNote: Dismissal;

  constructor(host: LitElement, parts: SoonParts) {
    this.#parts = parts;
    this.desk = new CommandDesk(parts.view, parts);
    this.#dividers = new Dividers(host, parts.panes);
    this.#storageNote = new Dismissal(host, 'storage-note-closed');
    addStyles(host.renderRoot, soonStyles);
  }

  /** Above the panes. */
  banners(): TemplateResult {
    const { session, localize, selected } = this.#parts;
    return viewBanners({
      status: session.status,
      localization: localize.value,
      problem: selected.problem,
      taken: this.#takenBy(),
      noteIsClosed: this.#storageNote.isClosed,
      onCloseProblem: () => selected.clearProblem(),
      onCloseNote: this.#storageNote.close,
    });
  }

  /** Beside the name of whom the conversation is with. */
  buttons(): TemplateResult {
    const { session, tools, panes } = this.#parts;
    const loaded = session.ready ? tools().get() : null;
    return headerButtons({ commands: this.desk.all, tools: loaded, showsDetails: panes.showsDetails });
  }

  /** What a conversation needs before anything else. */
  ways(state: ConversationState): readonly unknown[] {
    return stripButtons(state, this.desk.all);
  }

  divider(pane: SizedPane): TemplateResult {
    const { view } = this.#parts.localize.messages;
    return this.#dividers.render(pane, pane === 'list' ? view.resizeList : view.resizeDetails);
  }

  /** The pane, or sheet, around the details. */
  details(): TemplateResult {
    const { localize, children, panes, toggleDetails } = this.#parts;
    return detailsPane({
      view: localize.messages.view,
      details: children.details,
      onClose: toggleDetails,
      onEscape: panes.mode === 'three' ? null : toggleDetails,
    });
  }

  /** In the place of messages while nothing is chosen. */
  noConversation(): TemplateResult {
    return noConversation(this.#parts.localize.messages, this.desk.find('command-palette'));
  }

  /** In the place of messages where a recipient has no conversation. */
  noConversationWith(recipient: Recipient | null): TemplateResult | typeof nothing {
    const { localize, children } = this.#parts;
    if (!children.list.loaded) return nothing;
    return noConversationWith(recipient, localize.messages, this.desk.find('start-conversation'));
  }

  /** In the place of everything where the backend refuses the session. */
  refused(): TemplateResult {
    const { localize, session } = this.#parts;
    return refusedSession(localize.messages, session.status?.error?.code ?? null);
  }

  #takenBy(): string | null {
    const { selected, directory } = this.#parts;
    const { taken } = selected;
    if (!taken) return null;
    return taken.by === null ? '' : (directory.coWorkers.get(taken.by) ?? taken.by);
  }
}
