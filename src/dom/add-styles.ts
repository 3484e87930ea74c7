import type { CSSResult } from 'lit';

/** What each tree was given, in order: another document takes it away. */
const given = new WeakMap<Node, Set<CSSResult>>();

/**
 * Adds style sheets to a document or shadow tree, each once: for what is drawn by a chunk that came later. Constructed
 * sheets, because a strict content security policy allows no others.
 */
export function addStyles(root: Node, styles: readonly CSSResult[]): void {
  if (!isStyled(root)) return;
  const all = new Set([...(given.get(root) ?? []), ...styles]);
  given.set(root, all);
  // A document takes only sheets that were made in it.
  if ((root.ownerDocument ?? root) === document) adopt(root, all, ({ styleSheet }) => styleSheet);
  else void import('./foreign-sheets.ts').then(({ foreignSheets }) => adopt(root, all, foreignSheets(root)));
}

/** Gives a tree its styles back after it came to another document. */
export function restoreStyles(root: Node, first: readonly CSSResult[]): void {
  const later = given.get(root) ?? [];
  given.delete(root);
  addStyles(root, [...first, ...later]);
}

function isStyled(root: Node): root is Document | ShadowRoot {
  return 'adoptedStyleSheets' in root;
}

function adopt(
  root: Document | ShadowRoot,
  styles: Iterable<CSSResult>,
  sheetOf: (style: CSSResult) => CSSStyleSheet | undefined,
): void {
  const sheets = [...styles].flatMap((style) => sheetOf(style) ?? []);
  const missing = sheets.filter((sheet) => !root.adoptedStyleSheets.includes(sheet));
  if (missing.length > 0) root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...missing];
}
