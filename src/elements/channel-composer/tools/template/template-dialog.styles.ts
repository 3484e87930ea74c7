import { css } from 'lit';

const frame = css`
  .template-dialog {
    flex-direction: column;
    box-sizing: border-box;
    inline-size: min(64rem, 100vw - 16px);
    max-inline-size: none;
    block-size: min(46rem, 100dvb - 16px);
    max-block-size: none;
    padding: 0;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-l);
    background: var(--_surface);
    color: var(--_text);
    box-shadow: var(--_shadow);
    font-size: var(--_font-m);
    line-height: 1.4;
    container: template-dialog / inline-size;
  }

  .template-dialog[open] {
    display: flex;
  }

  .template-dialog::backdrop {
    background: light-dark(#14181c66, #000000a6);
  }

  .template-dialog header,
  .template-dialog footer {
    flex: none;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space-3) var(--_space-4);
    padding: var(--_space-4) var(--_space-5);
  }

  .template-dialog header {
    flex-wrap: nowrap;
    align-items: start;
    border-block-end: 1px solid var(--_border);
  }

  .template-dialog footer {
    justify-content: flex-end;
    border-block-start: 1px solid var(--_border);
  }

  .template-dialog footer .notice {
    flex: 1 1 100%;
  }

  .template-dialog footer .reason {
    flex: 1;
    margin: 0;
    min-inline-size: 8rem;
    color: var(--_text-muted);
  }

  .titles {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .template-dialog :is(h2, h3, p) {
    margin: 0;
  }

  .template-dialog h2 {
    color: var(--_text-strong);
    font-size: var(--_font-xl);
  }

  .template-dialog h3 {
    flex: 1;
    min-inline-size: 0;
    color: var(--_text-strong);
    font-size: var(--_font-l);
    overflow-wrap: anywhere;
  }

  .template-dialog .about {
    color: var(--_text-muted);
  }

  .panes {
    flex: 1;
    display: grid;
    grid-template-columns: 18rem minmax(0, 1fr);
    min-block-size: 0;
  }

  .choose-hint {
    align-self: center;
    justify-self: center;
    padding: var(--_space-5);
    color: var(--_text-muted);
  }

  @container template-dialog (inline-size < 46rem) {
    .panes {
      grid-template-columns: minmax(0, 1fr);
    }

    .template-dialog.choosing .choose-hint,
    .template-dialog.filling .templates {
      display: none;
    }
  }

  @container template-dialog (inline-size >= 46rem) {
    .back {
      display: none;
    }
  }
`;

const list = css`
  .templates {
    display: flex;
    flex-direction: column;
    gap: var(--_space-3);
    min-block-size: 0;
    padding: var(--_space-4);
    border-inline-end: 1px solid var(--_border);
  }

  .template-line {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 var(--_space-3);
  }

  .template-line.chosen {
    box-shadow: inset 3px 0 0 var(--_accent);
  }

  .template-line.chosen:dir(rtl) {
    box-shadow: inset -3px 0 0 var(--_accent);
  }

  .template-name {
    min-inline-size: 0;
    color: var(--_text-strong);
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .template-side,
  .template-used {
    color: var(--_text-muted);
    font-size: var(--_font-s);
  }

  .template-line > :is(.ce-suggestion-text, .template-used) {
    grid-column: 1 / -1;
  }

  .refused {
    color: var(--_critical);
  }

  .star .icon,
  .favourite[aria-pressed='true'] .icon {
    color: var(--_caution);
    fill: currentColor;
  }
`;

const form = css`
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

const phone = css`
  .phone {
    position: sticky;
    inset-block-start: 0;
    display: flex;
    flex-direction: column;
    gap: var(--_space-2);
    margin: var(--_space-4) var(--_space-5);
    padding: var(--_space-4);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-l);
    background: var(--_surface-sunken);
  }

  @container template-dialog (inline-size < 58rem) {
    .phone {
      position: static;
      margin-block-start: 0;
    }
  }

  .phone-title {
    color: var(--_text-muted);
    font-size: var(--_font-s);
  }

  .bubble,
  .bubble-button {
    display: flex;
    flex-direction: column;
    gap: var(--_space-2);
    padding: var(--_space-3) var(--_space-4);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-m);
    background: var(--_surface-raised);
    overflow-wrap: anywhere;
  }

  .bubble-header {
    color: var(--_text-strong);
    font-weight: 600;
  }

  .bubble-body {
    line-height: 1.5;
    white-space: pre-wrap;
  }

  .bubble-footer {
    color: var(--_text-muted);
    font-size: var(--_font-s);
  }

  .bubble-media {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: var(--_space-2);
    min-block-size: 5rem;
    padding: var(--_space-3);
    border-radius: var(--_radius-s);
    background: var(--_surface-sunken);
    color: var(--_text-muted);
    text-align: center;
  }

  .bubble-media .icon {
    inline-size: 1.5rem;
    block-size: 1.5rem;
  }

  .bubble-button {
    align-items: center;
    gap: 0;
    text-align: center;
  }

  .bubble-label {
    display: inline-flex;
    align-items: center;
    gap: var(--_space-2);
    color: var(--_accent);
  }

  .bubble-value {
    color: var(--_text-muted);
    font-size: var(--_font-s);
  }

  .phone .missing {
    white-space: normal;
    text-align: start;
  }
`;

/** Styles of the dialog that fills approved templates; they come with it. */
export const templateDialogStyles = [frame, list, form, phone];
