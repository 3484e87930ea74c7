import { css } from 'lit';

/** A row of the list and the marks on it. */
export const rowStyles = css`
  .rows {
    position: relative;
  }

  .row {
    position: absolute;
    inset-inline: 0;
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-content: center;
    column-gap: var(--_space-4);
    min-block-size: var(--_row-size);
    padding: var(--_space-2) var(--_space-4);
    padding-inline-start: var(--_space-5);
    border-block-end: 1px solid var(--_border);
    cursor: pointer;
    /* Shift and a press choose rows, not words. */
    user-select: none;
  }

  .row:hover {
    background: var(--_hover);
  }

  .row.chosen {
    background: var(--_hover);
  }

  .row.sleeping > * {
    opacity: 0.75;
  }

  .row.gone > * {
    opacity: 0.5;
  }

  .row[aria-current='true'] {
    background: var(--_accent-tint);
    box-shadow: inset 3px 0 0 var(--_accent);
  }

  .row[aria-current='true']:dir(rtl) {
    box-shadow: inset -3px 0 0 var(--_accent);
  }

  .row.unread::before {
    content: '';
    position: absolute;
    inset-inline-start: 5px;
    inset-block-start: calc(50% - 3px);
    inline-size: 7px;
    block-size: 7px;
    border-radius: 50%;
    background: var(--_unread);
    forced-color-adjust: none;
  }

  .choose {
    position: relative;
    display: grid;
    grid-row: 1 / span 3;
    align-self: center;
  }

  .marks {
    display: inline-flex;
    gap: var(--_space-1);
    margin-inline-start: auto;
    color: var(--_text-muted);
    font-size: var(--_font-s);
  }

  .marks + time {
    margin-inline-start: 0;
  }

  .priority {
    color: var(--_caution);
  }

  .priority.urgent {
    color: var(--_critical);
  }

  .row[aria-current='true'] .avatar > .icon:last-child {
    background: var(--_accent-tint);
  }

  .line {
    display: flex;
    align-items: baseline;
    gap: var(--_space-3);
    min-inline-size: 0;
    white-space: nowrap;
  }

  .name,
  .organisation,
  .preview,
  .parts {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .name {
    flex: 0 1 auto;
    color: var(--_text-strong);
  }

  .unread .name,
  .unread .preview {
    font-weight: 600;
  }

  .unread .preview {
    color: var(--_text-strong);
  }

  .organisation {
    flex: 1 10 0;
    min-inline-size: 0;
    color: var(--_text-muted);
    font-size: var(--_font-s);
  }

  .name:only-of-type {
    flex: 1;
  }

  time {
    margin-inline-start: auto;
    color: var(--_text-muted);
    font-size: var(--_font-s);
    font-variant-numeric: tabular-nums;
  }

  .middle {
    align-items: center;
    gap: var(--_space-2);
    color: var(--_text-muted);
    font-size: var(--_font-m);
  }

  .preview {
    flex: 1;
  }

  .chip {
    display: inline-flex;
    align-items: center;
    gap: var(--_space-1);
    margin-inline-start: var(--_space-2);
    color: var(--_text-muted);
    font-size: var(--_font-s);
    font-variant-numeric: tabular-nums;
  }

  .chip.closing,
  .draft,
  .pending {
    color: var(--_caution);
  }

  .extra {
    align-items: center;
    color: var(--_text-muted);
    font-size: var(--_font-s);
  }

  .extra > span {
    display: inline-flex;
    align-items: center;
    gap: var(--_space-1);
  }

  .failed {
    color: var(--_critical);
    font-weight: 600;
  }

  .draft {
    font-style: italic;
  }

  .skeleton .row {
    position: static;
    cursor: default;
    pointer-events: none;
  }

  .skeleton .bar {
    margin-block: 0.325em;
  }

  .skeleton .bar:nth-child(2) {
    inline-size: 55%;
  }

  .skeleton .avatar {
    grid-row: 1 / span 2;
    background: var(--_border);
  }

  @container (inline-size < 18rem) {
    .organisation {
      display: none;
    }
  }

  @media (forced-colors: active) {
    .row[aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
