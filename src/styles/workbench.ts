import { css } from 'lit';
import { buttons } from './buttons.ts';
import { emptyState } from './empty-state.ts';
import { fields } from './fields.ts';
import { base, focusRing, scrollArea, skeleton, visuallyHidden } from './shared.ts';

/** An element that fills its box from top to bottom and lets its parts scroll. */
const column = css`
  :host {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    min-inline-size: 0;
    background: var(--_surface);
  }
`;

/** What fills a pane and has controls and rows of its own. */
export const scrollingBench = [...base, buttons, fields, focusRing, scrollArea, skeleton, visuallyHidden, column];

/** Lists, tables and editors: with states of their own. */
export const workbench = [...scrollingBench, emptyState];
