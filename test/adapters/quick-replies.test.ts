import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import type { QuickReplyGroup } from '../../src/domain/quick-replies.ts';
import type { QuickRepliesPart } from '../../src/ports/parts/quick-replies.ts';
import { anAttachment, aQuickReplyGroup } from '../../src/testing/index.ts';
import { annasData, aWorld, codeOf, errorOf, type World } from './world.ts';

function worldWith(...quickReplies: readonly QuickReplyGroup[]): World {
  return aWorld({ ...annasData(), quickReplies });
}

function partOf(world: World): QuickRepliesPart {
  const part = world.start().adapter().part('quickReplies');
  assert.ok(part);
  return part;
}

const reply = (id: string, text = id) => ({ id, version: 1, texts: [{ language: null, text }], attachments: [] });
const draft = (groupId: string, id: string, text = id) => ({ groupId, ...reply(id, text) });
const greetings = aQuickReplyGroup({ id: 'g1', name: 'Greetings', replies: [reply('r1'), reply('r2')] });
const goodbyes = aQuickReplyGroup({ id: 'g2', name: 'Goodbyes', replies: [reply('r3')] });
const order = (groups: readonly QuickReplyGroup[]) =>
  groups.map(({ id, replies }) => [id, ...replies.map((each) => each.id)].join(' '));

describe('quick replies', () => {
  it('are listed in the order of the settings', async () => {
    assert.deepEqual(await partOf(worldWith(greetings, goodbyes)).list(), [greetings, goodbyes]);
    assert.deepEqual(await partOf(aWorld()).list(), []);
  });

  it('get new groups and replies at the end, each once', async () => {
    const part = partOf(worldWith(greetings));
    for (let round = 0; round < 2; round += 1) {
      const { name, version } = await part.saveGroup({ id: 'g9', name: ' Later ' });
      assert.deepEqual([name, version], ['Later', 1]);
      assert.equal((await part.saveReply(draft('g9', 'r9'))).version, 1);
    }
    assert.deepEqual(order(await part.list()), ['g1 r1 r2', 'g9 r9']);
  });

  it('change at their version, and refuse an outdated one', async () => {
    const part = partOf(worldWith(greetings));
    assert.equal((await part.saveReply(draft('g1', 'r1', 'new'), { ifVersion: 1 })).version, 2);
    assert.equal((await part.saveReply(draft('g1', 'r1', 'new'), { ifVersion: 1 })).version, 2, 'said again');
    assert.equal(await codeOf(part.saveReply(draft('g1', 'r1', 'newer'), { ifVersion: 1 })), 'conflict');
    assert.equal((await part.saveGroup({ id: 'g1', name: 'Hello' }, { ifVersion: 1 })).version, 2);
    assert.equal(await codeOf(part.saveGroup({ id: 'g1', name: 'Hi' }, { ifVersion: 1 })), 'conflict');
    assert.equal(await codeOf(part.removeGroup('g1', { ifVersion: 1 })), 'conflict');
    assert.equal(await codeOf(part.removeReply('r1', { ifVersion: 1 })), 'conflict');
    assert.equal(await codeOf(part.saveReply(draft('g1', 'gone'), { ifVersion: 1 })), 'conflict');
    const [group] = await part.list();
    assert.deepEqual([group?.name, group?.replies[0]?.texts[0]?.text], ['Hello', 'new']);
  });

  it('move to the end of another group', async () => {
    const part = partOf(worldWith(greetings, goodbyes));
    await part.saveReply(draft('g2', 'r1'), { ifVersion: 1 });
    assert.deepEqual(order(await part.list()), ['g1 r2', 'g2 r3 r1']);
  });

  it('are put into a new order without losing any', async () => {
    const part = partOf(worldWith(greetings, goodbyes));
    assert.deepEqual(order(await part.reorder({ kind: 'groups', ids: ['gone', 'g2'] })), ['g2 r3', 'g1 r1 r2']);
    assert.deepEqual(order(await part.reorder({ kind: 'replies', groupId: 'g1', ids: ['r2'] })), ['g2 r3', 'g1 r2 r1']);
    assert.equal(await codeOf(part.reorder({ kind: 'replies', groupId: 'gone', ids: [] })), 'not-found');
    assert.deepEqual(order(await part.list()), ['g2 r3', 'g1 r2 r1']);
  });

  it('are removed, once more without harm', async () => {
    const part = partOf(worldWith(greetings, goodbyes));
    for (let round = 0; round < 2; round += 1) {
      await part.removeReply('r1');
      await part.removeGroup('g2');
    }
    assert.deepEqual(order(await part.list()), ['g1 r2']);
  });

  for (const { title, texts, path } of [
    { title: 'without a text', texts: [], path: 'texts[0].text' },
    { title: 'with an empty text', texts: [{ language: 'nl', text: ' ' }], path: 'texts[0].text' },
    { title: 'that is too long', texts: [{ language: null, text: 'x'.repeat(2001) }], path: 'texts[0].text' },
    {
      title: 'with one language twice',
      texts: ['nl-BE', 'nl_be'].map((language) => ({ language, text: 'x' })),
      path: 'texts[1].language',
    },
  ]) {
    it(`[QR1] refuses a reply ${title}`, async () => {
      const part = partOf(worldWith(greetings));
      const error = await errorOf(part.saveReply({ ...draft('g1', 'r9'), texts }));
      assert.deepEqual([error.code, error.path], ['invalid', path]);
      assert.deepEqual(order(await part.list()), ['g1 r1 r2']);
    });
  }

  it('[QR2] refuses a name that is empty, too long or taken', async () => {
    const part = partOf(worldWith(greetings, goodbyes));
    for (const name of ['', 'x'.repeat(61), 'GREETINGS']) {
      const error = await errorOf(part.saveGroup({ id: 'g2', name }));
      assert.deepEqual([error.code, error.path], ['invalid', 'name'], name);
    }
  });

  it('refuses a reply in a group that is gone, and a file that is', async () => {
    const part = partOf(worldWith(greetings));
    assert.equal(await codeOf(part.saveReply(draft('gone', 'r9'))), 'not-found');
    const error = await errorOf(part.saveReply({ ...draft('g1', 'r9'), attachments: [anAttachment()] }));
    assert.deepEqual([error.code, error.path], ['invalid', 'attachments']);
  });
});
