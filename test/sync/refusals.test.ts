import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AdapterError } from '../../src/ports/adapter-error.ts';
import { anAttachment } from '../../src/testing/index.ts';
import { replyDraft, sendText, shown, textOf, World } from './world.ts';
import type { Tab } from './world.ts';

function sends(tab: Tab): number {
  return tab.adapter.faults.log.filter(({ call }) => call === 'send').length;
}

describe('a refused message', () => {
  for (const code of [
    'forbidden',
    'not-found',
    'conflict',
    'invalid',
    'key-reused',
    'window-closed',
    'unsupported',
  ] as const)
    it(`needs a person after ${code}, and says why`, async () => {
      const world = new World();
      const tab = await world.startTab();
      tab.adapter.faults.next({ kind: 'error', error: new AdapterError(code, 'no') }, 'send');
      const { clientId } = await sendText(tab, 'hello');
      await world.pass(3_600_000);
      assert.equal(sends(tab), 1);
      const [entry] = await world.outbox();
      assert.deepEqual([entry?.clientId, entry?.state, entry?.failure?.providerCode], [clientId, 'failed', code]);
    });

  it('is tried again with the same id when a person says so', async () => {
    const world = new World();
    const tab = await world.startTab();
    tab.adapter.faults.next({ kind: 'error', error: new AdapterError('window-closed', 'no') }, 'send');
    const { clientId } = await sendText(tab, 'hello');
    await world.pass(100);
    await tab.session.retry(clientId);
    await world.pass(100);
    assert.deepEqual(
      (await world.stored()).map((message) => message.clientId),
      [clientId],
    );
    assert.deepEqual(await world.outbox(), []);
  });

  it('gets a new id on retry when the backend holds other words under the old one', async () => {
    const world = new World();
    const tab = await world.startTab();
    tab.adapter.faults.next({ kind: 'error', error: new AdapterError('key-reused', 'no') }, 'send');
    const { clientId } = await sendText(tab, 'hello');
    await world.pass(100);
    await tab.session.retry(clientId);
    await world.pass(100);
    const [message] = await world.stored();
    assert.equal(textOf(message!), 'hello');
    assert.notEqual(message?.clientId, clientId);
    assert.deepEqual(await world.outbox(), []);
  });

  it('can be taken back, and its text returns to the draft', async () => {
    const world = new World();
    const tab = await world.startTab();
    tab.adapter.faults.next({ kind: 'error', error: new AdapterError('invalid', 'no') }, 'send');
    const { clientId } = await sendText(tab, 'hello');
    await world.pass(100);
    const draft = tab.session.openDraft(replyDraft());
    await tab.session.discard(clientId, 'keep-text');
    assert.equal(draft.value?.text, 'hello');
    assert.notEqual(draft.value.clientId, clientId);
    assert.deepEqual(await world.outbox(), []);
  });

  it('[I1] is taken back with its file and its caption, and both survive a reload', async () => {
    const world = new World();
    const tab = await world.startTab();
    tab.connectivity.set(false);
    const attachment = anAttachment({
      id: 'up-1',
      name: 'offer.pdf',
      mimeType: 'application/pdf',
      altText: 'Our offer',
    });
    const { clientId } = await tab.session.send({
      ...{ conversationId: 'c1', channel: 'sms', accountId: null, replyToId: 'm1', draft: null },
      content: { kind: 'document', attachment, caption: 'As promised' },
    });
    await tab.session.discard(clientId, 'keep-text');
    assert.deepEqual(await world.outbox(), []);
    const storage = tab.storage.peer();
    const [kept] = await storage.loadDraftFiles();
    const { caption, altText, kind, attachment: again } = kept?.file ?? {};
    assert.deepEqual(
      { caption, altText, kind, attachment: again },
      {
        ...{ caption: 'As promised', altText: 'Our offer', kind: 'document', attachment },
      },
    );
    assert.equal((await storage.loadDrafts())[0]?.replyToId, 'm1');
    storage.close();
    const [waiting] = (await tab.session.openFiles()).list(replyDraft());
    assert.equal(waiting?.upload.state, 'done', 'nothing is uploaded again');
  });

  it('can be taken back without its text', async () => {
    const world = new World();
    const tab = await world.startTab();
    tab.connectivity.set(false);
    const { clientId } = await sendText(tab, 'hello');
    await tab.session.discard(clientId);
    tab.connectivity.set(true);
    await world.pass(10_000);
    assert.deepEqual(await world.stored(), []);
    assert.equal(tab.session.openDraft(replyDraft()).value, null);
  });

  it('puts its text before what was typed since', async () => {
    const world = new World();
    const tab = await world.startTab();
    tab.connectivity.set(false);
    const { clientId } = await sendText(tab, 'hello');
    const draft = tab.session.openDraft(replyDraft());
    draft.setText('more');
    await tab.session.discard(clientId, 'keep-text');
    assert.equal(draft.value?.text, 'hello\nmore');
  });

  it('[I4] cannot be taken back while it is on its way', async () => {
    const world = new World();
    const tab = await world.startTab();
    tab.adapter.faults.next({ kind: 'silence', commit: 'before' }, 'send');
    const { clientId } = await sendText(tab, 'hello');
    await world.pass(10);
    await assert.rejects(tab.session.discard(clientId), { code: 'conflict' });
    await assert.rejects(tab.session.discard('nobody'), { code: 'not-found' });
  });

  it('becomes a new message when it failed at the provider and is retried', async () => {
    const world = new World();
    const tab = await world.startTab();
    const timeline = tab.session.openTimeline({ kind: 'conversation', conversationId: 'c1' });
    const { clientId } = await sendText(tab, 'hello');
    await world.pass(100);
    await world.backend.status(failedStatus(clientId));
    await world.pass(100);
    assert.deepEqual(shown(timeline), ['hello · failed']);
    await tab.session.retry(clientId);
    await world.pass(100);
    assert.deepEqual(shown(timeline), ['hello · failed', 'hello · sent']);
    await assert.rejects(tab.session.retry('nobody'), { code: 'not-found' });
  });
});

describe('a busy or absent backend', () => {
  it('[I7] is tried again for an hour of 503 and drains then without a click', async () => {
    const world = new World();
    const tab = await world.startTab();
    const down = new AdapterError('unavailable', 'maintenance', { refused: true });
    tab.adapter.faults.every({ kind: 'error', error: down }, 'send');
    await sendText(tab, 'hello');
    await world.pass(3_600_000);
    assert.ok(sends(tab) < 130, `${sends(tab)} attempts in an hour`);
    tab.adapter.faults.every(null, 'send');
    await world.pass(61_000);
    assert.deepEqual((await world.stored()).map(textOf), ['hello']);
  });

  for (const [title, afterMs, atLeastMs, atMostMs] of [
    ['a number of seconds', 30_000, 30_000, 31_000],
    ['nothing', undefined, 500, 2_000],
    ['a year', 365 * 86_400_000, 15 * 60_000, 15 * 60_000 + 8_000],
    ['less than nothing', -5, 500, 2_000],
    ['no number', NaN, 500, 2_000],
  ] as const)
    it(`[I7] waits as long as a 429 asks, within reason: ${title}`, async () => {
      const world = new World();
      const tab = await world.startTab();
      const busy = new AdapterError('rate-limited', 'busy', afterMs === undefined ? {} : { afterMs });
      tab.adapter.faults.next({ kind: 'error', error: busy }, 'send');
      await sendText(tab, 'hello');
      await world.pass(atLeastMs - 100);
      assert.equal(sends(tab), 1);
      await world.pass(atMostMs - atLeastMs + 200);
      assert.equal(sends(tab), 2);
    });

  it('keeps all conversations quiet while the backend asks for patience', async () => {
    const world = new World();
    const tab = await world.startTab();
    tab.adapter.faults.next(
      { kind: 'error', error: new AdapterError('rate-limited', 'busy', { afterMs: 60_000 }) },
      'send',
    );
    await sendText(tab, 'one', 'c1');
    await world.pass(100);
    await sendText(tab, 'two', 'c2');
    await world.pass(30_000);
    assert.equal(sends(tab), 1);
    await world.pass(40_000);
    assert.deepEqual((await world.stored('c2')).map(textOf), ['two']);
  });

  it('[I7] drains when the device comes online, without waiting for the next turn', async () => {
    const world = new World();
    const tab = await world.startTab();
    tab.connectivity.set(false);
    await sendText(tab, 'hello');
    await world.pass(600_000);
    assert.equal(sends(tab), 0);
    tab.connectivity.set(true);
    await world.pass(10);
    assert.deepEqual((await world.stored()).map(textOf), ['hello']);
  });

  it('[I7] drains after eight hours of sleep', async () => {
    const world = new World();
    const tab = await world.startTab();
    tab.adapter.faults.offline = true;
    await sendText(tab, 'hello');
    await world.pass(1_000);
    await world.clock.sleep(8 * 3_600_000);
    tab.adapter.faults.offline = false;
    tab.wake();
    await world.pass(3_000);
    assert.deepEqual((await world.stored()).map(textOf), ['hello']);
  });

  it('[I7] drains when the clock was set back by a year', async () => {
    const world = new World();
    const tab = await world.startTab();
    tab.adapter.faults.next(
      { kind: 'error', error: new AdapterError('unavailable', 'down', { refused: true }) },
      'send',
    );
    await sendText(tab, 'hello');
    await world.pass(100);
    world.clock.skew(-365 * 86_400_000);
    await world.pass(16 * 60_000);
    assert.deepEqual((await world.stored()).map(textOf), ['hello']);
  });

  it('[I9] does not turn a flapping network into a storm', async () => {
    const world = new World();
    const tab = await world.startTab();
    tab.adapter.faults.every(
      { kind: 'error', error: new AdapterError('unavailable', 'down', { refused: true }) },
      'send',
    );
    await sendText(tab, 'hello');
    for (let flap = 0; flap < 100; flap += 1) {
      tab.connectivity.set(false);
      tab.connectivity.set(true);
      await world.pass(100);
    }
    assert.ok(sends(tab) <= 12, `${sends(tab)} attempts in ten seconds`);
  });
});

describe('a sign-in that ran out', () => {
  it('[I1] pauses the queue, asks once for a token and goes on; nothing failed', async () => {
    const world = new World();
    const tab = await world.startTab();
    const out = new AdapterError('unauthenticated', 'expired');
    for (let count = 0; count < 2; count += 1) tab.adapter.faults.next({ kind: 'error', error: out }, 'send');
    await Promise.all(['c1', 'c2'].map((id) => sendText(tab, 'hello', id)));
    await world.pass(5_000);
    const connects = tab.adapter.faults.log.filter(({ call }) => call === 'connect').length;
    assert.ok(connects <= 3, `${connects} connects`);
    assert.deepEqual((await world.stored('c2')).map(textOf), ['hello']);
    assert.deepEqual(await world.outbox(), []);
  });

  it('[I9] does not ask without end when the backend signs in and refuses all the same', async () => {
    const world = new World();
    const tab = await world.startTab();
    tab.adapter.faults.every({ kind: 'error', error: new AdapterError('unauthenticated', 'expired') }, 'send');
    await sendText(tab, 'hello');
    await world.pass(600_000);
    assert.ok(sends(tab) < 25, `${sends(tab)} sends in ten minutes`);
    assert.equal(tab.session.status.value.outbox.pending, 1);
  });

  it('[I1] says that the agent must sign in, keeps the queue, and drains it afterwards', async () => {
    const world = new World();
    const tab = await world.startTab();
    const out = new AdapterError('unauthenticated', 'expired');
    tab.adapter.faults.every({ kind: 'error', error: out });
    await sendText(tab, 'hello');
    await world.pass(120_000);
    assert.equal(tab.session.status.value.needsSignIn, true);
    assert.deepEqual(tab.session.status.value.outbox, { pending: 1, failed: 0 });
    assert.ok(sends(tab) <= 2, `${sends(tab)} sends without a sign-in`);
    tab.adapter.faults.every(null);
    await world.pass(61_000);
    assert.equal(tab.session.status.value.needsSignIn, false);
    assert.deepEqual((await world.stored()).map(textOf), ['hello']);
  });
});

function failedStatus(clientId: string): unknown {
  return {
    account: 'test',
    messages: {
      msg: {
        received: '2026-03-01T09:00:01',
        to: '0031612345001',
        reference: clientId.replaceAll('-', ''),
        status: { code: '3', errorCode: '302', errorDescription: 'invalid number' },
      },
    },
  };
}
