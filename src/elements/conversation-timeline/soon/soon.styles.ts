import { css } from 'lit';
import { buttons } from '../../../styles/buttons.ts';
import { emptyState } from '../../../styles/empty-state.ts';

const own = css`
  /* In what scrolls, without a room of its own: a wheel turns there too, and it never lies over what stands above. */
  .jump {
    position: sticky;
    z-index: 2;
    inset-block-end: var(--_space-4);
    display: flex;
    inline-size: fit-content;
    min-inline-size: 2.25rem;
    block-size: 2.25rem;
    margin-block-start: -2.25rem;
    margin-inline: auto var(--_space-5);
    padding: 0 var(--_space-3);
    border-radius: 1.125rem;
    box-shadow: var(--_shadow);
  }

  .jump .count {
    min-inline-size: 1.25rem;
    padding: 0 var(--_space-2);
    border-radius: 0.625rem;
    background: var(--_accent);
    color: var(--_text-on-accent);
    font-size: var(--_font-s);
    font-variant-numeric: tabular-nums;
  }

  .jump.up .icon {
    rotate: 180deg;
  }

  .timeline .empty {
    flex: 1;
  }

  @media (forced-colors: active) {
    .jump .count {
      color: CanvasText;
      background: Canvas;
    }
  }
`;

/** What is in the place of messages, and what lies over them. */
export const soonStyles = [...buttons, emptyState, own];
