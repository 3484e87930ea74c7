import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { usesPhoneNumber } from '../../domain/phone-based.ts';
import { favouriteIcon, filterIcon, inviteIcon, selectIcon, snoozeIcon } from '../../styles/icons.ts';
import { countNarrowings } from './list-view.ts';
import { setFilter } from './set-filter.ts';
import type { ListTools, ToolsHost } from './tools/tools.ts';

/** What opens the tools of a list, in the bar of filters: there from the start, so that no row moves when the tools have loaded. */
export function listFilters(
  host: ToolsHost,
  tools: ListTools | null,
  press: (open: (tools: ListTools) => void) => void,
): TemplateResult {
  const { localize, look, selection, session } = host;
  const words = localize.messages.list.tools;
  const count = countNarrowings(look().narrowing);
  const { capabilities, channels } = session.status?.backend ?? {};
  const starts = capabilities?.can.open && channels?.some(usesPhoneNumber) && look().scope !== 'recipient';
  return html`${branchFilter(host)}<button
      type="button"
      class="button filter"
      aria-haspopup="dialog"
      title=${words.filter}
      @click=${() => press((ready) => ready.openFilter())}
    >
      ${filterIcon()}<span class="word">${words.filter}</span
      >${count > 0 ? html`<span class="count">${localize.formats.number(count)}</span>` : nothing}
    </button>
    ${teamFilter(host, tools)}${sleepingFilter(host)}
    <span class="filters-end" @keydown=${(event: KeyboardEvent) => selection.leaveBy(event)}>
      ${starts ? iconButton(words.start, inviteIcon(), () => press((ready) => ready.openStart())) : nothing}
      ${iconButton(words.savedViews, favouriteIcon(), () => press((ready) => ready.openViews()))}
      ${iconButton(words.choose, selectIcon(), () => selection.turn(!selection.isOn), selection.isOn)}
    </span>`;
}

/** C1: one press shows what is of any branch or of none, another the agent's branch again. */
function branchFilter({ session, directory, look, localize, showScope }: ToolsHost): TemplateResult | typeof nothing {
  const { scope } = look();
  const name = directory.branches.get(session.status?.backend?.agent.branchId ?? '');
  if (name === undefined || (scope !== 'branch' && scope !== 'all')) return nothing;
  return scope === 'all'
    ? html`<button type="button" class="button filter" @click=${() => showScope('branch')}>
        <bdi>${name}</bdi>
      </button>`
    : setFilter(name, localize.messages.list.tools.clearBranch(name), () => showScope('all'));
}

/** C10: one press of a co-worker who is in several teams shows one of them. */
function teamFilter(
  { session, look, localize, narrow }: ToolsHost,
  tools: ListTools | null,
): TemplateResult | typeof nothing {
  const { agent, capabilities } = session.status?.backend ?? {};
  const own = capabilities?.parts.includes('teams') ? (agent?.teamIds ?? []) : [];
  // Until their names have come they keep their room.
  const teams = tools?.teams.filter(({ id }) => own.includes(id));
  if ((teams ?? own).length < 2 || look().scope === 'recipient') return nothing;
  const words = localize.messages.list.tools;
  const { teamIds, ...rest } = look().narrowing;
  const current = teamIds?.length === 1 ? teamIds[0] : '';
  return html`<select
    class="field team"
    aria-label=${words.team}
    @change=${(event: Event) => {
      const id = (event.target as HTMLSelectElement).value;
      narrow(id === '' ? rest : { ...rest, teamIds: [id] });
    }}
  >
    <option value="" ?selected=${current === ''}>${words.allTeams}</option>
    ${teams?.map(({ id, name }) => html`<option value=${id} ?selected=${current === id}>${name}</option>`)}
  </select>`;
}

/** C15: what sleeps is out of the way, but never out of reach. */
function sleepingFilter({ sleeping, showSleeping, localize }: ToolsHost): TemplateResult | typeof nothing {
  const { count, isShown } = sleeping();
  if (count === 0) return nothing;
  return html`<button
    type="button"
    class="button filter"
    aria-pressed=${isShown ? 'true' : 'false'}
    @click=${() => showSleeping(!isShown)}
  >
    ${snoozeIcon()}${localize.messages.list.tools.sleeping(count)}
  </button>`;
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
