import { css } from 'lit';
import { workbench } from '../../styles/workbench.ts';

const layout = css`
  :host {
    max-block-size: 100%;
    container: conversion / inline-size;
  }

  .base {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-block-size: 0;
  }

  .form,
  .actions,
  .verdicts,
  .pages {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-3);
    padding: var(--_space-3) var(--_space-4);
  }

  .form {
    align-items: end;
    border-block-end: 1px solid var(--_border);
  }

  .form label {
    display: grid;
    flex: 1 1 9rem;
    gap: var(--_space-1);
    max-inline-size: 16rem;
    color: var(--_text-muted);
    font-size: var(--_font-m);
  }

  .intro {
    margin: 0;
    padding: var(--_space-4) var(--_space-4) 0;
    color: var(--_text-muted);
    font-size: var(--_font-m);
  }

  .verdicts .count {
    color: var(--_text-muted);
    font-variant-numeric: tabular-nums;
  }

  .actions {
    justify-content: space-between;
    border-block-start: 1px solid var(--_border);
  }

  .actions p {
    flex: 1 1 12rem;
    margin: 0;
    font-size: var(--_font-m);
  }

  .actions .caution {
    color: var(--_caution);
  }

  .pages {
    justify-content: end;
    padding-block: var(--_space-2);
    color: var(--_text-muted);
    font-size: var(--_font-m);
    font-variant-numeric: tabular-nums;
  }

  progress {
    flex: 1 1 10rem;
    min-inline-size: 6rem;
    accent-color: var(--_accent);
  }
`;

const table = css`
  .table {
    flex: 1;
    min-block-size: 6rem;
    overflow-x: auto;
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: var(--_font-m);
  }

  caption {
    position: absolute;
    clip-path: inset(50%);
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
  }

  th {
    position: sticky;
    inset-block-start: 0;
    background: var(--_surface-sunken);
    color: var(--_text-muted);
    font-weight: 500;
    white-space: nowrap;
  }

  th,
  td {
    padding: var(--_space-2) var(--_space-4);
    border-block-end: 1px solid var(--_border);
    text-align: start;
    overflow-wrap: anywhere;
  }

  td.number {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  td.to {
    color: var(--_text-strong);
    font-weight: 600;
  }

  td.remark {
    color: var(--_text-muted);
  }

  tr.doubtful td.remark {
    color: var(--_caution);
  }

  tr.invalid td.remark {
    color: var(--_critical);
  }

  td.take {
    inline-size: 3rem;
  }

  input[type='checkbox'] {
    inline-size: 1.5rem;
    block-size: 1.5rem;
    margin: 0;
    accent-color: var(--_accent);
  }

  .take-all {
    display: flex;
    align-items: center;
    gap: var(--_space-3);
    padding: var(--_space-2) var(--_space-4);
    font-size: var(--_font-m);
  }

  /* A row of a narrow report is a small card: nothing is cut off, nothing has to be scrolled sideways. */
  @container conversion (width < 40rem) {
    thead {
      display: none;
    }

    table,
    tbody,
    tr,
    td {
      display: block;
    }

    tr {
      display: grid;
      grid-template-columns: 1fr auto;
      gap: 0 var(--_space-3);
      padding: var(--_space-3) var(--_space-4);
      border-block-end: 1px solid var(--_border);
    }

    td {
      padding: 0;
      border: 0;
    }

    td.number,
    td.remark {
      grid-column: 1;
      white-space: normal;
    }

    td.kind {
      color: var(--_text-muted);
    }

    td.take {
      grid-area: 1 / 2 / span 3 / 3;
      inline-size: auto;
    }

    td.take:not(:empty) + td.kind {
      display: none;
    }
  }
`;

/** Everything `phone-number-conversion` looks like. */
export const styles = [...workbench, layout, table];
