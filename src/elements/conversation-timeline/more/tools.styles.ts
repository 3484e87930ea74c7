import { css } from 'lit';

/**
 * What can be done with a message stands beside its bubble, in the free side of its row: the row becomes a grid with the
 * bubble's width as one column, and the bubble stays as it was.
 */
export const toolsStyles = css`
  .row {
    position: relative;
  }

  .row:has(> .tools) {
    --_widest: min(72ch, 80%);
    display: grid;
    grid-auto-flow: dense;
    grid-template-columns: fit-content(var(--_widest)) minmax(0, 1fr);
    place-items: start;
  }

  .row.outgoing:has(> .tools) {
    grid-template-columns: minmax(0, 1fr) fit-content(var(--_widest));
    place-items: start end;
  }

  .row:has(> .tools) > * {
    grid-column: 1 / -1;
  }

  .row:has(> .tools) > .bubble {
    grid-column: 1;
    max-inline-size: 100%;
  }

  .row.outgoing:has(> .tools) > .bubble {
    grid-column: 2;
  }

  .row > .tools {
    z-index: 1;
    grid-column: 2;
    display: flex;
    gap: var(--_space-1);
    /* Takes no height: a row with tools is as high as without. */
    margin-block: 0 -4rem;
    margin-inline: var(--_space-2);
    padding: var(--_space-1);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-m);
    background: var(--_surface-raised);
  }

  .row.outgoing > .tools {
    grid-column: 1;
  }

  .tools .button {
    min-inline-size: 1.75rem;
    min-block-size: 1.75rem;
    padding: 0;
  }

  .tools .failure {
    display: flex;
    align-items: center;
    gap: var(--_space-1);
    padding-inline: var(--_space-2);
    color: var(--_critical);
    font-size: var(--_font-m);
    white-space: nowrap;
  }

  .tools > .opener {
    display: none;
  }

  /* A note has no free side but that of its first line. */
  .row.note:has(> .tools) > .bubble {
    grid-column: 1 / -1;
  }

  .row.note > .tools {
    position: absolute;
    grid-column: 1 / -1;
    inset-block-start: 1px;
    inset-inline-end: 1px;
    margin: 0;
    padding: 0;
    border-color: transparent;
    background: var(--_surface-note);
  }

  .row.note:has(> :is(.thread, .hole)) > .tools {
    inset-block: auto 0;
  }

  .note > .tools .button {
    /* As high as the line it stands in. */
    min-block-size: 24px;
  }

  @container timeline (inline-size < 43rem) {
    .row:not(.note) > .tools:not(.open) {
      padding: 0;
      border-color: transparent;
      background: none;
    }

    .row:not(.note) > .tools > .opener {
      display: inline-flex;
    }

    .row:not(.note) > .tools:not(.open) > :not(.opener) {
      display: none;
    }

    /* What was asked for may cover the bubble. */
    .row > .tools.open {
      justify-self: end;
    }

    .row.outgoing > .tools.open {
      justify-self: start;
    }
  }

  @container timeline (inline-size < 30rem) {
    .row:has(> .tools) {
      --_widest: min(88%, 100% - 2.25rem);
    }
  }

  /* A page that is printed shows the messages that are loaded where the reader stands, whole and without controls. */
  @media print {
    :host,
    .content {
      block-size: auto;
      min-block-size: auto;
    }

    .scroll {
      overflow: visible;
    }

    .row {
      break-inside: avoid;
    }

    .row:focus-visible {
      outline: none;
    }

    .trouble > .actions,
    .row > .tools,
    .bar,
    .gap,
    .jump {
      display: none;
    }
  }
`;
