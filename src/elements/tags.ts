import { version } from './version.ts';

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

const versionKey: unique symbol = Symbol.for('conversation-elements version');
const tags = new Map<ElementName, string>();
const registered = new WeakSet<CustomElementConstructor>();
const warned = new Set<string>();

/** The tag an element has on this page; its own name unless `defineAll` renamed it. */
export function tagOf(name: ElementName): string {
  return tags.get(name) ?? name;
}

/** Makes an element that another element contains, under the tag it has on this page. */
export function createChild<K extends ElementName>(name: K): HTMLElementTagNameMap[K] {
  return document.createElement(tagOf(name)) as HTMLElementTagNameMap[K];
}

/**
 * Registers an element, unless its tag is taken: by the same version of this library silently, by anything else with one
 * warning. Never throws, so that two bundles on a page do no harm.
 */
export function define(name: ElementName, element: CustomElementConstructor, options: DefineOptions = {}): void {
  // Evaluated on a server there is no registry: nothing to define, and nothing to break.
  const registry = options.registry ?? (globalThis as { customElements?: CustomElementRegistry }).customElements;
  if (!registry) return;
  const tag = [options.prefix, name, options.suffix].filter((part) => part).join('-');
  const taken = registry.get(tag);
  if (taken) warnUnlessOurs(tag, taken);
  else registry.define(tag, marked(element));
  tags.set(name, tag);
}

/** A class serves one tag; a second one gets a class of its own. */
function marked(element: CustomElementConstructor): CustomElementConstructor {
  const constructor = registered.has(element) ? class extends element {} : element;
  registered.add(constructor);
  return Object.defineProperty(constructor, versionKey, { value: version });
}

function warnUnlessOurs(tag: string, taken: CustomElementConstructor): void {
  const other = versionKey in taken ? String(taken[versionKey]) : 'another library';
  if (other === version || warned.has(tag)) return;
  warned.add(tag);
  console.warn(`<${tag}> is already defined by ${other}; conversation-elements ${version} leaves it alone.`);
}
