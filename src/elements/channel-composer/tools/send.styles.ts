import { css } from 'lit';

/** Own numbers, the review before sending, and other ways to send. */
export const sendStyles = css`
  .ends {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--_space-3);
    min-inline-size: 0;
  }

  /* Where texts are large, reply and note go below whom it is for. */
  @container composer (inline-size < 15rem) {
    .aim {
      flex-wrap: wrap;
    }

    .aim > :first-child {
      flex: 1 1 100%;
    }
  }

  .sender {
    display: inline-grid;
    grid-template-columns: auto minmax(0, auto);
    align-items: center;
    gap: 0 var(--_space-2);
    min-inline-size: 0;
    max-inline-size: 100%;
    color: var(--_text-muted);
  }

  .sender-select {
    min-block-size: 1.5rem;
    max-inline-size: min(18rem, 100%);
    padding: 0 var(--_space-2);
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius-s);
    background: var(--_surface-raised);
    color: var(--_text);
    font: inherit;
    text-overflow: ellipsis;
  }

  .sender-note {
    grid-column: 1 / -1;
  }

  .sender-note:not(:empty) {
    color: var(--_caution);
  }

  .review {
    flex: 1;
    min-inline-size: 0;
  }

  .more-ways {
    inline-size: 2rem;
    margin-inline-start: calc(-1 * var(--_space-3));
    padding: 0;
  }

  .panel.send-ways {
    inline-size: min(20rem, calc(100vw - 16px));
    max-block-size: var(--_room, none);
    overflow-y: auto;
  }

  .later {
    display: flex;
    flex-direction: column;
    gap: var(--_space-2);
  }

  .preset {
    flex-wrap: wrap;
    justify-content: space-between;
  }

  .preset .reason {
    flex: 1 0 100%;
    text-align: start;
  }

  .about {
    color: var(--_text-muted);
    font-size: var(--_font-s);
  }

  .field-part {
    display: flex;
    flex-direction: column;
    gap: var(--_space-1);
    color: var(--_text-muted);
    font-size: var(--_font-s);
  }

  .undo {
    background: var(--_surface-sunken);
  }

  .scheduled {
    flex: none;
    font-size: var(--_font-m);
  }

  .scheduled summary {
    display: flex;
    align-items: center;
    gap: var(--_space-2);
    min-block-size: 1.5rem;
    color: var(--_text-muted);
    cursor: pointer;
  }

  .scheduled ul {
    display: flex;
    flex-direction: column;
    gap: var(--_space-3);
    max-block-size: 10rem;
    margin: var(--_space-2) 0 0;
    padding: 0;
    overflow-y: auto;
    list-style: none;
  }

  .scheduled li {
    display: flex;
    gap: var(--_space-3);
    align-items: start;
    justify-content: space-between;
  }

  .scheduled li > .button {
    flex: none;
  }

  .scheduled-text {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .scheduled p {
    margin: 0;
  }

  .review p {
    margin: 0;
  }

  .quoted {
    display: flex;
    align-items: flex-start;
    gap: var(--_space-2);
    padding: var(--_space-2) var(--_space-3);
    border-inline-start: 3px solid var(--_accent);
    border-radius: var(--_radius-s);
    background: var(--_hover);
  }

  .quoted > .icon {
    flex: none;
    margin-block-start: var(--_space-1);
  }

  .quoted-text {
    flex: 1;
    display: -webkit-box;
    min-inline-size: 0;
    margin: 0;
    overflow: hidden;
    font-size: var(--_font-m);
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
  }

  .quoted-name {
    display: block;
    font-weight: 600;
  }

  .review blockquote {
    margin: var(--_space-2) 0 0;
    padding-inline-start: var(--_space-3);
    border-inline-start: 3px solid var(--_border-strong);
    color: var(--_text-strong);
    overflow-wrap: anywhere;
  }
`;
