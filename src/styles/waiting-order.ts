import { css } from 'lit';

/** A button that hovers over one end of the rows; it takes no room of its own. */
export const waitingOrderStyles = css`
  .waiting-order {
    position: relative;
    z-index: 2;
    flex: none;
    block-size: 0;
  }

  .waiting-order > .button {
    position: absolute;
    inset-block-start: var(--_space-2);
    inset-inline: var(--_space-4);
    inline-size: fit-content;
    max-inline-size: calc(100% - 2 * var(--_space-4));
    min-block-size: 1.75rem;
    margin-inline: auto;
    border-color: var(--_accent);
    border-radius: var(--_radius-l);
    background: var(--_surface-raised);
    box-shadow: var(--_shadow);
    font-size: var(--_font-m);
  }

  .waiting-order.end > .button {
    inset-block: auto var(--_space-2);
  }
`;
