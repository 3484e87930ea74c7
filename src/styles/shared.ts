import { css } from 'lit';
import { tokens } from './tokens.ts';

/** What every element starts from: the tokens, the host page's font, and `hidden` that always hides. */
const reset = css`
  :host {
    /* A table cell or a heading of the page may have set these for texts of its own. */
    font-style: normal;
    letter-spacing: normal;
    text-align: start;
    text-indent: 0;
    text-transform: none;
    white-space: normal;
    word-spacing: normal;
    color: var(--_text);
    font-size: var(--_font-l);
    line-height: 1.4;
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }

  .icon {
    inline-size: 1.15em;
    block-size: 1.15em;
    flex: none;
    vertical-align: -0.2em;
  }

  .icon.directional:dir(rtl) {
    transform: scaleX(-1);
  }
`;

/** Tokens, reset and icons: first in the `styles` of every element. */
export const base = [tokens, reset];

/** There for assistive technology, invisible otherwise. */
export const visuallyHidden = css`
  .visually-hidden:not(:focus-visible) {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

/** One focus ring for everything; inside scrolling areas it must not be clipped, so `.inset` draws it inwards. */
export const focusRing = css`
  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 1px;
  }

  .inset:focus-visible {
    outline-offset: -2px;
  }
`;

/** Buttons that look like text, `.link`. */
export const links = css`
  .link {
    min-block-size: 1.5rem;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_accent);
    font: inherit;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 2px;
    cursor: pointer;
  }
`;

/** An area that scrolls by itself and never makes the page scroll along. */
export const scrollArea = css`
  .scroll {
    overflow-y: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    scrollbar-color: var(--_border-strong) transparent;
  }
`;

/** Grey bars in the shape of what is loading. Appears after 200 ms, so that a fast answer never flashes. */
export const skeleton = css`
  .skeleton {
    animation: skeleton-appear 0.01s 200ms both;
  }

  .skeleton .bar {
    block-size: 0.75em;
    border-radius: var(--_radius-s);
    background: var(--_border);
  }

  @media (prefers-reduced-motion: no-preference) {
    .skeleton .bar {
      animation: skeleton-breathe 1.6s ease-in-out 200ms infinite alternate;
    }
  }

  @keyframes skeleton-appear {
    from {
      visibility: hidden;
    }
  }

  @keyframes skeleton-breathe {
    to {
      opacity: 0.45;
    }
  }
`;
