/** What is selected inside a shadow tree; a document's own selection ends at its border. */
export function selectedRange(root: ShadowRoot): StaticRange | Range | null {
  const selection = root.ownerDocument.getSelection();
  if (!selection || selection.isCollapsed) return null;
  if ('getComposedRanges' in selection) {
    const [range] = selection.getComposedRanges({ shadowRoots: [root] });
    return range ?? null;
  }
  return (selection as Selection).rangeCount > 0 ? (selection as Selection).getRangeAt(0) : null;
}

/** The closest ancestor of a selection's border that matches. */
export function closestTo(node: Node, selector: string): Element | null {
  return (node instanceof Element ? node : node.parentElement)?.closest(selector) ?? null;
}
