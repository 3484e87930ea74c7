import { css } from 'lit';

/** Preview, link, import and export. */
export const panelStyles = css`
  .side {
    display: flex;
    flex-direction: column;
    gap: var(--_space-4);
    min-inline-size: 0;
  }

  .panel {
    display: flex;
    flex-direction: column;
    gap: var(--_space-4);
    min-inline-size: 0;
    padding: var(--_space-4);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-m);
  }

  details.panel:not([open]) {
    gap: 0;
  }

  details.panel[open] > summary {
    margin-block-end: var(--_space-4);
  }

  .panel h3 {
    margin: 0;
    color: var(--_text-strong);
    font-size: var(--_font-l);
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  summary {
    min-block-size: 1.5rem;
    color: var(--_text-strong);
    font-weight: 600;
    cursor: pointer;
  }

  .outcome {
    margin: 0;
    font-size: var(--_font-m);
  }

  .bubble {
    align-self: flex-end;
    max-inline-size: 100%;
    min-block-size: 2.25rem;
    padding: var(--_space-3) var(--_space-4);
    border-radius: var(--_radius-l) var(--_radius-l) var(--_radius-s) var(--_radius-l);
    background: var(--_accent-tint);
    color: var(--_text-strong);
    unicode-bidi: plaintext;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }

  ins {
    text-decoration: underline dotted;
    text-underline-offset: 3px;
  }

  mark {
    border-radius: var(--_radius-s);
    background: var(--_critical-tint);
    color: var(--_critical);
  }

  .anybody mark {
    background: transparent;
    color: var(--_text-muted);
  }

  .recipient {
    position: relative;
  }

  .found {
    position: absolute;
    inset-block-start: 3.4rem;
    inset-inline: 0;
    z-index: 1;
    max-block-size: 14rem;
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius-m);
    background: var(--_surface-raised);
    box-shadow: var(--_shadow);
    overflow-y: auto;
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: var(--_font-m);
  }

  th,
  td {
    padding: var(--_space-2) var(--_space-3);
    border-block-end: 1px solid var(--_border);
    font-weight: 400;
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
  }

  thead th {
    color: var(--_text-muted);
  }

  .result {
    display: flex;
    flex-direction: column;
    gap: var(--_space-2);
    margin-block: var(--_space-4);
  }

  .result a {
    color: var(--_accent);
    text-align: start;
    overflow-wrap: anywhere;
  }

  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-3);
    padding: var(--_space-3) var(--_space-4);
    border-radius: var(--_radius-m);
    background: var(--_caution-tint);
    font-size: var(--_font-m);
    overflow-wrap: anywhere;
  }

  .notice > p {
    flex: 1;
    min-inline-size: min(14rem, 80%);
    margin: 0;
  }

  .notice.critical {
    background: var(--_critical-tint);
  }

  .versions {
    display: grid;
    flex: 1 1 100%;
    grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
    gap: var(--_space-4);
  }

  .version {
    min-inline-size: 0;
    margin: 0;
  }

  .version figcaption {
    color: var(--_text-muted);
    font-size: var(--_font-s);
  }

  .version blockquote {
    max-block-size: 14rem;
    margin: var(--_space-2) 0 0;
    padding: var(--_space-3);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-m);
    background: var(--_surface-raised);
    unicode-bidi: plaintext;
    overflow: auto;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }

  .formats {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-4);
    margin: 0;
    padding: 0;
    border: 0;
  }

  .rows {
    display: flex;
    flex-direction: column;
    gap: var(--_space-4);
    margin: var(--_space-3) 0 0;
    padding: 0;
    list-style: none;
  }

  .import-row {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
    gap: var(--_space-2) var(--_space-4);
  }

  .row-name,
  .import-row > .problem {
    grid-column: 1 / -1;
    margin: 0;
    color: var(--_text-strong);
  }

  .scroll-x {
    overflow-x: auto;
  }

  .failed table {
    min-inline-size: 28rem;
  }

  progress {
    inline-size: 100%;
    accent-color: var(--_accent);
  }

  @media (forced-colors: active) {
    .notice,
    .unicode,
    .bubble {
      border: 1px solid CanvasText;
    }
  }
`;
