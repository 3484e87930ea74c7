import { css } from 'lit';

/** The table of conversations: columns where there is room, three lines in a row elsewhere. */
export const rowStyles = css`
  .grid {
    --_columns: 1.75rem minmax(13rem, 1.6fr) minmax(0, 2fr) minmax(5.5rem, 1fr) minmax(6.75rem, 0.8fr) 4rem 7rem;
  }

  .titles > span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .body {
    min-block-size: 8rem;
  }

  .owner,
  .branch {
    color: var(--_text);
    font-size: var(--_font-m);
  }

  .choose input,
  .titles input {
    inline-size: 1rem;
    block-size: 1rem;
    margin: 0.25rem;
    accent-color: var(--_accent);
  }

  .lacks {
    flex: 0 1 auto;
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    padding: 0 var(--_space-3);
    border: 1px solid color-mix(in srgb, var(--_caution) 55%, transparent);
    border-radius: var(--_radius-l);
    background: var(--_caution-tint);
    color: var(--_caution);
    font-size: var(--_font-s);
    font-weight: 500;
  }

  /* The name gives way: a mark that is cut says nothing. */
  .name > .lacks {
    flex: none;
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
  @container monitor (inline-size < 58rem) {
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
  }

  @container monitor (inline-size < 46rem) {
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
`;
