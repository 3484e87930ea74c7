import { css } from 'lit';
import { slottedText } from '../../styles/slotted-text.ts';
import { workbench } from '../../styles/workbench.ts';
import { formStyles } from './form.styles.ts';
import { listStyles } from './list.styles.ts';
import { panelStyles } from './panels.styles.ts';

const layout = css`
  :host {
    block-size: 100%;
    container: editor / inline-size;
  }

  .base {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-block-size: 0;
  }

  .toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2) var(--_space-3);
    padding: var(--_space-3) var(--_space-4);
    border-block-end: 1px solid var(--_border);
  }

  .toolbar .note {
    flex: 1 1 12rem;
    margin: 0;
    color: var(--_text-muted);
    font-size: var(--_font-m);
  }

  .panes {
    display: grid;
    grid-template: minmax(0, 1fr) / 16rem minmax(0, 1fr);
    flex: 1;
    min-block-size: 0;
  }

  .list {
    display: flex;
    flex-direction: column;
    min-inline-size: 0;
    min-block-size: 0;
    border-inline-end: 1px solid var(--_border);
  }

  .list .search {
    margin: var(--_space-3);
    inline-size: calc(100% - 2 * var(--_space-3));
  }

  .codes {
    flex: 1;
    min-block-size: 0;
    padding-block-end: var(--_space-4);
  }

  .work {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: var(--_space-5);
    min-inline-size: 0;
    min-block-size: 0;
    padding: var(--_space-4);
    position: relative;
  }

  .form {
    display: flex;
    flex-direction: column;
    gap: var(--_space-4);
    min-inline-size: 0;
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2) var(--_space-3);
  }

  .head h2 {
    flex: 1 1 auto;
    min-inline-size: 0;
    margin: 0;
    color: var(--_text-strong);
    font-size: var(--_font-xl);
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .muted {
    color: var(--_text-muted);
    font-weight: 400;
  }

  .back {
    display: none;
  }

  @container editor (inline-size >= 66rem) {
    .work.chosen {
      grid-template-columns: minmax(0, 1fr) 22rem;
    }

    .work.chosen > .wide {
      grid-column: 1 / -1;
    }
  }

  @container editor (inline-size < 40rem) {
    .panes {
      grid-template-columns: minmax(0, 1fr);
    }

    .list {
      border: 0;
    }

    .panes.chosen > .list,
    .panes:not(.chosen) > .work:not(.busy) {
      display: none;
    }

    .panes.chosen .back {
      display: inline-flex;
    }
  }
`;

/** Styles of `template-editor`. */
export const styles = [...workbench, layout, listStyles, slottedText, formStyles, panelStyles];
