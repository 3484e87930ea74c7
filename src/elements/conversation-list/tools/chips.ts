import { html, type TemplateResult } from 'lit';
import type { Timespan } from '../../../domain/timespan.ts';
import { visibleName } from '../../../domain/visible-text.ts';
import { clearIcon } from '../../../styles/icons.ts';
import type { Narrowing } from '../list-view.ts';
import type { ToolContext } from './context.ts';

/** One filter that is set, in words, and the filters without it. */
export interface Chip {
  readonly label: string;
  readonly without: Narrowing;
}

type Field = Exclude<keyof Narrowing, 'unknown' | 'started'>;

/** Every filter that is set. */
export function chipsOf(context: ToolContext): readonly Chip[] {
  const { narrowing } = context.look();
  const { messages } = context.localize;
  const { unassigned } = messages.common;
  const { coWorkers, branches } = context.directory;
  const named = (names: ReadonlyMap<string, string>) => (id: string | null) =>
    id === null ? unassigned : (names.get(id) ?? id);
  const teams = new Map(context.parts.teams.map(({ id, name }) => [id, name]));
  const { states, channels, coWorkerIds, branchIds, teamIds, tags, started } = narrowing;
  return [
    ...chipsFor(narrowing, 'channels', channels, (kind) => messages.channels[kind]),
    ...chipsFor(narrowing, 'states', states, (state) => messages.common.states[state]),
    ...chipsFor(narrowing, 'coWorkerIds', coWorkerIds, named(coWorkers)),
    ...chipsFor(narrowing, 'branchIds', branchIds, named(branches)),
    ...chipsFor(narrowing, 'teamIds', teamIds, named(teams)),
    ...chipsFor(narrowing, 'tags', tags, (tag) => `#${visibleName(tag)}`),
    ...(started === undefined ? [] : [{ label: spanText(started, context), without: omit(narrowing, 'started') }]),
  ];
}

/** The filters as chips, each with a way to take it off. */
export function chipRow(context: ToolContext): TemplateResult | null {
  const chips = chipsOf(context);
  if (chips.length === 0) return null;
  const { texts } = context;
  return html`<div class="chips" role="group" aria-label=${texts.filter.chips}>
    ${chips.map(
      ({ label, without }) =>
        html`<button
          type="button"
          class="button filter"
          aria-label=${texts.filter.remove(label)}
          @click=${() => context.narrow(without)}
        >
          <bdi>${label}</bdi>${clearIcon()}
        </button>`,
    )}
    ${chips.length > 1 ? html`<button type="button" class="link" @click=${() => context.narrow({})}>${texts.filter.clear}</button>` : null}
  </div>`;
}

function chipsFor<T extends string | null>(
  narrowing: Narrowing,
  field: Field,
  values: readonly T[] | undefined,
  label: (value: T) => string,
): readonly Chip[] {
  return (values ?? []).map((value) => {
    const rest = (values ?? []).filter((one) => one !== value);
    const others = omit(narrowing, field);
    return { label: label(value), without: rest.length === 0 ? others : { ...others, [field]: rest } };
  });
}

/** The filters without one kind of them. */
export function omit(narrowing: Narrowing, field: keyof Narrowing): Narrowing {
  return Object.fromEntries(Object.entries(narrowing).filter(([key]) => key !== field));
}

function spanText(span: Timespan, { texts, localize }: ToolContext): string {
  if (typeof span === 'string') return texts.filter.startedIn(texts.spans[span]);
  const day = (text: string | null): string =>
    text === null ? '…' : new Intl.DateTimeFormat(localize.value.locale, { timeZone: 'UTC' }).format(Date.parse(text));
  return texts.filter.startedIn(`${day(span.from)} – ${day(span.to)}`);
}
