import { html, type TemplateResult } from 'lit';
import type { CuesController } from '../../controllers/cues-controller.ts';
import type { Localization } from '../../controllers/localization.ts';
import type { Cue } from '../../domain/cues.ts';
import type { MonitorTexts } from '../../locales/monitor.ts';
import { cueTiles } from '../conversation-cues/tiles.ts';
import { waitingSummary } from './load-panel.ts';

/** What stands above the list. */
export interface MonitorHead {
  readonly localization: Localization<MonitorTexts>;
  readonly words: MonitorTexts['monitor'];
  readonly cues: CuesController;
  readonly current: Cue | null;
  /** Whether the backend counts, as far as one knows. */
  readonly mayCount: boolean;
  /** Whether the co-workers are shown where there is little room; `null` where nobody knows their load. */
  readonly desk: boolean | null;
  readonly open: (cue: Cue) => void;
  readonly toggleDesk: () => void;
}

/** Tiles that narrow the list, and how many customers wait. */
export function monitorHead({
  localization,
  words,
  cues,
  current,
  mayCount,
  desk,
  open,
  toggleDesk,
}: MonitorHead): TemplateResult {
  return html`<div class="head">
    ${cueTiles({
      words: localization.messages.cues,
      formats: localization.formats,
      countOf: (cue) => cues.countOf(cue),
      isLoaded: cues.isLoaded,
      current,
      isFilter: true,
      open,
    })}
    <div class="summary">
      ${waitingSummary(!cues.isLoaded && mayCount ? 'awaited' : cues.buckets, words.buckets, localization)}
      <button
        type="button"
        class="button quiet desk-toggle"
        ?hidden=${desk === null}
        aria-expanded=${desk ? 'true' : 'false'}
        @click=${toggleDesk}
      >
        ${desk ? words.load.hide : words.load.show}
      </button>
    </div>
  </div>`;
}
