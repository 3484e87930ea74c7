import type { TemplateResult } from 'lit';
import { FocusRescue } from '../../../controllers/focus-rescue.ts';
import { InboxParts } from '../../../controllers/inbox-parts.ts';
import type { Localize } from '../../../controllers/localization.ts';
import type { Team } from '../../../domain/teams.ts';
import { addStyles } from '../../../dom/add-styles.ts';
import { inboxTexts, type InboxTexts, type WithInbox } from '../../../locales/inbox.ts';
import type { ListTexts } from '../../../locales/list.ts';
import { modalStyles } from '../../dialogs/modal.styles.ts';
import { BulkBar } from './bulk-bar.ts';
import { chipRow, chipsOf } from './chips.ts';
import type { ToolContext, ToolsHost } from './context.ts';
import { FilterDialog } from './filter-dialog.ts';
import { toolStyles } from './tools.styles.ts';
import { NewConversationDialog } from './new-conversation-dialog.ts';
import { ViewsDialog } from './views-dialog.ts';

export type { ToolsHost } from './context.ts';

/** Everything of a list that is not needed at first paint: filters, teams, saved views, many at once. */
export class ListTools {
  readonly #context: ToolContext;
  readonly #filter: FilterDialog;
  readonly #views: ViewsDialog;
  readonly #bulk: BulkBar;
  readonly #start: NewConversationDialog;

  /** Loads the texts as well: nothing is shown without words. */
  static async load(host: ToolsHost): Promise<ListTools> {
    const tools = new ListTools(host, await host.localize.bring(inboxTexts));
    await tools.#context.parts.load();
    return tools;
  }

  private constructor(host: ToolsHost, localize: Localize<ListTexts & WithInbox>) {
    const parts = new InboxParts(host.element, () => host.session.session);
    const context = { ...host, parts, texts: localize.messages.inbox };
    Object.defineProperty(context, 'texts', { get: (): InboxTexts => localize.messages.inbox });
    this.#context = context;
    this.#filter = new FilterDialog(context);
    this.#views = new ViewsDialog(context);
    this.#bulk = new BulkBar(context);
    this.#start = new NewConversationDialog(context);
    new FocusRescue(host.element, () => host.element.focus());
  }

  /** The teams of the business. */
  get teams(): readonly Team[] {
    return this.#context.parts.teams;
  }

  openFilter(): void {
    this.#filter.open();
  }

  openViews(): void {
    this.#views.open(true);
  }

  openStart(): void {
    this.#start.open(true);
  }

  chips(): TemplateResult | null {
    return chipRow(this.#context);
  }

  /** The filters that are set, in words. */
  summary(): string | null {
    const chips = chipsOf(this.#context);
    return chips.length === 0 ? null : chips.map(({ label }) => label).join(' · ');
  }

  /** Below the rows. */
  foot(): unknown {
    return this.#bulk.render();
  }

  /** Dialogs. */
  layers(): unknown {
    addStyles(this.#context.element.renderRoot, [modalStyles, toolStyles]);
    return [this.#filter.render(), this.#views.render(), this.#start.render(), ...this.#bulk.layers()];
  }
}
