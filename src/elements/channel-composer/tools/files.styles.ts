import { css } from 'lit';

const list = css`
  .files {
    flex: 0 1 auto;
    display: flex;
    flex-direction: column;
    gap: var(--_space-2);
    min-block-size: 5.5rem;
    max-block-size: 15rem;
    overflow-y: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }

  .file-list {
    display: flex;
    flex-direction: column;
    gap: var(--_space-2);
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .file {
    display: flex;
    align-items: flex-start;
    gap: var(--_space-3);
    padding: var(--_space-2);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-m);
    background: var(--_surface-raised);
    font-size: var(--_font-m);
  }

  .file.refused {
    border-color: var(--_critical);
    background: var(--_critical-tint);
  }

  .file-picture {
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 3rem;
    block-size: 3rem;
    border-radius: var(--_radius-s);
    background: var(--_surface-sunken);
    color: var(--_text-muted);
    object-fit: cover;
  }

  .file-body {
    flex: 1;
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: var(--_space-2);
    min-inline-size: 0;
  }

  .file-head {
    display: flex;
    align-items: baseline;
    gap: var(--_space-3);
    max-inline-size: 100%;
    min-block-size: 1.5rem;
  }

  .file-name {
    display: flex;
    min-inline-size: 0;
    color: var(--_text-strong);
    white-space: nowrap;
  }

  .file-name bdi {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .file-size,
  .file-note,
  .file-plan {
    flex: none;
    margin: 0;
    color: var(--_text-muted);
    font-size: var(--_font-s);
    font-variant-numeric: tabular-nums;
  }

  .file-problem {
    margin: 0;
    color: var(--_critical);
    font-size: var(--_font-s);
    overflow-wrap: anywhere;
  }
`;

const parts = css`
  .file-progress {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2) var(--_space-3);
    inline-size: 100%;
  }

  .file-progress progress {
    flex: 1 1 5rem;
    min-inline-size: 3rem;
    max-inline-size: 14rem;
    block-size: 0.375rem;
    accent-color: var(--_accent);
  }

  .file-sound {
    inline-size: 100%;
    max-inline-size: 20rem;
    block-size: 2rem;
  }

  .file-words {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2);
    inline-size: 100%;
  }

  .file-words .field-input {
    flex: 1 1 9rem;
    min-inline-size: 0;
    min-block-size: 1.75rem;
    padding: 0 var(--_space-3);
    font-size: var(--_font-m);
  }

  .file-buttons {
    flex: none;
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    max-inline-size: 7rem;
  }

  .button.icon-only {
    min-inline-size: 1.75rem;
    min-block-size: 1.75rem;
    padding: 0;
    justify-content: center;
  }

  .button.icon-only .icon {
    inline-size: 1rem;
    block-size: 1rem;
  }

  .button.camera {
    display: none;
  }

  @media (pointer: coarse) {
    .button.camera {
      display: inline-flex;
    }
  }

  .composer {
    position: relative;
  }

  .drop {
    position: absolute;
    inset: var(--_space-2);
    z-index: 1;
    display: flex;
    align-items: center;
    justify-content: center;
    gap: var(--_space-3);
    border: 2px dashed var(--_accent);
    border-radius: var(--_radius-m);
    background: var(--_surface-raised);
    color: var(--_text-strong);
    font-size: var(--_font-l);
    pointer-events: none;
  }

  @container composer (inline-size < 26rem) {
    .file {
      flex-wrap: wrap;
    }

    .file-body {
      flex-basis: calc(100% - 5rem);
    }

    .file-buttons {
      flex: 1 1 100%;
      max-inline-size: none;
    }
  }

  /* Only what is typed has a direction of its own. */
  [dir='auto']:placeholder-shown {
    direction: inherit;
  }
`;

/** Styles of the files beside the text. */
export const fileStyles = [list, parts];
