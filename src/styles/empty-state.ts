import { css } from 'lit';

/** What stands where content would be: a title, a sentence, a way on. */
export const emptyState = css`
  .empty {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: var(--_space-3);
    padding: var(--_space-6) var(--_space-5);
    color: var(--_text-muted);
    text-align: center;
    text-wrap: balance;
    overflow-wrap: anywhere;
  }

  .empty > * {
    max-inline-size: 36ch;
    margin: 0;
  }

  .empty > .icon {
    inline-size: 1.75rem;
    block-size: 1.75rem;
  }

  .empty .title {
    color: var(--_text-strong);
    font-weight: 600;
  }
`;
