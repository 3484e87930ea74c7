import { expect } from '@open-wc/testing';
import { html, render } from 'lit';
import { keyedRows } from '../../src/elements/keyed-rows.ts';

function list(keys: string, container: HTMLElement): void {
  const rows = keyedRows(
    keys.split(''),
    (key) => key,
    (key) => html`<p>${key}</p>`,
  );
  render(html`<div>${rows}</div>`, container);
}

describe('rows by key', () => {
  it('[I9] leaves no node behind of rows that are gone, also a thousand times', () => {
    const container = document.createElement('main');
    const nodes = (): number => container.querySelector('div')?.childNodes.length ?? 0;
    list('abcdef', container);
    const before = nodes();
    for (let turn = 0; turn < 1000; turn += 1) list(['uvwxyz', 'cdefgh', '', 'fedcba'][turn % 4] ?? '', container);
    expect(container.textContent).to.equal('fedcba');
    expect(nodes()).to.equal(before);
  });
});
