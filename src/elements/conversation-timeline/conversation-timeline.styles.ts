import { css } from 'lit';
import { base, focusRing, links, scrollArea, skeleton, visuallyHidden } from '../../styles/shared.ts';
import { contentStyles } from './content.styles.ts';

const layout = css`
  :host {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    block-size: 100%;
  }

  .timeline {
    position: relative;
    display: flex;
    flex: 1;
    flex-direction: column;
    min-block-size: 0;
    background: var(--_surface);
    container: timeline / inline-size;
  }

  .scroll {
    flex: 1;
    min-block-size: 0;
    /* The position has one owner, the scroll controller. */
    overflow-anchor: none;
  }

  .content {
    display: flex;
    flex-direction: column;
    justify-content: flex-end;
    min-block-size: 100%;
    padding: 0 var(--_space-5) var(--_space-4);
  }

  .bar {
    display: flex;
    flex: none;
    align-items: center;
    gap: var(--_space-2);
    min-block-size: 2.25rem;
    padding-inline: var(--_space-4);
    border-block-end: 1px solid var(--_border);
  }

  .edge {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: var(--_space-3);
    min-block-size: 2.5rem;
    color: var(--_text-muted);
    font-size: var(--_font-s);
  }

  .gap {
    display: block;
    user-select: none;
  }

  .day-mark {
    position: sticky;
    z-index: 1;
    inset-block-start: 0;
    display: flex;
    justify-content: center;
    margin-inline: calc(-1 * var(--_space-2));
    padding-block: var(--_space-3);
    /* What scrolls away below the day fades, instead of showing around it. */
    background: linear-gradient(var(--_surface) 75%, transparent);
    pointer-events: none;
  }

  .day-mark > span {
    padding: var(--_space-1) var(--_space-4);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-l);
    background: var(--_surface-raised);
    color: var(--_text-muted);
    font-size: var(--_font-s);
  }

  .unread {
    display: flex;
    align-items: center;
    gap: var(--_space-4);
    margin-block: var(--_space-4) var(--_space-2);
    color: var(--_unread);
    font-size: var(--_font-s);
    font-weight: 600;
  }

  .unread::before,
  .unread::after {
    content: '';
    flex: 1;
    border-block-start: 1px solid currentColor;
  }

  .skeleton {
    display: flex;
    flex-direction: column;
    gap: var(--_space-4);
    padding-block: var(--_space-5);
  }

  .skeleton .bar {
    inline-size: 60%;
    block-size: 2.25rem;
    border-radius: var(--_radius-m);
  }

  .skeleton .short {
    inline-size: 35%;
  }

  .skeleton .out {
    align-self: flex-end;
  }
`;

const rows = css`
  .row {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    margin-block-start: var(--_space-1);
    border-radius: var(--_radius-m);
    outline-offset: 2px;
  }

  .row.starts {
    margin-block-start: var(--_space-4);
  }

  .row.outgoing {
    align-items: flex-end;
  }

  .row.event {
    align-items: center;
    margin-block: var(--_space-3);
  }

  .author {
    max-inline-size: 100%;
    padding-inline: var(--_space-1);
    overflow: hidden;
    color: var(--_text-muted);
    font-size: var(--_font-s);
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .bubble {
    display: flow-root;
    min-inline-size: 0;
    max-inline-size: min(72ch, 80%);
    padding: var(--_space-3) var(--_space-4);
    border-radius: var(--_radius-m);
    background: var(--_surface-sunken);
    color: var(--_text-strong);
    /* Marks piled on one letter stay inside their message. */
    overflow: clip;
  }

  .outgoing .bubble {
    background: var(--_accent-tint);
  }

  .note .bubble {
    inline-size: 100%;
    max-inline-size: none;
    border: 1px solid var(--_caution);
    background: var(--_surface-note);
  }

  /* D9: paper goes outside; the export dialog prints notes when they are chosen. */
  @media print {
    .row.note {
      display: none;
    }
  }

  .internal {
    display: block;
    margin-block-end: var(--_space-1);
    color: var(--_caution);
    font-size: var(--_font-s);
    font-weight: 600;
  }

  @container timeline (inline-size < 30rem) {
    .content {
      padding-inline: var(--_space-4);
    }

    /* Beside it there is room for a button, also where texts are large. */
    .bubble {
      max-inline-size: min(88%, 100% - 2.25rem);
    }
  }

  .meta {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--_space-2);
    max-inline-size: 100%;
    margin: var(--_space-1) 0 0;
    padding-inline: var(--_space-1);
    color: var(--_text-muted);
    font-size: var(--_font-s);
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }

  .meta .icon {
    margin-inline-end: var(--_space-2);
  }

  .status.read {
    color: var(--_positive);
  }

  .status.failed {
    color: var(--_critical);
  }

  .status.unknown {
    color: var(--_caution);
  }

  .event {
    max-inline-size: 100%;
    margin: 0;
    color: var(--_text-muted);
    font-size: var(--_font-s);
    text-align: center;
    overflow-wrap: anywhere;
  }

  @media (forced-colors: active) {
    .bubble {
      border: 1px solid CanvasText;
    }
  }
`;

/** Styles of `conversation-timeline`. */
export const styles = [...base, focusRing, links, scrollArea, skeleton, visuallyHidden, layout, rows, contentStyles];
