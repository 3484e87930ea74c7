import { noChange } from 'lit';
import {
  directive,
  Directive,
  type DirectiveResult,
  type ElementPart,
  type PartInfo,
  PartType,
} from 'lit/directive.js';

/** Draws one item, by hand, in an element of its own for as long as the item is in the page. */
export interface View<T, S> {
  readonly element: Element;
  /** @param shared - what all items share */
  readonly update: (item: T, shared: S) => void;
}

/** What there is to know of items. */
interface Kind<T, S> {
  /** Unique; an item of another kind has another key. */
  readonly keyOf: (item: T) => string;
  readonly viewOf: (item: T) => View<T, S>;
}

/**
 * Items by key as children of an element, behind those that it has already. Like `keyedRows`, it never moves one whose
 * neighbours only came or went: an element that is moved in the page loses the focus, and its media stop. Besides the
 * items' own elements there are no nodes.
 */
export class KeyedViews<T, S> {
  readonly #parent: Element;
  readonly #kind: Kind<T, S>;
  /** In the order in which they are in the page. */
  #views: ReadonlyMap<string, View<T, S>> = new Map();

  constructor(parent: Element, kind: Kind<T, S>) {
    this.#parent = parent;
    this.#kind = kind;
  }

  update(items: readonly T[], shared: S): void {
    const { keyOf, viewOf } = this.#kind;
    const views = new Map(
      items.map((item) => {
        const key = keyOf(item);
        return [key, this.#views.get(key) ?? viewOf(item)] as const;
      }),
    );
    for (const [key, { element }] of this.#views) if (!views.has(key)) element.remove();
    const inPage = [...this.#views].flatMap(([key, view]) => (views.has(key) ? [view] : []));
    for (const item of items) {
      const view = views.get(keyOf(item));
      if (!view) continue;
      if (view === inPage[0]) inPage.shift();
      else {
        if (inPage.includes(view)) inPage.splice(inPage.indexOf(view), 1);
        this.#parent.insertBefore(view.element, inPage[0]?.element ?? null);
      }
      view.update(item, shared);
    }
    this.#views = views;
  }
}

class KeyedViewsDirective extends Directive {
  #views: KeyedViews<unknown, unknown> | null = null;

  constructor(partInfo: PartInfo) {
    super(partInfo);
    if (partInfo.type !== PartType.ELEMENT) throw new Error('keyedViews() stands for the children of an element');
  }

  /** Only `update` knows the element. */
  render(): symbol {
    return noChange;
  }

  override update(
    { element }: ElementPart,
    [items, shared, kind]: [readonly unknown[], unknown, Kind<unknown, unknown>],
  ): symbol {
    this.#views ??= new KeyedViews(element, kind);
    this.#views.update(items, shared);
    return noChange;
  }
}

/** {@link KeyedViews} in the start tag of an element of a template. */
export const keyedViews = directive(KeyedViewsDirective) as <T, S>(
  items: readonly T[],
  shared: S,
  kind: Kind<T, S>,
) => DirectiveResult;
