import { css } from 'lit';

/** Text fields and drop-downs of tool bars. */
export const fields = css`
  .field {
    min-block-size: 2rem;
    max-inline-size: 100%;
    padding: var(--_space-1) var(--_space-3);
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius-s);
    background: var(--_surface-raised);
    color: var(--_text);
    font: inherit;
    font-size: var(--_font-m);
  }

  .field::placeholder {
    color: var(--_text-muted);
    opacity: 1;
  }
`;
