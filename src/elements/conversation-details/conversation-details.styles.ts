import { css } from 'lit';
import { avatarStyles } from '../../styles/avatar.ts';
import { buttons } from '../../styles/buttons.ts';
import { fields } from '../../styles/fields.ts';
import { base, focusRing, scrollArea, visuallyHidden } from '../../styles/shared.ts';
import { modalStyles } from '../dialogs/modal.styles.ts';

const own = css`
  :host {
    display: flex;
    flex-direction: column;
    gap: var(--_space-5);
    min-inline-size: 0;
    font-size: var(--_font-m);
  }

  .who {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: var(--_space-2);
    text-align: center;
    overflow-wrap: anywhere;
    --_avatar-size: 3.5rem;
  }

  .who .avatar {
    font-size: var(--_font-xl);
    margin-block-end: var(--_space-2);
  }

  .who-name {
    color: var(--_text-strong);
    font-size: var(--_font-xl);
    font-weight: 600;
  }

  .who-organisation,
  .who-kind,
  .hint {
    color: var(--_text-muted);
    font-size: var(--_font-s);
  }

  .who-ways {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    column-gap: var(--_space-2);
  }

  .who .button {
    margin-block-start: var(--_space-2);
  }

  p {
    margin: 0;
    overflow-wrap: anywhere;
  }

  .section {
    display: flex;
    flex-direction: column;
    gap: var(--_space-2);
    padding-block-start: var(--_space-4);
    border-block-start: 1px solid var(--_border);
  }

  .section-head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    min-block-size: 1.75rem;
  }

  h3 {
    margin: 0;
    color: var(--_text-strong);
    font-size: var(--_font-m);
    font-weight: 600;
  }

  .plain {
    display: flex;
    flex-direction: column;
    gap: var(--_space-3);
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .plain.tags {
    flex-flow: row wrap;
    gap: var(--_space-2);
  }

  .tag {
    max-inline-size: 100%;
    padding: var(--_space-1) var(--_space-3);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-l);
    overflow-wrap: anywhere;
  }

  dl {
    display: grid;
    grid-template-columns: minmax(5rem, auto) minmax(0, 1fr);
    gap: var(--_space-1) var(--_space-4);
    align-items: center;
    margin: 0;
  }

  dt {
    color: var(--_text-muted);
  }

  dd {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space-2);
    min-inline-size: 0;
    min-block-size: 1.75rem;
    margin: 0;
    overflow-wrap: anywhere;
  }

  dd .button,
  .section-head .button {
    min-block-size: 1.75rem;
    inline-size: 1.75rem;
  }

  dd .field {
    min-block-size: 1.75rem;
    inline-size: 100%;
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-3);
  }

  .channel {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    column-gap: var(--_space-3);
    align-items: center;
  }

  .channel :is(.address, .window) {
    grid-column: 2;
  }

  .address {
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }

  .window {
    color: var(--_text-muted);
    font-size: var(--_font-s);
  }

  .note {
    padding: var(--_space-3) var(--_space-4);
    border-radius: var(--_radius-s);
    background: var(--_surface-note);
    color: var(--_text-strong);
  }

  /* D9: paper goes outside; the export dialog prints notes when they are chosen. */
  @media print {
    .note,
    .note-form {
      display: none;
    }
  }

  .note bdi {
    white-space: pre-line;
  }

  .note .hint {
    color: var(--_text);
  }

  .note-form {
    display: flex;
    flex-direction: column;
    align-items: flex-end;
    gap: var(--_space-2);
  }

  .note-form .field {
    inline-size: 100%;
    resize: vertical;
  }

  .file {
    display: grid;
    grid-template-columns: 2.5rem minmax(0, 1fr);
    column-gap: var(--_space-3);
    align-items: center;
    inline-size: 100%;
    padding: var(--_space-1) var(--_space-2);
    border: 0;
    border-radius: var(--_radius-s);
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    text-decoration: none;
  }

  :is(a, button).file {
    cursor: pointer;
  }

  :is(a, button).file:hover {
    background: var(--_hover);
  }

  .thumb {
    display: grid;
    grid-row: 1 / span 2;
    inline-size: 2.5rem;
    block-size: 2.5rem;
    overflow: hidden;
    place-items: center;
    border-radius: var(--_radius-s);
    background: var(--_surface-sunken);
    color: var(--_text-muted);
  }

  .thumb img {
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }

  .file .hint {
    grid-column: 2;
  }

  .file-note {
    display: block;
    padding-inline: calc(2.5rem + var(--_space-3) + var(--_space-2)) var(--_space-2);
  }

  .file-name {
    display: flex;
    min-inline-size: 0;
  }

  .file-name bdi {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .other {
    display: flex;
    flex-direction: column;
    inline-size: 100%;
    padding: var(--_space-2) var(--_space-3);
    border: 1px solid transparent;
    border-radius: var(--_radius-s);
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }

  .other:hover {
    background: var(--_hover);
  }

  .other[aria-current='true'] {
    border-color: var(--_border);
    cursor: default;
  }

  .other-top {
    display: flex;
    justify-content: space-between;
    gap: var(--_space-3);
    color: var(--_text-muted);
    font-size: var(--_font-s);
  }

  .other-text {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .problem,
  .snoozed {
    padding: var(--_space-3);
    border-radius: var(--_radius-s);
    background: var(--_caution-tint);
    color: var(--_text-strong);
  }
`;

export const styles = [...base, visuallyHidden, focusRing, buttons, fields, scrollArea, avatarStyles, modalStyles, own];
