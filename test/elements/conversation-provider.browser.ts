import { expect, fixture, html } from '@open-wc/testing';
import '../../src/elements/conversation-list/define.ts';
import '../../src/elements/conversation-provider/define.ts';
import { createMemoryBackend } from '../../src/adapters/memory/index.ts';
import type { ConversationProvider } from '../../src/elements/conversation-provider/conversation-provider.ts';
import type { MessagingAdapter } from '../../src/ports/adapter.ts';
import { systemClock } from '../../src/adapters/web/system-clock.ts';
import { makeWorld, morning, seedOf } from '../../stories/support.ts';
import { allByRole, textOf } from './by-role.ts';

const list = (root: ParentNode) => root.querySelector('conversation-list');
const rowCount = (root: ParentNode): number => allByRole(root, 'option').length;

/** Frames until something is so; fails with the test's own time limit. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => requestAnimationFrame(resolve));
}

function memory(): MessagingAdapter & { connects: number; closes: number } {
  const adapter = createMemoryBackend({ clock: systemClock, data: seedOf(morning) }).adapter();
  const counts = { connects: 0, closes: 0 };
  return new Proxy(adapter as MessagingAdapter & typeof counts, {
    get(target, name) {
      if (name === 'connects' || name === 'closes') return counts[name];
      const value: unknown = target[name as keyof MessagingAdapter];
      if (typeof value !== 'function') return value;
      return (...call: unknown[]): unknown => {
        if (name === 'connect') counts.connects += 1;
        if (name === 'close') counts.closes += 1;
        return (value as (...values: unknown[]) => unknown).apply(target, call);
      };
    },
  });
}

describe('conversation-provider', () => {
  it('makes one session from an adapter for everything inside it', async () => {
    const adapter = memory();
    const provider = await fixture<ConversationProvider>(
      html`<conversation-provider .adapter=${adapter}>
        <conversation-list></conversation-list>
        <div><conversation-list scope="branch"></conversation-list></div>
      </conversation-provider>`,
    );
    await until(() => rowCount(provider) > 10);
    expect(adapter.connects).to.equal(1);
  });

  it('tells of an attribute that says nothing, and shows what it would without it', async () => {
    const { warn } = console;
    const warnings: string[] = [];
    console.warn = (text: string) => void warnings.push(text);
    try {
      const provider = await fixture<ConversationProvider>(
        html`<conversation-provider .adapter=${memory()} time-zone="Mars/Base">
          <conversation-list scope="everybody" sort="sideways"></conversation-list>
        </conversation-provider>`,
      );
      await until(() => rowCount(provider) > 5);
      expect(list(provider)?.sort).to.equal('oldest');
      list(provider)?.removeAttribute('scope');
      expect(list(provider)?.scope).to.equal('mine');
    } finally {
      console.warn = warn;
    }
    expect(warnings.join()).to.match(/"everybody" is none of mine branch all recipient/);
    expect(warnings.join()).to.match(/"sideways" is none of oldest newest/);
    expect(warnings.filter((text) => text.includes('"Mars/Base" is no time zone'))).to.have.length(1);
  });

  it('ends its session when it leaves, leaves the adapter of the page open, and begins anew when it returns', async () => {
    const adapter = memory();
    const provider = await fixture<ConversationProvider>(
      html`<conversation-provider .adapter=${adapter}><conversation-list></conversation-list></conversation-provider>`,
    );
    await until(() => rowCount(provider) > 5);
    const parent = provider.parentElement;
    provider.remove();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    parent?.append(provider);
    await until(() => adapter.connects === 2 && rowCount(provider) > 5);
    expect(adapter.closes).to.equal(0);
  });

  it('keeps its session when it is only moved', async () => {
    const adapter = memory();
    const page = await fixture(
      html`<div>
        <p></p>
        <conversation-provider .adapter=${adapter}><conversation-list></conversation-list></conversation-provider>
      </div>`,
    );
    await until(() => rowCount(page) > 5);
    page.querySelector('p')?.append(page.querySelector('conversation-provider') ?? '');
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(rowCount(page)).to.be.greaterThan(5);
    expect(adapter.connects).to.equal(1);
  });

  it('works from HTML alone with the backend in this browser', async () => {
    const provider = await fixture<ConversationProvider>(
      html`<conversation-provider backend="local"><conversation-list></conversation-list></conversation-provider>`,
    );
    await until(() => list(provider)?.loaded ?? false);
    expect(textOf(list(provider)?.shadowRoot)).to.include('No conversations yet');
  });

  it('says so when nobody knows the backend', async () => {
    const provider = await fixture<ConversationProvider>(
      html`<conversation-provider backend="carrier-pigeon"
        ><conversation-list></conversation-list
      ></conversation-provider>`,
    );
    await until(() => textOf(list(provider)?.shadowRoot).includes('The server cannot do this.'));
  });

  it('takes a session of the host and never closes it', async () => {
    const { session } = makeWorld();
    const provider = await fixture<ConversationProvider>(
      html`<conversation-provider .session=${session}><conversation-list></conversation-list></conversation-provider>`,
    );
    await until(() => rowCount(provider) > 5);
    provider.remove();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(session.status.value.phase).to.equal('ready');
    await session.close();
  });

  it('reads from right to left in Arabic by itself, and as the page does where that has a direction', async () => {
    const { session } = makeWorld();
    const page = await fixture<HTMLElement>(
      html`<div lang="ar">
        <conversation-provider .session=${session}><conversation-list></conversation-list></conversation-provider>
      </div>`,
    );
    const isRtl = (): boolean => list(page)?.matches(':dir(rtl)') ?? false;
    await until(() => list(page)?.shadowRoot?.querySelector('select')?.ariaLabel === 'الترتيب حسب' && isRtl());
    page.dir = 'ltr';
    await until(() => !isRtl());
    page.removeAttribute('dir');
    await until(isRtl);
    page.lang = 'de';
    await until(() => list(page)?.shadowRoot?.querySelector('select')?.ariaLabel === 'Sortieren nach' && !isRtl());
    expect(page.querySelector('conversation-provider')?.hasAttribute('dir')).to.equal(false);
  });

  it('speaks the language of the page, follows it when it changes, and shows no other one first, but keeps its place', async () => {
    const { session } = makeWorld();
    const page = await fixture(
      html`<div lang="nl">
        <conversation-provider .session=${session}><conversation-list></conversation-list></conversation-provider>
      </div>`,
    );
    const label = (): string => list(page)?.shadowRoot?.querySelector('select')?.ariaLabel ?? '';
    const isShown = (): boolean => list(page)?.checkVisibility({ visibilityProperty: true }) ?? false;
    while (label() !== 'Sorteren op') {
      expect(isShown(), 'shown in another language').to.equal(false);
      if (list(page)?.shadowRoot) expect(list(page)?.offsetWidth).to.equal((page as HTMLElement).offsetWidth);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    page.setAttribute('lang', 'en-GB');
    await until(() => label() === 'Sort by');
    await session.close();
  });

  it('tells the page how the connection is', async () => {
    const world = makeWorld();
    const page = await fixture<HTMLElement>(html`<div></div>`);
    const states: string[] = [];
    page.addEventListener('link-state-change', ({ detail }) => states.push(detail.state));
    const provider = document.createElement('conversation-provider');
    provider.session = world.session;
    page.append(provider);
    await until(() => states.includes('live'));
    world.adapter.faults.offline = true;
    world.connectivity.set(false);
    await until(() => states.includes('offline'));
    await world.session.close();
  });

  it('looks the same in a cell of the page that sets its texts in capitals, to the right and on one line', async () => {
    const world = makeWorld();
    const cell = await fixture<HTMLElement>(
      html`<div class="odd-cell"><conversation-provider .session=${world.session}></conversation-provider></div>`,
    );
    cell.style.cssText =
      'text-transform: uppercase; text-align: right; white-space: nowrap; text-indent: 4em; letter-spacing: 3px; word-spacing: 9px; font-style: italic';
    const inside = document.createElement('conversation-list');
    cell.firstElementChild?.append(inside);
    await inside.updateComplete;
    const { textTransform, textAlign, whiteSpace, textIndent, letterSpacing, fontStyle } = getComputedStyle(inside);
    expect([textTransform, textAlign, whiteSpace, textIndent, letterSpacing, fontStyle]).to.deep.equal([
      ...['none', 'start', 'normal', '0px', 'normal', 'normal'],
    ]);
    await world.session.close();
  });
});
