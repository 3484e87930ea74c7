/** The language an element stands in: its own `lang` or that of the nearest ancestor, through shadow roots. */
export function languageOf(element: Element): string | null {
  for (const one of inclusiveAncestors(element)) {
    const lang = one.getAttribute('lang');
    if (lang) return lang;
  }
  return null;
}

/** Calls back when the language or direction an element stands in may have changed. Returns what stops it. */
export function watchLanguage(element: Element, listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  for (const one of inclusiveAncestors(element))
    observer.observe(one, { attributes: true, attributeFilter: ['lang', 'dir'] });
  return () => observer.disconnect();
}

/** An element and what it stands in, from the inside out. */
export function* inclusiveAncestors(element: Element): Generator<Element> {
  let one: Element | null = element;
  while (one) {
    yield one;
    const parent: Node | null = one.assignedSlot ?? one.parentNode;
    one = parent instanceof ShadowRoot ? parent.host : parent instanceof Element ? parent : null;
  }
}
