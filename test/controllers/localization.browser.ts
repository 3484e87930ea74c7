import { expect, fixture, html } from '@open-wc/testing';
import { LitElement, type TemplateResult } from 'lit';
import '../../src/elements/conversation-provider/define.ts';
import { Localize } from '../../src/controllers/localization.ts';
import { Texts } from '../../src/locales/texts.ts';

interface Greetings {
  readonly greeting: string;
}

/** A chunk of texts that comes when the test says so. */
class Chunk {
  readonly #texts: Greetings;
  #waiting: { readonly resolve: (texts: Greetings) => void; readonly reject: (reason: Error) => void }[] = [];
  #isHere = false;
  asked = 0;

  constructor(greeting: string) {
    this.#texts = { greeting };
  }

  readonly load = (): Promise<Greetings> => {
    this.asked += 1;
    if (this.#isHere) return Promise.resolve(this.#texts);
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  };

  come(): void {
    this.#isHere = true;
    for (const { resolve } of this.#waiting) resolve(this.#texts);
  }

  fail(): void {
    for (const { reject } of this.#waiting) reject(new Error('offline'));
    this.#waiting = [];
  }
}

let [english, dutch] = [new Chunk('Hello'), new Chunk('Dag')];
const unasked = () => Promise.reject(new Error('not asked for'));
const others = { de: unasked, fr: unasked, ar: unasked };
/** Asks for the chunks of the running test. */
const own = () => new Texts({ en: { greeting: 'Hello' }, nl: () => dutch.load(), ...others });
const ownLater = () => new Texts({ en: () => english.load(), nl: () => dutch.load(), ...others });
/** What the next element brings. */
let brought = own();

class GreetingElement extends LitElement {
  readonly #localize = new Localize(this, brought);
  readonly said: string[] = [];
  later: Localize<{ later: Greetings }> | null = null;

  async bring(texts: Texts<{ later: Greetings }>): Promise<void> {
    this.later = await this.#localize.bring(texts);
    this.requestUpdate();
  }

  protected override scheduleUpdate(): Promise<void> | undefined {
    return this.#localize.hold(() => super.scheduleUpdate());
  }

  protected override render(): TemplateResult {
    const { greeting, common } = this.#localize.messages;
    const text = [greeting, common.close, this.later?.messages.later.greeting].filter(Boolean).join(' ');
    // Nobody sees what is said before the provider shows anything.
    if (this.checkVisibility({ visibilityProperty: true })) this.said.push(text);
    return html`<p>${text}</p>`;
  }
}
customElements.define('test-greeting', GreetingElement);

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => requestAnimationFrame(resolve));
}

const frames = async (): Promise<void> => {
  for (let i = 0; i < 3; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
};

const page = (lang: string) =>
  fixture<HTMLElement>(html`<div lang=${lang}><conversation-provider></conversation-provider></div>`);

function place(root: ParentNode): GreetingElement {
  const element = new GreetingElement();
  root.querySelector('conversation-provider')?.append(element);
  return element;
}

const textOf = (element: GreetingElement): string => element.shadowRoot?.textContent ?? '';
const isShown = (root: HTMLElement): boolean => {
  const slot = root.querySelector('conversation-provider')?.shadowRoot?.querySelector('slot');
  return slot ? getComputedStyle(slot).visibility === 'visible' : false;
};

describe('texts that an element brings itself', () => {
  beforeEach(() => {
    [english, dutch] = [new Chunk('Hello'), new Chunk('Dag')];
    // What earlier tests showed is asked for, too, where a page is English.
    english.come();
    brought = own();
  });

  it('are there in the first render where they are English', async () => {
    const element = place(await page('en'));
    await element.updateComplete;
    await until(() => textOf(element) === 'Hello Close');
    expect(dutch.asked).to.equal(0);
  });

  it('are waited for by a provider whose language they have to be in: no other one is seen first', async () => {
    const root = await fixture<HTMLElement>(html`<div lang="nl-BE"></div>`);
    root.append(document.createElement('conversation-provider'));
    const element = place(root);
    await until(() => dutch.asked > 0);
    await frames();
    expect(isShown(root)).to.equal(false);
    dutch.come();
    await until(() => isShown(root));
    await frames();
    expect(textOf(element)).to.equal('Dag Sluiten');
    expect(element.said.filter((text) => text !== 'Dag Sluiten')).to.deep.equal([]);
  });

  it('hold back an element that comes later, and only that', async () => {
    const root = await page('nl');
    await until(() => isShown(root));
    const element = place(root);
    await until(() => dutch.asked > 0);
    await frames();
    expect(isShown(root)).to.equal(true);
    expect(element.said).to.deep.equal([]);
    dutch.come();
    await until(() => textOf(element) === 'Dag Sluiten');
    expect(element.said).to.deep.equal(['Dag Sluiten']);
  });

  it('are asked for in the language of the page alone, also when that has not loaded yet', async () => {
    brought = ownLater();
    const root = await fixture<HTMLElement>(html`<div lang="nl"></div>`);
    root.append(document.createElement('conversation-provider'));
    const element = place(root);
    await until(() => dutch.asked > 0);
    dutch.come();
    await until(() => textOf(element) === 'Dag Sluiten');
    expect(english.asked).to.equal(0);
  });

  it('change together with those that all share', async () => {
    const root = await page('en');
    const element = place(root);
    await until(() => element.said.length > 0);
    root.lang = 'nl';
    await until(() => dutch.asked > 0);
    await frames();
    expect(textOf(element)).to.equal('Hello Close');
    dutch.come();
    await until(() => textOf(element) === 'Dag Sluiten');
    root.lang = 'en';
    await until(() => textOf(element) === 'Hello Close');
    expect(element.said.filter((text) => /Hello Sluiten|Dag Close/.test(text))).to.deep.equal([]);
  });

  it('are asked for again when the device is online after they could not be loaded', async () => {
    const root = await page('nl');
    await until(() => isShown(root));
    const element = place(root);
    await until(() => dutch.asked > 0);
    dutch.fail();
    await frames();
    expect(textOf(element)).to.equal('');
    const asked = dutch.asked;
    dispatchEvent(new Event('online'));
    await until(() => dutch.asked > asked);
    dutch.come();
    await until(() => textOf(element) === 'Dag Sluiten');
  });

  it('come with a part that loads later, and follow the page with it', async () => {
    const root = await page('en');
    const element = place(root);
    await until(() => element.said.length > 0);
    const load = (chunk: Chunk) => async () => ({ later: await chunk.load() });
    await element.bring(new Texts({ en: load(english), nl: load(dutch), ...others }));
    await until(() => textOf(element) === 'Hello Close Hello');
    root.lang = 'nl';
    await until(() => dutch.asked > 1);
    dutch.come();
    await until(() => textOf(element) === 'Dag Sluiten Dag');
    expect(element.said.at(-1)).to.equal('Dag Sluiten Dag');
    expect(element.said.filter((text) => /Hello.*Dag|Dag.*Hello/.test(text))).to.deep.equal([]);
  });
});
