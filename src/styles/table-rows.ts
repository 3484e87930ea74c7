import { css } from 'lit';

/** A table of conversations: headings that stand still above rows of which only those on screen exist. */
export const tableRows = css`
  .grid {
    display: flex;
    flex-direction: column;
    flex: 1;
    min-block-size: 0;
  }

  .titles,
  .row {
    display: grid;
    grid-template-columns: var(--_columns);
    align-items: center;
    column-gap: var(--_space-4);
    padding-inline: var(--_space-4);
    border-block-end: 1px solid var(--_border);
  }

  .waiting-order.start > .button {
    inset-block-start: calc(2rem + var(--_space-2));
  }

  .titles {
    min-block-size: 2rem;
    overflow: hidden;
    background: var(--_surface-sunken);
    color: var(--_text-muted);
    font-size: var(--_font-s);
    /* The rows below lose this much to their scroll bar. */
    scrollbar-gutter: stable;
    scrollbar-width: thin;
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

  .row.gone > * {
    opacity: 0.5;
  }

  .row.current {
    box-shadow: inset 3px 0 0 var(--_accent);
  }

  .row.current:dir(rtl) {
    box-shadow: inset -3px 0 0 var(--_accent);
  }

  .row[aria-selected='true'] {
    background: var(--_accent-tint);
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
  .at {
    color: var(--_text-muted);
    font-size: var(--_font-m);
    font-variant-numeric: tabular-nums;
  }

  .dot {
    inline-size: 7px;
    block-size: 7px;
    flex: none;
    border-radius: 50%;
    background: var(--_unread);
    forced-color-adjust: none;
  }

  @media (forced-colors: active) {
    .row[aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
