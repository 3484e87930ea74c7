import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import type { ChangeBatch, ChangeSink, LinkState } from '../../src/ports/adapter.ts';
import type { AdapterError } from '../../src/ports/adapter-error.ts';
import { validated } from '../../src/ports/validate-whole.ts';
import { aMessage } from '../../src/testing/builders.ts';
import { politeAdapter } from './fake-adapter.ts';

type Heard = readonly ['batch', string, number] | readonly ['link', LinkState] | readonly ['reset', string | null];

/** A stream under validation: say what the adapter says, see what gets through. */
function stream(): { say: ChangeSink; heard: Heard[]; refused: AdapterError[]; stop: () => void } {
  const heard: Heard[] = [];
  const refused: AdapterError[] = [];
  let say: ChangeSink | undefined;
  const adapter = validated(
    politeAdapter({ subscribe: (_: unknown, sink: ChangeSink) => ((say = sink), () => undefined) }),
    {
      onRefused: (error) => refused.push(error),
    },
  );
  const stop = adapter.subscribe(
    { kind: 'all' },
    {
      batch: ({ cursor, changes }) => heard.push(['batch', cursor, changes.length]),
      link: (state) => heard.push(['link', state]),
      reset: (cursor) => heard.push(['reset', cursor]),
    },
    null,
  );
  assert.ok(say);
  return { say, heard, refused, stop };
}

const batch = (cursor: string, changes: readonly unknown[] = []): ChangeBatch =>
  ({ cursor, previous: null, changes }) as ChangeBatch;
const garbage = '<html>' as unknown as ChangeBatch;

describe('the stream', () => {
  it('passes what is well-formed', () => {
    const { say, heard } = stream();
    say.link('live');
    say.batch(batch('1', [{ type: 'message', message: aMessage() }]));
    say.reset('2');
    assert.deepEqual(heard, [
      ['link', 'live'],
      ['batch', '1', 1],
      ['reset', '2'],
    ]);
  });

  it('leaves a malformed change out and goes on behind it', () => {
    const { say, heard, refused } = stream();
    say.batch(
      batch('1', [
        { type: 'message', message: { ...aMessage(), at: 'soon' } },
        { type: 'message', message: aMessage() },
      ]),
    );
    assert.deepEqual(heard, [['batch', '1', 1]]);
    assert.equal(refused[0]?.path, 'changes[0].message.at');
  });

  it('moves the cursor past a batch with nothing good, so that it is not met again', () => {
    const { say, heard } = stream();
    say.batch(batch('1', [null]));
    assert.deepEqual(heard, [['batch', '1', 0]]);
  });

  it('is reset by a batch that cannot be read, for it may hide anything', () => {
    const { say, heard, refused } = stream();
    say.batch(garbage);
    assert.deepEqual(heard, [['reset', null]]);
    assert.equal(refused.length, 1);
  });

  it('[I9] is reset once by endless garbage, then shows as offline', () => {
    const { say, heard } = stream();
    for (let count = 0; count < 1000; count += 1) say.batch(garbage);
    assert.deepEqual(heard, [
      ['reset', null],
      ['link', 'offline'],
    ]);
  });

  it('[I6] is reset again by the first readable batch after endless garbage', () => {
    const { say, heard } = stream();
    for (let count = 0; count < 3; count += 1) say.batch(garbage);
    say.batch(batch('9', [{ type: 'message', message: aMessage() }]));
    say.batch(batch('10'));
    assert.deepEqual(heard.slice(2), [
      ['reset', '9'],
      ['link', 'live'],
      ['batch', '10', 0],
    ]);
  });

  it('is reset by a batch of a million changes', () => {
    const { say, heard } = stream();
    say.batch(batch('1', new Array(1_000_000)));
    assert.deepEqual(heard, [['reset', null]]);
  });

  it('ignores a link state nobody knows', () => {
    const { say, heard } = stream();
    say.link('splendid' as LinkState);
    assert.deepEqual(heard, []);
  });

  it('starts anew from a reset to something that is no cursor', () => {
    const { say, heard } = stream();
    say.reset({} as string);
    assert.deepEqual(heard, [['reset', null]]);
  });

  it('is silent once ended, also when ended twice', () => {
    const { say, heard, stop } = stream();
    stop();
    stop();
    say.batch(batch('1'));
    say.batch(garbage);
    say.link('live');
    say.reset('2');
    assert.deepEqual(heard, []);
  });

  it('that cannot be opened shows as offline', () => {
    const adapter = validated(
      politeAdapter({
        subscribe: () => {
          throw new Error('no');
        },
      }),
    );
    const states: [LinkState, unknown][] = [];
    const stop = adapter.subscribe(
      { kind: 'all' },
      {
        batch: () => undefined,
        reset: () => undefined,
        link: (state, error) => states.push([state, (error as AdapterError).code]),
      },
      null,
    );
    stop();
    assert.deepEqual(states, [['offline', 'unavailable']]);
  });

  it('whose end is no function or throws still ends', () => {
    const refused: AdapterError[] = [];
    const onRefused = (error: AdapterError): void => void refused.push(error);
    const silent: ChangeSink = { batch: () => undefined, link: () => undefined, reset: () => undefined };
    validated(politeAdapter({ subscribe: () => null }), { onRefused }).subscribe({ kind: 'all' }, silent, null)();
    const throwing = () => () => {
      throw new Error('no');
    };
    validated(politeAdapter({ subscribe: throwing }), { onRefused }).subscribe({ kind: 'all' }, silent, null)();
    assert.deepEqual(
      refused.map(({ code }) => code),
      ['unavailable'],
    );
  });
});
