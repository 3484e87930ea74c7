import type { CSSResult } from 'lit';

/**
 * Adds style sheets to a document or shadow tree, each once: for what is drawn by a chunk that came later. Constructed
 * sheets, because a strict content security policy allows no others.
 */
export function addStyles(root: Node, styles: readonly CSSResult[]): void {
  if (!(root instanceof Document || root instanceof ShadowRoot)) return;
  const sheets = styles.flatMap(({ styleSheet }) => styleSheet ?? []);
  const missing = sheets.filter((sheet) => !root.adoptedStyleSheets.includes(sheet));
  if (missing.length > 0) root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...missing];
}
