import { css } from 'lit';
import { base, buttons, emptyState, focusRing, scrollArea, skeleton, visuallyHidden } from '../../styles/shared.ts';

const own = css`
  :host {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    container-type: inline-size;
    background: var(--_surface);
    --_columns: minmax(7rem, 1.1fr) minmax(0, 2.6fr) 8.5rem 5.5rem 4.5rem;
  }

  .toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-3) var(--_space-4);
    padding: var(--_space-3) var(--_space-4);
    border-block-end: 1px solid var(--_border);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
    /* The words stand above those of the rows, not the edges of the buttons. */
    margin-inline: calc(-1 * var(--_space-4)) auto;
  }

  .segments {
    display: flex;
  }

  .segments .button:first-child {
    border-start-end-radius: 0;
    border-end-end-radius: 0;
  }

  .segments .button:last-child {
    border-start-start-radius: 0;
    border-end-start-radius: 0;
    margin-inline-start: -1px;
  }

  .segments .button[aria-pressed='true'] {
    position: relative;
  }

  .count {
    font-variant-numeric: tabular-nums;
    font-weight: 600;
  }

  .grid {
    display: flex;
    flex-direction: column;
    flex: 1;
    min-block-size: 0;
  }

  .head,
  .row {
    display: grid;
    grid-template-columns: var(--_columns);
    align-items: center;
    column-gap: var(--_space-4);
    padding-inline: var(--_space-4);
    border-block-end: 1px solid var(--_border);
  }

  .head {
    min-block-size: 2rem;
    background: var(--_surface-sunken);
    color: var(--_text-muted);
    font-size: var(--_font-s);
    /* The rows below lose this much to their scroll bar. */
    scrollbar-gutter: stable;
    scrollbar-width: thin;
    overflow: hidden;
  }

  .body {
    flex: 1;
    min-block-size: 0;
    max-block-size: var(--ce-list-max-size, 100dvb);
    overflow-anchor: none;
    scrollbar-gutter: stable;
  }

  .rows {
    position: relative;
  }

  .row {
    position: absolute;
    inset-inline: 0;
    min-block-size: var(--ce-table-row-size, 2.25rem);
    cursor: pointer;
  }

  .row:hover {
    background: var(--_hover);
  }

  .row[aria-selected='true'] {
    background: var(--_accent-tint);
    box-shadow: inset 3px 0 0 var(--_accent);
  }

  .row[aria-selected='true']:dir(rtl) {
    box-shadow: inset -3px 0 0 var(--_accent);
  }

  .cell {
    display: flex;
    align-items: center;
    gap: var(--_space-2);
    min-inline-size: 0;
    white-space: nowrap;
  }

  .cell > bdi {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .name {
    color: var(--_text-strong);
  }

  .unread .name,
  .unread .message {
    color: var(--_text-strong);
    font-weight: 600;
  }

  .message,
  .at,
  .read {
    color: var(--_text-muted);
    font-size: var(--_font-m);
    font-variant-numeric: tabular-nums;
  }

  .unread .read {
    color: var(--_text-strong);
  }

  .dot {
    inline-size: 7px;
    block-size: 7px;
    flex: none;
    border-radius: 50%;
    background: var(--_unread);
    forced-color-adjust: none;
  }

  .row-actions {
    justify-content: flex-end;
    gap: 0;
    opacity: 0;
  }

  .row:hover .row-actions,
  .row:focus-within .row-actions {
    opacity: 1;
  }

  .row-actions .button {
    min-block-size: 1.75rem;
    inline-size: 1.75rem;
  }

  @media (hover: none) {
    .row-actions {
      opacity: 1;
    }
  }

  .notice {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-3);
    align-items: center;
    padding: var(--_space-3) var(--_space-4);
    border-block-end: 1px solid var(--_border);
    background: var(--_caution-tint);
    font-size: var(--_font-m);
  }

  .skeleton .row {
    position: static;
    cursor: default;
    pointer-events: none;
  }

  .skeleton .bar:nth-child(1) {
    inline-size: 80%;
  }

  /* Narrow: two lines in each row, name and time above the message; the headings remain for assistive technology. */
  @container (inline-size < 34rem) {
    .head {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      min-block-size: 0;
      clip-path: inset(50%);
    }

    .row {
      grid-template-columns: minmax(0, 1fr) auto auto;
      align-content: center;
      min-block-size: 3.25rem;
      padding-block: var(--_space-2);
    }

    .name {
      grid-area: 1 / 1;
    }

    .at {
      grid-area: 1 / 2 / auto / span 2;
      justify-self: end;
      font-size: var(--_font-s);
    }

    .message {
      grid-area: 2 / 1;
    }

    .read {
      grid-area: 2 / 2;
      font-size: var(--_font-s);
    }

    .row:not(.unread) .read {
      display: none;
    }

    .row-actions {
      grid-area: 2 / 3;
    }

    .row-actions .button {
      min-block-size: 1.5rem;
      block-size: 1.5rem;
    }
  }

  @media (forced-colors: active) {
    .row[aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;

export const styles = [base, buttons, focusRing, scrollArea, skeleton, emptyState, visuallyHidden, own];
