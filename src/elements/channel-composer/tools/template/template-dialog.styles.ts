import { css } from 'lit';
import { formStyles } from './template-form.styles.ts';
import { previewStyles } from './template-preview.styles.ts';

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

  .template-dialog footer .reason:empty {
    min-inline-size: 0;
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

    .template-dialog footer .reason:not(:empty) {
      flex-basis: 100%;
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

/** Styles of the dialog that fills approved templates; they come with it. */
export const templateDialogStyles = [frame, list, formStyles, previewStyles];
