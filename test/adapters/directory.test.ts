import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DirectoryPart } from '../../src/ports/adapter.ts';
import { aRecipient, aTemplate } from '../../src/testing/index.ts';
import { annasData, aWorld, codeOf } from './world.ts';

const recipients = [
  aRecipient({
    id: '1',
    name: 'Óscar Visser',
    organisation: 'Fietsen BV',
    addresses: [{ channel: 'phone', value: '06-11111111' }],
  }),
  aRecipient({
    id: '2',
    name: 'anna bakker',
    organisation: null,
    addresses: [{ channel: 'email', value: 'Anna@Bakker.nl' }],
  }),
  aRecipient({
    id: '3',
    name: 'Bert Visser',
    organisation: null,
    addresses: [{ channel: 'phone', value: '0032 470 12 34 56' }],
  }),
];

function directory(): DirectoryPart {
  const part = aWorld({ ...annasData(), recipients })
    .start()
    .adapter()
    .part('directory');
  assert.ok(part);
  return part;
}

describe('the directory', () => {
  for (const [text, found] of [
    ['visser', ['3', '1']],
    ['oscar', ['1']],
    ['fietsen', ['1']],
    ['sser', ['3', '1']],
    ['06 1111', ['1']],
    ['+32470', ['3']],
    ['bakker.nl', ['2']],
    ['', ['2', '3', '1']],
    ['nobody', []],
  ] as const) {
    it(`finds ${found.join(', ') || 'nobody'} by “${text}”, in order of name`, async () => {
      assert.deepEqual(
        (await directory().searchRecipients(text)).items.map(({ id }) => id),
        found,
      );
    });
  }

  it('pages through what it found', async () => {
    const part = directory();
    for (const text of ['', 'visser']) {
      const expected = (await part.searchRecipients(text)).items;
      const ids: string[] = [];
      let cursor: string | null = null;
      do {
        const page = await part.searchRecipients(text, { limit: 1, ...(cursor !== null && { cursor }) });
        ids.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
      } while (cursor !== null);
      assert.deepEqual(
        ids,
        expected.map(({ id }) => id),
      );
    }
    const { nextCursor } = await part.searchRecipients('visser', { limit: 1 });
    assert.equal(await codeOf(part.searchRecipients('', { cursor: nextCursor ?? '' })), 'invalid');
  });

  it('stores numbers in one form, in whatever spelling they came', async () => {
    const part = directory();
    assert.equal((await part.getRecipient('1')).addresses[0]?.value, '+31611111111');
    assert.equal((await part.getRecipient('3')).addresses[0]?.value, '+32470123456');
    assert.equal(await codeOf(part.getRecipient('9')), 'not-found');
  });

  it('knows co-workers and branches', async () => {
    const part = directory();
    assert.deepEqual(
      (await part.listCoWorkers()).map(({ id }) => id),
      ['sanne', 'tim'],
    );
    assert.deepEqual(
      (await part.listBranches()).map(({ id }) => id),
      ['utrecht', 'gent'],
    );
  });
});

describe('the templates', () => {
  it('are those of the data, with the setting for the invitation', async () => {
    const templates = [aTemplate({ code: 'INVITE' })];
    const invitation = { code: 'INVITE', whatsappNumber: '+31850000000' };
    const part = aWorld({ ...annasData(), templates, invitation })
      .start()
      .adapter()
      .part('templates');
    assert.deepEqual(
      await part?.listConversationTemplates(),
      templates.map((template) => ({ ...template, version: 1 })),
    );
    assert.deepEqual(await part?.getInvitation(), invitation);
    assert.equal(await aWorld().start().adapter().part('templates')?.getInvitation(), null);
  });
});
