import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import type { AdapterParts, MessagingAdapter } from '../../src/ports/adapter.ts';
import { AdapterError } from '../../src/ports/adapter-error.ts';
import { longestAnswer } from '../../src/ports/guard-assistant.ts';
import type { AssistantRequest } from '../../src/ports/parts/assistant.ts';
import type { Presence, PresenceSink } from '../../src/ports/parts/presence.ts';
import { validated } from '../../src/ports/validate-whole.ts';
import { builtAt } from '../../src/testing/builders.ts';
import { settle } from '../../src/testing/settle.ts';
import { politeAdapter } from './fake-adapter.ts';

type Parts = Required<AdapterParts>;

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

describe('who is there', () => {
  const anna: Presence = { id: 'w2', kind: 'co-worker', name: 'Anna', activity: 'typing', until: builtAt };

  /** A subscription, what was heard, and the sink that the backend has. */
  function subscribed(broken: Readonly<Record<string, unknown>> = {}) {
    let inner: PresenceSink | undefined;
    let ended = 0;
    const heard: unknown[] = [];
    const subscribe = (_: string, sink: PresenceSink) => {
      inner = sink;
      return () => (ended += 1);
    };
    const made = guarded('presence', { subscribe, ...broken });
    const sink = { present: (list: unknown) => heard.push(list), lost: (error: unknown) => heard.push(error) };
    const end = made.part.subscribe('c1', sink);
    const say = (list: unknown): void => inner?.present(list as readonly Presence[]);
    return { ...made, heard, end, say, lose: () => inner?.lost(), ended: () => ended };
  }

  it('comes as it is', () => {
    const { say, heard, refused } = subscribed();
    say([anna]);
    say([]);
    assert.deepEqual([heard, refused], [[[anna], []], []]);
  });

  it('leaves out what is malformed, and tells of it', () => {
    const { say, heard, refused } = subscribed();
    say([anna, { ...anna, id: 'w3', activity: 'dancing' }]);
    assert.deepEqual([heard, refused[0]?.path], [[[anna]], '[1].activity']);
  });

  it('shows nobody twice', () => {
    const { say, heard } = subscribed();
    say([anna, { ...anna, activity: 'viewing' }]);
    assert.deepEqual(heard, [[anna]]);
  });

  it('is not known where nothing can be read', () => {
    const { say, heard } = subscribed();
    say('everybody');
    assert.ok(heard[0] instanceof AdapterError);
  });

  it('is silent after it was ended, and ends the backend once', () => {
    const { say, lose, heard, end, ended } = subscribed();
    end();
    end();
    say([anna]);
    lose();
    assert.deepEqual([heard, ended()], [[], 1]);
  });

  it('ends when the adapter is closed, and does not begin after', async () => {
    const { adapter, part, say, heard, ended } = subscribed();
    await adapter.close();
    say([anna]);
    assert.deepEqual([heard, ended()], [[], 1]);
    part.subscribe('c1', { present: (list) => heard.push(list), lost: () => undefined })();
    say([anna]);
    assert.deepEqual(heard, []);
  });

  it('is lost where the backend throws, and survives one that throws at its end', () => {
    const thrower = subscribed({
      subscribe: () => {
        throw new Error('no');
      },
    });
    assert.ok(thrower.heard[0] instanceof AdapterError);
    const { end, refused } = subscribed({
      subscribe: () => () => {
        throw new Error('no');
      },
    });
    end();
    assert.equal(refused[0]?.code, 'unavailable');
    subscribed({ subscribe: () => undefined }).end();
  });
});

describe('the answer of an assistant', () => {
  const request: AssistantRequest = {
    task: 'suggest',
    conversationId: 'c1',
    text: '',
    language: null,
    tone: null,
    messages: [],
  };
  const chunk = (text: string, proposal = 0) => ({ proposal, text });

  /** An assistant that says this, one after the other. */
  const saying = (...chunks: readonly unknown[]) => ({
    tasks: ['suggest'],
    ask: async function* () {
      for (const each of chunks) yield await Promise.resolve(each);
    },
  });

  /** What came, and the error that ended it. */
  async function listen(part: Parts['assistant'], options: { readonly signal?: AbortSignal } = {}) {
    const heard: string[] = [];
    try {
      for await (const { proposal, text } of part.ask(request, options)) heard.push(`${proposal}:${text}`);
    } catch (error) {
      assert.ok(error instanceof AdapterError, 'every error is an AdapterError');
      return { heard, error: { code: error.code, path: error.path } };
    }
    return { heard, error: null };
  }

  it('comes piece by piece', async () => {
    const { part } = guarded('assistant', saying(chunk('Dear '), chunk('Hi', 1), chunk('Anna')));
    assert.deepEqual(await listen(part), { heard: ['0:Dear ', '1:Hi', '0:Anna'], error: null });
  });

  const bad: readonly [string, unknown, string][] = [
    ['no chunk', 'words', ''],
    ['no text', { proposal: 0, text: null }, 'text'],
    ['a proposal that is none', chunk('x', -1), 'proposal'],
    ['a hundredth proposal', chunk('x', 100), 'proposal'],
    ['more than anybody reads', chunk('x'.repeat(longestAnswer + 1)), 'text'],
  ];
  for (const [title, value, path] of bad)
    it(`ends at ${title}`, async () => {
      const { part } = guarded('assistant', saying(chunk('a'), value, chunk('b')));
      assert.deepEqual(await listen(part), { heard: ['0:a'], error: { code: 'invalid', path } });
    });

  const throwing: readonly [string, unknown][] = [
    ['throws', () => assert.fail('no')],
    ['gives nothing to loop over', () => ({})],
    ['gives nothing', () => undefined],
    ['gives steps that are none', () => ({ [Symbol.asyncIterator]: () => ({ next: () => Promise.resolve(null) }) })],
    [
      'rejects with no error',
      () => ({ [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error('x')) }) }),
    ],
  ];
  for (const [title, ask] of throwing)
    it(`is a typed error where the assistant ${title}`, async () => {
      const { heard, error } = await listen(guarded('assistant', { tasks: [], ask }).part);
      assert.deepEqual(heard, []);
      assert.ok(error);
    });

  /** An assistant that never answers, and whether it was told to stop. */
  function silent() {
    const seen = { aborted: false, returned: 0 };
    const ask = (_: unknown, { signal }: { signal: AbortSignal }) => {
      signal.addEventListener('abort', () => (seen.aborted = true));
      const next = () => new Promise(() => undefined);
      return {
        [Symbol.asyncIterator]: () => ({ next, return: () => ((seen.returned += 1), new Promise(() => undefined)) }),
      };
    };
    return { ...guarded('assistant', { tasks: [], ask }), seen };
  }

  it('ends at once when it is aborted, even if the assistant never does', async () => {
    const { part, seen } = silent();
    const controller = new AbortController();
    const heard = listen(part, { signal: controller.signal });
    await settle();
    controller.abort();
    assert.equal((await heard).error?.code, 'aborted');
    assert.deepEqual(seen, { aborted: true, returned: 1 });
  });

  it('ends when the adapter is closed', async () => {
    const { part, adapter, seen } = silent();
    const heard = listen(part);
    await settle();
    await adapter.close();
    assert.equal((await heard).error?.code, 'aborted');
    assert.equal(seen.aborted, true);
  });

  it('is not asked for when it is not wanted any more', async () => {
    const { part, adapter } = guarded('assistant', saying(chunk('a')));
    assert.equal((await listen(part, { signal: AbortSignal.abort() })).error?.code, 'aborted');
    await adapter.close();
    assert.equal((await listen(part)).error?.code, 'aborted');
  });

  it('says nothing after it was aborted between two pieces', async () => {
    const { part } = guarded('assistant', saying(chunk('a'), chunk('b')));
    const controller = new AbortController();
    const heard: string[] = [];
    await assert.rejects(async () => {
      for await (const { text } of part.ask(request, { signal: controller.signal })) {
        heard.push(text);
        controller.abort();
      }
    }, AdapterError);
    assert.deepEqual(heard, ['a']);
  });

  it('stops the assistant when the loop is left', async () => {
    let returned = 0;
    const ask = () => ({
      [Symbol.asyncIterator]: () => ({
        next: () => Promise.resolve({ done: false, value: chunk('a') }),
        return: () => {
          returned += 1;
          throw new Error('no');
        },
      }),
    });
    const { part } = guarded('assistant', { tasks: [], ask });
    for await (const { text } of part.ask(request)) {
      assert.equal(text, 'a');
      break;
    }
    await settle();
    assert.equal(returned, 1);
  });

  it('leaves nothing open behind it', async () => {
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
    await listen(guarded('assistant', saying(chunk('a'))).part, { signal: counted });
    assert.equal(listeners, 0);
  });

  it('offers only tasks that are known', () => {
    const { part, refused } = guarded('assistant', { tasks: ['suggest', 'dance'] });
    assert.deepEqual([part.tasks, refused[0]?.path], [['suggest'], '[1]']);
    const none = guarded('assistant', {});
    assert.deepEqual([none.part.tasks, none.refused[0]?.code], [[], 'invalid']);
  });
});
