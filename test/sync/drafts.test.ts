import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TextBasis } from '../../src/domain/composition.ts';
import { replyDraft, sendText, World } from './world.ts';
import type { Tab } from './world.ts';

async function storedTexts(tab: Tab): Promise<readonly string[]> {
  const storage = tab.storage.peer();
  const drafts = await storage.loadDrafts();
  storage.close();
  return drafts.map(({ text }) => text);
}

describe('drafts', () => {
  it('are in storage within half a second, also while somebody keeps typing', async () => {
    const world = new World();
    const tab = await world.startTab();
    const draft = tab.session.openDraft(replyDraft());
    for (let key = 1; key <= 5; key += 1) {
      draft.setText('x'.repeat(key));
      await world.pass(100);
    }
    const [text] = await storedTexts(tab);
    assert.ok(text !== undefined && text.length >= 3, String(text));
    await world.pass(500);
    assert.deepEqual(await storedTexts(tab), ['xxxxx']);
  });

  it('[I3] have one client id per text that other tabs may know, and are sent with it', async () => {
    const world = new World();
    const tab = await world.startTab();
    const draft = tab.session.openDraft(replyDraft());
    draft.setText('h');
    const first = draft.value?.clientId;
    draft.setText('hel');
    assert.equal(draft.value?.clientId, first);
    await draft.flush();
    draft.setText('hello');
    const second = draft.value?.clientId;
    assert.notEqual(second, first);
    const entry = await sendText(tab, 'hello', 'c1', replyDraft());
    assert.equal(entry.clientId, second);
  });

  it('disappear when they are emptied', async () => {
    const world = new World();
    const tab = await world.startTab();
    const draft = tab.session.openDraft(replyDraft());
    draft.setText('hello');
    await draft.flush();
    draft.setText('');
    assert.equal(draft.value, null);
    await world.pass(1_000);
    assert.deepEqual(await storedTexts(tab), []);
  });

  it('[I1] of one conversation never appear or leave under another', async () => {
    const world = new World();
    const tab = await world.startTab();
    const one = tab.session.openDraft(replyDraft('c1'));
    const two = tab.session.openDraft(replyDraft('c2'));
    const note = tab.session.openDraft({ conversationId: 'c1', mode: 'note', channel: null });
    one.setText('for one');
    two.setText('for two');
    note.setText('for us');
    await sendText(tab, 'for two', 'c2', replyDraft('c2'));
    await world.pass(1_000);
    assert.equal(one.value?.text, 'for one');
    assert.equal(two.value, null);
    assert.equal(note.value?.text, 'for us');
    assert.deepEqual((await storedTexts(tab)).toSorted(), ['for one', 'for us']);
  });

  it('with ids like __proto__ are drafts like any other', async () => {
    const world = new World();
    const tab = await world.startTab();
    const draft = tab.session.openDraft(replyDraft('__proto__'));
    draft.setText('hello');
    await draft.flush();
    assert.equal(tab.session.openDraft(replyDraft('__proto__')).value?.text, 'hello');
    assert.equal(tab.session.openDraft(replyDraft('constructor')).value, null);
  });

  it('keep a quote and whom they were begun for', async () => {
    const world = new World();
    const tab = await world.startTab();
    const draft = tab.session.openDraft(replyDraft());
    const basis: TextBasis = {
      ...{ conversationId: 'c1', recipientId: 'r1', channel: 'sms' as const, accountId: null },
      ...{ address: '+31612345001', lastIncomingChannel: null },
    };
    draft.setText('hello', basis);
    draft.setReplyTo('m1');
    draft.setText('hello again', { ...basis, recipientId: 'r2' });
    assert.deepEqual([draft.value?.replyToId, draft.value?.basis?.recipientId], ['m1', 'r1']);
  });

  it('typed before storage is open are kept and stored later', async () => {
    const world = new World();
    const tab = world.openTab();
    const draft = tab.session.openDraft(replyDraft());
    draft.setText('early');
    await world.pass(1_000);
    assert.deepEqual(await storedTexts(tab), ['early']);
    assert.equal(draft.value?.text, 'early');
  });

  it('[I1] typed before storage is open come behind what was stored, which is not overwritten', async () => {
    const world = new World();
    const before = await world.startTab();
    before.session.openDraft(replyDraft()).setText('stored yesterday');
    await world.pass(1_000);
    await before.session.close();
    const tab = world.openTab();
    const draft = tab.session.openDraft(replyDraft());
    draft.setText('typed now');
    await world.pass(1_000);
    assert.equal(draft.value?.text, 'stored yesterday\ntyped now');
    assert.deepEqual(await storedTexts(tab), ['stored yesterday\ntyped now']);
  });

  it('[I1] typed before storage could be read for the first time come behind what was stored', async () => {
    const world = new World();
    const before = await world.startTab();
    before.session.openDraft(replyDraft()).setText('stored yesterday');
    await world.pass(1_000);
    await before.session.close();
    const tab = world.openTab();
    tab.storage.faults.failNext('blocked', 'loadDrafts');
    const draft = tab.session.openDraft(replyDraft());
    await world.pass(500);
    draft.setText('typed now');
    await world.pass(5_000);
    assert.equal(draft.value?.text, 'stored yesterday\ntyped now');
    assert.deepEqual(await storedTexts(tab), ['stored yesterday\ntyped now']);
  });

  it('are written again after storage refused', async () => {
    const world = new World();
    const tab = await world.startTab();
    tab.storage.faults.failNext('quota', 'putDraft');
    const draft = tab.session.openDraft(replyDraft());
    draft.setText('hello');
    await world.pass(2_000);
    assert.deepEqual(await storedTexts(tab), ['hello']);
  });

  it('are written when their handle is disposed', async () => {
    const world = new World();
    const tab = await world.startTab();
    const draft = tab.session.openDraft(replyDraft());
    draft.setText('hello');
    draft.dispose();
    await world.pass(10);
    assert.deepEqual(await storedTexts(tab), ['hello']);
  });

  it('tell every handle of the same draft, and only those', async () => {
    const world = new World();
    const tab = await world.startTab();
    const heard: string[] = [];
    const [one, two, other] = [replyDraft(), replyDraft(), replyDraft('c2')].map((key) => tab.session.openDraft(key));
    one!.subscribe(() => heard.push('one'));
    two!.subscribe(() => heard.push('two'));
    other!.subscribe(() => heard.push('other'));
    one!.setText('hello');
    assert.deepEqual(heard, ['one', 'two']);
    assert.equal(two!.value?.text, 'hello');
  });

  it('mark their conversation in the list', async () => {
    const world = new World();
    const tab = await world.startTab();
    const list = tab.session.openList({ scope: { kind: 'all' }, sort: 'newest' });
    await world.pass(100);
    tab.session.openDraft(replyDraft('c2')).setText('half');
    await world.pass(500);
    assert.deepEqual(
      list.value.rows.map((row) => [row.conversation.id, row.draftText]),
      [
        ['c1', null],
        ['c2', 'half'],
      ],
    );
  });
});
