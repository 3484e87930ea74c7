import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { parseXml } from '../../src/dom/parse-xml.ts';
import type { XmlElement } from '../../src/ports/parse-xml.ts';
import { malformed, wellFormed } from './xml-samples.ts';

/** What the browser's own parser makes of a document, in the same shape; `null` when it is not well-formed. */
function byBrowser(text: string): XmlElement | null {
  const root = new DOMParser().parseFromString(text, 'application/xml').documentElement;
  return root.getElementsByTagName('parsererror').length > 0 || root.nodeName === 'parsererror' ? null : read(root);
}

function read(element: Element): XmlElement {
  const children: (XmlElement | string)[] = [];
  for (const node of element.childNodes) {
    const text = node instanceof Text ? node.data : null;
    const last = children.at(-1);
    if (node instanceof Element) children.push(read(node));
    else if (text !== null && typeof last === 'string') children[children.length - 1] = last + text;
    else if (text) children.push(text);
  }
  const attributes = new Map([...element.attributes].map(({ localName, value }) => [localName, value]));
  return { name: element.localName, attributes, children };
}

describe('parseXml', () => {
  for (const [title, text] of [...wellFormed, ...malformed])
    it(`makes the same of ${title} as the browser`, () => {
      expect(parseXml(text)).to.deep.equal(byBrowser(text));
    });

  it('makes the same of any small document as the browser', () => {
    const leaf = fc.constantFrom(
      'x',
      ' ',
      '\n',
      '\r\n',
      '&lt;',
      '&#10;',
      '&#13;',
      '<![CDATA[<]]>',
      '<!--c-->',
      '<?p i?>',
      '>',
      '<b/>',
      '<b c="d"/>',
      '&',
      '<',
    );
    const body = fc.array(leaf, { maxLength: 6 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(body, body, (outer, inner) => {
        const text = `<a e=" f&#9;">${outer}<g>${inner}</g></a>`;
        expect(parseXml(text)).to.deep.equal(byBrowser(text));
      }),
    );
  });
});
