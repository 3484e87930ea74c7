import { css } from 'lit';

/** Search, filters and sort above the rows. */
export const toolbarStyles = css`
  .toolbar {
    display: flex;
    flex-direction: column;
    gap: var(--_space-3);
    padding: var(--_space-3) var(--_space-4);
    border-block-end: 1px solid var(--_border);
  }

  .find {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2);
    /* With the search field, which comes with the session. */
    min-block-size: 2rem;
  }

  .search {
    position: relative;
    display: flex;
    flex: 1 1 8rem;
    align-items: center;
    min-inline-size: 0;
  }

  .search > .icon {
    position: absolute;
    inset-inline-start: var(--_space-3);
    color: var(--_text-muted);
    pointer-events: none;
  }

  .search .field {
    flex: 1;
    inline-size: 100%;
    padding-inline: 2rem;
  }

  .search .field:placeholder-shown {
    padding-inline-end: var(--_space-3);
  }

  .search .field::-webkit-search-cancel-button {
    display: none;
  }

  .search .button {
    position: absolute;
    inset-inline-end: 0;
  }

  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-3);
  }

  .filter {
    min-block-size: 1.75rem;
    padding-inline: var(--_space-3);
    border-radius: var(--_radius-l);
    min-inline-size: 0;
  }

  .filter bdi {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .co-worker {
    max-inline-size: 100%;
  }

  .filters-end {
    display: inline-flex;
    margin-inline-start: auto;
  }

  .filters-end .button {
    min-block-size: 1.75rem;
    inline-size: 1.75rem;
  }

  .filter .icon {
    color: var(--_text-muted);
  }

  .filter .count {
    color: var(--_text-muted);
    font-variant-numeric: tabular-nums;
  }

  /* The room of a name, so that the rows do not move when it has come. */
  .filter.awaited {
    visibility: hidden;
    inline-size: 8rem;
  }

  /* In a narrow list the bar would take a third line for three icons. */
  @container (max-inline-size: 19rem) {
    .filter .word {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }

  .team {
    min-block-size: 1.75rem;
    field-sizing: content;
    max-inline-size: 10rem;
    border-radius: var(--_radius-l);
  }

  .chips {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2);
    /* Their room, until they can be said in words. */
    min-block-size: 1.75rem;
  }

  .sort {
    min-block-size: 1.75rem;
    /* As wide as what is chosen, not as the longest choice. */
    field-sizing: content;
    flex: none;
    margin-inline-start: auto;
    border-color: transparent;
    background: transparent;
    color: var(--_text-muted);
  }

  .sort:hover {
    background: var(--_hover);
  }

  .field::placeholder {
    text-overflow: ellipsis;
  }
`;
