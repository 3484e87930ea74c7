import { css } from 'lit';
import { buttons } from '../../styles/buttons.ts';
import { base, focusRing, visuallyHidden } from '../../styles/shared.ts';
import { slottedText } from '../../styles/slotted-text.ts';
import { choiceStyles } from './choices.styles.ts';

const layout = css`
  :host {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    max-block-size: 100%;
    container: composer / inline-size;
  }

  .composer {
    display: flex;
    min-block-size: 0;
    flex-direction: column;
    gap: var(--_space-3);
    padding: var(--_space-3) var(--_space-4) var(--_space-4);
    background: var(--_surface);
    overflow-y: auto;
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2) var(--_space-4);
    min-block-size: 2rem;
    font-size: var(--_font-m);
  }

  .head,
  .foot {
    flex: none;
  }

  .aim {
    flex: 1 1 auto;
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space-4);
    min-inline-size: 0;
    max-inline-size: 100%;
  }

  .to {
    flex: 0 1 auto;
    min-inline-size: 0;
    overflow: hidden;
    color: var(--_text-muted);
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  @container composer (inline-size < 32rem) {
    .choice > .icon {
      display: none;
    }

    .to {
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
      line-height: 1.2;
      overflow-wrap: anywhere;
      white-space: normal;
    }

    /* A number goes to the next line whole. */
    .address {
      display: inline-block;
      max-inline-size: 100%;
    }
  }

  .to .name {
    color: var(--_text);
  }

  .address {
    font-variant-numeric: tabular-nums;
  }

  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: var(--_space-2) var(--_space-4);
    min-block-size: 2rem;
    font-size: var(--_font-s);
  }

  .foot p {
    margin: 0;
  }

  .counter {
    color: var(--_text-muted);
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }

  .reason {
    color: var(--_critical);
    overflow-wrap: anywhere;
  }

  .hint {
    color: var(--_text-muted);
  }

  .go {
    display: flex;
    gap: var(--_space-4);
  }

  .send {
    min-inline-size: 5.5rem;
  }

  .send.note {
    border-color: var(--_caution);
    background: var(--_surface-note);
  }
`;

const field = css`
  .field {
    flex: 0 1 auto;
    display: grid;
    grid-template-rows: minmax(0, auto);
    min-block-size: calc(3.5rem + 2px);
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius-m);
    background: var(--_surface-raised);
  }

  .field:focus-within {
    outline: 2px solid var(--_focus);
    outline-offset: -1px;
  }

  .field.locked {
    border-color: var(--_border);
    background: var(--_surface-sunken);
  }

  .note .field {
    border-color: var(--_caution);
    background: var(--_surface-note);
  }

  .mirror,
  ::slotted(textarea) {
    min-block-size: 3.5rem;
    max-block-size: min(100%, var(--ce-composer-max-size, 40cqb));
  }

  ::slotted(textarea)::placeholder {
    color: var(--_text-muted);
    opacity: 1;
  }

  /* Only what is typed has a direction of its own. */
  ::slotted(textarea:placeholder-shown) {
    direction: inherit;
  }

  ::slotted(textarea:read-only) {
    color: var(--_text-muted);
  }
`;

const notices = css`
  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-3);
    margin: 0;
    padding: var(--_space-3) var(--_space-4);
    border-radius: var(--_radius-m);
    background: var(--_surface-sunken);
    font-size: var(--_font-m);
    overflow-wrap: anywhere;
  }

  .notice > p,
  .notice > span {
    flex: 1;
    min-inline-size: min(14rem, 100%);
    margin: 0;
  }

  .notice.caution {
    background: var(--_caution-tint);
  }

  .notice.critical {
    background: var(--_critical-tint);
  }

  .notice.caution > .icon {
    color: var(--_caution);
  }

  .notice.critical > .icon {
    color: var(--_critical);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-3);
  }

  @media (forced-colors: active) {
    .notice {
      border: 1px solid CanvasText;
    }
  }
`;

/** Styles of `channel-composer`. */
export const styles = [...base, focusRing, buttons, visuallyHidden, layout, choiceStyles, slottedText, field, notices];
