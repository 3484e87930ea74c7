import { css } from 'lit';

/** The table of conversations: columns where there is room, three lines in a row elsewhere. */
export const rowStyles = css`
  .grid {
    display: flex;
    flex-direction: column;
    flex: 1;
    min-block-size: 0;
    --_columns: 1.75rem minmax(10.5rem, 1.6fr) minmax(0, 2fr) minmax(5.5rem, 1fr) minmax(5rem, 0.8fr) 4rem 5.75rem;
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

  .titles > span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .body {
    flex: 1;
    min-block-size: 8rem;
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

  .choose input,
  .titles input {
    inline-size: 1rem;
    block-size: 1rem;
    margin: 0.25rem;
    accent-color: var(--_accent);
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
  .owner,
  .branch,
  .at {
    color: var(--_text-muted);
    font-size: var(--_font-m);
    font-variant-numeric: tabular-nums;
  }

  .owner,
  .branch {
    color: var(--_text);
  }

  .dot {
    inline-size: 7px;
    block-size: 7px;
    flex: none;
    border-radius: 50%;
    background: var(--_unread);
    forced-color-adjust: none;
  }

  .lacks {
    flex: none;
    padding: 0 var(--_space-3);
    border: 1px solid color-mix(in srgb, var(--_caution) 55%, transparent);
    border-radius: var(--_radius-l);
    background: var(--_caution-tint);
    color: var(--_caution);
    font-size: var(--_font-s);
    font-weight: 500;
  }

  .wait {
    display: inline-flex;
    align-items: center;
    gap: var(--_space-2);
    color: var(--_text-muted);
    font-size: var(--_font-m);
    font-variant-numeric: tabular-nums;
  }

  .wait.danger {
    color: var(--_caution);
  }

  .wait.too-late {
    color: var(--_critical);
    font-weight: 600;
  }

  .skeleton .outline {
    display: flex;
    gap: var(--_space-5);
    padding: var(--_space-4);
    border-block-end: 1px solid var(--_border);
  }

  .skeleton .bar:first-child {
    inline-size: 12rem;
  }

  .skeleton .bar:last-child {
    flex: 1;
  }

  /* Narrow: three lines in each row; the headings remain for assistive technology. */
  @container monitor (inline-size < 46rem) {
    .titles {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      min-block-size: 0;
      clip-path: inset(50%);
    }

    .row {
      grid-template-columns: 1.75rem minmax(0, 1fr) auto auto;
      align-content: center;
      row-gap: var(--_space-1);
      min-block-size: 4.75rem;
      padding-block: var(--_space-3);
    }

    .choose {
      grid-area: 1 / 1 / span 3;
      align-self: start;
    }

    .name {
      grid-area: 1 / 2 / auto / span 2;
    }

    .at {
      grid-area: 1 / 4;
      justify-self: end;
      font-size: var(--_font-s);
    }

    .message {
      grid-area: 2 / 2 / auto / span 3;
    }

    .owner {
      grid-area: 3 / 2;
    }

    .branch {
      grid-area: 3 / 3;
    }

    .waits {
      grid-area: 3 / 4;
      justify-self: end;
    }

    .owner,
    .branch {
      font-size: var(--_font-s);
    }

    .head .tiles {
      display: flex;
      overflow-x: auto;
      padding: 2px;
      scrollbar-width: thin;
    }

    .head .tile {
      flex: 0 0 7.5rem;
    }

    .filters .field {
      flex: 1 1 8rem;
      max-inline-size: none;
    }
  }

  @media (forced-colors: active) {
    .row[aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
