import { css } from 'lit';

/** Codes and languages. */
export const listStyles = css`
  .code-name {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2) var(--_space-3);
    padding: var(--_space-3) var(--_space-4) var(--_space-1);
    color: var(--_text-muted);
    font-size: var(--_font-m);
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .option {
    display: flex;
    flex-direction: column;
    justify-content: center;
    min-block-size: 2.75rem;
    padding: var(--_space-2) var(--_space-4) var(--_space-2) var(--_space-5);
    cursor: pointer;
  }

  .option:dir(rtl) {
    padding-inline: var(--_space-5) var(--_space-4);
  }

  .option:hover {
    background: var(--_hover);
  }

  .option[aria-selected='true'] {
    background: var(--_accent-tint);
    box-shadow: inset 3px 0 0 var(--_accent);
  }

  .option[aria-selected='true']:dir(rtl) {
    box-shadow: inset -3px 0 0 var(--_accent);
  }

  .option-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2) var(--_space-3);
  }

  .option-name {
    color: var(--_text-strong);
  }

  .option-text {
    overflow: hidden;
    color: var(--_text-muted);
    font-size: var(--_font-s);
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .chip {
    padding: 0 var(--_space-3);
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius-l);
    color: var(--_text-muted);
    font-size: var(--_font-s);
    font-weight: 400;
    white-space: nowrap;
  }

  .chip.caution {
    border-color: var(--_caution);
    color: var(--_caution);
  }

  .quiet-line {
    margin: 0;
    padding: var(--_space-4);
    color: var(--_text-muted);
    overflow-wrap: anywhere;
  }

  .outline {
    display: flex;
    flex-direction: column;
    gap: var(--_space-3);
    padding: var(--_space-4);
  }

  .outline .bar:first-child {
    inline-size: 40%;
  }

  @media (forced-colors: active) {
    .option[aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
