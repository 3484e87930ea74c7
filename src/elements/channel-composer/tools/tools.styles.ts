import { css } from 'lit';
import { sendStyles } from './send.styles.ts';
import { suggestionStyles } from './suggestions.styles.ts';

const bar = css`
  .bar {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    max-inline-size: 100%;
    align-items: center;
    gap: var(--_space-1);
    margin-inline: calc(-1 * var(--_space-2)) auto;
  }

  .button.tool {
    min-inline-size: 2rem;
    padding: 0 var(--_space-2);
    font-size: var(--_font-m);
  }

  .button.tool .icon {
    inline-size: 1.125rem;
    block-size: 1.125rem;
  }

  .button.tool[aria-expanded='true'] {
    background: var(--_hover);
    color: var(--_text-strong);
  }

  .characters {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2) var(--_space-3);
    font-size: var(--_font-s);
  }

  .characters-title {
    color: var(--_caution);
  }

  .button.compact {
    min-block-size: 1.5rem;
    padding: 0 var(--_space-3);
    font-size: var(--_font-s);
  }
`;

const panel = css`
  .panel[popover] {
    position: fixed;
    inset: auto;
    flex-direction: column;
    gap: var(--_space-3);
    box-sizing: border-box;
    inline-size: min(26rem, calc(100vw - 16px));
    max-block-size: min(24rem, var(--_room, 24rem));
    margin: 0;
    padding: var(--_space-3);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-m);
    background: var(--_surface-raised);
    color: var(--_text);
    box-shadow: var(--_shadow);
    font-size: var(--_font-m);
    overflow: hidden;
  }

  .panel:popover-open {
    display: flex;
  }

  .field-input {
    flex: none;
    inline-size: 100%;
    min-block-size: 2rem;
    padding: var(--_space-1) var(--_space-3);
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius-s);
    background: var(--_surface);
    color: var(--_text-strong);
    font: inherit;
    font-size: var(--_font-l);
  }

  .field-input::placeholder {
    color: var(--_text-muted);
    opacity: 1;
  }

  .options {
    min-block-size: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }

  .group-name {
    position: sticky;
    inset-block-start: 0;
    padding: var(--_space-2) var(--_space-3);
    background: var(--_surface-raised);
    color: var(--_text-muted);
    font-size: var(--_font-s);
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .panel-state {
    margin: 0;
    padding: var(--_space-4) var(--_space-3);
    color: var(--_text-muted);
    text-align: center;
    overflow-wrap: anywhere;
  }

  .panel-hint {
    flex: none;
    margin: 0;
    padding: 0 var(--_space-3);
    color: var(--_text-muted);
    font-size: var(--_font-s);
  }
`;

const preview = css`
  .preview {
    max-block-size: var(--ce-composer-max-size, 40cqb);
    padding: var(--_space-3) var(--_space-4);
    border: 1px dashed var(--_border-strong);
    border-radius: var(--_radius-m);
    overflow: auto;
  }

  .preview-title {
    color: var(--_text-muted);
    font-size: var(--_font-s);
  }

  .preview-text {
    margin: 0;
    unicode-bidi: plaintext;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }

  ins {
    text-decoration: none;
    background: var(--_accent-tint);
  }

  .missing {
    min-block-size: 1.5rem;
    padding: 0 var(--_space-2);
    border: 1px solid var(--_critical);
    border-radius: var(--_radius-s);
    background: var(--_critical-tint);
    color: var(--_critical);
    font: inherit;
    white-space: nowrap;
    cursor: pointer;
  }
`;

/** Styles of the composer's tools; they come with them. */
export const toolStyles = [suggestionStyles, bar, panel, sendStyles, preview];
