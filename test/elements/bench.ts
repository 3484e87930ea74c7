import { fixture, html } from '@open-wc/testing';
import type { LitElement } from 'lit';
import '../../src/elements/conversation-provider/define.ts';
import { composerTexts } from '../../src/locales/composer.ts';
import { deepActiveElement } from '../../src/dom/focus.ts';
import { manualClock, type ManualClock } from '../../src/testing/index.ts';
import { makeWorld, phoneOf, storyNow, type World, type WorldOptions } from '../../stories/support.ts';

/** One element over the real session, a backend in memory and a clock that stands still. */
export interface Bench<E extends LitElement> {
  readonly element: E;
  readonly world: World;
  readonly clock: ManualClock;
  /** Moves time, by nothing unless said: lets everything that is under way happen. */
  pass(ms?: number): Promise<void>;
  /** Events of a type that the page heard. */
  heard<K extends keyof HTMLElementEventMap>(type: K): HTMLElementEventMap[K][];
  /** A customer writes in the conversation of the seed with this id. */
  customerWrites(id: string, text: string, channel?: 'sms' | 'whatsapp'): Promise<void>;
  /** Presses a key where the focus is. */
  press(key: string, modifiers?: Partial<Pick<KeyboardEventInit, 'ctrlKey' | 'shiftKey' | 'altKey'>>): Promise<void>;
}

/** How the element is placed. */
export interface BenchOptions extends WorldOptions {
  readonly attributes?: Readonly<Record<string, string>>;
  readonly width?: number;
  readonly height?: number;
  readonly locale?: string;
  readonly dir?: 'ltr' | 'rtl';
}

/** Puts an element into a box of a given size, in a provider with a session of its own, and lets it load. */
export async function bench<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  options: BenchOptions = {},
): Promise<Bench<HTMLElementTagNameMap[K] & LitElement>> {
  // Loaded by backend and session on first use; over the network that takes longer than a test waits.
  await Promise.all([
    import('../../src/domain/phone.ts'),
    import('../../src/domain/phone-metadata.ts'),
    import('../../src/session-desk.ts'),
    import('../../src/sync/lists.ts'),
    composerTexts.load(options.locale ?? 'en'),
  ]);
  const clock = manualClock(storyNow);
  const world = makeWorld({ ...options, clock });
  // It fills itself after an import, which takes real time even where the module is there: no clock of a test waits for that.
  await world.backend
    .adapter()
    .getConversation('')
    .catch(() => undefined);
  const { width = 360, height = 500, locale = 'en', dir = 'ltr' } = options;
  const box = await fixture<HTMLElement>(html`<div dir=${dir}></div>`);
  Object.assign(box.style, { display: 'grid', width: `${width}px`, height: `${height}px` });
  const provider = document.createElement('conversation-provider');
  Object.assign(provider, { session: world.session, locale, timeZone: 'Europe/Amsterdam' });
  const element = document.createElement(tag) as HTMLElementTagNameMap[K] & LitElement;
  for (const [name, value] of Object.entries(options.attributes ?? {})) element.setAttribute(name, value);
  provider.append(element);
  box.append(provider);
  const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
  const pass = async (ms = 0): Promise<void> => {
    await clock.advance(ms);
    await element.updateComplete;
    await clock.advance(0);
    // A resize observer tells after a frame; what follows from it is rendered in the next.
    await frame();
    await element.updateComplete;
    await clock.advance(0);
    await element.updateComplete;
  };
  await pass(1);
  await pass();
  const heard = <T extends keyof HTMLElementEventMap>(type: T): HTMLElementEventMap[T][] => {
    const events: HTMLElementEventMap[T][] = [];
    box.addEventListener(type, (event) => events.push(event));
    return events;
  };
  const customerWrites = async (id: string, text: string, channel: 'sms' | 'whatsapp' = 'whatsapp'): Promise<void> => {
    await world.backend.incoming({ channel, from: phoneOf(id), text });
    await pass();
  };
  const press = async (key: string, modifiers: KeyboardEventInit = {}): Promise<void> => {
    const target = deepActiveElement(document) ?? document.body;
    target.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...modifiers }),
    );
    await pass();
  };
  return { element, world, clock, pass, heard, customerWrites, press };
}
