import { css } from 'lit';

/**
 * A page's own text area in a frame of ours, which grows with its text: behind it lies a `.mirror` with the same text,
 * where the browser cannot size the text area itself. Heights are set by who uses it.
 */
export const slottedText = css`
  .mirror,
  ::slotted(textarea) {
    grid-area: 1 / 1;
    box-sizing: border-box;
    inline-size: 100%;
    min-inline-size: 0;
    margin: 0;
    padding: var(--_space-3) var(--_space-4);
    border: 0;
    font: inherit;
    font-size: var(--_font-l);
    line-height: 1.4;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }

  /* Important where a page's own rules for text areas would tear the frame apart. */
  ::slotted(textarea) {
    display: block !important;
    border: 0 !important;
    outline: none !important;
    background: transparent !important;
    color: var(--_text-strong);
    resize: none;
    overflow-y: auto;
    field-sizing: content;
    scrollbar-width: thin;
  }

  .mirror {
    overflow: hidden;
    visibility: hidden;
  }
`;
