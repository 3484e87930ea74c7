import { css } from 'lit';

/** Co-workers with what they have on the desk. */
export const loadStyles = css`
  .load {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: var(--_font-m);
    font-variant-numeric: tabular-nums;
  }

  .load thead th {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    block-size: 2rem;
    padding: 0 var(--_space-3);
    border-block-end: 1px solid var(--_border);
    background: var(--_surface-sunken);
    color: var(--_text-muted);
    font-size: var(--_font-s);
    font-weight: 400;
    text-align: end;
    white-space: nowrap;
  }

  .load thead th:first-child,
  .load tbody th {
    padding-inline-start: var(--_space-4);
    font-weight: 400;
    text-align: start;
  }

  .load tbody th {
    max-inline-size: 0;
    inline-size: 100%;
    padding: 0;
  }

  .owner-filter > bdi {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .load td {
    padding: 0 var(--_space-3);
    text-align: end;
  }

  .load td.late {
    color: var(--_critical);
    font-weight: 600;
  }

  .owner-filter {
    display: flex;
    align-items: center;
    gap: var(--_space-3);
    inline-size: 100%;
    min-block-size: 2rem;
    padding: var(--_space-1) var(--_space-4);
    border: 0;
    background: none;
    color: var(--_text);
    font: inherit;
    text-align: start;
    cursor: pointer;
  }

  .owner-filter:focus-visible {
    outline-offset: -2px;
  }

  .load tbody tr:hover {
    background: var(--_hover);
  }

  .load tbody tr:has([aria-pressed='true']) {
    background: var(--_accent-tint);
    box-shadow: inset 3px 0 0 var(--_accent);
  }

  .load tbody tr:has([aria-pressed='true']):dir(rtl) {
    box-shadow: inset -3px 0 0 var(--_accent);
  }

  .presence {
    inline-size: 8px;
    block-size: 8px;
    flex: none;
    border: 2px solid var(--_border-strong);
    border-radius: 50%;
    forced-color-adjust: none;
  }

  .presence.online {
    border-color: var(--_positive);
    background: var(--_positive);
  }
`;
