import { css } from 'lit';

/** Tiles in a row that breaks: a figure and what it counts. */
export const tileStyles = css`
  .tiles {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(7.5rem, 45%), 1fr));
    gap: var(--_space-3);
    max-inline-size: 66rem;
  }

  .tile {
    display: grid;
    align-content: space-between;
    justify-items: start;
    gap: var(--_space-2);
    min-block-size: 4.25rem;
    padding: var(--_space-3) var(--_space-4);
    border: 1px solid var(--_border);
    border-block-start: 3px solid var(--_border-strong);
    border-radius: var(--_radius-s);
    background: var(--_surface-raised);
    color: var(--_text-muted);
    font: inherit;
    text-align: start;
    cursor: pointer;
  }

  .tile:hover {
    border-inline-color: var(--_border-strong);
    border-block-end-color: var(--_border-strong);
  }

  .tile .figure {
    grid-row: 1;
    min-block-size: 1.2em;
    color: var(--_text-muted);
    font-size: 1.5rem;
    font-variant-numeric: tabular-nums;
    font-weight: 600;
    line-height: 1.2;
  }

  .tile .what {
    font-size: var(--_font-m);
    overflow-wrap: anywhere;
  }

  .tile.calls .figure {
    color: var(--_text-strong);
  }

  .tile.calls {
    border-block-start-color: var(--_caution);
  }

  .tile.calls.unread {
    border-block-start-color: var(--_unread);
  }

  .tile.calls.too-late {
    border-block-start-color: var(--_critical);
  }

  .tile.calls.too-late .figure {
    color: var(--_critical);
  }

  .tile[aria-pressed='true'] {
    background: var(--_accent-tint);
    outline: 2px solid var(--_accent);
    outline-offset: -1px;
  }

  .tile[aria-pressed='true'] .what {
    color: var(--_text-strong);
  }

  .tile:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }

  .tile .bar {
    display: block;
    inline-size: 2ch;
    block-size: 1rem;
    border-radius: var(--_radius-s);
    background: var(--_border);
  }

  /* Only the tile that is on has the colour of what is chosen. */
  @media (forced-colors: active) {
    .tile.calls.unread {
      border-block-start-color: CanvasText;
    }

    .tile[aria-pressed='true'] {
      outline-color: Highlight;
    }
  }
`;
