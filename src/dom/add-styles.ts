import type { CSSResult } from 'lit';

/** What each tree was given, in order: another document takes it away. */
export const givenStyles = new WeakMap<Node, readonly CSSResult[]>();

/**
 * Adds style sheets to a document or shadow tree, each once: for what is drawn by a chunk that came later. Constructed
 * sheets, because a strict content security policy allows no others.
 */
export function addStyles(root: Node, styles: readonly CSSResult[]): void {
  if (!('adoptedStyleSheets' in root)) return;
  const tree = root as Document | ShadowRoot;
  givenStyles.set(tree, [...new Set([...(givenStyles.get(tree) ?? []), ...styles])]);
  // A document takes only sheets that were made in it.
  if ((tree.ownerDocument ?? tree) === document) adopt(tree, ({ styleSheet }) => styleSheet);
  else void import('./foreign-sheets.ts').then(({ foreignSheets }) => adopt(tree, foreignSheets(tree)));
}

function adopt(tree: Document | ShadowRoot, sheetOf: (style: CSSResult) => CSSStyleSheet | undefined): void {
  const sheets = (givenStyles.get(tree) ?? []).flatMap((style) => sheetOf(style) ?? []);
  const known = new Set(tree.adoptedStyleSheets);
  if (sheets.every((sheet) => known.has(sheet))) return;
  tree.adoptedStyleSheets = [...tree.adoptedStyleSheets.filter((sheet) => !sheets.includes(sheet)), ...sheets];
}
