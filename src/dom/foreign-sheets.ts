import type { CSSResult } from 'lit';

const made = new WeakMap<Document, WeakMap<CSSResult, CSSStyleSheet>>();

/** Makes the style sheets of a tree that stands in another document than the script, each once per document. */
export function foreignSheets(root: Document | ShadowRoot): (style: CSSResult) => CSSStyleSheet | undefined {
  const place = root instanceof ShadowRoot ? root.ownerDocument : root;
  // It may have come back meanwhile.
  if (place === document) return ({ styleSheet }) => styleSheet;
  const known = made.get(place) ?? new WeakMap<CSSResult, CSSStyleSheet>();
  made.set(place, known);
  return (style) => {
    const Sheet = place.defaultView?.CSSStyleSheet;
    if (!Sheet) return undefined;
    const sheet = known.get(style) ?? new Sheet();
    if (!known.has(style)) sheet.replaceSync(style.cssText);
    known.set(style, sheet);
    return sheet;
  };
}
