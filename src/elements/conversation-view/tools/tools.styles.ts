import { css } from 'lit';

/** What the tools of a view add to it. */
export const toolStyles = css`
  .palette {
    display: flex;
    flex-direction: column;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .palette > li {
    display: flex;
    justify-content: space-between;
    gap: var(--_space-4);
    min-block-size: 2rem;
    align-items: center;
    padding: var(--_space-2) var(--_space-3);
    border-radius: var(--_radius-s);
    cursor: pointer;
  }

  .palette > li:hover {
    background: var(--_hover);
  }

  .palette > li[aria-selected='true'] {
    background: var(--_accent-tint);
    color: var(--_text-strong);
    outline: 1px solid var(--_accent);
    outline-offset: -1px;
  }

  .keys {
    flex: none;
    color: var(--_text-muted);
    font-size: var(--_font-s);
  }

  .shortcut {
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space-1) var(--_space-4);
    min-inline-size: 0;
  }

  /* Where there is little room the keys go below the name. */
  .shortcut > span {
    flex: 1 1 7rem;
  }

  .shortcut .field {
    inline-size: 11rem;
    flex: none;
  }

  .choices > li:has(.shortcut) {
    flex-wrap: wrap;
  }

  .taken {
    flex-basis: 100%;
    color: var(--_caution);
    font-size: var(--_font-m);
  }

  .taken:empty {
    display: none;
  }

  .print-note {
    display: none;
  }

  /* Of a page that is printed only what was said: whole, and without what is for the screen alone. */
  @media print {
    :host {
      display: block;
      min-inline-size: 0;
      block-size: auto;
      overflow: visible;
    }

    .heading :is(h2, p) {
      white-space: normal;
    }

    .panes,
    .messages-pane,
    .messages-pane > .timeline {
      display: block;
    }

    .messages-pane {
      container-type: normal;
      border: 0;
    }

    .banner,
    .list-pane,
    .details-host,
    .divider,
    .composer,
    .header .button,
    .strip .button {
      display: none;
    }

    .print-note {
      display: block;
      padding-inline: var(--_space-4);
      color: var(--_text-muted);
      font-size: var(--_font-s);
    }
  }
`;
