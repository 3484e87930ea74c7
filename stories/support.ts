import { html, noChange, type TemplateResult } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive, type ElementPart } from 'lit/directive.js';
import type { ChannelKind } from '../src/domain/model.ts';
import type { Clock } from '../src/ports/clock.ts';
import {
  createMemoryAdapter,
  type EmbeddedData,
  type MemoryBackend,
  type Provider,
} from '../src/adapters/memory/index.ts';
import { AdapterError } from '../src/ports/adapter-error.ts';
import type { AdapterParts, MessagingAdapter } from '../src/ports/adapter.ts';
import { createSession } from '../src/session.ts';
import type { MessagingSession } from '../src/sync/session-api.ts';
import {
  fakeConnectivity,
  type FakeConnectivity,
  fakeTabLinks,
  type FaultyAdapter,
  memoryStorage,
  type MemoryStorage,
  withFaults,
} from '../src/testing/index.ts';
import '../src/elements/conversation-provider/define.ts';
import { morning, seedOf, storyNow } from './seed.ts';

export { ago, choicesOf, many, morning, phoneOf, seedOf, storyNow } from './seed.ts';
export type { Line, Talk } from './seed.ts';

/** A clock that starts at the stories' time and goes on like any other. */
export function storyClock(start = storyNow): Clock {
  const offset = start - performance.now();
  return {
    now: () => Math.round(performance.now() + offset),
    after(delayMs, callback) {
      const timer = setTimeout(callback, delayMs);
      return () => clearTimeout(timer);
    },
  };
}

/** A backend, a device and a network for one story; nothing leaves the page, and each story begins the same. */
export interface World {
  readonly clock: Clock;
  readonly adapter: FaultyAdapter;
  /** The side of the backend that faces customers: what they write arrives here. */
  readonly backend: MemoryBackend;
  readonly storage: MemoryStorage;
  readonly connectivity: FakeConnectivity;
  readonly session: MessagingSession;
}

/** What a story needs beyond the morning everybody shares. */
export interface WorldOptions {
  readonly data?: EmbeddedData;
  readonly agentId?: string;
  readonly clock?: Clock;
  /** Channels the backend can send on; text messages and WhatsApp unless given. */
  readonly channels?: readonly ChannelKind[];
  /** What carries messages out; takes everything at once unless given. */
  readonly provider?: Provider;
  /** Puts another adapter in front, e.g. one that can do less. */
  readonly adapt?: (adapter: MessagingAdapter) => MessagingAdapter;
  readonly storage?: MemoryStorage;
  /** Called before the session starts: to make calls fail, to fill drafts or the outbox. */
  readonly prepare?: (world: Omit<World, 'session'>) => void;
  /** Called when the session has started. */
  readonly then?: (world: World) => void | Promise<void>;
}

/** Makes the world of a story, its session started. */
export function makeWorld(options: WorldOptions = {}): World {
  const clock = options.clock ?? storyClock();
  const storage = options.storage ?? memoryStorage();
  const connectivity = fakeConnectivity();
  const memory = createMemoryAdapter({
    clock,
    data: options.data ?? seedOf(morning),
    channels: options.channels ?? ['sms', 'whatsapp'],
    ...(options.provider && { provider: options.provider }),
    ...(options.agentId !== undefined && { agentId: options.agentId }),
  });
  const adapter = withFaults(options.adapt?.(memory) ?? memory, { clock });
  const { backend } = memory;
  options.prepare?.({ clock, adapter, backend, storage, connectivity });
  const session = createSession({
    adapter,
    clock,
    storage,
    connectivity,
    tabs: fakeTabLinks(0).open(),
    locale: 'nl',
    timeZone: 'Europe/Amsterdam',
    random: () => 0.5,
    eager: true,
  });
  const world = { clock, adapter, backend, storage, connectivity, session };
  void options.then?.(world);
  return world;
}

/** Lives as long as the story is on the page: a session that nobody closes would go on for ever. */
class WorldDirective extends AsyncDirective {
  #world: World | null = null;

  render(options: WorldOptions): unknown {
    this.#world ??= makeWorld(options);
    return noChange;
  }

  override update({ element }: ElementPart, [options]: [WorldOptions]): unknown {
    // Storybook renders a story once more, on no page, to read its code.
    queueMicrotask(() => {
      if (!element.isConnected) return;
      this.render(options);
      Object.assign(element, { session: this.#world?.session ?? null });
    });
    return noChange;
  }

  protected override disconnected(): void {
    void this.#world?.session.close();
    this.#world = null;
  }
}

/** Gives a provider the session of a world of its own, as long as the story is on the page. */
export const inWorld = directive(WorldDirective);

/** The first element of a tag in the world of a story; pages of the documentation show many worlds. */
export function within<K extends keyof HTMLElementTagNameMap>(
  { session }: World,
  tag: K,
): HTMLElementTagNameMap[K] | null {
  const providers = [...document.querySelectorAll('conversation-provider')];
  return providers.find((provider) => provider.session === session)?.querySelector(tag) ?? null;
}

/** For `adapt`: a backend without one of its parts. */
export const withoutPart = (hidden: keyof AdapterParts): ((adapter: MessagingAdapter) => MessagingAdapter) =>
  withPart(hidden, () => undefined);

/** For `adapt`: a backend one of whose parts is another. */
export const withPart =
  <N extends keyof AdapterParts>(
    changed: N,
    change: (part: AdapterParts[N] | undefined) => AdapterParts[N] | undefined,
  ) =>
  (adapter: MessagingAdapter): MessagingAdapter =>
    new Proxy(adapter, {
      get: (target, property) => {
        if (property === 'part')
          return (name: keyof AdapterParts) => (name === changed ? change(target.part(changed)) : target.part(name));
        const value: unknown = Reflect.get(target, property, target);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });

/** For `adapt`: a backend that cannot say now where any file is. */
export const withoutAddresses = withPart(
  'attachments',
  (part) => part && { ...part, url: () => Promise.reject(new AdapterError('unavailable', 'story')) },
);

/** A provider around a story's content. */
export function provide(content: TemplateResult, options: WorldOptions = {}): TemplateResult {
  return html`<conversation-provider time-zone="Europe/Amsterdam" ${inWorld(options)}
    >${content}</conversation-provider
  >`;
}

/** A frame of a fixed size, so that an element shows how it fills its box; `inset` where a host would leave room around it. */
export function frame(
  content: TemplateResult,
  size: { readonly width: string; readonly height: string; readonly inset?: boolean },
): TemplateResult {
  const { width, height, inset = false } = size;
  return html`<story-frame data-width=${width} data-height=${height} ?data-inset=${inset}>${content}</story-frame>`;
}

/** Sizes by script: stories keep to the same strict content security policy as the elements. */
class StoryFrame extends HTMLElement {
  connectedCallback(): void {
    const { width = '100%', height = '30rem', inset } = this.dataset;
    Object.assign(this.style, {
      display: 'grid',
      width,
      maxWidth: '100%',
      height,
      border: '1px solid color-mix(in srgb, CanvasText 20%, Canvas)',
      // What does not fit can be reached.
      overflow: 'auto',
      boxSizing: 'border-box',
      ...(inset !== undefined && { padding: '1rem' }),
      fontFamily: 'system-ui, sans-serif',
    });
  }
}
if (!customElements.get('story-frame')) customElements.define('story-frame', StoryFrame);
