import assert from 'node:assert/strict';
import type { Message } from '../../src/domain/model.ts';
import type { OutboxEntry } from '../../src/ports/storage.ts';
import { needsPerson } from '../../src/sync/outbox/next-entries.ts';
import type { ConversationRow, TimelineEntry } from '../../src/sync/session-api.ts';
import type { Scenario } from './scenario.ts';
import { shared } from './scenario.ts';
import { replyDraft, textOf } from './world.ts';

/**
 * Checks I1–I8 after a run that was healed. Each failure names its invariant.
 *
 * @param waiting - `none`: everything must have left the outbox · `for-person`: what nobody can find out may stay
 */
export async function checkInvariants(scenario: Scenario, waiting: 'none' | 'for-person' = 'none'): Promise<void> {
  const stored = new Map<string, readonly Message[]>();
  for (const id of shared) stored.set(id, await scenario.world.stored(id));
  const own = [...stored.values()].flat().filter(({ clientId }) => clientId !== null);
  const left = await scenario.world.outbox();
  const stuck = left.filter((entry) => waiting === 'none' || !needsPerson(entry));
  assert.deepEqual(
    stuck.map(({ state, notBefore }) => [state, notBefore]),
    [],
    '[I7] the outbox does not drain by itself',
  );
  checkTexts(scenario, own, left);
  checkQuotes(scenario, [...own, ...left]);
  checkDispatches(scenario, own);
  checkOrder(scenario, stored);
  await checkTabs(scenario, stored);
  await checkDrafts(scenario);
  assert.deepEqual(scenario.stepsBack, [], '[I4] a status went back');
}

function checkTexts({ pressed }: Scenario, own: readonly Message[], left: readonly OutboxEntry[]): void {
  const sent = own.map(textOf);
  const texts = [...sent, ...left.map(textOf)];
  for (const [text, entry] of pressed) {
    const places = texts.filter((other) => other === text).length;
    if (entry) assert.equal(places, 1, `[I1] ${text} was safe and stands in ${places} places`);
    else assert.ok(places <= 1, `[I3] ${text} stands in ${places} places`);
  }
  for (const text of sent) assert.ok(pressed.has(text), `[I2] nobody sent ${text}`);
}

/** What was quoted belongs to the text: it is not lost on the way, and nothing else is quoted. */
function checkQuotes({ quoted }: Scenario, messages: readonly (Message | OutboxEntry)[]): void {
  for (const message of messages) {
    const text = textOf(message);
    const allowed = quoted.get(text);
    if (allowed) assert.ok(allowed.has(message.replyToId), `[I1] ${text} quotes ${String(message.replyToId)}`);
  }
}

function checkDispatches(scenario: Scenario, own: readonly Message[]): void {
  const { dispatched } = scenario.world;
  assert.equal(new Set(dispatched).size, dispatched.length, '[I3] the provider got a message twice');
  const outgoing = own.filter(({ direction }) => direction === 'outgoing').map(({ clientId }) => clientId ?? '');
  const expected = outgoing.map((clientId) => clientId.replaceAll('-', '')).toSorted();
  assert.deepEqual([...dispatched].sort(), expected, '[I7] accepted and dispatched differ');
}

function checkOrder({ pressed, world }: Scenario, stored: ReadonlyMap<string, readonly Message[]>): void {
  const orders = new Map([...pressed.values()].flatMap((entry) => (entry ? [[entry.clientId, entry.order]] : [])));
  for (const [id, messages] of stored) {
    const queued = messages.map(({ clientId }) => orders.get(clientId ?? '')).filter((order) => order !== undefined);
    assert.deepEqual(
      queued,
      queued.toSorted((a, b) => a - b),
      `[I5] ${id} was not accepted in the order of queueing`,
    );
    const accepted = messages.filter(({ direction }) => direction === 'outgoing').map(referenceOf);
    const sent = world.dispatched.filter((reference) => accepted.includes(reference));
    assert.deepEqual(sent, accepted, `[I5] ${id} left in another order than it was accepted in`);
  }
}

/** Every tab that lives, with the views it has had open all the time, and one that was opened just now. */
async function checkTabs(scenario: Scenario, stored: ReadonlyMap<string, readonly Message[]>): Promise<void> {
  await scenario.open();
  await scenario.world.pass(1_000);
  const waiting = new Set((await scenario.world.outbox()).map(({ clientId }) => clientId));
  for (const [tab, { list, timelines }] of scenario.views) {
    if (tab.life.isOver) continue;
    const fresh = [...scenario.views.values()].at(-1)?.list.value.rows ?? [];
    assert.deepEqual(list.value.rows.map(common), fresh.map(common), `[I6] the list of tab ${tab.index} differs`);
    for (const { conversation, draftText } of list.value.rows) {
      const draft = tab.session.openDraft(replyDraft(conversation.id)).value;
      assert.equal(
        draftText,
        draft?.text ?? null,
        `[I6] the list of tab ${tab.index} shows another draft than there is`,
      );
    }
    for (const [id, timeline] of timelines) {
      const rows = timeline.value.entries.filter(({ key, source }) => source === 'server' || !waiting.has(key));
      const expected = stored.get(id)?.map((message) => describe({ key: '', source: 'server', message }));
      assert.deepEqual(rows.map(describe), expected, `[I6] ${id} in tab ${tab.index} differs from the backend`);
      const keys = timeline.value.entries.map(({ key }) => key);
      assert.equal(new Set(keys).size, keys.length, '[I2] two rows have one key');
    }
  }
}

/** What all tabs must agree on; a draft that a closing tab could only journal shows when drafts are read next. */
function common({ conversation, failedCount, pendingCount }: ConversationRow): Partial<ConversationRow> {
  return { conversation, failedCount, pendingCount };
}

async function checkDrafts(scenario: Scenario): Promise<void> {
  const tab = scenario.living.at(-1);
  for (const [id, { texts, stored }] of scenario.kept) {
    const draft = tab?.session.openDraft(replyDraft(id)).value?.text;
    const allowed = texts.slice(Math.max(0, stored - 1));
    if (stored > 0)
      assert.ok(allowed.includes(draft ?? ''), `[I8] the draft ${texts.join(', ')} became ${String(draft)}`);
  }
}

function describe({ source, message }: TimelineEntry): string {
  return `${source} ${message.id} v${message.version} ${textOf(message)} ${message.status ?? message.direction}`;
}

function referenceOf({ clientId }: Message): string {
  return (clientId ?? '').replaceAll('-', '');
}
