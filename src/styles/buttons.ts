import { css } from 'lit';
import { links } from './shared.ts';

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

    /* Else a plate in the colour of the page lies under its text, which has that colour too. */
    .button.primary {
      forced-color-adjust: none;
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
