import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseCmIncoming, toCmIncoming } from '../../src/domain/cm-messages.ts';
import { applyReaction, incomingReaction, reactedIn } from '../../src/domain/reactions.ts';
import { aConversation, aMessage } from '../../src/testing/builders.ts';

const anna = { kind: 'customer', id: 'anna', name: 'Anna' } as const;
const bert = { kind: 'customer', id: 'bert', name: 'Bert' } as const;

describe('applyReaction', () => {
  it('[RE1] puts one reaction of each person on a message, the latest', () => {
    const first = applyReaction(aMessage(), { emoji: '👍', by: anna, at: 1 });
    const second = applyReaction(first, { emoji: '❤️', by: bert, at: 2 });
    const third = applyReaction(second, { emoji: '🙏', by: anna, at: 3 });
    assert.deepEqual(
      third.reactions.map(({ emoji, by }) => [emoji, by.name]),
      [
        ['❤️', 'Bert'],
        ['🙏', 'Anna'],
      ],
    );
    assert.equal(third.version, aMessage().version + 3);
    assert.equal(applyReaction(third, { emoji: '🙏', by: anna, at: 4 }), third);
  });

  it('[RE2] takes a reaction back, and nobody else’s', () => {
    const both = [anna, bert].reduce((message, by) => applyReaction(message, { emoji: '👍', by, at: 1 }), aMessage());
    const left = applyReaction(both, { emoji: null, by: anna, at: 2 });
    assert.deepEqual(
      left.reactions.map(({ by }) => by.name),
      ['Bert'],
    );
    assert.equal(applyReaction(left, { emoji: null, by: anna, at: 3 }), left);
  });

  it('[RE3] leaves a newer reaction where it is', () => {
    const message = applyReaction(aMessage(), { emoji: '👍', by: anna, at: 5 });
    assert.equal(applyReaction(message, { emoji: '👎', by: anna, at: 4 }), message);
    assert.equal(applyReaction(message, { emoji: null, by: anna, at: 4 }), message);
  });
});

describe('incomingReaction', () => {
  for (const [text, emoji] of [
    ['👍', '👍'],
    [' 👩‍👩‍👧‍👦 ', '👩‍👩‍👧‍👦'],
    ['', null],
    [null, null],
    ['x'.repeat(33), null],
  ] as const) {
    it(`[RE2] reads ${JSON.stringify(text)} as ${emoji ?? 'none'}`, () => {
      assert.deepEqual(incomingReaction(text), { emoji });
    });
  }
});

describe('reactedIn', () => {
  it('[RE4] begins the reply window anew and leaves all else as it is', () => {
    const before = aConversation();
    const [first] = before.channels;
    assert.ok(first);
    const at = (first.lastIncomingAt ?? 0) + 1_000;
    const after = reactedIn(before, { channel: first.channel, accountId: first.accountId, at }, first.address);
    assert.deepEqual(after, {
      ...before,
      version: before.version + 1,
      channels: [{ ...first, lastIncomingAt: at }, ...before.channels.slice(1)],
    });
  });
});

describe('a reaction by CM.com’s webhook', () => {
  const draft = { channel: 'whatsapp', from: '+31612345678', to: '3669', at: 1_000, reference: 'mo1' } as const;

  for (const emoji of ['👍', null]) {
    it(`[CM16] names the message and ${emoji ?? 'no emoji, which takes it back'}`, () => {
      const body = toCmIncoming({ ...draft, messageContext: 'mt1', content: { kind: 'reaction', emoji } });
      const read = parseCmIncoming(body);
      assert.ok(read.ok);
      assert.deepEqual([read.value.messageContext, read.value.reaction], ['mt1', { emoji }]);
      assert.deepEqual(
        read.value.contents.map(({ kind }) => kind),
        ['unsupported'],
      );
    });
  }

  it('[CM9] has another key than another reaction to the same message', () => {
    const keys = ['👍', '👎'].map((emoji) => {
      const read = parseCmIncoming(
        toCmIncoming({ ...draft, messageContext: 'mt1', content: { kind: 'reaction', emoji } }),
      );
      assert.ok(read.ok);
      return read.value.deduplicationKey;
    });
    assert.notEqual(keys[0], keys[1]);
  });
});
