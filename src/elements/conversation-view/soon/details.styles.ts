import { css } from 'lit';

/** The details: a third pane where there is room, else a sheet over the messages. */
export const detailsStyles = css`
  .details-pane {
    border-inline-start: 1px solid var(--_border);
  }

  .panes:not([data-mode='three']) .details-pane {
    position: absolute;
    z-index: 2;
    inset-block: 0;
    inset-inline-end: 0;
    inline-size: min(20rem, 100%);
    background: var(--_surface-raised);
    box-shadow: var(--_shadow);
    animation: details-appear var(--_motion-slow) ease-out;
  }

  @keyframes details-appear {
    from {
      opacity: 0;
    }
  }

  .details-head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    min-block-size: 3rem;
    padding: var(--_space-2) var(--_space-3) var(--_space-2) var(--_space-5);
    border-block-end: 1px solid var(--_border);
  }

  .details-title {
    color: var(--_text-strong);
    font-weight: 600;
  }

  .details-body {
    flex: 1;
    min-block-size: 0;
    padding: var(--_space-5);
  }

  .details-body:focus-visible {
    outline-offset: -2px;
  }

  .details-host {
    display: contents;
  }
`;
