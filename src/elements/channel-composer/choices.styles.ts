import { css } from 'lit';

/** A row of radios that looks like one control. */
export const choiceStyles = css`
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 1px;
    padding: var(--_space-1);
    border-radius: var(--_radius-m);
    background: var(--_surface-sunken);
  }

  [part='mode'] {
    flex: none;
    flex-wrap: nowrap;
  }

  .choice {
    display: inline-flex;
    align-items: center;
    gap: var(--_space-2);
    min-block-size: 1.75rem;
    padding: 0 var(--_space-3);
    border: 1px solid transparent;
    border-radius: var(--_radius-s);
    background: none;
    color: var(--_text);
    font: inherit;
    font-size: var(--_font-m);
    cursor: pointer;
  }

  .choice:hover {
    background: var(--_hover);
  }

  .choice[aria-checked='true'] {
    border-color: var(--_border-strong);
    background: var(--_surface-raised);
    color: var(--_text-strong);
    font-weight: 600;
  }

  .choice-note {
    font-size: var(--_font-s);
    font-weight: 400;
    font-variant-numeric: tabular-nums;
  }

  .choice-note.muted {
    color: var(--_text-muted);
  }

  .choice-note.caution {
    color: var(--_caution);
  }

  @container composer (inline-size < 32rem) {
    .choice {
      flex-direction: column;
      justify-content: center;
      gap: 0;
      padding: 0 var(--_space-2);
      line-height: 1.2;
      white-space: nowrap;
    }

    [part='channel'] {
      flex-wrap: nowrap;
      overflow-x: auto;
      scrollbar-width: none;
    }

    [part='channel'] .choice {
      flex: none;
    }

    /* What is chosen stays in sight however far the others are scrolled. */
    [part='channel'] .choice[aria-checked='true'] {
      position: sticky;
      inset-inline: 0;
      z-index: 1;
    }
  }

  .dot {
    inline-size: 0.5rem;
    block-size: 0.5rem;
    border-radius: 50%;
    background: var(--_caution);
  }

  @media (forced-colors: active) {
    .choice[aria-checked='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
