const focusable = 'a[href], button, input, select, textarea, audio[controls], video[controls], [tabindex]';

/** The focused element itself, however deep in shadow trees; `null` when nothing (or only the page) has focus. */
export function deepActiveElement(root: Document | ShadowRoot): Element | null {
  let active = root.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active === null || active.localName === 'body' ? null : active;
}

/** The visible elements inside `container` that can take focus by script, in document order. */
export function focusableIn(container: ParentNode): readonly HTMLElement[] {
  return [...container.querySelectorAll<HTMLElement>(focusable)].filter(
    (element) => !element.matches(':disabled, [hidden], [inert]') && element.checkVisibility(),
  );
}
