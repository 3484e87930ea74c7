import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMemoryBackend } from '../../src/adapters/memory/index.ts';
import type { IncomingResult } from '../../src/adapters/embedded/incoming.ts';
import type { Change, DirectoryPart } from '../../src/ports/adapter.ts';
import { aRecipient, aTemplate, manualClock, settle } from '../../src/testing/index.ts';
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

describe('the host’s side of the directory', () => {
  const made = aRecipient({ id: 'new', name: 'Bea Nieuw', addresses: [{ channel: 'phone', value: '06 1234 0000' }] });
  const idOf = ({ conversationId }: IncomingResult): string => conversationId ?? '';
  const host = (text: string) => ({ channel: 'sms', from: '+31612340000', text }) as const;

  it('adds a record: it is found, and later messages of that number are theirs', async () => {
    const backend = createMemoryBackend({ clock: manualClock(), data: annasData() });
    const adapter = backend.adapter();
    const stranger = await backend.incoming(host('Good morning'));
    assert.equal((await adapter.getConversation(idOf(stranger))).recipient.kind, 'unmatched');
    await backend.putRecipients([made]);
    const found = await adapter.part('directory')?.searchRecipients('bea');
    assert.deepEqual(found?.items, [{ ...made, addresses: [{ channel: 'phone', value: '+31612340000' }] }]);
    const linked = await adapter.update(idOf(stranger), { recipientId: 'new' });
    assert.equal(linked.recipient.name, 'Bea Nieuw');
    await adapter.update(idOf(stranger), { state: 'archived' });
    const next = await backend.incoming(host('Hello again'));
    assert.equal((await adapter.getConversation(idOf(next))).recipient.id, 'new');
  });

  it('replaces a record and what its phone field says, and tells who looks on', async () => {
    const backend = createMemoryBackend({ clock: manualClock(), data: annasData() });
    const adapter = backend.adapter();
    await backend.putRecipients([made], [{ recipientId: 'new', value: '06 1234 0000', country: 'NL' }]);
    const told: Change[] = [];
    const end = adapter.subscribe(
      { kind: 'all' },
      { batch: ({ changes }) => told.push(...changes), link: () => undefined, reset: () => undefined },
      null,
    );
    await settle();
    await backend.putRecipients([{ ...made, name: 'Bea Oud' }]);
    await settle();
    end();
    assert.deepEqual(
      told.map((change) => change.type === 'recipient' && change.recipient.name),
      ['Bea Oud'],
    );
    const report = await adapter.part('phoneConversion')?.listPhoneRecords({});
    assert.ok(JSON.stringify(report).includes('06 1234 0000'));
  });
});
