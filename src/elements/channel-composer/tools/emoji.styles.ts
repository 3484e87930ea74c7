import { css } from 'lit';

/** Styles of the emoji picker; they come with it. */
export const emojiStyles = [
  css`
    .emoji-panel[popover] {
      inline-size: min(22rem, calc(100vw - 16px));
    }

    .emoji-head {
      flex: none;
      display: flex;
      gap: var(--_space-2);
    }

    .emoji-head .field-input {
      flex: 1;
      min-inline-size: 0;
    }

    .emoji-tone {
      flex: none;
      inline-size: 4rem;
      min-block-size: 2rem;
      border: 1px solid var(--_border-strong);
      border-radius: var(--_radius-s);
      background: var(--_surface);
      color: var(--_text-strong);
      font: inherit;
      font-size: var(--_font-l);
    }

    .emoji-group {
      content-visibility: auto;
      contain-intrinsic-block-size: auto 20rem;
    }

    .emoji-grid {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(2.25rem, 1fr));
    }

    .emoji {
      display: grid;
      place-items: center;
      block-size: 2.25rem;
      border-radius: var(--_radius-s);
      font-family: 'Apple Color Emoji', 'Segoe UI Emoji', 'Noto Color Emoji', sans-serif;
      font-size: 1.375rem;
      line-height: 1;
      cursor: pointer;
    }

    .emoji:hover {
      background: var(--_hover);
    }

    .emoji[aria-selected='true'] {
      outline: 2px solid var(--_focus);
      outline-offset: -2px;
      background: var(--_hover);
    }
  `,
];
