import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { safeUrl } from '../../src/dom/safe-url.ts';

describe('addresses that may be followed', () => {
  for (const [text, expected] of [
    ['https://a.nl', 'https://a.nl/'],
    ['HTTP://A.nl/x', 'http://a.nl/x'],
    ['  https://a.nl', 'https://a.nl/'],
    ['mailto:jan@a.nl', 'mailto:jan@a.nl'],
    ['tel:+31612345678', 'tel:+31612345678'],
  ] as const)
    it(`passes ${JSON.stringify(text)}`, () => assert.equal(safeUrl(text), expected));

  for (const text of [
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    ' \u0001javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'vbscript:x',
    'data:text/html,<script>1</script>',
    'blob:https://a.nl/1',
    'file:///etc/passwd',
    'ftp://a.nl',
    'intent://x#Intent;end',
    '/relative',
    '//a.nl',
    'a.nl',
    'https://',
    'http://[',
    '',
    null,
    undefined,
  ])
    it(`refuses ${JSON.stringify(text)}`, () => assert.equal(safeUrl(text), null));
});
