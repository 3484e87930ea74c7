const implicitRoles: Readonly<Record<string, string>> = {
  a: 'link',
  article: 'article',
  button: 'button',
  dialog: 'dialog',
  h2: 'heading',
  h3: 'heading',
  img: 'img',
  section: 'region',
  select: 'combobox',
  table: 'table',
  textarea: 'textbox',
};

/** Every element below `root`, through shadow roots, as assistive technology meets them: what is hidden is left out. */
function* elementsIn(root: ParentNode): Iterable<HTMLElement> {
  if (root instanceof Element && root.shadowRoot) yield* elementsIn(root.shadowRoot);
  for (const element of root.children) {
    if (!(element instanceof HTMLElement) || element.hidden || element.getAttribute('aria-hidden') === 'true') continue;
    yield element;
    yield* elementsIn(element);
  }
}

function implicitRole(element: HTMLElement): string | undefined {
  if (element instanceof HTMLInputElement) {
    const { type } = element;
    return type === 'checkbox' || type === 'radio' ? type : type === 'search' ? 'searchbox' : 'textbox';
  }
  return implicitRoles[element.localName];
}

/** The accessible name as far as our elements use it. */
export function nameOf(element: Element): string {
  const ids = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
  const root = element.getRootNode() as Document | ShadowRoot;
  const labels =
    element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? [...(element.labels ?? [])] : [];
  const labelled = ids.map((id) => root.getElementById(id)?.textContent ?? '').join(' ');
  const given =
    element.getAttribute('aria-label') ?? (labels.length > 0 ? labels.map(contentOf).join(' ') : contentOf(element));
  const name = labelled === '' ? given : labelled;
  return name
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Text content as assistive technology reads it: without what is hidden from it. */
function contentOf(element: Element): string {
  return [...element.childNodes]
    .map((node) => {
      if (!(node instanceof Element)) return node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '') : '';
      return node.getAttribute('aria-hidden') === 'true' ? '' : contentOf(node);
    })
    .join('');
}

/** What is said after the name. */
export function descriptionOf(element: Element): string {
  const root = element.getRootNode() as Document | ShadowRoot;
  const ids = element.getAttribute('aria-describedby')?.split(' ') ?? [];
  const described = ids.map((id) => root.getElementById(id)?.textContent ?? '').join(' ');
  const description = described === '' ? (element.getAttribute('aria-description') ?? '') : described;
  return description
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** All elements of a role whose name is, or matches, `name`. */
export function allByRole(root: ParentNode, role: string, name?: string | RegExp): HTMLElement[] {
  return [...elementsIn(root)].filter((element) => {
    if ((element.getAttribute('role') ?? implicitRole(element)) !== role) return false;
    if (name === undefined) return true;
    return typeof name === 'string' ? nameOf(element) === name : name.test(nameOf(element));
  });
}

/** The one element of a role and name; throws when there is none or more than one. */
export function byRole(root: ParentNode, role: string, name?: string | RegExp): HTMLElement {
  const found = allByRole(root, role, name);
  const [element] = found;
  if (found.length === 1 && element) return element;
  const all = allByRole(root, role).map((candidate) => `“${nameOf(candidate)}”`);
  throw new Error(`${found.length} of role ${role} named ${String(name)}; there are: ${all.join(', ')}`);
}

/** The text a person reads, without hidden parts. */
export function textOf(root: Element | ShadowRoot | null | undefined): string {
  return (root?.textContent ?? '')
    .replace(/[\u2066-\u2069\u200b]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
