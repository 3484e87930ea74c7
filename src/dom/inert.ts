import { inclusiveAncestors } from './page-language.ts';

/** Whether an element, or something that it stands in, was made inert. */
export function isInert(element: Element): boolean {
  for (const one of inclusiveAncestors(element)) if (one.hasAttribute('inert')) return true;
  return false;
}
