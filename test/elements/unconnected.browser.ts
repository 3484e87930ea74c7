import { expect, fixture, html } from '@open-wc/testing';
import { defineAll } from '../../src/elements/define-all.ts';
import { allTags } from './all-tags.ts';
import { bench } from './bench.ts';

defineAll();

describe('an element that is not in a page yet', () => {
  for (const tag of allTags)
    it(`takes the focus to nothing, and back, without a fault: ${tag}`, () => {
      const element = document.createElement(tag);
      expect(() => element.focus()).not.to.throw();
      expect(() => element.blur()).not.to.throw();
    });

  it('takes what a host asks of a timeline without a fault', () => {
    const timeline = document.createElement('conversation-timeline');
    expect(() => {
      timeline.readLatest(1);
      void timeline.jumpToLatest();
      void timeline.search();
    }).not.to.throw();
  });
});

describe('an element that was removed', () => {
  const { ResizeObserver: own } = window;
  const watched = new Map<ResizeObserver, Set<Element>>();

  before(() => {
    window.ResizeObserver = class extends own {
      override observe(target: Element, options?: ResizeObserverOptions): void {
        watched.set(this, (watched.get(this) ?? new Set()).add(target));
        super.observe(target, options);
      }
      override unobserve(target: Element): void {
        watched.get(this)?.delete(target);
        super.unobserve(target);
      }
      override disconnect(): void {
        watched.delete(this);
        super.disconnect();
      }
    };
  });

  after(() => {
    window.ResizeObserver = own;
  });

  for (const tag of ['conversation-list', 'conversation-timeline', 'conversation-view', 'my-conversations'] as const)
    it(`watches no size any more, also after an update that was under way: ${tag}`, async () => {
      const { element, pass } = await bench(tag, { attributes: { 'conversation-id': 'aisha' } });
      await pass(1000);
      const sizes = (): string[] =>
        [...watched.values()].flatMap((targets) => [...targets].map((one) => one.className));
      expect(sizes()).not.to.deep.equal([]);
      element.remove();
      element.requestUpdate();
      element.shadowRoot
        ?.querySelectorAll('*')
        .forEach((one) => 'requestUpdate' in one && (one as typeof element).requestUpdate());
      await pass(1000);
      expect(sizes()).to.deep.equal([]);
    });
});

describe('a view around which there is no provider', () => {
  it('says so in the console, as in a portal of a framework or in the provider of another version', async () => {
    const { warn } = console;
    const warnings: string[] = [];
    console.warn = (text: string) => void warnings.push(text);
    try {
      await fixture(html`<conversation-view></conversation-view>`);
      for (let frame = 0; frame < 300 && warnings.length === 0; frame += 1) await new Promise(requestAnimationFrame);
    } finally {
      console.warn = warn;
    }
    expect(warnings).to.deep.equal([
      'conversation-elements: no conversation-provider of this version is around <conversation-view>',
    ]);
  });

  it('says nothing inside a provider, even before it has an adapter', async () => {
    const { warn } = console;
    const warnings: string[] = [];
    console.warn = (text: string) => void warnings.push(text);
    try {
      const provider = await fixture(
        html`<conversation-provider><conversation-view></conversation-view></conversation-provider>`,
      );
      const view = provider.querySelector('conversation-view');
      for (let frame = 0; frame < 300 && view?.commands.length === 0; frame += 1)
        await new Promise(requestAnimationFrame);
      expect(view?.commands.length).to.be.greaterThan(0);
    } finally {
      console.warn = warn;
    }
    expect(warnings).to.deep.equal([]);
  });
});
