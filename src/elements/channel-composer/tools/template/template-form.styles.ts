import { css } from 'lit';

/** The fields of an approved template, and what is the matter with them. */
export const formStyles = css`
  .fill {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 19rem);
    align-items: start;
    min-block-size: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }

  .template-form {
    display: flex;
    flex-direction: column;
    gap: var(--_space-4);
    padding: var(--_space-4) var(--_space-5);
  }

  .form-head,
  .form-title {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space-2) var(--_space-3);
  }

  .back {
    flex: 1 0 100%;
    justify-content: flex-start;
    padding-inline: 0;
  }

  .form-title > span {
    color: var(--_text-strong);
    font-weight: 600;
  }

  .template-fields {
    display: flex;
    flex-direction: column;
    gap: var(--_space-4);
  }

  .template-field {
    display: flex;
    flex-direction: column;
    gap: var(--_space-1);
    min-inline-size: 0;
  }

  .field-name,
  .field-part {
    color: var(--_text);
    overflow-wrap: anywhere;
  }

  .field-part {
    color: var(--_text-muted);
    font-size: var(--_font-s);
  }

  .field-note {
    color: var(--_text-muted);
    font-size: var(--_font-s);
  }

  .field-fault {
    display: flex;
    gap: var(--_space-2);
    color: var(--_critical);
    font-size: var(--_font-s);
  }

  .field-input[aria-invalid='true'] {
    border-color: var(--_critical);
  }

  .field-row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-3);
  }

  .field-row > .field-input {
    flex: 1;
    min-inline-size: 6rem;
    inline-size: auto;
  }

  .field-row > .field-input.currency {
    flex: 0 0 5rem;
    min-inline-size: 0;
  }

  .field-grid {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr));
    gap: var(--_space-3);
  }

  .file-button {
    position: relative;
  }

  .file-button:focus-within {
    outline: 2px solid var(--_focus);
    outline-offset: 1px;
  }

  .template-dialog .file-input.visually-hidden {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    clip-path: none;
    opacity: 0;
    cursor: pointer;
  }

  .file-name {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .check {
    display: flex;
    gap: var(--_space-3);
    align-items: center;
    min-block-size: 1.5rem;
    margin-block-start: var(--_space-2);
  }

  .check input {
    inline-size: 1rem;
    block-size: 1rem;
    flex: none;
    accent-color: var(--_accent);
  }

  @container template-dialog (inline-size < 58rem) {
    .fill {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
