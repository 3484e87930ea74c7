import { css } from 'lit';

/** What stands above the messages. */
export const panelStyles = css`
  .bar select {
    flex: none;
    max-inline-size: calc(100% - 3rem);
    min-block-size: 1.75rem;
    padding-inline: var(--_space-2);
    border: 0;
    border-radius: var(--_radius-s);
    background: none;
    color: var(--_text-muted);
    font: inherit;
    font-size: var(--_font-m);
    text-overflow: ellipsis;
    cursor: pointer;
  }

  .bar option {
    background: var(--_surface-raised);
    color: var(--_text);
  }

  .bar .find,
  .bar-space {
    margin-inline-start: auto;
  }

  .bar .button {
    flex: none;
    min-inline-size: 1.75rem;
    min-block-size: 1.75rem;
    padding: 0;
  }

  .bar .button[aria-pressed='true'] {
    background: var(--_accent-tint);
    color: var(--_accent);
  }

  .search {
    display: flex;
    flex: none;
    flex-direction: column;
    max-block-size: 60%;
    margin: 0;
    border-block-end: 1px solid var(--_border);
  }

  .search .bar {
    border: 0;
  }

  .search input {
    flex: 1;
    min-inline-size: 6rem;
    min-block-size: 1.75rem;
    padding-inline: var(--_space-3);
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius-s);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    font-size: var(--_font-m);
  }

  .search .place {
    padding-inline: var(--_space-2);
    color: var(--_text-muted);
    font-size: var(--_font-s);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .search .place:empty {
    display: none;
  }

  .found-list {
    flex: 1;
    min-block-size: 0;
    margin: 0;
    padding: 0 var(--_space-3) var(--_space-2);
    overflow: auto;
    list-style: none;
  }

  .one {
    display: flex;
    flex-direction: column;
    inline-size: 100%;
    min-block-size: 2.5rem;
    padding: var(--_space-2) var(--_space-3);
    border: 0;
    border-radius: var(--_radius-s);
    background: none;
    color: inherit;
    font: inherit;
    font-size: var(--_font-m);
    text-align: start;
    cursor: pointer;
  }

  .one:hover {
    background: var(--_hover);
  }

  .one[aria-current='true'] {
    background: var(--_accent-tint);
  }

  .one:focus-visible {
    outline-offset: -2px;
  }

  .one-head {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 var(--_space-4);
    color: var(--_text-muted);
    font-size: var(--_font-s);
  }

  .one-text {
    overflow-wrap: anywhere;
  }

  .one-text mark {
    border-radius: var(--_radius-s);
    background: var(--_caution-tint);
    color: inherit;
    font-weight: 600;
  }

  .search-note {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-3);
    margin: 0;
    padding: var(--_space-2) var(--_space-5) var(--_space-3);
    color: var(--_text-muted);
    font-size: var(--_font-m);
  }

  @container timeline (inline-size < 30rem) {
    .search .bar {
      flex-wrap: wrap;
      justify-content: flex-end;
    }

    .search input {
      flex-basis: 100%;
    }

    .search .place {
      margin-inline-end: auto;
    }
  }
`;
