import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import type { ApprovedTemplate } from '../../src/domain/approved-template.ts';
import type { QuickReplyGroup } from '../../src/domain/quick-replies.ts';
import type { AdapterParts, MessagingAdapter, OutgoingMessage } from '../../src/ports/adapter.ts';
import { AdapterError } from '../../src/ports/adapter-error.ts';
import type { Upload, UploadRequest } from '../../src/ports/parts/attachments.ts';
import type { ScheduledMessage } from '../../src/ports/parts/schedule.ts';
import { validated } from '../../src/ports/validate-whole.ts';
import { anAttachment, aTemplate, aText, builtAt } from '../../src/testing/builders.ts';
import { aSession, politeAdapter } from './fake-adapter.ts';

type Parts = Required<AdapterParts>;

const answers = (value: unknown) => () => Promise.resolve(value);

/** The guarded part, the adapter around it, and what was left out. `part` is wrongly typed on purpose. */
function guarded<K extends keyof Parts>(
  name: K,
  part: Readonly<Record<string, unknown>>,
): { part: Parts[K]; adapter: MessagingAdapter; refused: AdapterError[] } {
  const refused: AdapterError[] = [];
  const adapter = validated(politeAdapter({ part: (asked: string) => (asked === name ? part : undefined) }), {
    onRefused: (error) => refused.push(error),
  });
  return { part: adapter.part(name) as Parts[K], adapter, refused };
}

async function refusal(promise: Promise<unknown>): Promise<AdapterError> {
  try {
    await promise;
  } catch (error) {
    assert.ok(error instanceof AdapterError, 'every rejection is an AdapterError');
    return error;
  }
  throw new assert.AssertionError({ message: 'it should have been refused' });
}

const approved: ApprovedTemplate = {
  id: 't1',
  name: 'sales_alert',
  language: 'nl',
  channel: 'whatsapp',
  accountId: null,
  category: 'utility',
  status: 'paused',
  statusReason: 'quality',
  quality: 'red',
  parameterFormat: 'named',
  header: { type: 'text', text: 'Hi', parameters: [] },
  body: {
    text: 'A {{b}} c',
    parameters: [{ name: 'b', type: 'currency', label: null, example: '1', currency: 'EUR', source: null }],
  },
  footer: null,
  buttons: [
    { type: 'quick-reply', label: 'Yes' },
    { type: 'url', label: 'Open', url: 'https://a.test', parameter: null },
    { type: 'phone', label: 'Call', phone: '+31612345678' },
    { type: 'copy-code', label: 'Copy', example: null },
    { type: 'unsupported', label: 'Form', providerType: 'FLOW' },
  ],
};
const group: QuickReplyGroup = {
  id: 'g1',
  version: 1,
  name: 'Thank you',
  replies: [{ id: 'q1', version: 1, texts: [{ language: null, text: 'Thanks' }], attachments: [anAttachment()] }],
};
const request: UploadRequest = {
  clientId: 'u1',
  conversationId: 'c1',
  name: 'photo.jpg',
  mimeType: 'image/jpeg',
  sizeBytes: 100,
  altText: null,
  durationMs: null,
};
const upload: Upload = { id: 'u1', receivedBytes: 0, chunkBytes: 50, expiresAt: null, attachment: null };
const outgoing: OutgoingMessage = {
  clientId: 'm1',
  conversationId: 'c1',
  channel: 'sms',
  accountId: null,
  content: aText('Hello'),
  replyToId: null,
};
const scheduled: ScheduledMessage = {
  message: outgoing,
  sendAt: builtAt,
  author: { kind: 'co-worker', id: 'w1', name: 'Saskia' },
  state: 'waiting',
  failure: null,
};
const template = aTemplate({ version: 1 });
const key = { code: 'GREETING', language: 'nl' };
const replyDraft = { id: 'q1', groupId: 'g1', texts: [], attachments: [] };
const bytes = new Blob(['x'.repeat(10)]);

/** One call of each part, a good answer, and a bad one with the path where it is bad. */
const calls: readonly {
  readonly title: string;
  readonly part: keyof Parts;
  readonly method: string;
  readonly ask: (adapter: MessagingAdapter) => Promise<unknown> | undefined;
  readonly good: unknown;
  readonly bad: readonly (readonly [answer: unknown, path: string])[];
}[] = [
  {
    title: 'saved templates',
    part: 'templateEditing',
    method: 'save',
    ask: (adapter) => adapter.part('templateEditing')?.save(template, { replaces: key, ifVersion: 1 }),
    good: [template],
    bad: [
      [null, ''],
      [[{ ...template, text: 1 }], '[0].text'],
    ],
  },
  {
    title: 'templates that are left',
    part: 'templateEditing',
    method: 'remove',
    ask: (adapter) => adapter.part('templateEditing')?.remove(key),
    good: [],
    bad: [['removed', '']],
  },
  {
    title: 'a page of approved templates',
    part: 'approvedTemplates',
    method: 'list',
    ask: (adapter) => adapter.part('approvedTemplates')?.list({ channel: 'whatsapp' }),
    good: { items: [approved], nextCursor: null, total: 1 },
    bad: [
      [[approved], 'items'],
      [{ items: [{ ...approved, status: 'great' }], nextCursor: null, total: 1 }, 'items[0].status'],
      [{ items: [{ ...approved, header: { type: 'gif' } }], nextCursor: null, total: 1 }, 'items[0].header.type'],
      [
        { items: [{ ...approved, buttons: [{ type: 'url', label: 'x', url: 'y' }] }], nextCursor: null, total: 1 },
        'items[0].buttons[0].parameter',
      ],
      [
        {
          items: [
            { ...approved, body: { text: 'x', parameters: [{ ...approved.body.parameters[0], type: 'colour' }] } },
          ],
          nextCursor: null,
          total: 1,
        },
        'items[0].body.parameters[0].type',
      ],
    ],
  },
  {
    title: 'an approved template',
    part: 'approvedTemplates',
    method: 'get',
    ask: (adapter) => adapter.part('approvedTemplates')?.get('t1'),
    good: approved,
    bad: [
      [{ ...approved, id: 't2' }, 'id'],
      [{ ...approved, channel: 'pigeon' }, 'channel'],
    ],
  },
  {
    title: 'quick replies',
    part: 'quickReplies',
    method: 'list',
    ask: (adapter) => adapter.part('quickReplies')?.list(),
    good: [group],
    bad: [
      [{}, ''],
      [[{ ...group, replies: [{ ...group.replies[0], texts: [{ text: 'x' }] }] }], '[0].replies[0].texts[0].language'],
    ],
  },
  {
    title: 'a saved group',
    part: 'quickReplies',
    method: 'saveGroup',
    ask: (adapter) => adapter.part('quickReplies')?.saveGroup({ id: 'g1', name: 'Thank you' }),
    good: group,
    bad: [[{ ...group, id: 'g2' }, 'id']],
  },
  {
    title: 'a saved quick reply',
    part: 'quickReplies',
    method: 'saveReply',
    ask: (adapter) => adapter.part('quickReplies')?.saveReply(replyDraft),
    good: group.replies[0],
    bad: [[{ ...group.replies[0], version: 'one' }, 'version']],
  },
  {
    title: 'a new order',
    part: 'quickReplies',
    method: 'reorder',
    ask: (adapter) => adapter.part('quickReplies')?.reorder({ kind: 'groups', ids: ['g1'] }),
    good: [group],
    bad: [[undefined, '']],
  },
  {
    title: 'an upload that begins',
    part: 'attachments',
    method: 'begin',
    ask: (adapter) => adapter.part('attachments')?.begin(request),
    good: upload,
    bad: [
      [{ ...upload, receivedBytes: 101 }, 'receivedBytes'],
      [{ ...upload, chunkBytes: 0 }, 'chunkBytes'],
      [{ ...upload, attachment: { name: 'x' } }, 'attachment.id'],
    ],
  },
  {
    title: 'a piece of an upload',
    part: 'attachments',
    method: 'put',
    ask: (adapter) => adapter.part('attachments')?.put('u1', { offset: 0, bytes }),
    good: { ...upload, receivedBytes: 100, attachment: anAttachment() },
    bad: [
      [{ ...upload, id: 'u2' }, 'id'],
      [{ ...upload, receivedBytes: -1 }, 'receivedBytes'],
    ],
  },
  {
    title: 'an address of a file',
    part: 'attachments',
    method: 'url',
    ask: (adapter) => adapter.part('attachments')?.url('f1'),
    good: { url: 'https://a.test/f1', thumbnailUrl: null, expiresAt: builtAt },
    bad: [
      [{ url: 'javascript:alert(1)', thumbnailUrl: null, expiresAt: null }, 'url'],
      [{ url: 'data:text/html,x', thumbnailUrl: null, expiresAt: null }, 'url'],
    ],
  },
  {
    title: 'what was said about the agent',
    part: 'presence',
    method: 'set',
    ask: (adapter) => adapter.part('presence')?.set({ activity: 'typing', conversationId: 'c1' }),
    good: { believedMs: 25_000 },
    bad: [
      [{ believedMs: 0 }, 'believedMs'],
      [undefined, ''],
    ],
  },
  {
    title: 'a message that is sent later',
    part: 'schedule',
    method: 'sendAt',
    ask: (adapter) => adapter.part('schedule')?.sendAt(outgoing, builtAt),
    good: scheduled,
    bad: [
      [{ ...scheduled, message: { ...outgoing, clientId: 'm2' } }, 'message.clientId'],
      [{ ...scheduled, sendAt: 'tomorrow' }, 'sendAt'],
      [{ ...scheduled, message: { ...outgoing, content: { kind: 'hologram' } } }, 'message.content.kind'],
    ],
  },
  {
    title: 'a message that was taken back',
    part: 'schedule',
    method: 'cancel',
    ask: (adapter) => adapter.part('schedule')?.cancel('m1'),
    good: { ...scheduled, state: 'cancelled' },
    bad: [[{ ...scheduled, state: 'gone' }, 'state']],
  },
  {
    title: 'messages that wait',
    part: 'schedule',
    method: 'list',
    ask: (adapter) => adapter.part('schedule')?.list('c1'),
    good: [scheduled],
    bad: [[[{ ...scheduled, message: { ...outgoing, conversationId: 'c2' } }], '[0].message.conversationId']],
  },
];

describe('answers of the composer’s parts', () => {
  for (const { title, part, method, ask, good, bad } of calls) {
    it(`${title}: a good answer comes as it is`, async () => {
      const { adapter, refused } = guarded(part, { [method]: answers(good) });
      assert.deepEqual(await ask(adapter), good);
      assert.deepEqual(refused, []);
    });
    for (const [answer, path] of bad)
      it(`${title}: refused as invalid at ${path || 'the answer itself'}`, async () => {
        const { adapter } = guarded(part, { [method]: answers(answer) });
        const error = await refusal(ask(adapter) ?? Promise.resolve());
        assert.deepEqual(
          { code: error.code, path: error.path, refused: error.refused },
          { code: 'invalid', path, refused: false },
        );
      });
    it(`${title}: a throw becomes a typed rejection`, async () => {
      const { adapter } = guarded(part, {
        [method]: () => {
          throw new TypeError('sync');
        },
      });
      assert.equal((await refusal(ask(adapter) ?? Promise.resolve())).code, 'unavailable');
    });
    it(`${title}: not asked after close`, async () => {
      const { adapter } = guarded(part, { [method]: answers(good) });
      await adapter.close();
      assert.equal((await refusal(ask(adapter) ?? Promise.resolve())).code, 'aborted');
    });
  }

  it('keep the good ones of a page and tell of the others', async () => {
    const page = { items: [approved, { ...approved, id: 't2', body: null }], nextCursor: 'b', total: 2 };
    const { part, refused } = guarded('approvedTemplates', { list: answers(page) });
    assert.deepEqual(await part.list({}), { items: [approved], nextCursor: 'b', total: 2 });
    assert.equal(refused[0]?.path, 'items[1].body');
  });

  it('say nothing where nothing is expected', async () => {
    const done = {
      removeGroup: answers('x'),
      removeReply: answers(1),
      remove: answers({}),
      saveInvitation: answers([]),
    };
    const said: readonly unknown[] = await Promise.all([
      guarded('quickReplies', done).part.removeGroup('g1', { ifVersion: 1 }),
      guarded('quickReplies', done).part.removeReply('q1'),
      guarded('attachments', done).part.remove('u1'),
      guarded('templateEditing', done).part.saveInvitation(null),
    ]);
    assert.deepEqual(said, [undefined, undefined, undefined, undefined]);
  });

  it('carry conflicts through', async () => {
    const { part } = guarded('templateEditing', { save: () => Promise.reject(new AdapterError('conflict', 'newer')) });
    assert.equal((await refusal(part.save(template, { ifVersion: 1 }))).code, 'conflict');
  });

  it('pass what was asked on, unchanged', async () => {
    const asked: unknown[] = [];
    const { part } = guarded('schedule', {
      sendAt: (...args: unknown[]) => (asked.push(...args), Promise.resolve(scheduled)),
    });
    const options = { signal: new AbortController().signal };
    await part.sendAt(outgoing, builtAt, options);
    assert.deepEqual(asked, [outgoing, builtAt, options]);
  });

  it('say how far ahead only in numbers', () => {
    assert.equal(guarded('schedule', { maxAheadMs: 1000 }).part.maxAheadMs, 1000);
    assert.equal(guarded('schedule', { maxAheadMs: 'far' }).part.maxAheadMs, 0);
    assert.equal(guarded('schedule', {}).part.maxAheadMs, 0);
  });
});

describe('the progress of an upload', () => {
  it('only goes forward, within the piece, and stops with the call', async () => {
    let tell: (sent: number) => void = () => undefined;
    const heard: number[] = [];
    const { part } = guarded('attachments', {
      put: (_id: string, _piece: unknown, options: { onProgress: (sent: number) => void }) => {
        tell = options.onProgress;
        for (const sent of [0, 4, 2, NaN, 4, 99]) tell(sent);
        return Promise.resolve(upload);
      },
    });
    await part.put('u1', { offset: 0, bytes }, { onProgress: (sent) => heard.push(sent) });
    tell(10);
    assert.deepEqual(heard, [0, 4, 10]);
  });

  it('is not asked for where nobody listens', async () => {
    const asked: unknown[] = [];
    const { part } = guarded('attachments', {
      put: (...args: unknown[]) => (asked.push(args[2]), Promise.resolve(upload)),
    });
    await part.put('u1', { offset: 0, bytes });
    assert.deepEqual(asked, [undefined]);
  });
});

describe('accounts of a session', () => {
  const account = { id: 'a', channel: 'whatsapp', name: 'Main', address: null, branchId: null, active: true };
  const connect = async (accounts: unknown) => {
    const refused: AdapterError[] = [];
    const polite = politeAdapter({ connect: answers({ ...aSession, accounts }) });
    const adapter = validated(polite, { onRefused: (error) => refused.push(error) });
    const host = { token: () => Promise.resolve(''), locale: 'nl', timeZone: 'UTC', log: () => undefined };
    return { session: await adapter.connect(host), refused };
  };

  it('may be absent', async () => {
    assert.equal((await connect(undefined)).session.accounts, undefined);
  });

  it('on channels of a newer backend are left out, and said', async () => {
    const { session, refused } = await connect([account, { ...account, id: 'b', channel: 'pigeon' }]);
    assert.deepEqual(session.accounts, [account]);
    assert.equal(refused[0]?.path, 'accounts[1].channel');
  });

  it('that are none are no reason not to start', async () => {
    assert.deepEqual((await connect([null])).session.accounts, []);
    assert.equal((await refusal(connect('all'))).path, 'accounts');
  });
});
