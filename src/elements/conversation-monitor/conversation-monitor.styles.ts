import { css } from 'lit';
import { tableRows } from '../../styles/table-rows.ts';
import { workbench } from '../../styles/workbench.ts';
import { tileStyles } from '../conversation-cues/tiles.styles.ts';
import { loadStyles } from './load-panel.styles.ts';
import { rowStyles } from './rows.styles.ts';

const layout = css`
  :host {
    container: monitor / inline-size;
  }

  .base {
    display: grid;
    flex: 1;
    grid-template: auto auto minmax(0, 1fr) / minmax(0, 1fr);
    min-block-size: 0;
  }

  .head {
    display: grid;
    gap: var(--_space-3);
    padding: var(--_space-4);
    border-block-end: 1px solid var(--_border);
  }

  .summary {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space-2) var(--_space-4);
  }

  .buckets {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2) var(--_space-5);
    margin: 0;
    color: var(--_text-muted);
    font-size: var(--_font-m);
  }

  .buckets.awaited {
    visibility: hidden;
  }

  .bucket {
    display: flex;
    align-items: baseline;
    gap: var(--_space-2);
  }

  .bucket::before {
    content: '';
    align-self: center;
    inline-size: 8px;
    block-size: 8px;
    border-radius: 50%;
    background: var(--_positive);
    forced-color-adjust: none;
  }

  .bucket.danger::before {
    border-radius: 1px;
    background: var(--_caution);
    rotate: 45deg;
  }

  .bucket.too-late::before {
    border-radius: 0;
    background: var(--_critical);
  }

  .bucket dd {
    margin: 0;
    color: var(--_text-strong);
    font-variant-numeric: tabular-nums;
    font-weight: 600;
  }

  .filters,
  .selection {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-3);
    padding: var(--_space-3) var(--_space-4);
    border-block-end: 1px solid var(--_border);
  }

  /* What can be done with the chosen rows takes the place of the filters, so that no row moves from under the pointer. */
  .bar {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }

  .bar > * {
    grid-area: 1 / 1;
  }

  .bar[data-choosing] > .filters {
    visibility: hidden;
  }

  .filters .field {
    flex: 0 1 9rem;
    min-inline-size: 6rem;
  }

  .search {
    position: relative;
    display: flex;
    flex: 1 1 12rem;
    align-items: center;
    max-inline-size: 20rem;
  }

  .search .icon {
    position: absolute;
    inset-inline-start: var(--_space-3);
    color: var(--_text-muted);
    pointer-events: none;
  }

  .search .field {
    flex: 1;
    max-inline-size: none;
    padding-inline-start: calc(var(--_space-3) * 2 + 1.15em);
  }

  .selection {
    background: var(--_accent-tint);
    font-size: var(--_font-m);
  }

  .selection .chosen {
    color: var(--_text-strong);
    font-weight: 600;
  }

  .selection .gap {
    flex: 1;
  }

  .giving {
    display: flex;
    min-inline-size: 0;
  }

  .giving .field {
    min-inline-size: 0;
    max-inline-size: 11rem;
    border-start-end-radius: 0;
    border-end-end-radius: 0;
  }

  .giving .button {
    margin-inline-start: -1px;
    border-start-start-radius: 0;
    border-end-start-radius: 0;
  }

  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-3);
    padding: var(--_space-3) var(--_space-4);
    border-block-end: 1px solid var(--_border);
    background: var(--_surface-sunken);
    font-size: var(--_font-m);
  }

  .notice.caution {
    background: var(--_caution-tint);
  }

  .notice > span:first-child {
    flex: 1 1 12rem;
  }

  .notice progress {
    flex: 1 1 8rem;
    min-inline-size: 5rem;
    accent-color: var(--_accent);
  }

  .main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    min-block-size: 0;
  }

  .list {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    min-inline-size: 0;
  }

  .desk {
    display: none;
    overflow: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    border-inline-start: 1px solid var(--_border);
    background: var(--_surface-sunken);
  }

  .desk.open {
    display: block;
    border-inline-start: 0;
    border-block-end: 1px solid var(--_border);
    max-block-size: 14rem;
  }

  @container monitor (inline-size >= 72rem) {
    .main.with-desk {
      grid-template-columns: minmax(0, 1fr) 20rem;
    }

    .desk,
    .desk.open {
      display: block;
      grid-column: 2;
      grid-row: 1;
      max-block-size: none;
      border-inline-start: 1px solid var(--_border);
      border-block-end: 0;
    }

    .list {
      grid-column: 1;
      grid-row: 1;
    }

    .desk-toggle {
      display: none;
    }
  }
`;

/** Everything `conversation-monitor` looks like. */
export const styles = [...workbench, tileStyles, tableRows, layout, loadStyles, rowStyles];
