import { css } from 'lit';

/** What stands inside a bubble. */
export const contentStyles = css`
  .text {
    display: block;
    margin: 0;
    overflow-wrap: anywhere;
    unicode-bidi: isolate;
    white-space: pre-wrap;
  }

  .bubble a {
    color: var(--_accent);
    text-underline-offset: 2px;
  }

  .bubble > small.text,
  .file small,
  .card small {
    color: var(--_text-muted);
    font-size: var(--_font-s);
  }

  .picture {
    display: block;
    inline-size: 20rem;
    max-inline-size: 100%;
    aspect-ratio: 4 / 3;
    overflow: hidden;
    border-radius: var(--_radius-s);
    background: var(--_surface);
  }

  .picture.sticker {
    inline-size: 8rem;
    aspect-ratio: 1;
    background: none;
  }

  .picture img {
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }

  .sticker img {
    object-fit: contain;
  }

  .video,
  .audio {
    display: block;
    inline-size: 24rem;
    max-inline-size: 100%;
  }

  .video {
    aspect-ratio: 16 / 9;
    border-radius: var(--_radius-s);
    background: #000;
  }

  :is(.picture, .video, .audio, .file, .file-note) + .text {
    margin-block-start: var(--_space-3);
  }

  .file,
  .card {
    display: inline-flex;
    align-items: center;
    gap: var(--_space-3);
    min-inline-size: 0;
    max-inline-size: 100%;
    min-block-size: 1.5rem;
  }

  .card {
    display: flex;
    align-items: flex-start;
  }

  .card + .card {
    margin-block-start: var(--_space-3);
  }

  .card > .icon {
    margin-block-start: 0.15em;
  }

  .card-text {
    display: flex;
    flex-direction: column;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .card-title {
    font-weight: 600;
  }

  .file-name {
    display: flex;
    min-inline-size: 0;
    unicode-bidi: isolate;
  }

  .file-name bdi {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .file small {
    display: inline-block;
    flex: none;
    white-space: nowrap;
  }

  .file-note {
    display: block;
  }

  .sent-buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
    margin-block-start: var(--_space-3);
  }

  .sent-button {
    padding: var(--_space-1) var(--_space-4);
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius-l);
    font-size: var(--_font-m);
    overflow-wrap: anywhere;
  }

  .unsupported {
    color: var(--_text-muted);
  }
`;
