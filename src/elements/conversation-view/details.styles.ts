import { css } from 'lit';

/** The details: a third pane where there is room, else a sheet over the messages. */
export const detailsStyles = css`
  .details-pane {
    border-inline-start: 1px solid var(--_border);
  }

  .panes:not([data-mode='three']) > .details-pane {
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

  .who {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: var(--_space-2);
    padding-block-end: var(--_space-5);
    text-align: center;
    overflow-wrap: anywhere;
    --_avatar-size: 3.5rem;
  }

  .who .avatar {
    font-size: var(--_font-xl);
    margin-block-end: var(--_space-2);
  }

  .who-name {
    color: var(--_text-strong);
    font-size: var(--_font-xl);
    font-weight: 600;
  }

  .who-organisation,
  .who-kind {
    color: var(--_text-muted);
    font-size: var(--_font-m);
  }

  .who .button {
    margin-block-start: var(--_space-3);
  }

  dl {
    margin: 0;
    font-size: var(--_font-m);
  }

  dt {
    padding-block-start: var(--_space-4);
    color: var(--_text-muted);
    font-size: var(--_font-s);
  }

  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }

  .channel {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    column-gap: var(--_space-3);
    align-items: center;
    padding-block: var(--_space-2);
  }

  .channel :is(.address, .window) {
    grid-column: 2;
  }

  .address {
    font-variant-numeric: tabular-nums;
  }

  .window {
    color: var(--_text-muted);
    font-size: var(--_font-s);
  }
`;
