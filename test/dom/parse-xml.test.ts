import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseXml } from '../../src/dom/parse-xml.ts';
import { escapeXml, escapeXmlText, isXmlCharacter } from '../../src/domain/xml.ts';
import type { XmlElement } from '../../src/domain/xml.ts';
import { assertLinear } from '../linear.ts';
import { malformed, wellFormed } from './xml-samples.ts';

/** `a{x=1}(text b())`: what an element holds, in short. */
function short(element: XmlElement | null): string | null {
  if (element === null) return null;
  const attributes = [...element.attributes].map(([name, value]) => `${name}=${value}`).join(' ');
  const children = element.children.map((child) => (typeof child === 'string' ? child : (short(child) ?? '')));
  return `${element.name}${attributes === '' ? '' : `{${attributes}}`}(${children.join('|')})`;
}

describe('reading XML', () => {
  for (const [title, text] of wellFormed)
    it(`reads ${title}`, () => {
      assert.notEqual(parseXml(text), null);
    });

  for (const [title, text] of malformed)
    it(`refuses ${title}`, () => {
      assert.equal(parseXml(text), null);
    });

  const shapes: readonly [string, string, string][] = [
    ['elements and texts in order', '<a>x<b/>y<c>z</c></a>', 'a(x|b()|y|c(z))'],
    ['attributes in either quotes', `<a x="1" y = '"2"'/>`, 'a{x=1 y="2"}()'],
    ['names without their prefix', '<p:a xmlns:p="u" xml:space="preserve"><p:b/></p:a>', 'a{p=u space=preserve}(b())'],
    ['references', '<a x="&lt;&#65;">&amp;&#x42;&quot;&apos;&gt;</a>', `a{x=<A}(&B"'>)`],
    ['what a reference stands for as text', '<a>&amp;lt;</a>', 'a(&lt;)'],
    ['CDATA as text', '<a>x<![CDATA[<b>&amp;]]>y</a>', 'a(x<b>&amp;y)'],
    ['no comments and instructions', '<?xml version="1.0"?><!-- a --><a>x<!-- b --><?c d?>y</a><!-- e -->', 'a(xy)'],
    ['line ends as line feeds', '<a>x\r\ny\rz</a>', 'a(x\ny\nz)'],
    ['written-out line ends as they are', '<a b="&#13;&#10;">&#13;</a>', 'a{b=\r\n}(\r)'],
    ['line ends in attributes as spaces', '<a b="x\r\ny\tz"/>', 'a{b=x y z}()'],
  ];
  for (const [title, text, expected] of shapes)
    it(`gives ${title}`, () => {
      assert.equal(short(parseXml(text)), expected);
    });

  it('[TX5] reads back what was escaped, whatever it is', () => {
    const words = fc.string({ unit: 'binary' }).map((text) => Array.from(text).filter(isXmlCharacter).join(''));
    fc.assert(
      fc.property(words, words, (inText, inAttribute) => {
        const read = parseXml(`<a b="${escapeXml(inAttribute)}">${escapeXmlText(inText)}</a>`);
        assert.equal(read?.attributes.get('b'), inAttribute);
        assert.deepEqual(read.children, inText === '' ? [] : [inText]);
      }),
    );
  });

  it('answers to any text', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<',
        '>',
        '/>',
        '</',
        '<a',
        '<a>',
        '</a>',
        '&',
        ';',
        '"',
        '=',
        ' x="1"',
        '<!--',
        '-->',
        '<![CDATA[',
        ']]>',
        '<?',
        '?>',
      ),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const read = parseXml(pieces.join(''));
        assert.ok(read === null || read.name.length > 0);
      }),
    );
  });

  it('costs linear time', () => {
    assertLinear((count) => {
      const text = `<a>${'<b c="&amp;">x&amp;y</b>'.repeat(count)}</a>`;
      return () => parseXml(text);
    }, 10_000);
  });
});
