import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { exportFileName } from '../../src/domain/export-file-name.ts';

const named = (recipient: string): string =>
  exportFileName({ word: 'conversation', recipient, day: '2026-03-03', extension: 'pdf' });

describe('the name of an exported file', () => {
  for (const { title, recipient, name } of [
    { title: 'has recipient and day', recipient: 'Priya Raman', name: 'conversation Priya Raman 2026-03-03.pdf' },
    {
      title: 'keeps letters of any script',
      recipient: 'عائشة O’Brien',
      name: 'conversation عائشة O Brien 2026-03-03.pdf',
    },
    { title: 'keeps a number', recipient: '+31612345678', name: 'conversation +31612345678 2026-03-03.pdf' },
    {
      title: 'leads to no other folder',
      recipient: '../../etc/passwd',
      name: 'conversation etc passwd 2026-03-03.pdf',
    },
    { title: 'shows its extension', recipient: 'a\u202efdp.exe', name: 'conversation a fdp.exe 2026-03-03.pdf' },
    { title: 'goes without a recipient', recipient: ' <>:"|?* ', name: 'conversation 2026-03-03.pdf' },
    { title: 'is not too long', recipient: 'é'.repeat(300), name: `conversation ${'é'.repeat(60)} 2026-03-03.pdf` },
  ])
    it(`[EX7] ${title}`, () => assert.equal(named(recipient), name));

  it('[EX7] has nothing that a file system or a shell reads in its own way, whatever the recipient is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (recipient) => {
        const name = named(recipient);
        assert.match(name, /^conversation [\p{L}\p{M}\p{N} .,'()+&-]*2026-03-03\.pdf$/u);
        assert.doesNotThrow(() => encodeURIComponent(name), 'half a character');
      }),
    );
  });
});
