import { css } from 'lit';

/**
 * Lists of suggestions. Also adopted by the tree the composer stands in, where the list beside the text area is; so every
 * name begins with `ce-`, and nothing is inherited from a reset.
 */
export const suggestionStyles = css`
  .ce-suggestions[popover] {
    position: fixed;
    inset: auto;
    box-sizing: border-box;
    margin: 0;
    padding: var(--_space-2);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-m);
    background: var(--_surface-raised);
    color: var(--_text);
    box-shadow: var(--_shadow);
    font-size: var(--_font-m);
    line-height: 1.4;
    overflow-y: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }

  .ce-suggestion {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 var(--_space-4);
    padding: var(--_space-2) var(--_space-3);
    border-radius: var(--_radius-s);
    cursor: pointer;
  }

  .ce-suggestion:hover {
    background: var(--_hover);
  }

  .ce-suggestion[aria-selected='true'] {
    background: var(--_accent-tint);
    box-shadow: inset 2px 0 var(--_accent);
  }

  .ce-suggestion[aria-selected='true']:dir(rtl) {
    box-shadow: inset -2px 0 var(--_accent);
  }

  .ce-suggestion-key {
    color: var(--_accent);
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }

  .ce-suggestion-side {
    color: var(--_text-muted);
    font-size: var(--_font-s);
    text-align: end;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    max-inline-size: 12rem;
  }

  .ce-suggestion-text {
    grid-column: 1 / -1;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    color: var(--_text);
    overflow-wrap: anywhere;
    unicode-bidi: plaintext;
    text-align: start;
  }

  @media (forced-colors: active) {
    .ce-suggestion[aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
