import { css } from 'lit';

/** Pictures, sound, files, cards, and what is said of messages in trouble. */
export const mediaStyles = css`
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

  /* Where texts are large a name has lines of its own. */
  @container timeline (inline-size < 15rem) {
    .file {
      flex-wrap: wrap;
    }

    .file-name {
      display: block;
    }

    .file-name bdi {
      overflow-wrap: anywhere;
      white-space: normal;
    }
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

  .choices {
    margin-block-start: var(--_space-3);
  }

  .choices > summary {
    min-block-size: 1.5rem;
    inline-size: fit-content;
    max-inline-size: 100%;
    cursor: pointer;
  }

  .choices-title {
    display: block;
    margin-block-start: var(--_space-3);
    color: var(--_text-muted);
    font-size: var(--_font-m);
    overflow-wrap: anywhere;
  }

  .choices ul {
    margin: var(--_space-1) 0 0;
    padding: 0;
    list-style: none;
  }

  .choices li {
    padding-block: var(--_space-1);
    border-block-start: 1px solid var(--_border);
    overflow-wrap: anywhere;
  }

  .choices small {
    display: block;
    color: var(--_text-muted);
  }

  .trouble {
    display: flex;
    flex-direction: column;
    gap: var(--_space-3);
    max-inline-size: min(72ch, 100%);
    margin-block: var(--_space-2) var(--_space-3);
    padding: var(--_space-3) var(--_space-4);
    border: 1px solid var(--_critical);
    border-radius: var(--_radius-m);
    background: var(--_critical-tint);
    font-size: var(--_font-m);
  }

  .trouble.unknown {
    border-color: var(--_caution);
    background: var(--_caution-tint);
  }

  .reason {
    display: flex;
    gap: var(--_space-3);
    margin: 0;
    overflow-wrap: anywhere;
  }

  .reason .icon {
    margin-block-start: 0.15em;
    color: var(--_critical);
  }

  .unknown .reason .icon {
    color: var(--_caution);
  }

  .reason small {
    color: var(--_text-muted);
    font-size: var(--_font-s);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2);
  }

  .actions .button {
    min-block-size: 1.75rem;
    padding-inline: var(--_space-3);
  }

  @media (forced-colors: active) {
    .trouble {
      border: 1px solid CanvasText;
    }
  }
`;
