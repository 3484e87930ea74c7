import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Formats } from '../../controllers/formats.ts';
import { type Cue, cues } from '../../domain/cues.ts';
import type { CuesTexts } from '../../locales/cues.ts';

/** What the tiles show and what a press does. */
export interface Tiles {
  readonly words: CuesTexts['cues'];
  readonly formats: Formats;
  /** `null` = not known. */
  readonly countOf: (cue: Cue) => number | null;
  readonly isLoaded: boolean;
  /** The one whose filter is on. */
  readonly current: Cue | null;
  /** Whether a press turns a filter on and off, or opens something elsewhere. */
  readonly isFilter: boolean;
  readonly open: (cue: Cue) => void;
}

/** A tile per cue: its figure, what it counts, and a press that shows which conversations they are (E2). */
export function cueTiles(tiles: Tiles): TemplateResult {
  return html`<div class="tiles" role="group" aria-label=${tiles.words.label} aria-busy=${!tiles.isLoaded}>
    ${cues.map((cue) => cueTile(cue, tiles))}
  </div>`;
}

function cueTile(cue: Cue, { words, formats, countOf, isLoaded, current, isFilter, open }: Tiles): TemplateResult {
  const count = countOf(cue);
  const name = words.names[cue];
  const kind = count !== null && count > 0 ? `calls ${cue}` : '';
  return html`<button
    type="button"
    class="tile ${kind}"
    part="tile"
    aria-pressed=${ifDefined(isFilter ? (cue === current ? 'true' : 'false') : undefined)}
    @click=${() => open(cue)}
  >
    <span class="what">${name}<span class="visually-hidden">:</span></span>
    <span class="figure">${figure(count, isLoaded, formats, words)}</span>
  </button>`;
}

/** A dash where nobody knows: no figure is invented. */
function figure(
  count: number | null,
  isLoaded: boolean,
  formats: Formats,
  words: Tiles['words'],
): TemplateResult | string {
  if (count !== null) return formats.number(count);
  return isLoaded
    ? html`<span aria-hidden="true">–</span><span class="visually-hidden">${words.notCounted}</span>`
    : html`<span class="bar"></span>`;
}
