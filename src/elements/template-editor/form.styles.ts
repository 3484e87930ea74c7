import { css } from 'lit';

/** The fields of a text. */
export const formStyles = css`
  .fields-row {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(11rem, 100%), 1fr));
    gap: var(--_space-4);
  }

  .labelled {
    display: flex;
    flex-direction: column;
    gap: var(--_space-1);
    min-inline-size: 0;
  }

  .labelled > label,
  .text-label {
    color: var(--_text-strong);
    font-size: var(--_font-m);
    font-weight: 600;
  }

  .field {
    inline-size: 100%;
  }

  .field[aria-invalid='true'] {
    border-color: var(--_critical);
  }

  .field:read-only:not(select) {
    background: var(--_surface-sunken);
  }

  .hint,
  .problem {
    margin: 0;
    font-size: var(--_font-s);
    overflow-wrap: anywhere;
  }

  .hint {
    color: var(--_text-muted);
  }

  .problem {
    color: var(--_critical);
  }

  .check {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-1) var(--_space-3);
    min-block-size: 1.5rem;
  }

  .check input {
    inline-size: 1rem;
    block-size: 1rem;
    margin: 0;
    accent-color: var(--_accent);
  }

  .tags,
  .actions,
  .unicode {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2) var(--_space-3);
  }

  .unicode {
    padding: var(--_space-3);
    border-radius: var(--_radius-m);
    background: var(--_caution-tint);
    font-size: var(--_font-s);
  }

  .unicode > span:first-child {
    flex: 1 1 100%;
  }

  .button.small {
    min-block-size: 1.5rem;
    padding: 0 var(--_space-3);
    font-size: var(--_font-s);
  }

  .actions .remove {
    margin-inline-start: auto;
    color: var(--_critical);
  }

  .area {
    display: grid;
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius-m);
    background: var(--_surface-raised);
  }

  .area.read-only {
    background: var(--_surface-sunken);
  }

  .area.invalid {
    border-color: var(--_critical);
  }

  .area:focus-within {
    outline: 2px solid var(--_focus);
    outline-offset: -1px;
  }

  .mirror,
  ::slotted(textarea) {
    min-block-size: 8rem;
    max-block-size: var(--ce-template-text-max-size, 24rem);
  }

  .count {
    margin: 0;
    color: var(--_text-muted);
    font-size: var(--_font-s);
    font-variant-numeric: tabular-nums;
  }
`;
