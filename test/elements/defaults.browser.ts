import { expect } from '@open-wc/testing';
import { defineAll } from '../../src/elements/define-all.ts';
import { allTags } from './all-tags.ts';

type Declared = Map<
  string,
  { readonly state?: boolean; readonly type?: unknown; readonly attribute?: string | boolean }
>;

defineAll();

/** What an element has in each of its public properties. */
function propertiesOf(element: Element): Record<string, unknown> {
  const { elementProperties } = element.constructor as unknown as { readonly elementProperties: Declared };
  const names = [...elementProperties].filter(([, { state }]) => !state).map(([name]) => name);
  return Object.fromEntries(names.map((name) => [name, (element as unknown as Record<string, unknown>)[name]]));
}

const setAll = (element: Element, value: unknown): void => {
  for (const name of Object.keys(propertiesOf(element))) Object.assign(element, { [name]: value });
};

describe('a property that a framework takes away', () => {
  for (const tag of allTags) {
    it(`is as it began, for undefined as for null and the empty string: ${tag}`, () => {
      const began = propertiesOf(document.createElement(tag));
      const element = document.createElement(tag);
      const isEmptyView = Object.hasOwn(began, 'view');
      setAll(element, 'something');
      setAll(element, undefined);
      expect(propertiesOf(element)).to.deep.equal(began);
      setAll(element, 'something');
      setAll(element, null);
      expect(propertiesOf(element)).to.deep.equal(began);
      setAll(element, '');
      expect(propertiesOf(element)).to.deep.equal({ ...began, ...(isEmptyView && { view: '' }) });
    });

    it(`is as it began when its attribute goes: ${tag}`, () => {
      const element = document.createElement(tag);
      const began = propertiesOf(element);
      const { observedAttributes } = element.constructor as unknown as { readonly observedAttributes: string[] };
      for (const name of observedAttributes) element.setAttribute(name, '5');
      for (const name of observedAttributes) element.removeAttribute(name);
      expect(propertiesOf(element)).to.deep.equal(began);
    });
  }
});
