import { css } from 'lit';

/** A picture over the whole page. */
export const lightboxStyles = css`
  .lightbox {
    position: fixed;
    inset: 0;
    display: flex;
    flex-direction: column;
    inline-size: 100dvi;
    block-size: 100dvb;
    max-inline-size: none;
    max-block-size: none;
    padding: 0;
    border: 0;
    background: var(--_surface);
    color: var(--_text);
  }

  .lightbox:not([open]) {
    display: none;
  }

  .lightbox::backdrop {
    background: var(--_surface);
  }

  .lightbox-bar {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: var(--_space-2);
    padding: var(--_space-3);
  }

  .lightbox-bar .button {
    min-inline-size: 2.25rem;
    min-block-size: 2.25rem;
  }

  .lightbox-place {
    flex: 1 0 auto;
    padding-inline: var(--_space-3);
    color: var(--_text-muted);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .lightbox-stage {
    display: flex;
    flex: 1;
    min-block-size: 0;
    overflow: auto;
    outline-offset: -2px;
  }

  .lightbox-gone {
    margin: auto;
    color: var(--_text-muted);
  }

  .lightbox-stage img {
    flex: none;
    margin: auto;
    inline-size: 100%;
    block-size: 100%;
    object-fit: scale-down;
  }

  .lightbox-stage img.large {
    inline-size: var(--_width);
    block-size: auto;
  }
`;
