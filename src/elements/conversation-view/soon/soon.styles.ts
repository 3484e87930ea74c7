import { css } from 'lit';
import { emptyState } from '../../../styles/empty-state.ts';
import { scrollArea } from '../../../styles/shared.ts';
import { detailsStyles } from './details.styles.ts';

const own = css`
  .banner {
    display: flex;
    align-items: center;
    gap: var(--_space-3);
    padding: var(--_space-2) var(--_space-4);
    border-block-end: 1px solid var(--_border);
    background: var(--_surface-sunken);
    font-size: var(--_font-m);
  }

  .panes ~ * > .banner {
    border-block: 1px solid var(--_border);
    border-block-end: 0;
  }

  .banner > span {
    flex: 1;
  }

  .banner.caution {
    background: var(--_caution-tint);
  }

  .banner.caution > .icon {
    color: var(--_caution);
  }

  .banner.critical {
    background: var(--_critical-tint);
  }

  .banner.critical > .icon {
    color: var(--_critical);
  }

  .empty {
    flex: 1;
  }

  .divider {
    position: absolute;
    z-index: 1;
    inset-block: 0;
    inline-size: 9px;
    inset-inline-start: calc(var(--_list-size) - 4px);
    cursor: col-resize;
    touch-action: none;
  }

  .divider.details-divider {
    inset-inline: auto calc(var(--_details-size) - 4px);
  }

  .divider::after {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline: 3px;
    transition: background-color var(--_motion-fast) ease-out;
  }

  .divider:hover::after,
  .divider:focus-visible::after {
    background: var(--_accent);
  }

  .divider:focus-visible {
    outline: none;
  }

  @media (forced-colors: active) {
    .divider:is(:hover, :focus-visible)::after {
      background: Highlight;
      forced-color-adjust: none;
    }
  }

  /* Where there is little room, everything is behind "More actions". */
  @container (max-inline-size: 30rem) {
    .roomy {
      display: none;
    }
  }
`;

/** What a view shows beside list and messages. */
export const soonStyles = [scrollArea, emptyState, detailsStyles, own];
