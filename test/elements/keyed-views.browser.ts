import { expect } from '@open-wc/testing';
import { html, render } from 'lit';
import { keyedViews, type View } from '../../src/elements/keyed-views.ts';

function viewOf(): View<string, string> {
  const element = document.createElement('button');
  return { element, update: (key, shared) => (element.textContent = `${key}${shared}`) };
}

const kind = { keyOf: (key: string) => key, viewOf };

function list(keys: string, container: HTMLElement, shared = ''): void {
  render(html`<div ${keyedViews(keys.split(''), shared, kind)}><h2>:</h2></div>`, container);
}

describe('views by key', () => {
  it('[I9] stand behind what was there, without a node of their own, also after a thousand changes', () => {
    const container = document.createElement('main');
    for (let turn = 0; turn < 1000; turn += 1) list(['uvwxyz', 'cdefgh', '', 'fedcba'][turn % 4] ?? '', container);
    expect(container.textContent).to.equal(':fedcba');
    expect(container.querySelector('div')?.childNodes.length).to.equal(7);
  });

  it('update each item with what all share', () => {
    const container = document.createElement('main');
    list('abc', container);
    list('bcd', container, '!');
    expect(container.textContent).to.equal(':b!c!d!');
  });

  it('[I10] keep an element, and the focus in it, where only its neighbours come and go', () => {
    const container = document.createElement('main');
    document.body.append(container);
    list('abcd', container);
    const button = [...container.querySelectorAll('button')].find(({ textContent }) => textContent === 'c');
    button?.focus();
    for (const keys of ['bcd', 'xbcz', 'zc', 'cq', 'abczq']) list(keys, container);
    const hasFocus = document.activeElement === button;
    container.remove();
    expect(button?.textContent).to.equal('c');
    expect(hasFocus).to.equal(true);
  });
});
