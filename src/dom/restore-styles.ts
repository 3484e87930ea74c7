import type { CSSResult, LitElement } from 'lit';
import { addStyles, givenStyles } from './add-styles.ts';

/** Gives an element its styles back after it came to another document, which took them away. */
export async function restoreStyles(element: LitElement): Promise<void> {
  // One that was never in a page has no tree before it is in one.
  if (!element.shadowRoot) await element.updateComplete;
  const { elementStyles } = element.constructor as typeof LitElement;
  const root = element.shadowRoot;
  if (!root) return;
  const later = givenStyles.get(root) ?? [];
  givenStyles.delete(root);
  addStyles(root, [...(elementStyles as readonly CSSResult[]), ...later]);
}
