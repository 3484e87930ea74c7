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

const edged = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--_space-2);
    min-block-size: 2rem;
    padding: var(--_space-1) var(--_space-4);
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius-s);
    background: var(--_surface-raised);
    color: inherit;
    font: inherit;
    font-size: var(--_font-m);
    text-align: center;
    cursor: pointer;
  }

  .button:hover:not(:disabled, [aria-disabled='true']) {
    background: color-mix(in srgb, var(--_text) 6%, var(--_surface-raised));
  }

  .button[aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_accent-tint);
    color: var(--_text-strong);
  }

  .button.primary {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_text-on-accent);
  }

  .button.primary:hover:not(:disabled, [aria-disabled='true']) {
    background: color-mix(in srgb, var(--_accent) 88%, var(--_text-strong));
  }

  .button.quiet {
    border-color: transparent;
    background: transparent;
  }

  .button.quiet:hover:not(:disabled, [aria-disabled='true']),
  .button.quiet[aria-pressed='true'] {
    background: var(--_hover);
  }

  .button.icon-only {
    inline-size: 2rem;
    padding: 0;
  }

  .button:is(:disabled, [aria-disabled='true']) {
    border-color: var(--_border);
    background: transparent;
    color: var(--_text-muted);
    cursor: default;
  }

  .button.quiet:is(:disabled, [aria-disabled='true']) {
    border-color: transparent;
  }

  @media (forced-colors: active) {
    .button[aria-pressed='true'] {
      outline: 2px solid Highlight;
      outline-offset: -3px;
    }

    .button:is(:disabled, [aria-disabled='true']) {
      color: GrayText;
    }
  }
`;

/**
 * Buttons: `.button` (edge), `.button.primary` (filled), `.button.quiet` (no edge until hovered), `.button.icon-only`
 * (square; needs a name), and `.link`. Targets are never below 24 px.
 */
export const buttons = [links, edged];

/** Text fields and drop-downs of tool bars. */
export const fields = css`
  .field {
    min-block-size: 2rem;
    max-inline-size: 100%;
    padding: var(--_space-1) var(--_space-3);
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius-s);
    background: var(--_surface-raised);
    color: var(--_text);
    font: inherit;
    font-size: var(--_font-m);
  }

  .field::placeholder {
    color: var(--_text-muted);
    opacity: 1;
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

/** What stands where content would be: a title, a sentence, a way on. */
export const emptyState = css`
  .empty {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: var(--_space-3);
    padding: var(--_space-6) var(--_space-5);
    color: var(--_text-muted);
    text-align: center;
    text-wrap: balance;
    overflow-wrap: anywhere;
  }

  .empty > * {
    max-inline-size: 36ch;
    margin: 0;
  }

  .empty > .icon {
    inline-size: 1.75rem;
    block-size: 1.75rem;
  }

  .empty .title {
    color: var(--_text-strong);
    font-weight: 600;
  }
`;
