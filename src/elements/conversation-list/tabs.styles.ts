import { css } from 'lit';

/** Tabs of the inbox with their counts. */
export const tabStyles = css`
  .tabs {
    display: flex;
    gap: var(--_space-1);
    padding-inline: var(--_space-3);
    border-block-end: 1px solid var(--_border);
    overflow-x: auto;
    overscroll-behavior-x: contain;
    scroll-padding-inline: var(--_space-5);
    scrollbar-width: none;
  }

  /* Tabs that do not fit fade out where there is more. Without scroll timelines they are just cut. */
  @supports (animation-timeline: scroll(self inline)) {
    .tabs {
      animation: more-tabs linear both;
      animation-timeline: scroll(self inline);
    }

    .tabs:dir(rtl) {
      animation-direction: reverse;
    }
  }

  @keyframes more-tabs {
    from,
    to {
      mask-image: linear-gradient(to right, transparent, #000 1.5rem, #000 calc(100% - 1.5rem), transparent);
      mask-size: calc(100% + 1.5rem) 100%;
      mask-repeat: no-repeat;
    }

    from {
      mask-position: -1.5rem 0;
    }

    to {
      mask-position: 0 0;
    }
  }

  .tab {
    display: inline-flex;
    flex: none;
    align-items: center;
    gap: var(--_space-2);
    min-block-size: 2.25rem;
    padding: var(--_space-2) var(--_space-3);
    border: 0;
    border-block: 2px solid transparent;
    background: none;
    color: var(--_text-muted);
    font: inherit;
    font-size: var(--_font-m);
    white-space: nowrap;
    cursor: pointer;
  }

  .tab:hover {
    color: var(--_text-strong);
  }

  .tab[aria-selected='true'] {
    border-block-end-color: var(--_accent);
    color: var(--_text-strong);
    font-weight: 600;
  }

  .tab .count {
    /* Its room until it is known, so that no tab moves under the hand. */
    min-inline-size: 2ch;
    text-align: start;
    color: var(--_text-muted);
    font-size: var(--_font-s);
    font-weight: 400;
    font-variant-numeric: tabular-nums;
  }

  /* No text of the tab: its name is the word alone, the count describes it. */
  .tab .count::after {
    content: attr(data-count);
  }

  @media (forced-colors: active) {
    .tab {
      border-color: Canvas;
    }

    .tab[aria-selected='true'] {
      border-block-end-color: Highlight;
    }
  }
`;
