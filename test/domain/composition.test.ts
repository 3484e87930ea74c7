import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { channelOptions, type ChannelOption } from '../../src/domain/channel-choice.ts';
import { basisOf, sendObstacle, targetChange, textLimit } from '../../src/domain/composition.ts';
import { textLength } from '../../src/domain/text-length.ts';
import { aConversation, builtAt } from '../../src/testing/index.ts';

const conversation = aConversation();
const options = channelOptions(conversation, { now: builtAt, invitation: true, available: ['sms', 'whatsapp'] });
const option = (id: string): ChannelOption => {
  const found = options.find((candidate) => candidate.id === id);
  assert.ok(found);
  return found;
};
const free = { missing: [], lock: null, limit: { unit: 'characters', limit: 10 }, lengthOf: textLength } as const;

describe('what keeps a text from being sent', () => {
  it('is nothing for a text within the limit', () => assert.equal(sendObstacle('0123456789', free), null));
  it('is its emptiness, spaces included', () => assert.deepEqual(sendObstacle(' \n', free), { type: 'empty' }));
  it('is one character too many', () =>
    assert.deepEqual(sendObstacle('0123456789x', free), { type: 'too-long', unit: 'characters', used: 11, limit: 10 }));
  it('[B9] is a placeholder nobody could fill', () =>
    assert.deepEqual(sendObstacle('Hi', { ...free, missing: ['Project'] }), {
      type: 'missing-values',
      names: ['Project'],
    }));
  it('[B6] is a closed channel before anything else', () =>
    assert.deepEqual(sendObstacle('', { ...free, missing: ['x'], lock: 'window-closed' }), {
      type: 'locked',
      reason: 'window-closed',
    }));
  for (const unit of ['bytes', 'sms-parts'] as const)
    it(`lets nothing leave by ${unit} that may be too long while nothing can count it`, () => {
      const uncounted = { ...free, limit: { unit, limit: 8 }, lengthOf: null };
      const [short, long] = unit === 'bytes' ? ['ab', 'abcdefgh'] : ['a'.repeat(528), 'a'.repeat(1224)];
      assert.equal(sendObstacle(short, uncounted), null);
      assert.deepEqual(sendObstacle(long, uncounted), { type: 'measuring' });
      assert.equal(sendObstacle(long, { ...uncounted, lengthOf: textLength }), null);
      assert.equal(sendObstacle(`${long}x`, { ...uncounted, lengthOf: textLength })?.type, 'too-long');
    });
  it('counts in the unit of the channel', () => {
    assert.equal(textLength('é€😀', 'characters'), 4);
    assert.equal(textLength('é€😀', 'bytes'), 9);
    assert.equal(textLength('a'.repeat(161), 'sms-parts'), 2);
  });
  it('takes the smaller of the limits of channel and backend', () => {
    assert.deepEqual(textLimit(option('whatsapp'), 100_000), { unit: 'characters', limit: 4096 });
    assert.deepEqual(textLimit(option('whatsapp'), 1000), { unit: 'characters', limit: 1000 });
    assert.deepEqual(textLimit(option('whatsapp-invitation'), 1000), { unit: 'sms-parts', limit: 8 });
  });
});

describe('what changed about the target since a text was begun', () => {
  const begun = basisOf(conversation, option('whatsapp'));

  it('is nothing when nothing changed', () => assert.equal(targetChange(begun, begun), null));
  it('is the recipient, when the conversation was linked to another record', () =>
    assert.deepEqual(targetChange(begun, { ...begun, recipientId: 'other' }), { type: 'recipient' }));
  it('is the address', () =>
    assert.deepEqual(targetChange(begun, { ...begun, address: '+316' }), { type: 'address', address: '+316' }));
  it('is the own number', () =>
    assert.deepEqual(targetChange({ ...begun, accountId: 'a' }, { ...begun, accountId: 'b' }), { type: 'account' }));

  it('is not an own number that became known since', () =>
    assert.equal(targetChange({ ...begun, accountId: null }, { ...begun, accountId: 'b' }), null));
  it('is the channel the customer went on by', () =>
    assert.deepEqual(targetChange(begun, { ...begun, lastIncomingChannel: 'sms' }), {
      type: 'customer-channel',
      channel: 'sms',
    }));
  it('is nothing when the reply follows the customer', () => {
    const reply = { ...begun, channel: 'sms' as const };
    assert.equal(targetChange(reply, { ...reply, lastIncomingChannel: 'sms' }), null);
  });
});
