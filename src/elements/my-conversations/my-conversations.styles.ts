import { css } from 'lit';
import { tableRows } from '../../styles/table-rows.ts';
import { workbench } from '../../styles/workbench.ts';

const own = css`
  :host {
    container-type: inline-size;
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

  .read {
    color: var(--_text-muted);
    font-size: var(--_font-m);
  }

  .unread .read {
    color: var(--_text-strong);
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
    .titles {
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
`;

export const styles = [...workbench, tableRows, own];
