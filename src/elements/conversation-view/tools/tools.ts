import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import { loadAvailability } from '../../../controllers/availability.ts';
import { InboxParts } from '../../../controllers/inbox-parts.ts';
import type { Localize } from '../../../controllers/localization.ts';
import type { SelectedConversation } from '../../../controllers/selected-conversation.ts';
import type { SessionController } from '../../../controllers/session-controller.ts';
import { ShortcutsController } from '../../../controllers/shortcuts-controller.ts';
import { ownersAtWork } from '../../../domain/assignment.ts';
import type { ShortcutCommand } from '../../../domain/shortcuts.ts';
import { isSnoozed } from '../../../domain/snooze.ts';
import { addStyles } from '../../../dom/add-styles.ts';
import { runTold } from '../../../dom/run-told.ts';
import { inboxTexts, type InboxTexts, type WithInbox } from '../../../locales/inbox.ts';
import { type TimelineTexts, timelineTexts } from '../../../locales/timeline.ts';
import type { ConversationChange } from '../../../ports/adapter.ts';
import { archiveIcon, assignIcon, moreIcon, snoozeIcon, tagIcon } from '../../../styles/icons.ts';
import { fields } from '../../../styles/fields.ts';
import type { DialogContext } from '../../dialogs/context.ts';
import { ConversationActions } from '../../dialogs/conversation-actions.ts';
import { modalStyles } from '../../dialogs/modal.styles.ts';
import { TakeOverDialog } from '../../dialogs/take-over-dialog.ts';
import type { ViewCommand } from '../../events.ts';
import { command, commandButton } from '../command.ts';
import { ExportDialog } from './export-dialog.ts';
import { keysText } from './keys-text.ts';
import { PaletteDialog } from './palette-dialog.ts';
import { ShortcutsDialog } from './shortcuts-dialog.ts';
import { toolStyles } from './tools.styles.ts';

/** What a view gives its tools. */
export interface ToolsHost {
  readonly element: LitElement;
  readonly localize: Localize;
  readonly session: SessionController;
  readonly selected: SelectedConversation;
  readonly directory: { readonly coWorkers: ReadonlyMap<string, string> };
  /** All commands, those of the tools too. */
  readonly commands: () => readonly ViewCommand[];
  /** Puts the focus into the search field of the list. */
  readonly search: () => void;
}

/** Everything a view can do with a conversation beyond reading and writing (C14, C15, D2 to D9). */
export class ViewTools {
  readonly #host: ToolsHost;
  readonly #context: DialogContext;
  readonly #actions: ConversationActions;
  readonly #palette: PaletteDialog;
  readonly #shortcuts: ShortcutsController;
  readonly #shortcutsDialog: ShortcutsDialog;
  readonly #export: ExportDialog;
  readonly #takeOver: TakeOverDialog;

  /** Loads the texts as well: nothing is shown without words. */
  static async load(host: ToolsHost): Promise<ViewTools> {
    const localize = await host.localize.bring(inboxTexts);
    // For the export: the timeline has them, too.
    return new ViewTools(host, await localize.bring(timelineTexts));
  }

  private constructor(host: ToolsHost, localize: Localize<WithInbox & TimelineTexts>) {
    this.#host = host;
    const { element, session, selected } = host;
    const parts = new InboxParts(element, () => session.session);
    const context = {
      element,
      localize,
      session,
      parts,
      get texts(): InboxTexts {
        return localize.messages.inbox;
      },
    };
    this.#context = context;
    this.#actions = new ConversationActions(context, selected, this.#settle);
    this.#palette = new PaletteDialog(context);
    this.#shortcuts = new ShortcutsController(element, (command, event) => this.#press(command, event));
    this.#shortcutsDialog = new ShortcutsDialog(context);
    this.#export = new ExportDialog(context, localize);
    this.#takeOver = new TakeOverDialog(context);
  }

  /** What the tools can do now, in the order it would stand in a ribbon. */
  commands(): readonly ViewCommand[] {
    const { texts } = this.#context;
    const { selected, session } = this.#host;
    const conversation = selected.value;
    const can = session.status?.backend?.capabilities.can;
    const now = session.session?.serverNow() ?? 0;
    const isThere = conversation !== null;
    const isOpen = conversation?.state === 'new' || conversation?.state === 'assigned';
    const isArchived = conversation?.state === 'archived';
    const isSpam = conversation?.state === 'spam';
    const isAsleep = conversation !== null && isSnoozed(conversation, now);
    const { actions } = texts;
    const change = (made: ConversationChange): Promise<void> => selected.change(made).then(this.#settle);
    return [
      command('assign', actions.assign, isThere && can?.assign === true, () => this.#actions.openAssign()),
      command('change-branch', texts.branch.title, isThere && can?.changeBranch === true, () =>
        this.#actions.openBranch(),
      ),
      command('tag', actions.tag, isThere && can?.tag === true, () => this.#actions.openTags('tag')),
      command('archive', actions.archive, isOpen && can?.archive === true, () => this.#actions.openTags('archive')),
      command('reopen', actions.reopen, isArchived && can?.archive === true, () => change({ state: 'assigned' })),
      command('mark-spam', actions.spam, isOpen && can?.markSpam === true, () => change({ state: 'spam' })),
      command('not-spam', actions.notSpam, isSpam && can?.markSpam === true, () => change({ state: 'new' })),
      command('snooze', actions.snooze, isOpen && !isAsleep, () => this.#actions.openSnooze()),
      command('wake', actions.wake, isAsleep, () => change({ snooze: null })),
      command('pin', actions.pin, isThere && !conversation.pinned, () => change({ pinned: true })),
      command('unpin', actions.unpin, isThere && conversation.pinned === true, () => change({ pinned: false })),
      command('export', actions.export, isThere, () => {
        if (conversation) this.#export.open({ conversation });
      }),
      command('search', texts.shortcuts.commands.search, true, () => this.#host.search()),
      command('command-palette', actions.palette, true, () => this.#openPalette()),
      command('show-shortcuts', actions.shortcuts, true, () => this.#shortcutsDialog.open(this.#shortcuts)),
    ];
  }

  /** The agent did something to the conversation: the list does not hold its row. */
  readonly #settle = (): void => this.#host.element.renderRoot.querySelector('conversation-list')?.takeOrder();

  /** AG5: takes a conversation, after a question where a colleague may be at work in it. */
  async takeOver(take: () => Promise<unknown>): Promise<void> {
    const { selected, session, directory } = this.#host;
    const { status } = session;
    if (!selected.value || !session.session || !status?.backend) return;
    const availability = await loadAvailability(session.session).catch(() => new Map());
    const context = { agent: status.backend.agent, coWorkers: directory.coWorkers, availability };
    const owners = ownersAtWork([selected.value], context);
    if (owners.length === 0) await take();
    else this.#takeOver.open({ owners: owners.map((id) => directory.coWorkers.get(id) ?? id), isMany: false, take });
  }

  /** In the header, beside the name. */
  buttons(): TemplateResult {
    const { more } = this.#context.texts.actions;
    const keys = keysText(this.#shortcuts.map.get('command-palette') ?? null);
    const can = this.#host.session.status?.backend?.capabilities.can;
    return html`${can?.assign === false ? nothing : this.#button('assign', assignIcon())}${can?.tag === false ? nothing : this.#button('tag', tagIcon())}${this.#button(
        'snooze',
        snoozeIcon(),
      )}${can?.archive === false ? nothing : this.#button('archive', archiveIcon())}
      <button
        type="button"
        class="button quiet icon-only"
        data-command="command-palette"
        aria-label=${more}
        title=${keys === '' ? more : `${more} (${keys})`}
        aria-haspopup="dialog"
        @click=${() => this.#openPalette()}
      >
        ${moreIcon()}
      </button>`;
  }

  /** Dialogs, and what stands below a page that is printed. */
  layers(): readonly unknown[] {
    const { element } = this.#host;
    addStyles(element.renderRoot, [fields, modalStyles, toolStyles]);
    const note = html`<p class="print-note">${this.#context.texts.export.asOnScreen}</p>`;
    return [
      note,
      ...this.#actions.layers(),
      this.#palette.render(),
      this.#shortcutsDialog.render(),
      this.#export.render(),
      this.#takeOver.render(),
    ];
  }

  #openPalette(): void {
    const isListed = ({ id }: ViewCommand): boolean => id !== 'send' && id !== 'command-palette';
    this.#palette.open({
      commands: () => this.#host.commands().filter(isListed),
      keys: () => this.#shortcuts.map,
    });
  }

  /**
   * What cannot be done now leaves the key to the page. Where the focused message has a button for it, that one is meant:
   * mark as unread is from there.
   */
  #press(id: ShortcutCommand, event: KeyboardEvent): boolean {
    const row = event.composedPath().find((target) => target instanceof Element && target.localName === 'article');
    const nearest = row instanceof Element ? row.querySelector<HTMLElement>(`[data-command="${id}"]`) : null;
    if (nearest) {
      nearest.click();
      return true;
    }
    const found = this.#host.commands().find((one) => one.id === id);
    if (!found?.enabled) return false;
    runTold(found);
    return true;
  }

  #button(id: string, icon: TemplateResult): TemplateResult | typeof nothing {
    return commandButton(this.#host.commands(), id, icon, { isRoomy: true });
  }
}
