import { css } from 'lit';

/** What was left out of an action on many, and why; folded until it is asked for. */
export const bulkExceptionsStyles = css`
  .bulk-exceptions {
    flex: 1 1 100%;
    min-inline-size: 0;
    font-size: var(--_font-m);
  }

  .bulk-exceptions summary {
    min-block-size: 1.5rem;
    cursor: pointer;
  }

  .bulk-exceptions ul {
    max-block-size: 10rem;
    margin: var(--_space-2) 0 0;
    padding-inline-start: var(--_space-5);
    overflow-y: auto;
    overflow-wrap: anywhere;
  }
`;
