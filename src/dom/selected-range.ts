/** What is selected inside a shadow tree; a document's own selection ends at its border. */
export function selectedRange(root: ShadowRoot): StaticRange | Range | null {
  const selection = root.ownerDocument.getSelection();
  if (!selection) return null;
  // Of what a hand selects inside a shadow tree the selection itself says that it is empty; only its range knows better.
  const range =
    'getComposedRanges' in selection
      ? selection.getComposedRanges({ shadowRoots: [root] })[0]
      : (selection as Selection).rangeCount > 0
        ? (selection as Selection).getRangeAt(0)
        : null;
  return range && !range.collapsed ? range : null;
}

/** The closest ancestor of a selection's border that matches. */
export function closestTo(node: Node, selector: string): Element | null {
  return (node instanceof Element ? node : node.parentElement)?.closest(selector) ?? null;
}
