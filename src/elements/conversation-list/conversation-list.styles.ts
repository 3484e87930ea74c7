import { css } from 'lit';
import { avatarStyles } from '../../styles/avatar.ts';
import { scrollingBench } from '../../styles/workbench.ts';
import { rowStyles } from './row.styles.ts';
import { tabStyles } from './tabs.styles.ts';
import { toolbarStyles } from './toolbar.styles.ts';

const own = css`
  :host {
    container-type: inline-size;
    --_row-size: var(--ce-list-row-size, 3.5rem);
  }

  :host([density='compact']) {
    --_row-size: var(--ce-list-row-size, 2.5rem);
    --_avatar-size: 1.875rem;
  }

  :host([density='compact']) .avatar {
    font-size: var(--_font-s);
  }

  :host([density='compact']) .row {
    padding-block: 0;
  }

  .body {
    position: relative;
    flex: 1;
    min-block-size: 0;
    /* A list in a box without a height of its own still scrolls by itself. */
    max-block-size: var(--ce-list-max-size, 100dvb);
    overflow-anchor: none;
  }
`;

export const styles = [...scrollingBench, avatarStyles, tabStyles, toolbarStyles, rowStyles, own];
