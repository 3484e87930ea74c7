import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AdapterError } from '../../src/ports/adapter-error.ts';
import type { Capabilities } from '../../src/ports/adapter.ts';
import { sendText, shown, textOf, World } from './world.ts';

const forgetful = (capabilities: Capabilities): Capabilities => ({ ...capabilities, idempotencyMs: 0 });

function calls(tab: { adapter: { faults: { log: readonly { call: string }[] } } }, call: string): number {
  return tab.adapter.faults.log.filter((record) => record.call === call).length;
}

describe('an attempt without an answer', () => {
  it('[I4] is shown as unknown until the backend says what became of it', async () => {
    const world = new World();
    const tab = await world.startTab();
    const timeline = tab.session.openTimeline({ kind: 'conversation', conversationId: 'c1' });
    await world.pass(10);
    tab.adapter.faults.next({ kind: 'lost-request' }, 'send');
    await sendText(tab, 'hello');
    await world.pass(100);
    assert.deepEqual(shown(timeline), ['hello · unknown']);
  });

  it('[I3] is asked about first and not sent again when the backend has it', async () => {
    const world = new World();
    const tab = await world.startTab();
    tab.adapter.faults.stalled = true;
    tab.adapter.faults.next({ kind: 'lost-answer' }, 'send');
    const { clientId } = await sendText(tab, 'hello');
    await world.pass(5_000);
    assert.equal(calls(tab, 'findMessage'), 1);
    assert.equal(calls(tab, 'send'), 1);
    assert.equal(world.dispatches(clientId), 1);
    assert.deepEqual(await world.outbox(), []);
  });

  it('[I3] is sent again with the same id when the backend does not have it', async () => {
    const world = new World();
    const tab = await world.startTab();
    tab.adapter.faults.next({ kind: 'lost-request' }, 'send');
    const { clientId } = await sendText(tab, 'hello');
    await world.pass(5_000);
    assert.deepEqual(
      (await world.stored()).map((message) => message.clientId),
      [clientId],
    );
  });

  it('needs no question when the feed brings the message first', async () => {
    const world = new World();
    const tab = await world.startTab();
    tab.adapter.faults.next({ kind: 'lost-answer' }, 'send');
    await sendText(tab, 'hello');
    await world.pass(5_000);
    assert.equal(calls(tab, 'findMessage'), 0);
    assert.deepEqual(await world.outbox(), []);
  });

  it('[I3] waits for a person where the backend does not recognise ids', async () => {
    const world = new World({ capabilities: forgetful });
    const tab = await world.startTab();
    tab.adapter.faults.next({ kind: 'lost-request' }, 'send');
    await sendText(tab, 'hello');
    await world.pass(3_600_000);
    assert.equal(calls(tab, 'send'), 1);
    assert.deepEqual(tab.session.status.value.outbox, { pending: 0, failed: 1 });
  });

  it('[I3] waits for a person once the backend may have forgotten the id', async () => {
    const minute = (capabilities: Capabilities): Capabilities => ({ ...capabilities, idempotencyMs: 60_000 });
    const world = new World({ capabilities: minute });
    const tab = await world.startTab();
    tab.adapter.faults.next({ kind: 'lost-request' }, 'send');
    tab.adapter.faults.every({ kind: 'error', error: new AdapterError('unavailable', 'down') }, 'findMessage');
    await sendText(tab, 'hello');
    await world.pass(120_000);
    tab.adapter.faults.every(null, 'findMessage');
    await world.pass(120_000);
    assert.equal(calls(tab, 'send'), 1);
    assert.deepEqual(tab.session.status.value.outbox, { pending: 0, failed: 1 });
  });

  it('counts the time the backend remembers an id from the first attempt, not from the queueing', async () => {
    const minute = (capabilities: Capabilities): Capabilities => ({ ...capabilities, idempotencyMs: 60_000 });
    const world = new World({ capabilities: minute });
    const tab = await world.startTab();
    tab.connectivity.set(false);
    await sendText(tab, 'hello');
    await world.pass(3_600_000);
    tab.adapter.faults.next({ kind: 'lost-request' }, 'send');
    tab.connectivity.set(true);
    await world.pass(30_000);
    assert.deepEqual((await world.stored()).map(textOf), ['hello']);
  });

  it('is sent again when a person says so, with the same id', async () => {
    const world = new World({ capabilities: forgetful });
    const tab = await world.startTab();
    tab.adapter.faults.next({ kind: 'lost-request' }, 'send');
    const { clientId } = await sendText(tab, 'hello');
    await world.pass(5_000);
    const retrying = tab.session.retry(clientId);
    await world.pass(1_000);
    await retrying;
    assert.deepEqual(
      (await world.stored()).map((message) => message.clientId),
      [clientId],
    );
  });

  it('is settled when a person asks and the backend has it', async () => {
    const world = new World({ capabilities: forgetful });
    const tab = await world.startTab();
    tab.adapter.faults.stalled = true;
    tab.adapter.faults.next({ kind: 'lost-answer' }, 'send');
    tab.adapter.faults.every({ kind: 'error', error: new AdapterError('unavailable', 'down') }, 'findMessage');
    const { clientId } = await sendText(tab, 'hello');
    await world.pass(1_000);
    tab.adapter.faults.every(null, 'findMessage');
    const asking = tab.session.checkOutcome(clientId);
    await world.pass(10);
    await asking;
    assert.deepEqual(await world.outbox(), []);
  });

  it('lets later messages of the conversation pass once it waits for a person', async () => {
    const world = new World({ capabilities: forgetful });
    const tab = await world.startTab();
    tab.adapter.faults.next({ kind: 'lost-request' }, 'send');
    await sendText(tab, 'hello');
    await sendText(tab, 'after');
    await world.pass(10_000);
    assert.deepEqual((await world.stored()).map(textOf), ['after']);
  });

  it('[I7] frees its place after half a minute of silence', async () => {
    const world = new World();
    const tab = await world.startTab();
    tab.adapter.faults.next({ kind: 'silence', commit: 'before' }, 'send');
    await sendText(tab, 'hello');
    await sendText(tab, 'after');
    await world.pass(40_000);
    assert.deepEqual((await world.stored()).map(textOf), ['hello', 'after']);
  });

  for (const kind of ['malformed', 'foreign', 'throws'] as const)
    it(`[I1] is not taken for a refusal when the adapter misbehaves: ${kind}`, async () => {
      const world = new World();
      const tab = await world.startTab();
      const fault = kind === 'malformed' ? { kind, with: null } : { kind, reason: 'no error at all' };
      tab.adapter.faults.next(fault, 'send');
      await sendText(tab, 'hello');
      await world.pass(10_000);
      assert.deepEqual((await world.stored()).map(textOf), ['hello']);
      assert.deepEqual(await world.outbox(), []);
    });

  it('goes on without asking where the backend cannot be asked but recognises ids', async () => {
    const blind = (capabilities: Capabilities): Capabilities => ({
      ...capabilities,
      can: { ...capabilities.can, findByClientId: false },
    });
    const world = new World({ capabilities: blind });
    const tab = await world.startTab();
    tab.adapter.faults.stalled = true;
    tab.adapter.faults.next({ kind: 'lost-answer' }, 'send');
    const { clientId } = await sendText(tab, 'hello');
    await world.pass(10_000);
    assert.equal(calls(tab, 'findMessage'), 0);
    assert.equal(world.dispatches(clientId), 1);
    assert.deepEqual(await world.outbox(), []);
    await assert.rejects(
      async () => {
        tab.adapter.faults.every({ kind: 'error', error: new AdapterError('invalid', 'no') }, 'send');
        const failed = await sendText(tab, 'other');
        await world.pass(100);
        await tab.session.checkOutcome(failed.clientId);
      },
      { code: 'unsupported' },
    );
  });

  it('does not fail the message when the question is refused for good', async () => {
    const world = new World();
    const tab = await world.startTab();
    tab.adapter.faults.next({ kind: 'lost-request' }, 'send');
    tab.adapter.faults.every({ kind: 'error', error: new AdapterError('forbidden', 'no') }, 'findMessage');
    await sendText(tab, 'hello');
    await world.pass(10_000);
    assert.deepEqual((await world.stored()).map(textOf), ['hello']);
  });
});
