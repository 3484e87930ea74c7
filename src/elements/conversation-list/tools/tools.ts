import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { FocusRescue } from '../../../controllers/focus-rescue.ts';
import { InboxParts } from '../../../controllers/inbox-parts.ts';
import type { Localize } from '../../../controllers/localization.ts';
import { addStyles } from '../../../dom/add-styles.ts';
import { inboxTexts, type InboxTexts, type WithInbox } from '../../../locales/inbox.ts';
import type { ListTexts } from '../../../locales/list.ts';
import { clearIcon, favouriteIcon, filterIcon, inviteIcon, selectIcon, snoozeIcon } from '../../../styles/icons.ts';
import { modalStyles } from '../../dialogs/modal.styles.ts';
import { countNarrowings } from '../list-view.ts';
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

  /** In the bar of filters. */
  buttons(): TemplateResult {
    const { element, localize, look, selection, texts } = this.#context;
    addStyles(element.renderRoot, [modalStyles, toolStyles]);
    const count = countNarrowings(look().narrowing);
    return html`${this.#branch()}<button
        type="button"
        class="button filter"
        aria-haspopup="dialog"
        @click=${() => this.#filter.open()}
      >
        ${filterIcon()}${texts.filter.open}${count > 0 ? html`<span class="count">${localize.formats.number(count)}</span>` : nothing}
      </button>
      ${this.#teams()}${this.#sleeping()}
      <span class="filters-end" @keydown=${(event: KeyboardEvent) => selection.leaveBy(event)}>
        ${this.#start.isOffered ? iconButton(texts.start.title, inviteIcon(), () => this.#start.open(true)) : nothing}
        ${iconButton(texts.views.title, favouriteIcon(), () => this.#views.open(true))}
        ${iconButton(texts.bulk.choose, selectIcon(), () => selection.turn(!selection.isOn), selection.isOn)}
      </span>`;
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
    return [this.#filter.render(), this.#views.render(), this.#start.render(), ...this.#bulk.layers()];
  }

  /** C1: one press shows what is of any branch or of none, another the agent's branch again. */
  #branch(): TemplateResult | typeof nothing {
    const { session, directory, look, texts, showScope } = this.#context;
    const { scope } = look();
    const name = directory.branches.get(session.status?.backend?.agent.branchId ?? '');
    if (name === undefined || (scope !== 'branch' && scope !== 'all')) return nothing;
    const label = texts.filter.clearBranch(name);
    return scope === 'all'
      ? html`<button type="button" class="button filter" @click=${() => showScope('branch')}>
          <bdi>${name}</bdi>
        </button>`
      : html`<button
          type="button"
          class="button filter co-worker"
          aria-pressed="true"
          aria-label=${label}
          title=${label}
          @click=${() => showScope('all')}
        >
          <bdi>${name}</bdi>${clearIcon()}
        </button>`;
  }

  /** C10: one press of a co-worker who is in several teams shows one of them. */
  #teams(): TemplateResult | typeof nothing {
    const { parts, session, look, texts, narrow } = this.#context;
    const own = session.status?.backend?.agent.teamIds ?? [];
    const teams = parts.teams.filter(({ id }) => own.includes(id));
    if (teams.length < 2 || look().scope === 'recipient') return nothing;
    const { teamIds, ...rest } = look().narrowing;
    const current = teamIds?.length === 1 ? teamIds[0] : '';
    return html`<select
      class="field team"
      aria-label=${texts.filter.team}
      @change=${(event: Event) => {
        const id = (event.target as HTMLSelectElement).value;
        narrow(id === '' ? rest : { ...rest, teamIds: [id] });
      }}
    >
      <option value="" ?selected=${current === ''}>${texts.filter.allTeams}</option>
      ${teams.map(({ id, name }) => html`<option value=${id} ?selected=${current === id}>${name}</option>`)}
    </select>`;
  }

  /** C15: what sleeps is out of the way, but never out of reach. */
  #sleeping(): TemplateResult | typeof nothing {
    const { sleeping, showSleeping, texts } = this.#context;
    const { count, isShown } = sleeping();
    if (count === 0) return nothing;
    return html`<button
      type="button"
      class="button filter"
      aria-pressed=${isShown ? 'true' : 'false'}
      @click=${() => showSleeping(!isShown)}
    >
      ${snoozeIcon()}${texts.snooze.show(count)}
    </button>`;
  }
}

function iconButton(label: string, icon: TemplateResult, run: () => void, isPressed?: boolean): TemplateResult {
  return html`<button
    type="button"
    class="button quiet icon-only"
    aria-label=${label}
    title=${label}
    aria-pressed=${ifDefined(isPressed === undefined ? undefined : isPressed ? 'true' : 'false')}
    @click=${run}
  >
    ${icon}
  </button>`;
}
