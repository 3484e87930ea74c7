import { render, type TemplateResult } from 'lit';

/** By name; `null` leaves an attribute out. */
export type Attributes = Readonly<Record<string, string | number | null>>;

/**
 * An element with its attributes and what is in it. Where there are very many elements they are made like this: lit keeps
 * each template in the page, and leaves a comment at each place where something can change.
 */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...inside: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  setAttributes(element, attributes);
  element.append(...inside);
  return element;
}

/** Gives an element these attributes; those that are right already are left alone. */
export function setAttributes(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null) element.removeAttribute(name);
    else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, String(value));
  }
}

/** The one element that a template draws, without lit's marks: it never changes. */
export function madeFrom(template: TemplateResult): Element {
  const fragment = document.createDocumentFragment();
  render(template, fragment);
  const { firstElementChild } = fragment;
  if (!firstElementChild) throw new Error('The template has no element');
  firstElementChild.remove();
  return firstElementChild;
}
