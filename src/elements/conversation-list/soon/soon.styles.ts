import { css } from 'lit';
import { emptyState } from '../../../styles/empty-state.ts';

const own = css`
  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: var(--_space-3);
    padding: var(--_space-3) var(--_space-4);
    color: var(--_text-muted);
    font-size: var(--_font-m);
  }

  .notice.problem {
    border-block-end: 1px solid var(--_border);
    background: var(--_caution-tint);
    color: var(--_text);
  }
`;

/** What is above the rows, or in their place. */
export const soonStyles = [emptyState, own];
