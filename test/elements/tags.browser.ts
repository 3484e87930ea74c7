import { expect, fixture, html } from '@open-wc/testing';
import { version } from '../../src/controllers/version.ts';
import { ConversationList } from '../../src/elements/conversation-list/conversation-list.ts';
import { ConversationView } from '../../src/elements/conversation-view/conversation-view.ts';
import { defineAll } from '../../src/elements/define-all.ts';
import { define } from '../../src/elements/tags.ts';
import { manualClock } from '../../src/testing/index.ts';
import { makeWorld, storyNow } from '../../stories/support.ts';
import { byRole, textOf } from './by-role.ts';

/** Tags of the library's elements inside another one. */
const inside = (view: Element): string[] =>
  [...(view.shadowRoot?.querySelectorAll('*') ?? [])]
    .map(({ localName }) => localName)
    .filter((tag) => tag.includes('-'));

const sheetsOf = ({ shadowRoot }: Element): string =>
  (shadowRoot?.adoptedStyleSheets ?? []).map(({ cssRules }) => cssRules.length).join(' ');

/** Lets chunks come until something is so. */
async function frames(isSo: () => boolean): Promise<void> {
  for (let frame = 0; frame < 300 && !isSo(); frame += 1) await new Promise(requestAnimationFrame);
}

/** What is said on the console meanwhile. */
function warningsOf(act: () => void): string[] {
  const warnings: string[] = [];
  const { warn } = console;
  console.warn = (text: string) => void warnings.push(text);
  try {
    act();
  } finally {
    console.warn = warn;
  }
  return warnings;
}

/** A view that has its rows, made of `markup` in `root`. */
async function viewIn(root: Element | ShadowRoot, markup: () => readonly [Element, Element]): Promise<Element> {
  // Chunks of their own, some with styles: on a busy machine they come later than a test looks.
  await Promise.all([
    import('../../src/elements/channel-composer/define.ts'),
    import('../../src/elements/conversation-details/define.ts'),
    import('../../src/elements/conversation-view/soon/soon.ts'),
    import('../../src/elements/conversation-view/tools/tools.ts'),
    import('../../src/elements/conversation-list/soon/soon.ts'),
    import('../../src/elements/conversation-list/tools/tools.ts'),
  ]);
  const clock = manualClock(storyNow);
  const { session } = makeWorld({ clock });
  const [provider, view] = markup();
  Object.assign(provider, { session, locale: 'en' });
  Object.assign(view, { scope: 'all', conversationId: 'aisha' });
  (view as HTMLElement).style.blockSize = '500px';
  provider.append(view);
  root.append(provider);
  for (
    let frame = 0;
    frame < 300 && !textOf(view.shadowRoot?.querySelector('[data-entry]')?.shadowRoot).includes('Aïsha');
    frame += 1
  ) {
    await clock.advance(1);
    await new Promise(requestAnimationFrame);
  }
  return view;
}

describe('registration', () => {
  it('registers every element under its own name, and again without a word', () => {
    const warnings = warningsOf(() => {
      defineAll();
      defineAll();
    });
    for (const tag of ['conversation-provider', 'conversation-view', 'conversation-list', 'conversation-timeline'])
      expect(customElements.get(tag), tag).to.be.a('function');
    expect(warnings).to.deep.equal([]);
  });

  it('renames all, and elements inside elements follow, whatever is registered afterwards', async () => {
    defineAll({ prefix: 'acme', suffix: 'v2' });
    defineAll();
    const box = await fixture<HTMLElement>(html`<div></div>`);
    const make = (tag: string): Element => document.createElement(tag);
    const renamed = await viewIn(box, () => [make('acme-conversation-provider-v2'), make('acme-conversation-view-v2')]);
    expect(inside(renamed)).to.include.members(['acme-conversation-list-v2', 'acme-channel-composer-v2']);
    expect(byRole(renamed, 'region', 'Conversations')).to.be.instanceOf(HTMLElement);
    const plain = await viewIn(box, () => [make('conversation-provider'), make('conversation-view')]);
    expect(inside(plain)).to.include.members(['conversation-list', 'channel-composer']);
  });

  it('works in a registry of its own, which the page knows nothing of', async () => {
    const registry = new CustomElementRegistry();
    defineAll({ prefix: 'own', registry });
    expect(customElements.get('own-conversation-view')).to.equal(undefined);
    const box = await fixture<HTMLElement>(html`<div></div>`);
    const root = box.attachShadow({ mode: 'open', customElementRegistry: registry });
    const make = (tag: string): Element => document.createElement(tag, { customElementRegistry: registry });
    const view = await viewIn(root, () => [make('own-conversation-provider'), make('own-conversation-view')]);
    const list = view.shadowRoot?.querySelector('own-conversation-list');
    expect(list instanceof ConversationList).to.equal(true);
    expect(textOf(list?.shadowRoot)).to.include('Aïsha');
  });

  it('keeps its looks in another document and on the way back, whether it was in a page before or not', async () => {
    defineAll();
    const box = await fixture<HTMLElement>(html`<div><iframe title="other"></iframe></div>`);
    const other = box.querySelector('iframe')?.contentDocument?.body;
    if (!other) throw new Error('no other document');
    const make = (tag: string): Element => document.createElement(tag);
    const view = await viewIn(box, () => [make('conversation-provider'), make('conversation-view')]);
    const list = view.shadowRoot?.querySelector('conversation-list') ?? view;
    const looks = (): string => [view, list].map((one) => `${getComputedStyle(one).display} ${sheetsOf(one)}`).join();
    // The tools bring styles of their own, later.
    const own = [ConversationView, ConversationList].map(({ elementStyles }) => elementStyles.length);
    await frames(() => [view, list].every((one, at) => sheetsOf(one).split(' ').length > (own[at] ?? 0)));
    const before = looks();
    const provider = view.parentElement;
    for (const place of [other, box]) {
      place.append(...(provider ? [provider] : []));
      await frames(() => looks() === before);
      expect(looks()).to.equal(before);
    }
    const fresh = make('conversation-list');
    other.append(fresh);
    await frames(() => getComputedStyle(fresh).display !== 'inline');
    expect(getComputedStyle(fresh).display).not.to.equal('inline');
    fresh.remove();
  });

  it('warns once when a tag belongs to somebody else, and leaves it alone', () => {
    const theirs = class extends HTMLElement {};
    customElements.define('taken-my-conversations', theirs);
    const warnings = warningsOf(() => {
      define('my-conversations', ConversationList, { prefix: 'taken' });
      define('my-conversations', ConversationList, { prefix: 'taken' });
    });
    expect(customElements.get('taken-my-conversations') === theirs).to.equal(true);
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.include('<taken-my-conversations> is already defined by another library');
  });

  it('says which version has a tag, and shares a page with a second copy of its own without a word', async () => {
    const copy = (name: string): string => `/src/elements/tags.ts?copy=${name}`;
    const second = (await import(copy('second'))) as { readonly define: typeof define };
    const mark = Symbol.for('conversation-elements');
    class Older extends HTMLElement {}
    Object.defineProperty(Older, mark, { value: { version: '0.0.1', name: 'conversation-list', options: {} } });
    customElements.define('old-conversation-list', Older);
    const warnings = warningsOf(() => {
      second.define('conversation-list', ConversationList);
      second.define('conversation-list', ConversationList, { prefix: 'old' });
    });
    expect(warnings).to.deep.equal([
      `<old-conversation-list> is already defined by 0.0.1; conversation-elements ${version} leaves it alone.`,
    ]);
  });

  for (const [file, name] of [
    ['session-context', 'sessionContext'],
    ['localization', 'localizationContext'],
    ['assigning-context', 'assigningContext'],
  ] as const)
    it(`${name} is that of every copy of this version, as two bundles on a page are`, async () => {
      const path = `/src/controllers/${file}.ts`;
      const [first, second] = (await Promise.all([import(path), import(`${path}?copy`)])) as Record<string, unknown>[];
      expect(first?.[name]).to.be.a('symbol');
      expect(second?.[name] === first?.[name]).to.equal(true);
    });
});
