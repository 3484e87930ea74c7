import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { ProviderMessage, ProviderResult } from '../../src/adapters/embedded/provider.ts';
import type { Message } from '../../src/domain/model.ts';
import type { OutgoingMessage } from '../../src/ports/adapter.ts';
import { toAdapterError } from '../../src/ports/adapter-error.ts';
import type { Deferred } from '../../src/testing/index.ts';
import { aConversation, deferred, settle } from '../../src/testing/index.ts';
import { annasData, aTextTo, aWorld, cmStatus } from './world.ts';
import type { Instance, World } from './world.ts';

const conversationIds = ['c1', 'c2'];

/** What can happen between two messages, also between any two steps of a transaction. */
const acts = fc.oneof(
  fc.record({ type: fc.constant('send' as const), on: fc.nat(1) }),
  fc.record({
    type: fc.constant('later' as const),
    on: fc.nat(1),
    quotes: fc.boolean(),
    inMs: fc.constantFrom(1, 500, 5_000, 40_000),
  }),
  fc.record({ type: fc.constant('take-back' as const), pick: fc.nat(5) }),
  fc.record({ type: fc.constant('answer' as const), pick: fc.nat(5), how: fc.constantFrom('sent', 'failed', 'lost') }),
  fc.record({ type: fc.constant('kill' as const), pick: fc.nat(2), afterSteps: fc.nat(25) }),
  fc.record({ type: fc.constant('start' as const) }),
  fc.record({ type: fc.constant('wait' as const), ms: fc.constantFrom(0, 500, 5_000, 40_000) }),
);
type Act = typeof acts extends fc.Arbitrary<infer T> ? T : never;

/** Several instances of which any may die at any step, and a provider that answers when it likes. */
class Storm {
  readonly world: World;
  readonly accepted: Message[] = [];
  readonly asked: ProviderMessage[] = [];
  /** What was put off for certain, and whether it was taken back; `null` where nobody heard. */
  readonly putOff = new Map<string, { readonly message: OutgoingMessage; isTakenBack: boolean | null }>();
  readonly #answers: Deferred<ProviderResult>[] = [];
  readonly #instances: Instance[] = [];

  constructor() {
    const data = annasData();
    const conversations = conversationIds.map((id) => aConversation({ ...data.conversations?.[0], id }));
    this.world = aWorld({ ...data, conversations });
    this.start();
  }

  start(): void {
    const send = (message: ProviderMessage): Promise<ProviderResult> => {
      this.asked.push(message);
      const answer = deferred<ProviderResult>();
      this.#answers.push(answer);
      return answer.promise;
    };
    const instance = this.world.start({ provider: { send } });
    this.#instances.push(instance);
    instance.backend.look();
  }

  async act(act: Act): Promise<void> {
    if (act.type === 'start') this.start();
    if (act.type === 'wait') await this.world.clock.advance(act.ms);
    if (act.type === 'answer') this.#answer(act);
    if (act.type === 'send') await this.#send(conversationIds[act.on] ?? 'c1');
    if (act.type === 'later') await this.#putOff(act);
    if (act.type === 'take-back') await this.#takeBack(act.pick);
    if (act.type === 'kill') await this.#kill(act.pick, act.afterSteps);
  }

  /** Everything heals: one instance is left, and time passes. */
  async heal(): Promise<Instance> {
    for (const instance of this.#instances.splice(0)) await instance.kill();
    this.start();
    for (let turn = 0; turn < 30; turn += 1) {
      for (const answer of this.#answers) answer.resolve({ status: 'sent' });
      await this.world.clock.advance(5_000);
    }
    const [last] = this.#instances;
    assert.ok(last);
    return last;
  }

  async #send(conversationId: string): Promise<void> {
    const [instance] = this.#instances;
    if (!instance) return;
    const outgoing = aTextTo({ conversationId });
    // A killed instance may have stored it all the same, as after a lost answer; only promises are counted.
    this.accepted.push(await instance.adapter().send(outgoing));
  }

  async #putOff({ on, quotes, inMs }: Extract<Act, { type: 'later' }>): Promise<void> {
    const [instance] = this.#instances;
    const part = instance?.adapter().part('schedule');
    if (!part) return;
    const conversationId = conversationIds[on] ?? 'c1';
    const answered = this.accepted.find((message) => message.conversationId === conversationId);
    const message = aTextTo({ conversationId, replyToId: quotes && answered ? answered.id : null });
    await part.sendAt(message, this.world.clock.now() + inMs);
    this.putOff.set(message.clientId, { message, isTakenBack: false });
  }

  async #takeBack(pick: number): Promise<void> {
    const [instance] = this.#instances;
    const kept = [...this.putOff.values()].filter(({ isTakenBack }) => isTakenBack === false);
    const one = kept[pick % Math.max(1, kept.length)];
    const part = instance?.adapter().part('schedule');
    if (!part || !one) return;
    one.isTakenBack = null;
    const outcome = await part.cancel(one.message.clientId).then(
      ({ state }) => state,
      (error: unknown) => toAdapterError(error).code,
    );
    if (outcome === 'cancelled') one.isTakenBack = true;
    if (outcome === 'conflict') one.isTakenBack = false;
  }

  #answer({ pick, how }: Extract<Act, { type: 'answer' }>): void {
    const answer = this.#answers[pick];
    if (how === 'sent') answer?.resolve({ status: 'sent' });
    if (how === 'lost') answer?.reject(new TypeError('connection lost'));
    const failure = { reason: 'blocked', providerCode: null, detail: null } as const;
    if (how === 'failed') answer?.resolve({ status: 'failed', failure });
  }

  async #kill(pick: number, afterSteps: number): Promise<void> {
    const [victim] = this.#instances.splice(pick, 1);
    for (let step = 0; step < afterSteps; step += 1) await Promise.resolve();
    await victim?.kill();
  }
}

describe('handing over in a storm', () => {
  it('[I1] [I3] [I5] asks at most once per message and in order, loses none, and ends honest', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(acts, { maxLength: 30 }), async (story) => {
        const storm = new Storm();
        for (const act of story) await storm.act(act);
        const last = await storm.heal();
        const references = storm.asked.map(({ reference }) => reference);
        assert.equal(new Set(references).size, references.length, 'a message was handed over twice');
        for (const id of conversationIds) {
          const { items } = await last
            .adapter()
            .listMessages({ kind: 'conversation', conversationId: id }, { limit: 200 });
          const order = items.toSorted((a, b) => a.position - b.position).map((message) => message.id);
          const accepted = storm.accepted.filter(({ conversationId }) => conversationId === id).map(({ id }) => id);
          assert.deepEqual(
            order.filter((messageId) => accepted.includes(messageId)),
            accepted,
          );
          const asked = storm.asked
            .filter(({ conversationId }) => conversationId === id)
            .map(({ messageId }) => messageId);
          assert.deepEqual(
            asked,
            order.filter((messageId) => asked.includes(messageId)),
          );
        }
        for (const { clientId } of storm.accepted) {
          const message = await last.adapter().findMessage(clientId ?? '');
          assert.ok(message, 'an accepted message is gone');
          const wasAsked = references.includes((clientId ?? '').replaceAll('-', ''));
          const isSettled = message.status === 'sent' || message.status === 'failed';
          // Either the outcome is known, or it is said that it is not; and a report still resolves it.
          assert.ok(isSettled || message.statusTimes.unknown !== undefined, JSON.stringify(message));
          if (isSettled) assert.ok(wasAsked);
          await last.status(cmStatus(message, 'delivered'));
          assert.equal((await last.adapter().findMessage(clientId ?? ''))?.status, 'delivered');
        }
        for (const { message, isTakenBack } of storm.putOff.values()) {
          const found = await last.adapter().findMessage(message.clientId);
          if (isTakenBack !== null) assert.equal(found === null, isTakenBack, `taken back: ${isTakenBack}`);
          if (found) assert.deepEqual([found.content, found.replyToId], [message.content, message.replyToId]);
          const isAsked = references.includes(message.clientId.replaceAll('-', ''));
          assert.ok(found !== null || !isAsked, 'what was taken back left all the same');
        }
        await settle();
        await last.kill();
      }),
      { numRuns: 120 },
    );
  });
});
