import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createHttpAdapter } from '../../src/adapters/http/index.ts';
import type { AdapterParts, MessagingAdapter } from '../../src/ports/adapter.ts';
import type { UploadRequest } from '../../src/ports/parts/attachments.ts';
import { AdapterError } from '../../src/ports/adapter-error.ts';
import {
  aBranch,
  aConversation,
  aCoWorker,
  aRecipient,
  aRecipientSummary,
  builtAt,
} from '../../src/testing/builders.ts';
import { manualClock } from '../../src/testing/manual-clock.ts';
import { eventually } from './client.ts';
import type { ImportData } from '../src/commands/import.ts';
import { mint, startWorld } from './harness.ts';
import type { Claims, World } from './harness.ts';

const everything = { scope: { kind: 'all' }, sort: 'newest' } as const;
const target = { dangerMs: 1, lateMs: 60_000 };

describe('the optional parts over the network', () => {
  let world: World;

  before(async () => {
    world = await startWorld();
    await world.connect('mine');
    await world.fill('mine', data());
    await adapterOf({ sub: 'sanne', branch: 'utrecht' }).connect(nobody);
  });
  after(() => world.close());

  it('counts tabs, questions and desks of what may be seen only', async () => {
    const counts = part('counts', { sub: 'sanne', branch: 'utrecht' });
    const everywhere = part('counts', { sub: 'chief', branches: '*' });
    assert.deepEqual((await counts.countTabs({ kind: 'all' })).new, { total: 2, unread: 2 });
    assert.deepEqual((await everywhere.countTabs({ kind: 'all' })).new, { total: 4, unread: 4 });
    const late = { ...everything, waitingBefore: builtAt - 1_000 };
    const found = { ...everything, text: 'Ann' };
    assert.deepEqual(await counts.countConversations([everything, late, found]), [2, 1, 2]);
    assert.deepEqual(await everywhere.countConversations([everything, late, found]), [4, 2, 4]);
    const nobodys = (await counts.listLoad({ scope: 'all', target })).at(-1);
    assert.deepEqual([nobodys?.coWorkerId, nobodys?.open, nobodys?.waiting], [null, 2, 2]);
  });

  it('narrows lists by team, by kind of recipient and by how long somebody waits', async () => {
    const adapter = adapterOf({ sub: 'chief', branches: '*' });
    const ids = async (query: object): Promise<readonly string[]> =>
      (await adapter.listConversations({ ...everything, ...query })).items.map(({ id }) => id).sort();
    assert.deepEqual(await ids({ teamIds: ['repairs'] }), ['gent-0', 'utrecht-0']);
    assert.deepEqual(await ids({ teamIds: [null], recipientKinds: ['unmatched'] }), ['gent-1', 'utrecht-1']);
    assert.deepEqual(await ids({ teamIds: [null, 'repairs'], recipientKinds: ['contact'] }), ['gent-0', 'utrecht-0']);
    assert.deepEqual(await ids({ waitingBefore: builtAt - 1_000 }), ['gent-1', 'utrecht-1']);
    assert.deepEqual(await ids({ waitingBefore: builtAt - 60_000 }), []);
  });

  it('lists the teams that the host brought', async () => {
    const teams = await part('teams', { sub: 'sanne', branch: 'utrecht' }).listTeams();
    assert.deepEqual(teams, [{ id: 'repairs', name: 'Repairs', isDefault: true }]);
  });

  it('lets nobody archive without a tag where one is needed, nor make tags, but whoever manages them', async () => {
    const sanne: Claims = { sub: 'sanne', tenant: 'strict', branch: 'utrecht' };
    await world.fill('strict', { ...data(), tagSettings: { mayCreate: false, isRequiredToArchive: true } });
    const adapter = adapterOf(sanne);
    const archived = { state: 'archived' } as const;
    await assert.rejects(adapter.update('utrecht-0', archived), isError('invalid', 'addTags'));
    await assert.rejects(part('tags', sanne).createTag('late'), isError('forbidden', null));
    const chief = part('tags', { ...sanne, sub: 'chief', permissions: ['manage-tags'] });
    assert.equal((await chief.getTagSettings()).mayCreate, true);
    assert.equal((await chief.createTag(' late ')).name, 'late');
    assert.deepEqual(
      (await part('tags', sanne).listTags()).map(({ name }) => name),
      ['late'],
    );
    const { state } = await adapter.update('utrecht-0', { ...archived, addTags: ['late'] });
    assert.equal(state, 'archived');
  });

  it('lets nobody go on with a colleague’s upload, give it up, or send a file that they may not see', async () => {
    const own = part('attachments', { sub: 'sanne', branch: 'utrecht' });
    const request = upload('utrecht-0');
    const { id } = await own.begin(request);
    const colleague: Parameters<typeof adapterOf>[0] = { sub: 'tim', branch: 'utrecht' };
    const theirs = part('attachments', colleague);
    await assert.rejects(theirs.begin(request), isError('key-reused', null));
    await assert.rejects(theirs.put(id, { offset: 0, bytes: picture }), isError('not-found', null));
    await theirs.remove(id);
    const { attachment } = await own.put(id, { offset: 0, bytes: picture });
    assert.ok(attachment);
    assert.ok((await theirs.url(id)).url.startsWith(`${world.url}/files/`));
    const elsewhere: Parameters<typeof adapterOf>[0] = { sub: 'kim', branch: 'gent' };
    await assert.rejects(part('attachments', elsewhere).url(id), isError('not-found', null));
    for (const url of [null, 'https://files.example/other.jpg']) {
      const content = { kind: 'image', attachment: { ...attachment, url }, caption: null } as const;
      const message = { clientId: crypto.randomUUID(), channel: 'whatsapp', accountId: null, content } as const;
      const sent = adapterOf(elsewhere).send({ ...message, conversationId: 'gent-0', replyToId: null });
      await assert.rejects(sent, isError('invalid', 'content.attachment'));
    }
  });

  it('serves a file in a sandbox, by an address that runs out and says nothing of it', async () => {
    const own = part('attachments', { sub: 'sanne', branch: 'utrecht' });
    const { id } = await own.begin(upload('utrecht-0'));
    await own.put(id, { offset: 0, bytes: picture });
    const { url, expiresAt } = await own.url(id);
    assert.ok(expiresAt !== null && expiresAt > Date.now() && expiresAt < Date.now() + 30 * 60_000);
    const response = await fetch(url);
    assert.deepEqual(Buffer.from(await response.arrayBuffer()), Buffer.from(await picture.arrayBuffer()));
    assert.match(response.headers.get('content-security-policy') ?? '', /^sandbox; default-src 'none'/);
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
    assert.equal(response.headers.get('content-type'), 'image/jpeg');
  });

  it('[FU2] forgets an upload that nothing carries after a week, and keeps what a message carries', async () => {
    const clock = manualClock(builtAt);
    const later = await startWorld({ clock });
    try {
      await later.connect('mine', { clock });
      await later.fill('mine', data());
      const token = (): Promise<string> => mint({ tenant: 'mine', sub: 'sanne', branch: 'utrecht' });
      const adapter = createHttpAdapter({ baseUrl: `${later.url}/v1`, token });
      const own = adapter.part('attachments');
      assert.ok(own);
      const [kept, forgotten] = [await own.begin(upload('utrecht-0')), await own.begin(upload('utrecht-0'))];
      const { attachment } = await own.put(kept.id, { offset: 0, bytes: picture });
      await own.put(forgotten.id, { offset: 0, bytes: picture });
      assert.ok(attachment);
      const content = { kind: 'image', attachment, caption: null } as const;
      const message = { clientId: crypto.randomUUID(), channel: 'whatsapp', accountId: null, content } as const;
      await adapter.send({ ...message, conversationId: 'utrecht-0', replyToId: null });
      await clock.advance(8 * 24 * 60 * 60 * 1000);
      await own.begin(upload('utrecht-0'));
      await own.url(kept.id);
      await assert.rejects(own.url(forgotten.id), isError('not-found', null));
      const rows = await later.gateway.core.parts.db.query('select file_id from file_piece');
      assert.deepEqual(rows, [{ file_id: kept.id }]);
    } finally {
      await later.close();
    }
  });

  it('carries an action on many out although nobody listens, and takes it back', async () => {
    const chief: Parameters<typeof adapterOf>[0] = { sub: 'chief', branches: '*', tenant: 'many' };
    await world.fill('many', manyConversations(130));
    const bulk = part('bulk', chief);
    const operationId = crypto.randomUUID();
    const leaving = new AbortController();
    const action = { type: 'tag', add: ['many'], remove: [] } as const;
    const run = bulk.run(
      { operationId, target: { query: everything }, action },
      { signal: leaving.signal, onProgress: () => leaving.abort() },
    );
    await assert.rejects(run, isError('aborted', null));
    const report = await bulk.run({ operationId, target: { ids: [] }, action });
    assert.deepEqual(report.progress, { total: 130, done: 130, skipped: 0, failed: 0 });
    assert.equal((await bulk.listResults(operationId, { limit: 200 })).items.length, 130);
    const [tagged] = (await adapterOf(chief).listConversations({ ...everything, tags: ['many'] })).items;
    assert.ok(tagged);
    await adapterOf(chief).update(tagged.id, { addTags: ['more'] });
    const undone = await bulk.undo(operationId);
    assert.deepEqual(undone.progress, { total: 130, done: 129, skipped: 1, failed: 0 });
    assert.deepEqual(await bulk.undo(operationId), undone);
    const left = (await adapterOf(chief).listConversations({ ...everything, tags: ['many'] })).items;
    assert.deepEqual(
      left.map(({ id }) => id),
      [tagged.id],
    );
  });

  it('tells how far an action on many is while it goes on, and stops it half-way', async () => {
    const chief: Parameters<typeof adapterOf>[0] = { sub: 'chief', branches: '*', tenant: 'stopped' };
    await world.fill('stopped', manyConversations(600));
    const bulk = part('bulk', chief);
    const operationId = crypto.randomUUID();
    const action = { type: 'tag', add: ['many'], remove: [] } as const;
    const stops: Promise<void>[] = [];
    const { state, progress } = await bulk.run(
      { operationId, target: { query: everything }, action },
      { onProgress: () => stops.push(bulk.stop(operationId)) },
    );
    await Promise.all(stops);
    assert.equal(state, 'stopped');
    assert.ok(progress.done < 600, `${progress.done} were done`);
    const undone = await bulk.undo(operationId);
    assert.equal(undone.progress.done, progress.done);
  });

  it('does nothing to what the one who asks may not see, and shows nobody else how it went', async () => {
    const sanne: Parameters<typeof adapterOf>[0] = { sub: 'sanne', branch: 'utrecht', tenant: 'divided' };
    await world.fill('divided', data());
    const bulk = part('bulk', sanne);
    const operationId = crypto.randomUUID();
    const action = { type: 'tag', add: ['seen'], remove: [] } as const;
    await bulk.run({ operationId, target: { ids: ['gent-0', 'utrecht-0'] }, action });
    const { items } = await bulk.listResults(operationId);
    assert.deepEqual(
      items.map(({ conversationId, outcome }) => [conversationId, outcome]),
      [
        ['gent-0', 'failed'],
        ['utrecht-0', 'done'],
      ],
    );
    const colleague = part('bulk', { ...sanne, sub: 'tim' });
    await assert.rejects(colleague.listResults(operationId), isError('not-found', null));
    await assert.rejects(colleague.stop(operationId), isError('not-found', null));
    await assert.rejects(colleague.run({ operationId, target: { ids: [] }, action }), isError('key-reused', null));
  });

  it('goes on with an action that a process left behind when it was killed', async () => {
    const db = world.gateway.core.parts.db;
    const sanne: Parameters<typeof adapterOf>[0] = { sub: 'sanne', branch: 'utrecht', tenant: 'left' };
    await world.fill('left', data());
    const viewer = { tenant: 'left', agent: { ...aCoWorker({ id: 'sanne' }) }, branches: null, roles: [] };
    await db.query(
      `insert into bulk_operation (tenant, id, is_undo, viewer, co_worker_id, action, state, total, begun_at)
       values ('left', 'left-behind', false, $1::text::json, 'sanne', $2::text::json, 'running', 2, $3)`,
      [JSON.stringify(viewer), JSON.stringify({ type: 'mark-spam' }), Date.now()],
    );
    await db.query(
      `insert into bulk_step (tenant, operation_id, is_undo, number, conversation_id)
       values ('left', 'left-behind', false, 1, 'utrecht-0'), ('left', 'left-behind', false, 2, 'utrecht-1')`,
    );
    const bulk = part('bulk', sanne);
    await eventually('it has ended', async () => {
      const { items } = await bulk.listResults('left-behind');
      return items.length === 2;
    });
    await bulk.stop('left-behind');
    const { state } = await adapterOf(sanne).getConversation('utrecht-1');
    assert.equal(state, 'spam');
  });

  it('reads and writes phone fields of records that may be seen, and matches by the new number', async () => {
    const sanne: Parameters<typeof adapterOf>[0] = { sub: 'sanne', branch: 'utrecht', tenant: 'phones' };
    const field = { value: '06-12 34 56 78', country: 'NL' };
    const phones = ['utrecht-0', 'gent-0'].map((id) => ({ recipientId: `r-${id}`, ...field }));
    await world.fill('phones', { ...data(), phones });
    const conversion = part('phoneConversion', sanne);
    const { items } = await conversion.listPhoneRecords({});
    assert.deepEqual(
      items.map(({ recipientId, value }) => [recipientId, value]),
      [['r-utrecht-0', '06-12 34 56 78']],
    );
    const changes = ['r-utrecht-0', 'r-gent-0'].map((recipientId) => {
      return { recipientId, from: '06-12 34 56 78', to: '+31687654321' };
    });
    const outcomes = await conversion.writePhoneChanges(changes);
    assert.deepEqual(
      outcomes.map(({ outcome }) => outcome),
      ['written', 'not-found'],
    );
    const { addresses } = await part('directory', sanne).getRecipient('r-utrecht-0');
    assert.deepEqual(addresses[0], { channel: 'phone', value: '+31687654321' });
  });

  it('reads a phone field as the country of its record spells it', async () => {
    const sanne: Parameters<typeof adapterOf>[0] = { sub: 'sanne', branch: 'utrecht', tenant: 'abroad' };
    const field = { recipientId: 'r-utrecht-0', value: '', country: 'BE' };
    await world.fill('abroad', { ...data(), phones: [field] });
    const to = '0470 12 34 56';
    await part('phoneConversion', sanne).writePhoneChanges([{ recipientId: 'r-utrecht-0', from: '', to }]);
    const { addresses } = await part('directory', sanne).getRecipient('r-utrecht-0');
    assert.deepEqual(addresses[0], { channel: 'phone', value: '+32470123456' });
  });

  it('knows who is logged in by their streams, and forgets who has left', async () => {
    const [sanne, tim] = (['sanne', 'tim'] as const).map((sub) =>
      adapterOf({ sub, branch: 'utrecht', tenant: 'present' }),
    );
    assert.ok(sanne && tim);
    const present = async (): Promise<string> =>
      ((await sanne.part('presence')?.listPresent()) ?? []).filter((id) => id === 'tim').join();
    assert.equal(await present(), '');
    const silent = { batch: () => undefined, link: () => undefined, reset: () => undefined };
    const end = tim.subscribe({ kind: 'all' }, silent, null);
    await eventually('Tim is there', async () => (await present()) === 'tim');
    end();
    await eventually('Tim has left', async () => (await present()) === '');
  });

  it('makes one tag of what many ask for at once', async () => {
    const tags = part('tags', { sub: 'sanne', branch: 'utrecht' });
    const made = await Promise.all(Array.from({ length: 8 }, (_, at) => tags.createTag(at % 2 ? 'Hurry' : 'HURRY')));
    assert.equal(new Set(made.map(({ id }) => id)).size, 1);
  });

  function adapterOf(claims: Omit<Claims, 'tenant'> & { readonly tenant?: string }): MessagingAdapter {
    const token = (): Promise<string> => mint({ tenant: 'mine', ...claims });
    return createHttpAdapter({ baseUrl: `${world.url}/v1`, token });
  }

  function part<K extends keyof AdapterParts>(
    name: K,
    claims: Parameters<typeof adapterOf>[0],
  ): NonNullable<AdapterParts[K]> {
    const found = adapterOf(claims).part(name);
    assert.ok(found);
    return found;
  }
});

const picture = new Blob([new Uint8Array([0xff, 0xd8, 0xff, 0xe0])]);

function upload(conversationId: string): UploadRequest {
  const file = { name: 'photo.jpg', mimeType: 'image/jpeg', sizeBytes: picture.size, altText: null, durationMs: null };
  return { clientId: crypto.randomUUID(), conversationId, ...file };
}

const nobody = {
  token: () => Promise.reject(new Error('the adapter has its own')),
  locale: 'en',
  timeZone: 'UTC',
  log: () => undefined,
};

function isError(code: string, path: string | null): (error: unknown) => boolean {
  return (error) => error instanceof AdapterError && error.code === code && error.path === path;
}

/** Two conversations in each of two branches. */
function data(): ImportData {
  const branches = ['utrecht', 'gent'];
  const talks = branches.flatMap((branchId) =>
    [0, 1].map((index) => ({ id: `${branchId}-${index}`, branchId, index })),
  );
  const recipients = talks.map(({ id, branchId, index }) =>
    aRecipient({ id: `r-${id}`, name: `Ann ${id}`, branchId, coWorkerId: null, kind: index ? 'unmatched' : 'contact' }),
  );
  return {
    coWorkers: [aCoWorker({ id: 'sanne', name: 'Sanne', branchId: 'utrecht' })],
    branches: branches.map((id) => aBranch({ id, name: id })),
    teams: [{ id: 'repairs', name: 'Repairs', isDefault: true }],
    recipients,
    conversations: talks.map(({ id, branchId, index }, at) =>
      aConversation({
        id,
        recipient: aRecipientSummary(recipients[at]),
        state: 'new',
        coWorkerId: null,
        branchId,
        teamId: index === 0 ? 'repairs' : null,
        unreadCount: 1,
        waitingSince: builtAt - index * 5_000,
        channels: [
          {
            channel: 'whatsapp',
            address: '+31612345678',
            accountId: null,
            consent: 'unknown',
            lastIncomingAt: Date.now(),
            overrides: null,
          },
        ],
      }),
    ),
  };
}

/** So many conversations of one branch. */
function manyConversations(count: number): ImportData {
  const recipient = aRecipient({ id: 'r-many', branchId: null });
  return {
    recipients: [recipient],
    conversations: Array.from({ length: count }, (_, index) =>
      aConversation({ id: `many-${index}`, recipient: aRecipientSummary(recipient), branchId: null }),
    ),
  };
}
