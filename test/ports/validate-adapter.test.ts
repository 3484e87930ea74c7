import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import type { ChangeSink, HostContext, MessagingAdapter } from '../../src/ports/adapter.ts';
import { AdapterError } from '../../src/ports/adapter-error.ts';
import { validated } from '../../src/ports/validate-whole.ts';
import { aConversation, aMessage, aRecipient, aText } from '../../src/testing/builders.ts';
import { deferred } from '../../src/testing/deferred.ts';
import { settle } from '../../src/testing/settle.ts';
import { aSession, politeAdapter } from './fake-adapter.ts';

const host: HostContext = {
  token: () => Promise.resolve('token'),
  locale: 'en',
  timeZone: 'Europe/Amsterdam',
  log: () => undefined,
};
const query = { scope: { kind: 'all' }, sort: 'newest' } as const;
const outgoing = {
  clientId: 'client-1',
  conversationId: 'conversation-1',
  channel: 'sms',
  accountId: null,
  content: aText('Hello'),
  replyToId: null,
} as const;

async function refusal(promise: Promise<unknown>): Promise<AdapterError> {
  try {
    await promise;
  } catch (error) {
    assert.ok(error instanceof AdapterError, 'every rejection is an AdapterError');
    return error;
  }
  throw new assert.AssertionError({ message: 'it should have been refused' });
}

/** The adapter under validation, and what was left out. */
function guarded(broken: Readonly<Record<string, unknown>>): { adapter: MessagingAdapter; refused: AdapterError[] } {
  const refused: AdapterError[] = [];
  const adapter = validated(politeAdapter(broken), { onRefused: (error) => refused.push(error) });
  return { adapter, refused };
}

const answers = (value: unknown) => () => Promise.resolve(value);

describe('a malformed answer', () => {
  const calls: readonly [title: string, call: (adapter: MessagingAdapter) => Promise<unknown>, name: string][] = [
    ['connect', (adapter) => adapter.connect(host), 'connect'],
    ['listConversations', (adapter) => adapter.listConversations(query), 'listConversations'],
    ['getConversation', (adapter) => adapter.getConversation('a'), 'getConversation'],
    ['listMessages', (adapter) => adapter.listMessages({ kind: 'recipient', recipientId: 'a' }), 'listMessages'],
    ['findMessage', (adapter) => adapter.findMessage('a'), 'findMessage'],
    ['send', (adapter) => adapter.send(outgoing), 'send'],
    ['addNote', (adapter) => adapter.addNote({ clientId: 'a', conversationId: 'b', text: 'c' }), 'addNote'],
    ['open', (adapter) => adapter.open({ recipientId: 'a' }), 'open'],
    ['update', (adapter) => adapter.update('a', { state: 'archived' }), 'update'],
  ];
  const hostile: readonly [title: string, value: unknown][] = [
    ['undefined', undefined],
    ['a text', '<html>captive portal</html>'],
    ['a list', []],
    ['an empty object', {}],
    ['an object without prototype', Object.create(null)],
    [
      'an object that throws when read',
      new Proxy(
        {},
        {
          get: (_, name) => {
            if (name === 'then') return undefined;
            throw new Error('no');
          },
        },
      ),
    ],
  ];
  for (const [title, call, name] of calls) {
    for (const [what, value] of hostile) {
      it(`of ${title} that is ${what} is refused as invalid`, async () => {
        const error = await refusal(call(guarded({ [name]: answers(value) }).adapter));
        assert.equal(error.code, 'invalid');
      });
    }
    if (name !== 'findMessage') {
      it(`of ${title} that is null is refused as invalid`, async () => {
        const error = await refusal(call(guarded({ [name]: answers(null) }).adapter));
        assert.equal(error.code, 'invalid');
      });
    }
    it(`of ${title}: a synchronous throw becomes a typed rejection`, async () => {
      const { adapter } = guarded({
        [name]: () => {
          throw new TypeError('sync');
        },
      });
      assert.equal((await refusal(call(adapter))).code, 'unavailable');
    });
    it(`of ${title}: a rejection with no error at all becomes a typed one of unknown outcome`, async () => {
      const { adapter } = guarded({
        [name]: () => ({ then: (_: unknown, reject: (reason: unknown) => void) => reject(null) }),
      });
      const { code, refused } = await refusal(call(adapter));
      assert.deepEqual({ code, refused }, { code: 'unavailable', refused: false });
    });
  }

  it('carries the path to the field', async () => {
    const { adapter } = guarded({ getConversation: answers({ ...aConversation({ id: 'a' }), startedAt: 'x' }) });
    assert.equal((await refusal(adapter.getConversation('a'))).path, 'startedAt');
  });

  it('of a send has an unknown outcome: the backend may have sent it', async () => {
    const { adapter } = guarded({ send: answers({}) });
    assert.equal((await refusal(adapter.send(outgoing))).refused, false);
  });

  it('never repeats what it contained, for it may be a customer’s words', async () => {
    const message = { ...aMessage({ clientId: 'client-1', text: 'secret' }), at: 'secret', direction: 'secret' };
    const error = await refusal(guarded({ findMessage: answers(message) }).adapter.findMessage('client-1'));
    assert.doesNotMatch(`${error.message} ${error.path}`, /secret/);
  });

  it('keeps an error of another copy of the library as it was', async () => {
    const foreign = Object.assign(new Error('later'), { name: 'AdapterError', code: 'rate-limited', afterMs: 500 });
    const { adapter } = guarded({ send: () => Promise.reject(foreign) });
    const { code, afterMs } = await refusal(adapter.send(outgoing));
    assert.deepEqual({ code, afterMs }, { code: 'rate-limited', afterMs: 500 });
  });

  it('says nothing of an error of another copy of the library: it is as it should be', async () => {
    const down = Object.assign(new Error('down'), { name: 'AdapterError', code: 'unavailable', refused: true });
    const wrong = Object.assign(new Error('no'), { name: 'AdapterError', code: 'invalid', path: 'content.text' });
    const { adapter, refused } = guarded({
      send: () => Promise.reject(down),
      addNote: () => Promise.reject(wrong),
    });
    assert.equal((await refusal(adapter.send(outgoing))).refused, true);
    assert.equal(refused.length, 0);
    assert.equal((await refusal(adapter.addNote({ ...outgoing, body: '' } as never))).path, 'content.text');
  });
});

describe('an answer about something else', () => {
  it('of getConversation is refused', async () => {
    const { adapter } = guarded({ getConversation: answers(aConversation({ id: 'other' })) });
    assert.equal((await refusal(adapter.getConversation('asked'))).path, 'id');
  });

  it('of send is refused when the client id differs', async () => {
    const { adapter } = guarded({ send: answers(aMessage({ direction: 'outgoing', clientId: 'other' })) });
    assert.equal((await refusal(adapter.send(outgoing))).path, 'clientId');
  });

  it('of addNote is refused when it became a message to the customer', async () => {
    const sent = aMessage({ direction: 'outgoing', clientId: 'client-1' });
    const { adapter } = guarded({ addNote: answers(sent) });
    const note = { clientId: 'client-1', conversationId: 'conversation-1', text: 'internal' };
    assert.equal((await refusal(adapter.addNote(note))).path, 'direction');
  });

  it('leaves a message of another conversation out of the history', async () => {
    const items = [aMessage({ id: 'mine' }), aMessage({ id: 'theirs', conversationId: 'conversation-2' })];
    const { adapter, refused } = guarded({ listMessages: answers({ items, olderCursor: null, newerCursor: null }) });
    const page = await adapter.listMessages({ kind: 'conversation', conversationId: 'conversation-1' });
    assert.deepEqual(
      page.items.map(({ id }) => id),
      ['mine'],
    );
    assert.equal(refused[0]?.path, 'items[1].conversationId');
  });
});

describe('a page', () => {
  const listing = (items: readonly unknown[], nextCursor: unknown = null) =>
    guarded({ listConversations: answers({ items, nextCursor, total: null }) });

  it('with one malformed item keeps the others and tells once, with the path', async () => {
    const good = [aConversation({ id: 'a' }), aConversation({ id: 'b' })];
    const { adapter, refused } = listing([good[0], { ...good[1], recipient: null }, null, good[1]]);
    const page = await adapter.listConversations(query);
    assert.deepEqual(
      page.items.map(({ id }) => id),
      ['a', 'b'],
    );
    assert.deepEqual(
      refused.map(({ code, path }) => [code, path]),
      [['invalid', 'items[1].recipient']],
    );
    assert.match(refused[0]?.message ?? '', /and 1 more/);
  });

  it('with nothing good is refused: empty would be a lie', async () => {
    assert.equal((await refusal(listing([null]).adapter.listConversations(query))).path, 'items[0]');
  });

  it('that is empty is fine', async () => {
    assert.deepEqual((await listing([]).adapter.listConversations(query)).items, []);
  });

  it('of a million items is refused before they are looked at', async () => {
    let looked = 0;
    const items = new Proxy(new Array<unknown>(1_000_000), {
      get: (target, name, self) => {
        if (typeof name === 'string' && /^\d/.test(name)) looked += 1;
        return Reflect.get(target, name, self) as unknown;
      },
    });
    assert.equal((await refusal(listing(items).adapter.listConversations(query))).path, 'items');
    assert.equal(looked, 0);
  });

  it('with an id twice keeps the higher version where the first stood', async () => {
    const { adapter, refused } = listing([
      aConversation({ id: 'a', version: 1 }),
      aConversation({ id: 'b' }),
      aConversation({ id: 'a', version: 2 }),
    ]);
    const { items } = await adapter.listConversations(query);
    assert.deepEqual(
      items.map(({ id, version }) => [id, version]),
      [
        ['a', 2],
        ['b', 1],
      ],
    );
    assert.equal(refused.length, 1);
  });

  it('treats __proto__, constructor and the like as ids', async () => {
    const ids = ['__proto__', 'constructor', 'toString', '__proto__'];
    const { adapter } = listing(ids.map((id) => aConversation({ id })));
    const { items } = await adapter.listConversations(query);
    assert.deepEqual(
      items.map(({ id }) => id),
      ['__proto__', 'constructor', 'toString'],
    );
    assert.equal(({} as { polluted?: unknown }).polluted, undefined);
  });

  it('whose cursor leads back to itself ends the listing', async () => {
    const { adapter, refused } = listing([aConversation()], 'again');
    const page = await adapter.listConversations(query, { cursor: 'again' });
    assert.equal(page.nextCursor, null);
    assert.equal(refused[0]?.path, 'nextCursor');
  });

  it('of messages going newer ends when its newer cursor leads back to itself', async () => {
    const { adapter } = guarded({ listMessages: answers({ items: [], olderCursor: 'x', newerCursor: 'x' }) });
    const page = await adapter.listMessages(
      { kind: 'recipient', recipientId: 'a' },
      { cursor: 'x', direction: 'newer' },
    );
    assert.deepEqual([page.olderCursor, page.newerCursor], ['x', null]);
  });

  it('that is well-formed comes through as it is', async () => {
    const items = [aConversation()];
    const page = await listing(items).adapter.listConversations(query);
    assert.equal(page.items, items);
  });
});

describe('connect', () => {
  it('leaves out channels of a newer backend', async () => {
    const { adapter, refused } = guarded({ connect: answers({ ...aSession, channels: ['sms', 'telepathy'] }) });
    assert.deepEqual((await adapter.connect(host)).channels, ['sms']);
    assert.equal(refused[0]?.path, 'channels[1]');
  });

  for (const name of Object.keys(aSession.capabilities.can)) {
    it(`refuses capabilities that leave ${name} open`, async () => {
      const can = { ...aSession.capabilities.can, [name]: undefined };
      const session = { ...aSession, capabilities: { ...aSession.capabilities, can } };
      const error = await refusal(guarded({ connect: answers(session) }).adapter.connect(host));
      assert.equal(error.path, `capabilities.can.${name}`);
    });
  }
});

describe('aborting', () => {
  it('answers at once although the adapter never does', async () => {
    const { adapter } = guarded({ getConversation: () => new Promise(() => undefined) });
    const abort = new AbortController();
    const asked = adapter.getConversation('a', { signal: abort.signal });
    abort.abort();
    const { code, refused } = await refusal(asked);
    assert.deepEqual({ code, refused }, { code: 'aborted', refused: false });
  });

  it('before the call asks nothing', async () => {
    let asked = 0;
    const { adapter } = guarded({ send: () => ((asked += 1), Promise.resolve(aMessage())) });
    const { code, refused } = await refusal(adapter.send(outgoing, { signal: AbortSignal.abort() }));
    assert.deepEqual({ code, refused, asked }, { code: 'aborted', refused: true, asked: 0 });
  });

  it('ignores what comes later, a malformed answer too', async () => {
    const late = deferred<unknown>();
    const { adapter, refused } = guarded({ listConversations: () => late.promise });
    const abort = new AbortController();
    const asked = adapter.listConversations(query, {}, { signal: abort.signal });
    abort.abort();
    await refusal(asked);
    late.resolve({ items: [null, aConversation()], nextCursor: null, total: null });
    await settle();
    assert.deepEqual(refused, []);
  });

  it('leaves no listener on a signal that lives on', async () => {
    let listeners = 0;
    const { signal } = new AbortController();
    const counted = new Proxy(signal, {
      get: (target, name) => {
        if (name === 'addEventListener') listeners += 1;
        if (name === 'removeEventListener') listeners -= 1;
        const member: unknown = Reflect.get(target, name, target);
        return typeof member === 'function' ? (member as () => void).bind(target) : member;
      },
    });
    await guarded({}).adapter.getConversation('a', { signal: counted });
    assert.equal(listeners, 0);
  });
});

describe('after close', () => {
  it('open calls are ended and later ones refused', async () => {
    const { adapter } = guarded({ getConversation: () => new Promise(() => undefined) });
    const asked = adapter.getConversation('a');
    await adapter.close();
    assert.equal((await refusal(asked)).code, 'aborted');
    assert.equal((await refusal(adapter.getConversation('a'))).code, 'aborted');
  });

  it('streams are silent', async () => {
    let heard = 0;
    let sink: ChangeSink | undefined;
    const { adapter } = guarded({ subscribe: (_: unknown, given: ChangeSink) => ((sink = given), () => undefined) });
    const listener: ChangeSink = { batch: () => (heard += 1), link: () => (heard += 1), reset: () => (heard += 1) };
    adapter.subscribe({ kind: 'all' }, listener, null);
    await adapter.close();
    sink?.batch({ cursor: 'a', previous: null, changes: [] });
    sink?.link('live');
    sink?.reset(null);
    assert.equal(heard, 0);
  });

  it('a close that throws is a typed rejection', async () => {
    const { adapter } = guarded({
      close: () => {
        throw new Error('no');
      },
    });
    assert.equal((await refusal(adapter.close())).code, 'unavailable');
  });
});

describe('parts', () => {
  const directory = (broken: object) =>
    guarded({
      part: (name: string) =>
        name === 'directory'
          ? {
              getRecipient: answers(aRecipient({ id: 'a' })),
              searchRecipients: answers({ items: [], nextCursor: null, total: 0 }),
              listCoWorkers: answers([]),
              listBranches: answers([]),
              ...broken,
            }
          : undefined,
    });

  it('are checked too', async () => {
    const { adapter } = directory({ getRecipient: answers({ ...aRecipient({ id: 'a' }), kind: 'robot' }) });
    const error = await refusal(adapter.part('directory')?.getRecipient('a') ?? Promise.resolve());
    assert.equal(error.path, 'kind');
  });

  it('keep the good ones of a list', async () => {
    const { adapter, refused } = directory({ listBranches: answers([{ id: 'a', name: 'A' }, { id: 'b' }]) });
    assert.deepEqual(await adapter.part('directory')?.listBranches(), [{ id: 'a', name: 'A' }]);
    assert.equal(refused[0]?.path, '[1].name');
  });

  it('are the same object each time', () => {
    const { adapter } = directory({});
    assert.equal(adapter.part('directory'), adapter.part('directory'));
  });

  it('that are absent, null or throw are absent', () => {
    assert.equal(guarded({}).adapter.part('templates'), undefined);
    assert.equal(guarded({ part: () => null }).adapter.part('templates'), undefined);
    const throwing = () => {
      throw new Error('no');
    };
    assert.equal(guarded({ part: throwing }).adapter.part('templates'), undefined);
  });
});

describe('the developer of an adapter hears', () => {
  it('of an answer that is refused as a whole, once, with the field', async () => {
    const { adapter, refused } = guarded({ listConversations: answers(null) });
    for (let time = 0; time < 2; time += 1) await refusal(adapter.listConversations(query));
    assert.deepEqual(
      refused.map(({ message }) => message),
      ['listConversations answered something that is not an object'],
    );
  });

  it('of a rejection that is no AdapterError, with its place and without its words', async () => {
    const { adapter, refused } = guarded({ send: () => Promise.reject(new SyntaxError('Hello Mrs Jansen')) });
    assert.equal((await refusal(adapter.send(outgoing))).code, 'unavailable');
    const message = refused[0]?.message ?? '';
    assert.match(message, /rejected with SyntaxError, which is no AdapterError: .+validate-adapter\.test\.ts:\d+/);
    assert.doesNotMatch(message, /Jansen/);
  });

  it('of a value that was thrown, and of nothing that is as it should be', async () => {
    const { adapter, refused } = guarded({
      send: () => {
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- what a careless adapter does
        throw 'no';
      },
      getConversation: () => Promise.reject(new AdapterError('unavailable', 'down', { cause: new TypeError('fetch') })),
    });
    await refusal(adapter.getConversation('conversation-1'));
    assert.equal(refused.length, 0);
    await refusal(adapter.send(outgoing));
    assert.match(refused[0]?.message ?? '', /rejected with a value \(string\)/);
  });
});
