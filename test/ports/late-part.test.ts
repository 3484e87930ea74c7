import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AdapterParts, MessagingAdapter } from '../../src/ports/adapter.ts';
import { AdapterError } from '../../src/ports/adapter-error.ts';
import type { PartGuarding } from '../../src/ports/late-part.ts';
import type { Presence, PresenceSink } from '../../src/ports/parts/presence.ts';
import { ValidatedReading } from '../../src/ports/validate-adapter.ts';
import { guardedPart } from '../../src/ports/validate-parts.ts';
import { deferred, settle } from '../../src/testing/index.ts';

const branch = { id: 'b1', name: 'Utrecht' };
const anna: Presence = { id: 'w2', kind: 'co-worker', name: 'Anna', activity: 'typing', until: Date.UTC(2026, 2, 1) };

/** A guarded adapter with some parts, whose guards come when the test says so. */
function late(parts: { readonly [K in keyof AdapterParts]?: object }) {
  const guards = deferred<PartGuarding>();
  const raw = { part: (name: keyof AdapterParts) => parts[name], close: () => Promise.resolve() };
  const refused: string[] = [];
  const adapter = new ValidatedReading(raw as unknown as MessagingAdapter, {
    onRefused: ({ message }) => refused.push(message),
    guards: { load: () => guards.promise },
  });
  return { adapter, refused, arrive: () => guards.resolve(guardedPart), never: guards.reject };
}

const codeOf = (error: unknown): unknown => (error instanceof AdapterError ? error.code : error);

describe('a part whose guard is still on its way', () => {
  it('is there, waits with its calls, and checks their answers', async () => {
    const { adapter, arrive, refused } = late({
      directory: { listBranches: () => Promise.resolve([branch, { id: 7 }]) },
    });
    const answer = Promise.resolve(adapter.part('directory')).then((part) => part?.listBranches());
    let isAnswered = false;
    void answer.then(() => (isAnswered = true));
    await settle();
    assert.equal(isAnswered, false);
    arrive();
    assert.deepEqual(await answer, [branch]);
    assert.equal(refused.length, 1);
    assert.deepEqual(await adapter.part('directory')?.listBranches(), [branch]);
  });

  it('is not there where the adapter has none, and as it is where nobody knows it', () => {
    const own = { ask: () => 'anything' };
    const { adapter } = late({ ['own' as 'tags']: own });
    assert.equal(adapter.part('tags'), undefined);
    assert.equal(adapter.part('own' as 'tags'), own);
  });

  it('answers at once when a call is not wanted any more, or the adapter is closed', async () => {
    const { adapter } = late({ directory: { listBranches: () => Promise.resolve([]) } });
    const abort = new AbortController();
    const unwanted = adapter.part('directory')?.listBranches({ signal: abort.signal }).catch(codeOf);
    abort.abort();
    assert.equal(await unwanted, 'aborted');
    const open = adapter.part('directory')?.listBranches().catch(codeOf);
    await adapter.close();
    assert.equal(await open, 'aborted');
  });

  it('rejects as typed as ever when its guard will never come', async () => {
    const { adapter, never } = late({ directory: { listBranches: () => Promise.resolve([]) } });
    const asked = adapter.part('directory')?.listBranches().catch(codeOf);
    never(new AdapterError('aborted', 'the session was closed'));
    assert.equal(await asked, 'aborted');
  });

  it('tells at once what an assistant can do, and then what it says', async () => {
    const ask = async function* () {
      await Promise.resolve();
      yield { proposal: 0, text: 'Goedemiddag' };
    };
    const { adapter, arrive } = late({ assistant: { tasks: ['suggest', 'dance'], ask } });
    const part = adapter.part('assistant');
    assert.deepEqual(part?.tasks, ['suggest']);
    const said: string[] = [];
    const asked = (async () => {
      for await (const { text } of part.ask({ task: 'suggest', messages: [], draft: '' } as never)) said.push(text);
    })();
    await settle();
    assert.deepEqual(said, []);
    arrive();
    await asked;
    assert.deepEqual(said, ['Goedemiddag']);
  });

  it('stops asking an assistant when that is not wanted any more', async () => {
    const { adapter } = late({ assistant: { tasks: [], ask: () => assert.fail('asked') } });
    const abort = new AbortController();
    const answer = adapter
      .part('assistant')
      ?.ask({} as never, { signal: abort.signal })
      [Symbol.asyncIterator]();
    const next = answer?.next().catch(codeOf);
    abort.abort();
    assert.equal(await next, 'aborted');
  });
});

describe('who is there, while the guard is on its way', () => {
  function presence() {
    const seen: string[] = [];
    let begun = 0;
    let ended = 0;
    const sink: PresenceSink = {
      present: (people) => seen.push(people.map(({ name }) => name).join()),
      lost: (error) => seen.push(`lost: ${String(codeOf(error))}`),
    };
    const subscribe = (_: string, own: PresenceSink) => {
      begun += 1;
      own.present([anna]);
      return () => (ended += 1);
    };
    const all = late({ presence: { subscribe } });
    const stop = all.adapter.part('presence')?.subscribe('c1', sink) ?? assert.fail();
    return { ...all, seen, stop, counts: () => [begun, ended] };
  }

  it('is told when it has come, until it is ended', async () => {
    const { arrive, seen, stop, counts } = presence();
    arrive();
    await settle();
    assert.deepEqual(seen, ['Anna']);
    stop();
    stop();
    assert.deepEqual(counts(), [1, 1]);
  });

  it('tells that somebody came or went where the backend can, and has no way to ask for it elsewhere', async () => {
    const told: (() => void)[] = [];
    const { adapter, arrive } = late({
      presence: { onPresentChange: (changed: () => void) => void told.push(changed) },
    });
    let changes = 0;
    adapter.part('presence')?.onPresentChange?.(() => (changes += 1));
    arrive();
    await settle();
    for (const tell of told) tell();
    assert.equal(changes, 1);
    assert.equal(presence().adapter.part('presence')?.onPresentChange, undefined);
  });

  it('is never asked for when it was ended before, or the adapter was closed', async () => {
    const one = presence();
    one.stop();
    one.arrive();
    const two = presence();
    await two.adapter.close();
    two.arrive();
    await settle();
    assert.deepEqual([...one.counts(), ...two.counts()], [0, 0, 0, 0]);
  });

  it('is lost when it will never come', async () => {
    const { never, seen } = presence();
    never(new AdapterError('aborted', 'the session was closed'));
    await settle();
    assert.deepEqual(seen, ['lost: aborted']);
  });
});
