import { css } from 'lit';
import { avatarStyles } from '../../styles/avatar.ts';
import { buttons } from '../../styles/buttons.ts';
import { base, focusRing } from '../../styles/shared.ts';

const own = css`
  :host {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    block-size: 100%;
    /* Where texts are large and the box is low, banners scroll away. */
    overflow: hidden auto;
    background: var(--_surface);
  }

  .panes {
    position: relative;
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    flex: 1;
    min-block-size: min(20rem, 100%);
  }

  .panes[data-mode='two'],
  .panes[data-mode='three'] {
    grid-template-columns: var(--_list-size) minmax(0, 1fr);
  }

  .panes[data-mode='three'][data-details] {
    grid-template-columns: var(--_list-size) minmax(0, 1fr) var(--_details-size);
  }

  .pane {
    position: relative;
    display: flex;
    flex-direction: column;
    min-inline-size: 0;
    min-block-size: 0;
    background: var(--_surface);
  }

  .pane:focus-visible {
    outline-offset: -2px;
  }

  /* One pane at a time: they lie on each other, so that the hidden one keeps its layout and its place in scrolling. */
  .panes[data-mode='one'] > .pane {
    grid-area: 1 / 1;
  }

  .pane[inert] {
    visibility: hidden;
  }

  .list-pane > * {
    flex: 1;
  }

  /* Header and composer leave the messages room to read, however low it is. */
  .messages-pane {
    container-type: size;
    overflow: hidden auto;
  }

  .panes:not([data-mode='one']) > .messages-pane {
    border-inline-start: 1px solid var(--_border);
  }

  .messages-pane > .timeline {
    display: flex;
    flex: 1;
    min-block-size: min(10rem, 100%);
  }

  .timeline > * {
    flex: 1;
    min-inline-size: 0;
  }

  .composer {
    flex: none;
    border-block-start: 1px solid var(--_border);
  }

  /* Room for the composer until its chunk is there, so that the messages do not move. */
  .composer > :not(:defined) {
    display: block;
    min-block-size: 10.75rem;
  }

  .header {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: var(--_space-3);
    min-block-size: 3rem;
    padding: var(--_space-2) var(--_space-4);
    border-block-end: 1px solid var(--_border);
  }

  .header .back {
    margin-inline-start: calc(-1 * var(--_space-3));
  }

  /* Where texts are large the buttons go below the name. */
  .heading {
    flex: 1 1 6rem;
    min-inline-size: 0;
  }

  .heading h2,
  .heading p {
    margin: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .heading h2 {
    color: var(--_text-strong);
    font-size: var(--_font-xl);
    font-weight: 600;
    line-height: 1.3;
  }

  .heading h2:focus-visible {
    outline-offset: -2px;
  }

  .heading p {
    color: var(--_text-muted);
    font-size: var(--_font-s);
  }

  .strip {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2) var(--_space-3);
    /* Its buttons come later. */
    min-block-size: calc(2rem + 2 * var(--_space-2) + 1px);
    padding: var(--_space-2) var(--_space-4);
    border-block-end: 1px solid var(--_border);
    background: var(--_surface-sunken);
    font-size: var(--_font-m);
  }

  .strip > span {
    flex: 1;
  }
`;

export const styles = [base, buttons, focusRing, avatarStyles, own];
