import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readableNumber, splitFileName, visibleName } from '../../src/domain/visible-text.ts';

describe('visible text', () => {
  for (const [name, expected] of [
    ['Aïsha de Vries', 'Aïsha de Vries'],
    ['invoice\u202egpj.exe', 'invoice gpj.exe'],
    ['\u200b\u2066Jan\u2069\n', 'Jan'],
    ['👩‍👩‍👧', '👩‍👩‍👧'],
  ] as const)
    it(`[I11] shows ${JSON.stringify(name)} as ${JSON.stringify(expected)}`, () =>
      assert.equal(visibleName(name), expected));

  for (const [name, stem, extension] of [
    ['offerte 12.pdf', 'offerte 12', '.pdf'],
    ['archive.tar.gz', 'archive.tar', '.gz'],
    ['.htaccess', '.htaccess', ''],
    ['README', 'README', ''],
    ['a. sentence with a dot', 'a. sentence with a dot', ''],
  ] as const)
    it(`splits ${name}`, () => assert.deepEqual(splitFileName(name), { stem, extension }));

  for (const [address, expected] of [
    ['+31612345678', '+31 6 1234 5678'],
    ['+32470123456', '+32 4 7012 3456'],
    ['+4915112345678', '+49 151 1234 5678'],
    ['+15551234567', '+1 55 5123 4567'],
    ['+352621123456', '+352 6 2112 3456'],
    ['@aisha', '@aisha'],
    ['NL.1234', 'NL.1234'],
  ] as const)
    it(`reads ${address} as ${expected}`, () => assert.equal(readableNumber(address), expected));
});
