import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { CoWorkerLoad } from '../../controllers/load-controller.ts';
import type { Localization } from '../../controllers/localization.ts';
import type { Availability } from '../../domain/assignment.ts';
import type { WaitingBucket } from '../../domain/waiting-targets.ts';
import { visibleName } from '../../domain/visible-text.ts';
import type { MonitorTexts } from '../../locales/monitor.ts';

/** What each co-worker has on the desk, and how a press narrows the list to one of them (E7). */
export interface LoadPanel {
  readonly localization: Localization;
  readonly words: MonitorTexts['monitor']['load'];
  readonly rows: readonly CoWorkerLoad[];
  readonly coWorkers: ReadonlyMap<string, string>;
  /** Who is there; empty where the backend cannot tell. */
  readonly availability: ReadonlyMap<string, Availability>;
  /** `''` for what is nobody's; `null` while the list is not narrowed. */
  readonly shown: string | null;
  readonly now: number;
  readonly show: (coWorkerId: string | null) => void;
}

/** A table of co-workers: how much, how much of it waits, how much is too late. */
export function loadPanel(panel: LoadPanel): TemplateResult {
  const { words } = panel;
  return html`<table class="load">
    <caption class="visually-hidden">
      ${words.label}
    </caption>
    <thead>
      <tr>
        <th scope="col">${words.name}</th>
        <th scope="col">${words.open}</th>
        <th scope="col">${words.waiting}</th>
        <th scope="col">${words.late}</th>
      </tr>
    </thead>
    <tbody>
      ${panel.rows.map((row) => loadRow(row, panel))}
    </tbody>
  </table>`;
}

function loadRow({ coWorkerId, open, waiting, late, waitingSince }: CoWorkerLoad, panel: LoadPanel): TemplateResult {
  const { localization, words, coWorkers, shown, now, show } = panel;
  const { formats } = localization;
  const key = coWorkerId ?? '';
  const name = coWorkerId === null ? words.nobody : visibleName(coWorkers.get(coWorkerId) ?? words.formerly);
  const isShown = shown === key;
  const longest = waitingSince === null ? undefined : words.longest(formats.duration(Math.max(0, now - waitingSince)));
  return html`<tr>
    <th scope="row">
      <button
        type="button"
        class="owner-filter"
        aria-pressed=${isShown ? 'true' : 'false'}
        title=${words.filter(name)}
        @click=${() => show(isShown ? null : key)}
      >
        ${presence(coWorkerId, panel)}<bdi>${name}</bdi>
      </button>
    </th>
    <td>${formats.number(open)}</td>
    <td title=${ifDefined(longest)}>${formats.number(waiting)}</td>
    <td class=${late > 0 ? 'late' : ''}>${formats.number(late)}</td>
  </tr>`;
}

function presence(coWorkerId: string | null, { words, availability }: LoadPanel): TemplateResult | typeof nothing {
  const known = availability.get(coWorkerId ?? '') ?? 'unknown';
  if (known === 'unknown') return nothing;
  const state = known === 'offline' ? 'offline' : 'online';
  return html`<span class="presence ${state}" title=${words.presence[state]}
    ><span class="visually-hidden">${words.presence[state]}:</span></span
  >`;
}

const buckets: readonly WaitingBucket[] = ['on-time', 'danger', 'too-late'];

/** How many customers wait, and how urgent it is (E6); nothing where the backend does not count. Figures that are awaited keep their room. */
export function waitingSummary(
  counts: Readonly<Record<WaitingBucket, number>> | 'awaited' | null,
  words: MonitorTexts['monitor']['buckets'],
  { formats }: Localization,
): TemplateResult | typeof nothing {
  if (!counts) return nothing;
  return html`<dl class="buckets ${counts === 'awaited' ? counts : ''}" aria-label=${words.label}>
    ${buckets.map(
      (bucket) =>
        html`<div class="bucket ${bucket}">
          <dt>${words[bucket]}</dt>
          <dd>${formats.number(counts === 'awaited' ? 0 : counts[bucket])}</dd>
        </div>`,
    )}
  </dl>`;
}
