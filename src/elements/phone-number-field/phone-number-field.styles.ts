import { css } from 'lit';
import { buttons } from '../../styles/buttons.ts';
import { base, focusRing } from '../../styles/shared.ts';

const field = css`
  :host {
    display: block;
    min-inline-size: 0;
  }

  ::slotted(input) {
    box-sizing: border-box;
    inline-size: 100%;
    min-block-size: 2rem;
    padding: var(--_space-1) var(--_space-3);
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius-s);
    background: var(--_surface-raised);
    color: var(--_text-strong);
    font: inherit;
    font-variant-numeric: tabular-nums;
    text-align: start;
  }

  ::slotted(input:focus-visible) {
    outline: 2px solid var(--_focus);
    outline-offset: 1px;
  }

  ::slotted(input[aria-invalid='true']) {
    border-color: var(--_critical);
  }

  ::slotted(input:disabled) {
    border-color: var(--_border);
    background: transparent;
    color: var(--_text-muted);
  }

  .note {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: var(--_space-1) var(--_space-3);
    margin: var(--_space-2) 0 0;
    color: var(--_text-muted);
    font-size: var(--_font-m);
    overflow-wrap: anywhere;
  }

  .note .icon {
    align-self: center;
  }

  .note.caution {
    color: var(--_caution);
  }

  .note.critical {
    color: var(--_critical);
  }

  .link {
    min-inline-size: 1.5rem;
  }
`;

/** Everything `phone-number-field` looks like. */
export const styles = [...base, focusRing, buttons, field];
