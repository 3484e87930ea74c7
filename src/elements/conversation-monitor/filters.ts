import { html, type TemplateResult } from 'lit';
import type { Localization } from '../../controllers/localization.ts';
import { thisMinute } from '../../controllers/cues-controller.ts';
import { type Cue, cueFilter, openStates } from '../../domain/cues.ts';
import type { ChannelKind, ConversationState } from '../../domain/model.ts';
import type { ConversationQuery, ConversationSort } from '../../domain/queries.ts';
import type { WaitingTarget } from '../../domain/waiting-targets.ts';
import type { MonitorTexts } from '../../locales/monitor.ts';
import { clearIcon, searchIcon } from '../../styles/icons.ts';

/** Which conversations the monitor shows. `null` = not narrowed, `''` = those that have none. */
export interface MonitorFilter {
  readonly cue: Cue | null;
  readonly coWorkerId: string | null;
  readonly branchId: string | null;
  readonly channel: ChannelKind | null;
  readonly state: ConversationState | 'open';
  readonly sort: ConversationSort;
}

/** Nothing narrowed: every open conversation, those who wait longest first. */
export const noFilter: MonitorFilter = {
  cue: null,
  coWorkerId: null,
  branchId: null,
  channel: null,
  state: 'open',
  sort: 'longest-wait',
};

/** Whether more is asked than every open conversation. */
export function isNarrowed(filter: MonitorFilter): boolean {
  return Object.entries(noFilter).some(([name, usual]) => name !== 'sort' && Reflect.get(filter, name) !== usual);
}

/** Another filter takes the place of a cue that says something else about the same thing. */
export function changed(filter: MonitorFilter, change: Partial<MonitorFilter>): MonitorFilter {
  const next = { ...filter, ...change };
  if ('cue' in change) {
    if (change.cue === 'unassigned') return { ...next, coWorkerId: null, state: 'open' };
    if (change.cue === 'without-branch') return { ...next, branchId: null, state: 'open' };
    return change.cue === null ? next : { ...next, state: 'open' };
  }
  const contradicts =
    (next.cue === 'unassigned' && change.coWorkerId != null) ||
    (next.cue === 'without-branch' && change.branchId != null) ||
    (next.cue !== null && change.state !== undefined && change.state !== 'open');
  return contradicts ? { ...next, cue: null } : next;
}

/** The question behind a filter. */
export function queryOf(
  { cue, coWorkerId, branchId, channel, state, sort }: MonitorFilter,
  {
    scope,
    target,
    now,
    text,
  }: { readonly scope: 'branch' | 'all'; readonly target: WaitingTarget; readonly now: number; readonly text: string },
): ConversationQuery {
  return {
    scope: { kind: scope },
    sort,
    states: state === 'open' ? openStates : [state],
    ...(coWorkerId !== null && { coWorkerIds: [coWorkerId || null] }),
    ...(branchId !== null && { branchIds: [branchId || null] }),
    ...(channel !== null && { channels: [channel] }),
    ...(text !== '' && { text }),
    ...(cue && cueFilter(cue, target, thisMinute(now))),
  };
}

/** What the filter bar shows and how it says what is wanted. */
export interface FilterBar {
  readonly localization: Localization<MonitorTexts>;
  readonly words: MonitorTexts['monitor']['filters'];
  readonly filter: MonitorFilter;
  /** `null` where the backend cannot search. */
  readonly search: string | null;
  readonly coWorkers: ReadonlyMap<string, string>;
  readonly branches: ReadonlyMap<string, string>;
  readonly channels: readonly ChannelKind[];
  readonly change: (change: Partial<MonitorFilter>) => void;
  readonly type: (text: string) => void;
  readonly clear: () => void;
}

const states = ['open', 'new', 'assigned', 'archived', 'spam'] as const;
const sorts: readonly ConversationSort[] = ['longest-wait', 'shortest-wait', 'oldest', 'newest'];

/** Search, what narrows the list, and its order. */
export function filterBar(bar: FilterBar): TemplateResult {
  const { words, filter, localization, coWorkers, branches, channels, change, search } = bar;
  const { rows, noRows, channels: channelNames } = localization.messages;
  const owners = [['', words.nobody] as const, ...coWorkers];
  const places = [['', words.noBranch] as const, ...branches];
  const ways = channels.map((channel) => [channel, channelNames[channel]] as const);
  const isClear = !isNarrowed(filter) && (search ?? '') === '';
  const owner = filter.cue === 'unassigned' ? '' : filter.coWorkerId;
  const place = filter.cue === 'without-branch' ? '' : filter.branchId;
  return html`<div class="filters" part="filters" role="search" aria-label=${words.label}>
    ${search === null ? '' : searchField(bar, search)}
    ${narrowing(words.coWorker, words.anybody, owners, owner, (coWorkerId) =>
      change({ coWorkerId, ...(filter.cue === 'unassigned' && { cue: null }) }),
    )}
    ${narrowing(words.branch, words.anyBranch, places, place, (branchId) =>
      change({ branchId, ...(filter.cue === 'without-branch' && { cue: null }) }),
    )}
    ${narrowing(words.channel, words.anyChannel, ways, filter.channel, (channel) =>
      change({ channel: channel as ChannelKind | null }),
    )}
    ${choice(
      words.state,
      states.map((state) => [state, words.states[state]]),
      filter.state,
      (state) => change({ state: state as MonitorFilter['state'] }),
    )}
    ${choice(
      rows.sort,
      sorts.map((sort) => [sort, rows.sorts[sort]]),
      filter.sort,
      (sort) => change({ sort: sort as ConversationSort }),
    )}
    <button type="button" class="button quiet" ?hidden=${isClear} @click=${bar.clear}>
      ${clearIcon()}${noRows.clearFilters}
    </button>
  </div>`;
}

function searchField({ localization, type }: FilterBar, text: string): TemplateResult {
  const { rows } = localization.messages;
  return html`<div class="search">
    ${searchIcon()}
    <input
      class="field"
      type="search"
      inputmode="search"
      enterkeyhint="search"
      autocapitalize="none"
      aria-label=${rows.search}
      placeholder=${rows.searchHint}
      autocomplete="off"
      spellcheck="false"
      .value=${text}
      @input=${(event: Event) => type((event.target as HTMLInputElement).value)}
    />
  </div>`;
}

type Options = readonly (readonly [value: string, label: string])[];

/** The first option narrows nothing; the value `''` of another one stands for "has none". */
function narrowing(
  label: string,
  any: string,
  options: Options,
  value: string | null,
  chosen: (value: string | null) => void,
): TemplateResult {
  return choice(
    label,
    [['*', any], ...options.map(([id, name]) => [`=${id}`, name] as const)],
    value === null ? '*' : `=${value}`,
    (id) => chosen(id === '*' ? null : id.slice(1)),
  );
}

function choice(label: string, options: Options, value: string, chosen: (value: string) => void): TemplateResult {
  return html`<select
    class="field"
    aria-label=${label}
    title=${label}
    @change=${(event: Event) => chosen((event.target as HTMLSelectElement).value)}
  >
    ${options.map(([id, name]) => html`<option value=${id} .selected=${id === value}>${name}</option>`)}
  </select>`;
}
