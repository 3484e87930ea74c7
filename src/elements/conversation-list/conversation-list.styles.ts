import { css } from 'lit';
import { avatarStyles } from '../../styles/avatar.ts';
import {
  base,
  buttons,
  emptyState,
  fields,
  focusRing,
  scrollArea,
  skeleton,
  visuallyHidden,
} from '../../styles/shared.ts';

const own = css`
  :host {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    container-type: inline-size;
    background: var(--_surface);
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

  .tabs {
    display: flex;
    gap: var(--_space-1);
    padding-inline: var(--_space-3);
    border-block-end: 1px solid var(--_border);
    overflow-x: auto;
    overscroll-behavior-x: contain;
    scrollbar-width: none;
  }

  .tab {
    display: inline-flex;
    flex: none;
    align-items: center;
    gap: var(--_space-2);
    min-block-size: 2.25rem;
    padding: var(--_space-2) var(--_space-3);
    border: 0;
    border-block: 2px solid transparent;
    background: none;
    color: var(--_text-muted);
    font: inherit;
    font-size: var(--_font-m);
    white-space: nowrap;
    cursor: pointer;
  }

  .tab:hover {
    color: var(--_text-strong);
  }

  .tab[aria-selected='true'] {
    border-block-end-color: var(--_accent);
    color: var(--_text-strong);
    font-weight: 600;
  }

  .tab .count {
    color: var(--_text-muted);
    font-size: var(--_font-s);
    font-weight: 400;
    font-variant-numeric: tabular-nums;
  }

  /* No text of the tab: its name is the word alone, the count describes it. */
  .tab .count::after {
    content: attr(data-count);
  }

  @media (forced-colors: active) {
    .tab[aria-selected='true'] {
      border-block-end-color: Highlight;
    }
  }

  .toolbar {
    display: flex;
    flex-direction: column;
    gap: var(--_space-3);
    padding: var(--_space-3) var(--_space-4);
    border-block-end: 1px solid var(--_border);
  }

  .find {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2);
  }

  .search {
    position: relative;
    display: flex;
    flex: 1 1 8rem;
    align-items: center;
    min-inline-size: 0;
  }

  .search > .icon {
    position: absolute;
    inset-inline-start: var(--_space-3);
    color: var(--_text-muted);
    pointer-events: none;
  }

  .search .field {
    flex: 1;
    inline-size: 100%;
    padding-inline: 2rem;
  }

  .search .field:placeholder-shown {
    padding-inline-end: var(--_space-3);
  }

  .search .field::-webkit-search-cancel-button {
    display: none;
  }

  .search .button {
    position: absolute;
    inset-inline-end: 0;
  }

  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-3);
  }

  .filter {
    min-block-size: 1.75rem;
    padding-inline: var(--_space-3);
    border-radius: var(--_radius-l);
    min-inline-size: 0;
  }

  .filter bdi {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .co-worker {
    max-inline-size: 100%;
  }

  .sort {
    min-block-size: 1.75rem;
    /* As wide as what is chosen, not as the longest choice. */
    field-sizing: content;
    flex: none;
    margin-inline-start: auto;
    border-color: transparent;
    background: transparent;
    color: var(--_text-muted);
  }

  .sort:hover {
    background: var(--_hover);
  }

  .body {
    position: relative;
    flex: 1;
    min-block-size: 0;
    /* A list in a box without a height of its own still scrolls by itself. */
    max-block-size: var(--ce-list-max-size, 100dvb);
    overflow-anchor: none;
  }

  .rows {
    position: relative;
  }

  .row {
    position: absolute;
    inset-inline: 0;
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-content: center;
    column-gap: var(--_space-4);
    min-block-size: var(--_row-size);
    padding: var(--_space-2) var(--_space-4);
    padding-inline-start: var(--_space-5);
    border-block-end: 1px solid var(--_border);
    cursor: pointer;
  }

  .row:hover {
    background: var(--_hover);
  }

  .row.chosen {
    background: var(--_hover);
  }

  .row.sleeping > * {
    opacity: 0.75;
  }

  .row[aria-current='true'] {
    background: var(--_accent-tint);
    box-shadow: inset 3px 0 0 var(--_accent);
  }

  .row[aria-current='true']:dir(rtl) {
    box-shadow: inset -3px 0 0 var(--_accent);
  }

  .row.unread::before {
    content: '';
    position: absolute;
    inset-inline-start: 5px;
    inset-block-start: calc(50% - 3px);
    inline-size: 7px;
    block-size: 7px;
    border-radius: 50%;
    background: var(--_unread);
    forced-color-adjust: none;
  }

  .choose {
    position: relative;
    display: grid;
    grid-row: 1 / span 3;
    align-self: center;
  }

  .box {
    position: absolute;
    inset: 0;
    display: grid;
    visibility: hidden;
    place-items: center;
    background: var(--_surface);
    border-radius: 50%;
  }

  .box .icon {
    padding: 1px;
    inline-size: 1.25rem;
    block-size: 1.25rem;
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius-s);
    background: var(--_surface-raised);
    color: transparent;
  }

  .choosing .box,
  .choose:hover .box {
    visibility: visible;
  }

  .row:hover .box,
  .row[aria-current='true'] .box {
    background: transparent;
  }

  .choosing .avatar,
  .choose:hover .avatar {
    visibility: hidden;
  }

  .chosen .box .icon {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_text-on-accent);
    forced-color-adjust: none;
  }

  .marks {
    display: inline-flex;
    gap: var(--_space-1);
    margin-inline-start: auto;
    color: var(--_text-muted);
    font-size: var(--_font-s);
  }

  .marks + time {
    margin-inline-start: 0;
  }

  .priority {
    color: var(--_caution);
  }

  .priority.urgent {
    color: var(--_critical);
  }

  .row[aria-current='true'] .badge {
    background: var(--_accent-tint);
  }

  .line {
    display: flex;
    align-items: baseline;
    gap: var(--_space-3);
    min-inline-size: 0;
    white-space: nowrap;
  }

  .name,
  .organisation,
  .preview,
  .parts {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .name {
    flex: 0 1 auto;
    color: var(--_text-strong);
  }

  .unread .name,
  .unread .preview {
    font-weight: 600;
  }

  .unread .preview {
    color: var(--_text-strong);
  }

  .organisation {
    flex: 1 10 0;
    min-inline-size: 0;
    color: var(--_text-muted);
    font-size: var(--_font-s);
  }

  .name:only-of-type {
    flex: 1;
  }

  time {
    margin-inline-start: auto;
    color: var(--_text-muted);
    font-size: var(--_font-s);
    font-variant-numeric: tabular-nums;
  }

  .middle {
    align-items: center;
    gap: var(--_space-2);
    color: var(--_text-muted);
    font-size: var(--_font-m);
  }

  .preview {
    flex: 1;
  }

  .chip {
    display: inline-flex;
    align-items: center;
    gap: var(--_space-1);
    margin-inline-start: var(--_space-2);
    color: var(--_text-muted);
    font-size: var(--_font-s);
    font-variant-numeric: tabular-nums;
  }

  .chip.closing,
  .draft,
  .pending {
    color: var(--_caution);
  }

  .extra {
    align-items: center;
    color: var(--_text-muted);
    font-size: var(--_font-s);
  }

  .extra > span {
    display: inline-flex;
    align-items: center;
    gap: var(--_space-1);
  }

  .failed {
    color: var(--_critical);
    font-weight: 600;
  }

  .draft {
    font-style: italic;
  }

  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: var(--_space-3);
    padding: var(--_space-3) var(--_space-4);
    color: var(--_text-muted);
    font-size: var(--_font-m);
  }

  .notice.problem {
    border-block-end: 1px solid var(--_border);
    background: var(--_caution-tint);
    color: var(--_text);
  }

  .skeleton .row {
    position: static;
    cursor: default;
    pointer-events: none;
  }

  .skeleton .bar {
    margin-block: 0.325em;
  }

  .skeleton .bar:nth-child(2) {
    inline-size: 55%;
  }

  .skeleton .avatar {
    grid-row: 1 / span 2;
    background: var(--_border);
  }

  .field::placeholder {
    text-overflow: ellipsis;
  }

  @container (inline-size < 18rem) {
    .organisation {
      display: none;
    }
  }

  @media (forced-colors: active) {
    .row[aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;

export const styles = [
  base,
  buttons,
  fields,
  focusRing,
  scrollArea,
  skeleton,
  emptyState,
  visuallyHidden,
  avatarStyles,
  own,
];
