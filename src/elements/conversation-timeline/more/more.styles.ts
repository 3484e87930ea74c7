import { css } from 'lit';

/** What stands in and around messages beyond text. */
export const moreStyles = css`
  .text code {
    padding: 0 var(--_space-1);
    border-radius: var(--_radius-s);
    background: var(--_hover);
    font-size: 0.95em;
  }

  .mention {
    padding-inline: var(--_space-1);
    border-radius: var(--_radius-s);
    background: var(--_accent-tint);
    font-weight: 600;
    -webkit-box-decoration-break: clone;
    box-decoration-break: clone;
  }

  .mention.own {
    background: var(--_accent);
    color: var(--_text-on-accent);
  }

  button.picture {
    padding: 0;
    border: 0;
    cursor: zoom-in;
  }

  .picture.gone {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: var(--_space-2);
    padding: var(--_space-3);
    border: 1px dashed var(--_border-strong);
    color: var(--_text-muted);
    text-align: center;
  }

  .quote {
    display: flex;
    align-items: flex-start;
    gap: var(--_space-2);
    inline-size: 100%;
    min-block-size: 1.5rem;
    margin-block-end: var(--_space-2);
    padding: var(--_space-2) var(--_space-3);
    border: 0;
    border-inline-start: 3px solid var(--_accent);
    border-radius: var(--_radius-s);
    background: var(--_hover);
    color: var(--_text);
    font: inherit;
    font-size: var(--_font-m);
    text-align: start;
    cursor: pointer;
  }

  .quote-text {
    display: -webkit-box;
    min-inline-size: 0;
    overflow: hidden;
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
  }

  .quote-name {
    display: block;
    font-weight: 600;
  }

  .reactions {
    z-index: 0;
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-1);
    margin: calc(-1 * var(--_space-2)) var(--_space-3) 0;
  }

  .reaction {
    display: inline-flex;
    gap: var(--_space-1);
    padding: 0 var(--_space-2);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-l);
    background: var(--_surface-raised);
    font-size: var(--_font-m);
  }

  .details {
    display: grid;
    gap: var(--_space-1);
    max-inline-size: min(72ch, 100%);
    margin: var(--_space-2) 0;
    padding: var(--_space-3) var(--_space-4);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-m);
    background: var(--_surface);
    font-size: var(--_font-m);
    font-variant-numeric: tabular-nums;
  }

  .details > div {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 var(--_space-5);
  }

  .details dt {
    color: var(--_text-muted);
  }

  .details dd {
    margin: 0;
    overflow-wrap: anywhere;
  }

  .changed {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--_space-2);
    max-inline-size: 100%;
    color: var(--_text-muted);
    font-size: var(--_font-s);
  }

  .changed .meta {
    margin-block-start: 0;
  }

  .changed > .meta::after {
    content: '·';
  }

  .changed > span {
    padding-inline-start: var(--_space-1);
  }

  .changed > .meta + span {
    padding: 0;
  }

  .changed .link {
    color: inherit;
  }

  .details > .version {
    display: block;
    padding-block-end: var(--_space-2);
    border-block-end: 1px solid var(--_border);
  }

  .version dd {
    color: var(--_text);
    white-space: pre-wrap;
  }

  .hole {
    display: flex;
    align-self: stretch;
    align-items: center;
    justify-content: center;
    gap: var(--_space-3);
    margin: 0 0 var(--_space-4);
    padding-block: var(--_space-3);
    border-block: 1px dashed var(--_border-strong);
    color: var(--_text-muted);
    font-size: var(--_font-s);
  }

  .thread {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    align-self: stretch;
    gap: var(--_space-2) var(--_space-3);
    margin: var(--_space-3) 0 var(--_space-2);
    padding-block-start: var(--_space-3);
    border-block-start: 1px solid var(--_border);
    color: var(--_text-muted);
    font-size: var(--_font-m);
  }

  .thread .link {
    min-block-size: 1.5rem;
    font-weight: 600;
  }

  .found > .bubble {
    outline: 2px solid var(--_accent);
    outline-offset: -1px;
  }

  .voice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2);
    inline-size: 20rem;
    max-inline-size: 100%;
  }

  .voice .button {
    flex: none;
  }

  .voice .speed {
    padding-inline: var(--_space-2);
    font-variant-numeric: tabular-nums;
  }

  .voice .time {
    color: var(--_text-muted);
    font-size: var(--_font-s);
    font-variant-numeric: tabular-nums;
  }

  .track {
    position: relative;
    display: flex;
    flex: 1;
    min-inline-size: 3rem;
  }

  .wave {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    fill: none;
    stroke: var(--_text-muted);
    pointer-events: none;
  }

  .track input {
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: 1.5rem;
    margin: 0;
    accent-color: var(--_accent);
    background: none;
    opacity: 0.85;
  }

  /* Its sentences come with these. */
  .presence {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    gap: 0 var(--_space-4);
    margin: 0;
    padding: var(--_space-1) var(--_space-5);
    border-block-start: 1px solid var(--_border);
    color: var(--_text-muted);
    font-size: var(--_font-s);
    overflow-wrap: anywhere;
  }

  .presence.collides {
    background: var(--_caution-tint);
    color: var(--_caution);
    font-weight: 600;
  }

  .missing {
    margin: 0;
  }

  @media (forced-colors: active) {
    .quote,
    .reaction {
      border: 1px solid CanvasText;
    }
  }
`;
