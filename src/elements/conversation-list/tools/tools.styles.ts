import { css } from 'lit';

/** What the tools of a list add to it. */
export const toolStyles = css`
  .chips .filter {
    max-inline-size: 100%;
    border-color: var(--_accent);
    background: var(--_accent-tint);
  }

  /* The box over a row's avatar, to choose it. */
  .choose::before,
  .choose::after {
    position: absolute;
    inset: 0;
    inline-size: 1.25rem;
    block-size: 1.25rem;
    margin: auto;
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius-s);
    background: var(--_surface-raised);
  }

  .choosing .choose::before,
  .choose:hover::before {
    content: '';
  }

  .choosing .avatar,
  .choose:hover .avatar {
    visibility: hidden;
  }

  .chosen .choose::before {
    border-color: var(--_accent);
    background: var(--_accent);
    forced-color-adjust: none;
  }

  .chosen .choose::after {
    content: '';
    inline-size: 0.7rem;
    block-size: 0.7rem;
    border: 0;
    border-radius: 0;
    background: var(--_text-on-accent);
    clip-path: polygon(14% 44%, 0 65%, 43% 96%, 100% 16%, 82% 4%, 39% 66%);
    forced-color-adjust: none;
  }

  .bulk {
    display: flex;
    flex-direction: column;
    gap: var(--_space-2);
    padding: var(--_space-3) var(--_space-4);
    border-block-start: 1px solid var(--_border);
    background: var(--_surface-raised);
    box-shadow: var(--_shadow);
    font-size: var(--_font-m);
  }

  .bulk-line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2) var(--_space-4);
    color: var(--_text-strong);
    font-variant-numeric: tabular-nums;
  }

  .bulk-line.choice {
    flex-wrap: nowrap;
  }

  .bulk-line.choice > [role='status'] {
    flex: none;
    max-inline-size: 80%;
  }

  .bulk-line.choice .link {
    min-inline-size: 0;
    text-align: start;
  }

  .bulk-line .end {
    margin-inline-start: auto;
  }

  .bulk-actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-1);
  }

  .bulk-actions .button {
    padding-inline: var(--_space-3);
  }

  .bulk-progress {
    inline-size: 100%;
    block-size: 0.375rem;
    accent-color: var(--_accent);
  }
`;
