import { css } from 'lit';

/** Initials in a circle with the channel on its corner. Hues are quiet and only help recognition. */
export const avatarStyles = css`
  .avatar {
    --_hue: 250;
    position: relative;
    display: inline-grid;
    place-items: center;
    flex: none;
    inline-size: var(--_avatar-size, 2.25rem);
    block-size: var(--_avatar-size, 2.25rem);
    border-radius: 50%;
    background: light-dark(oklch(92% 0.035 var(--_hue)), oklch(36% 0.04 var(--_hue)));
    color: light-dark(oklch(36% 0.07 var(--_hue)), oklch(92% 0.04 var(--_hue)));
    font-size: var(--_font-m);
    font-weight: 600;
    letter-spacing: 0.01em;
    user-select: none;
  }

  .hue-1 {
    --_hue: 195;
  }

  .hue-2 {
    --_hue: 150;
  }

  .hue-3 {
    --_hue: 85;
  }

  .hue-4 {
    --_hue: 35;
  }

  .hue-5 {
    --_hue: 320;
  }

  .avatar::before {
    content: attr(data-letters);
  }

  .avatar:not([data-letters='']) > .icon,
  .avatar > .icon ~ .icon {
    position: absolute;
    inset-block-end: -3px;
    inset-inline-end: -4px;
    inline-size: calc(var(--_avatar-size, 2.25rem) / 2);
    block-size: calc(var(--_avatar-size, 2.25rem) / 2);
    padding: calc(var(--_avatar-size, 2.25rem) * 0.07);
    border-radius: 50%;
    background: var(--_surface);
    color: var(--_text-muted);
  }

  @media (forced-colors: active) {
    .avatar {
      border: 1px solid CanvasText;
    }
  }
`;
