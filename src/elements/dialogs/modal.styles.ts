import { css } from 'lit';

/** Dialogs: a raised card in the middle; the whole width where there is little. */
export const modalStyles = css`
  .modal {
    inline-size: min(26rem, calc(100vw - 2rem));
    max-block-size: min(40rem, calc(100dvb - 2rem));
    padding: 0;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-m);
    background: var(--_surface-raised);
    color: var(--_text);
    box-shadow: var(--_shadow);
    font: inherit;
    font-size: var(--_font-m);
    overflow: hidden;
  }

  .modal.wide {
    inline-size: min(38rem, calc(100vw - 2rem));
  }

  .modal[open] {
    display: flex;
  }

  .modal::backdrop {
    background: rgb(0 0 0 / 0.4);
  }

  .modal-form {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-inline-size: 0;
    min-block-size: 0;
  }

  .modal-title {
    margin: 0;
    padding: var(--_space-4) var(--_space-5) var(--_space-3);
    color: var(--_text-strong);
    font-size: var(--_font-xl);
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .modal-body {
    display: flex;
    flex: 1;
    flex-direction: column;
    gap: var(--_space-4);
    min-block-size: 0;
    padding: var(--_space-2) var(--_space-5) var(--_space-4);
    overflow-wrap: anywhere;
  }

  .modal-body p {
    margin: 0;
  }

  .modal-problem {
    margin: 0;
    padding: var(--_space-3) var(--_space-5);
    background: var(--_critical-tint);
    color: var(--_critical);
  }

  .modal-foot {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-3);
    padding: var(--_space-4) var(--_space-5);
    border-block-start: 1px solid var(--_border);
  }

  .modal-aside {
    flex: 1;
  }

  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  legend,
  .field-label {
    display: block;
    padding: 0;
    margin-block-end: var(--_space-2);
    color: var(--_text-strong);
    font-weight: 600;
  }

  .hint {
    color: var(--_text-muted);
    font-size: var(--_font-s);
  }

  .options {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2) var(--_space-5);
  }

  .options.column {
    flex-direction: column;
    flex-wrap: nowrap;
    gap: 0;
  }

  .option {
    display: inline-flex;
    align-items: center;
    gap: var(--_space-3);
    min-block-size: 1.75rem;
    min-inline-size: 0;
    cursor: pointer;
  }

  .options.column .option {
    padding-inline: var(--_space-2);
    border-radius: var(--_radius-s);
  }

  .options.column .option:hover {
    background: var(--_hover);
  }

  .option input {
    inline-size: 1rem;
    block-size: 1rem;
    margin: 0;
    flex: none;
    accent-color: var(--_accent);
  }

  .record {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    min-inline-size: 0;
    padding-block: var(--_space-1);
    overflow-wrap: anywhere;
  }

  .record .number {
    white-space: nowrap;
  }

  .option:has(:disabled) {
    color: var(--_text-muted);
    cursor: default;
  }

  .option .aside {
    margin-inline-start: auto;
    color: var(--_text-muted);
    font-size: var(--_font-s);
  }

  .option .presence {
    inline-size: 0.5rem;
    block-size: 0.5rem;
    flex: none;
    border: 1px solid var(--_border-strong);
    border-radius: 50%;
  }

  .option .presence.online {
    border-color: var(--_positive);
    background: var(--_positive);
    forced-color-adjust: none;
  }

  .modal-row {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--_space-3);
  }

  .modal-row > label {
    flex: 1 1 8rem;
  }

  .modal .field {
    inline-size: 100%;
  }

  .modal textarea.field {
    min-block-size: 4.5rem;
    resize: vertical;
  }

  .choices {
    display: flex;
    flex-direction: column;
    gap: var(--_space-1);
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .choices > li {
    display: flex;
    align-items: center;
    gap: var(--_space-2);
  }

  .choices .button {
    flex: 1;
    justify-content: flex-start;
    min-inline-size: 0;
    text-align: start;
  }

  .choices .button.icon-only {
    flex: none;
    justify-content: center;
  }

  .lacking {
    margin: 0;
    color: var(--_caution);
  }

  /* Only what is typed has a direction of its own. */
  [dir='auto']:placeholder-shown {
    direction: inherit;
  }
`;
