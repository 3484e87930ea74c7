import { nothing, type LitElement, type TemplateResult } from 'lit';
import { Dismissal } from '../../../controllers/dismissal.ts';
import type { DirectoryController } from '../../../controllers/directory-controller.ts';
import type { Localize } from '../../../controllers/localization.ts';
import type { PaneController, SizedPane } from '../../../controllers/pane-controller.ts';
import { RecipientController } from '../../../controllers/recipient-controller.ts';
import { hintAtProvider } from '../../../controllers/provider-hint.ts';
import { SelectedConversation } from '../../../controllers/selected-conversation.ts';
import type { SessionController } from '../../../controllers/session-controller.ts';
import type { ConversationState } from '../../../domain/model.ts';
import { addStyles } from '../../../dom/add-styles.ts';
import type { ViewTexts } from '../../../locales/view.ts';
import { type ViewSoonTexts, viewSoonTexts } from '../../../locales/view-soon.ts';
import type { ViewCommand } from '../../events.ts';
import type { ConversationView } from '../conversation-view.ts';
import type { ViewChildren, Writer } from '../view-children.ts';
import { viewBanners, viewNote } from './banners.ts';
import { headerButtons, stripButtons } from './buttons.ts';
import { CommandDesk } from './command-desk.ts';
import { detailsPane } from './details.ts';
import { Dividers } from './dividers.ts';
import { LazyTools } from './lazy-tools.ts';
import { voiceOfOthers } from './others-voice.ts';
import { noConversation, noConversationWith, refusedSession } from './no-conversation.ts';
import { soonStyles } from './soon.styles.ts';

/** What a view tells of itself. */
export interface SoonParts {
  readonly view: Writer;
  readonly localize: Localize<ViewTexts>;
  readonly session: SessionController;
  readonly directory: DirectoryController;
  readonly children: ViewChildren;
  readonly panes: PaneController;
  readonly select: (conversationId: string) => void;
  /** Puts the focus into the search field of the list. */
  readonly search: () => void;
  readonly toggleDetails: () => void;
}

/** The same with the texts that have come. */
type Parts = Omit<SoonParts, 'localize'> & { readonly localize: Localize<ViewTexts & ViewSoonTexts> };

/** What a view shows. */
type Shown = Pick<ConversationView, 'conversationId' | 'recipientId'>;

/**
 * What a view needs a moment after what it shows first: what can be done with a conversation, notices, the details around their
 * element, edges that move, and words for where there is no conversation. It is there before the connection goes.
 */
export class ViewSoon {
  readonly desk: CommandDesk;
  readonly #parts: Parts;
  readonly #selected: SelectedConversation;
  readonly #recipient: RecipientController;
  readonly #tools: LazyTools;
  readonly #dividers: Dividers;
  readonly #storageNote: Dismissal;

  static readonly texts = viewSoonTexts;

  /** `null` while its texts are on their way. */
  static make(host: LitElement, parts: SoonParts): ViewSoon | null {
    const localize = parts.localize.add(viewSoonTexts);
    return localize && new ViewSoon(host, { ...parts, localize });
  }

  private constructor(host: LitElement, parts: Parts) {
    this.#parts = parts;
    this.#selected = new SelectedConversation(host);
    this.#recipient = new RecipientController(host);
    this.#tools = new LazyTools({
      ...parts,
      element: host,
      selected: this.#selected,
      commands: () => this.desk.all,
    });
    this.desk = new CommandDesk(parts.view, { ...parts, selected: this.#selected, tools: this.#tools });
    this.#dividers = new Dividers(host, parts.panes);
    voiceOfOthers(host, { ...parts, timeline: parts.children.timeline });
    this.#storageNote = new Dismissal(host, 'storage-note-closed');
    addStyles(host.renderRoot, soonStyles);
    hintAtProvider(host);
  }

  /** Call from `willUpdate`; `send` as the composer offers it. */
  follow({ conversationId, recipientId }: Shown, send: ViewCommand | null): void {
    const { session } = this.#parts.session;
    const isEmpty = conversationId === null;
    this.#recipient.sync(session, isEmpty ? recipientId : null);
    this.#selected.sync(session, conversationId);
    const { value } = this.#selected;
    const isClosed = value?.state === 'archived' || value?.state === 'spam';
    this.desk.make({ send, startWith: isEmpty ? recipientId : isClosed ? value.recipient.id : null });
  }

  /** Above the panes. */
  banners(): TemplateResult {
    const { session, localize } = this.#parts;
    const selected = this.#selected;
    return viewBanners({
      status: session.status,
      localization: localize.value,
      problem: selected.problem,
      taken: this.#takenBy(),
      onCloseProblem: () => selected.clearProblem(),
    });
  }

  /** Below the panes: that storage is not guaranteed. */
  note(): TemplateResult {
    const { session, localize } = this.#parts;
    const { isClosed, close } = this.#storageNote;
    return viewNote({
      status: session.status,
      localization: localize.value,
      noteIsClosed: isClosed,
      onCloseNote: close,
    });
  }

  /** Beside the name of whom the conversation is with. */
  buttons(): TemplateResult {
    const { session, panes } = this.#parts;
    const tools = session.ready ? this.#tools.get() : null;
    return headerButtons({ commands: this.desk.all, tools, showsDetails: panes.showsDetails });
  }

  /** What a conversation needs before anything else. */
  ways(state: ConversationState): readonly unknown[] {
    return stripButtons(state, this.desk.all);
  }

  divider(pane: SizedPane): TemplateResult {
    const { viewSoon } = this.#parts.localize.messages;
    return this.#dividers.render(pane, pane === 'list' ? viewSoon.resizeList : viewSoon.resizeDetails);
  }

  /** The pane, or sheet, around the details. */
  details(): TemplateResult {
    const { localize, children, panes, toggleDetails } = this.#parts;
    return detailsPane({
      words: localize.messages.viewSoon,
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
  noConversationWith(): TemplateResult | typeof nothing {
    const { localize, children } = this.#parts;
    if (!children.list.loaded) return nothing;
    return noConversationWith(this.#recipient.value, localize.messages, this.desk.find('start-conversation'));
  }

  /** In the place of everything where the backend refuses the session. */
  refused(): TemplateResult {
    const { localize, session } = this.#parts;
    return refusedSession(localize.messages, session.status?.error?.code ?? null);
  }

  /** Dialogs, and what stands below a page that is printed. */
  layers(): unknown {
    return this.#parts.session.ready ? this.#tools.get()?.layers() : nothing;
  }

  #takenBy(): string | null {
    const { taken } = this.#selected;
    const { directory } = this.#parts;
    if (!taken) return null;
    return taken.by === null ? '' : (directory.coWorkers.get(taken.by) ?? taken.by);
  }
}
