import type { LitElement } from 'lit';
import { version } from '../controllers/version.ts';
import { keepDefaults } from './defaults.ts';

/** Every element of the library by its own name. */
export type ElementName =
  | 'channel-composer'
  | 'conversation-cues'
  | 'conversation-details'
  | 'conversation-list'
  | 'conversation-monitor'
  | 'conversation-notifications'
  | 'conversation-provider'
  | 'conversation-timeline'
  | 'conversation-view'
  | 'my-conversations'
  | 'phone-number-conversion'
  | 'phone-number-field'
  | 'template-editor';

/** How tags are made and where they are registered. */
export interface DefineOptions {
  /** Before the name: `acme` gives `acme-conversation-view`. */
  readonly prefix?: string;
  /** After the name: `v2` gives `conversation-view-v2`. */
  readonly suffix?: string;
  /** Default: the page's own `customElements`. */
  readonly registry?: CustomElementRegistry;
}

/** What a registered class carries; other copies of the library on the page read it too. */
interface Mark {
  readonly version: string;
  readonly name: ElementName;
  readonly options: DefineOptions;
}

type Marked = CustomElementConstructor & { [markKey]?: Mark };

type Adopted = LitElement & { adoptedCallback: () => void; createRenderRoot: () => ShadowRoot };

const markKey: unique symbol = Symbol.for('conversation-elements');
const registered = new WeakSet<CustomElementConstructor>();
const warned = new Set<string>();

/** Whether something is an element of the library, whatever its tag. */
export function isElement(target: unknown, name: ElementName): boolean {
  return target instanceof HTMLElement && markOf(target.constructor as Marked)?.name === name;
}

/** Makes an element that another element contains, as the one around it was named and where it was registered. */
export function createChild<K extends ElementName>(parent: Element, name: K): HTMLElementTagNameMap[K] {
  const options = markOf(parent.constructor as Marked)?.options ?? {};
  const tag = tagOf(name, options);
  const { registry } = options;
  const child = registry
    ? document.createElement(tag, { customElementRegistry: registry })
    : document.createElement(tag);
  return child as HTMLElementTagNameMap[K];
}

/**
 * Registers an element, unless its tag is taken: by the same version of this library silently, by anything else with one
 * warning. Never throws, so that two bundles on a page do no harm.
 */
export function define(name: ElementName, element: CustomElementConstructor, options: DefineOptions = {}): void {
  // Evaluated on a server there is no registry: nothing to define, and nothing to break.
  const registry = options.registry ?? (globalThis as { customElements?: CustomElementRegistry }).customElements;
  if (!registry) return;
  const tag = tagOf(name, options);
  const taken = registry.get(tag);
  if (taken) warnUnlessOurs(tag, taken);
  else registry.define(tag, marked(element, { version, name, options }));
}

function tagOf(name: ElementName, { prefix, suffix }: DefineOptions): string {
  return [prefix, name, suffix].filter((part) => part).join('-');
}

/** A class serves one tag; a second one gets a class of its own. */
function marked(element: CustomElementConstructor, mark: Mark): CustomElementConstructor {
  const constructor: Marked = registered.has(element) ? class extends element {} : element;
  keepDefaults(constructor as Marked & typeof LitElement);
  registered.add(constructor);
  constructor[markKey] = mark;
  // The registry reads it once, so it has to be there before.
  (constructor.prototype as Adopted).adoptedCallback = adopted;
  return constructor;
}

/** An element that comes to another document, e.g. of a frame, loses its styles there, and Lit would bring none it takes. */
function adopted(this: Adopted): void {
  if (!this.shadowRoot) this.createRenderRoot = () => this.attachShadow({ mode: 'open' });
  void import('../dom/restore-styles.ts').then(({ restoreStyles }) => restoreStyles(this));
}

function markOf(constructor: Marked): Mark | undefined {
  return constructor[markKey];
}

function warnUnlessOurs(tag: string, taken: CustomElementConstructor): void {
  const other = markOf(taken)?.version ?? 'another library';
  if (other === version || warned.has(tag)) return;
  warned.add(tag);
  console.warn(`<${tag}> is already defined by ${other}; conversation-elements ${version} leaves it alone.`);
}
