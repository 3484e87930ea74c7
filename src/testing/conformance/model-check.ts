import type { Message } from '../../domain/model.ts';
import type { OutgoingMessage } from '../../ports/adapter.ts';
import type { Bench, Target } from './bench.ts';
import type { Check } from './check.ts';
import { ConformanceError, equal, ok, rejectsWith } from './expect.ts';
import type { Listener } from './listener.ts';
import { LaterModel } from './model-later.ts';
import type { ModelCommand } from './model-later.ts';
import { agrees } from './stream-checks.ts';

/** Random commands against the backend and against a plain model of it; both must say the same. */
export const modelChecks: readonly Check[] = [
  {
    id: 'MC1',
    title: 'after random commands the backend, its stream and a plain model agree',
    needs: [],
    run: async (bench) => {
      const run = await ModelRun.start(bench);
      const steps = bench.options.modelSteps ?? 120;
      for (let step = 1; step <= steps; step += 1) await run.step();
      await run.end();
    },
  },
];

/** What the model knows of one conversation. */
interface Place extends Target {
  /** Everything but events, in order: ids that were there before, and what the run wrote. */
  readonly ids: string[];
  readonly tags: Set<string>;
  /** What the customer wrote, oldest first; the last `unread` of them are unread. */
  readonly incoming: string[];
  unread: number;
}

interface Sent {
  readonly place: Place;
  readonly outgoing: OutgoingMessage;
  readonly message: Message;
}

class ModelRun {
  readonly #bench: Bench;
  readonly #places: readonly Place[];
  readonly #sent: Sent[] = [];
  readonly #trace: string[] = [];
  readonly #listeners: Listener[] = [];
  readonly #later: LaterModel<Place> | null;
  readonly #commands: readonly ModelCommand[];

  private constructor(bench: Bench, places: readonly Place[]) {
    this.#bench = bench;
    this.#places = places;
    this.#later = bench.adapter.part('schedule') ? new LaterModel(bench, places) : null;
    this.#commands = this.#available();
  }

  static async start(bench: Bench): Promise<ModelRun> {
    const places: Place[] = [];
    for (const target of await bench.targets()) {
      const { id, tags, unreadCount } = target.conversation;
      const history = await bench.history({ kind: 'conversation', conversationId: id });
      const incoming = history.filter(({ direction }) => direction === 'incoming').map((message) => message.id);
      places.push({ ...target, ids: written(history), tags: new Set(tags), unread: unreadCount, incoming });
    }
    const run = new ModelRun(bench, places);
    if (bench.session.capabilities.realtime !== 'none') run.#listeners.push(await bench.listen(bench.session.cursor));
    return run;
  }

  async step(): Promise<void> {
    const total = this.#commands.reduce((sum, [, weight]) => sum + weight, 0);
    let chosen = this.#bench.random.whole(0, total);
    for (const [name, weight, run] of this.#commands) {
      chosen -= weight;
      if (chosen >= 0) continue;
      this.#trace.push(name);
      return this.#attempt(run);
    }
  }

  async end(): Promise<void> {
    this.#trace.push('compare everything');
    await this.#attempt(async () => {
      await this.#later?.end((place, messageId) => place.ids.push(messageId));
      for (const place of this.#places) {
        await this.#compareHistory(place, 50);
        await this.#compareConversation(place);
      }
      if (this.#listeners.length > 0) await this.#compareStream();
    });
  }

  async #attempt(run: () => Promise<void>): Promise<void> {
    try {
      await run();
    } catch (error) {
      const what = error instanceof Error ? error.message : String(error);
      const last = this.#trace.slice(-8).join(', ');
      throw new ConformanceError(`step ${this.#trace.length} (… ${last}): ${what}`, { cause: error });
    }
  }

  #available(): readonly ModelCommand[] {
    const { subject, session } = this.#bench;
    const { can, idempotencyMs, conflictCheck, realtime } = session.capabilities;
    const when = (available: unknown, name: string, weight: number, run: () => Promise<void>) =>
      available ? [[name, weight, run] as const] : [];
    return [
      ...when(true, 'send', 6, () => this.#send()),
      ...when(subject.second, 'send as the other agent', 2, () => this.#sendAsOther()),
      ...when(idempotencyMs > 0, 'send again', 3, () => this.#sendAgain()),
      ...when(idempotencyMs > 0, 'reuse a client id', 2, () => this.#reuse()),
      ...when(can.findByClientId, 'find by client id', 2, () => this.#find()),
      ...when(can.notes, 'add a note', 2, () => this.#note()),
      ...when(subject.incoming, 'a customer writes', 3, () => this.#incoming()),
      ...when(true, 'read', 2, () => this.#read()),
      ...when(true, 'read up to some message', 1, () => this.#readUpTo()),
      ...when(can.markUnread, 'mark unread', 1, () => this.#markUnread()),
      ...when(can.markUnreadFrom, 'mark unread from', 3, () => this.#markUnreadFrom()),
      ...when(can.tag, 'tag', 2, () => this.#tag()),
      ...when(can.tag && conflictCheck, 'tag an outdated version', 2, () => this.#conflict()),
      ...when(true, 'page through', 3, () => this.#compareHistory(this.#place(), this.#bench.random.whole(1, 6))),
      ...when(true, 'read the conversation', 2, () => this.#compareConversation(this.#place())),
      ...when(realtime !== 'none', 'break the stream, send, resume it', 1, () => this.#breakAndResume()),
      ...(this.#later?.commands ?? []),
    ];
  }

  async #send(adapter = this.#bench.adapter): Promise<void> {
    const place = this.#place();
    const replyToId =
      place.ids.length > 0 && this.#bench.random.happens(0.3) ? this.#bench.random.pick(place.ids) : null;
    const outgoing = await this.#bench.outgoing({ replyToId }, place);
    const message = await adapter.send(outgoing);
    equal(message.replyToId, replyToId, 'the message that the answer names');
    place.ids.push(message.id);
    this.#sent.push({ place, outgoing, message });
  }

  async #sendAsOther(): Promise<void> {
    return this.#send(await this.#bench.second());
  }

  async #sendAgain(): Promise<void> {
    const sent = this.#anySent();
    if (!sent) return;
    const again = await this.#bench.adapter.send(structuredClone(sent.outgoing));
    equal(again.id, sent.message.id, 'the message that came back');
  }

  async #reuse(): Promise<void> {
    const sent = this.#anySent();
    if (!sent) return;
    const { outgoing, message } = sent;
    const other = this.#bench.random.happens(0.3)
      ? { ...outgoing, replyToId: outgoing.replyToId === null ? message.id : null }
      : ({ ...outgoing, content: { kind: 'text', text: this.#bench.text() } } as const);
    await rejectsWith(['key-reused'], 'another body under the same client id', this.#bench.adapter.send(other));
  }

  async #find(): Promise<void> {
    const sent = this.#anySent();
    if (!sent) return;
    const found = await this.#bench.adapter.findMessage(sent.outgoing.clientId);
    equal([found?.id, found?.replyToId], [sent.message.id, sent.outgoing.replyToId], 'the message found');
  }

  async #note(): Promise<void> {
    const place = this.#place();
    const note = await this.#bench.note({ conversationId: place.conversation.id });
    place.ids.push((await this.#bench.adapter.addNote(note)).id);
  }

  async #incoming(): Promise<void> {
    const [place] = this.#places;
    ok(place, 'there is nowhere to write');
    const { id } = await this.#bench.incoming();
    place.ids.push(id);
    place.incoming.push(id);
    place.unread += 1;
  }

  async #read(): Promise<void> {
    const place = this.#place();
    const last = place.ids.at(-1);
    if (last === undefined) return;
    await this.#bench.adapter.update(place.conversation.id, { readUpTo: last });
    place.unread = 0;
  }

  async #readUpTo(): Promise<void> {
    const place = this.#place();
    if (place.incoming.length === 0) return;
    const index = this.#bench.random.whole(0, place.incoming.length);
    await this.#bench.adapter.update(place.conversation.id, { readUpTo: place.incoming[index] ?? '' });
    place.unread = Math.min(place.unread, place.incoming.length - index - 1);
  }

  async #markUnread(): Promise<void> {
    const place = this.#place();
    await this.#bench.adapter.update(place.conversation.id, { readUpTo: 'none' });
    if (place.incoming.length > 0) place.unread = Math.max(1, place.unread);
  }

  async #markUnreadFrom(): Promise<void> {
    const several = this.#places.filter(({ incoming }) => incoming.length > 1);
    const place = several.length > 0 ? this.#bench.random.pick(several) : this.#place();
    if (place.incoming.length === 0) return;
    const index = this.#bench.random.whole(0, place.incoming.length);
    await this.#bench.adapter.update(place.conversation.id, { unreadFrom: place.incoming[index] ?? '' });
    place.unread = place.incoming.length - index;
  }

  async #tag(): Promise<void> {
    const place = this.#place();
    const tag = this.#bench.random.pick(['one', 'two', 'three']);
    const has = place.tags.has(tag);
    const change = has ? { removeTags: [tag] } : { addTags: [tag] };
    const { id } = place.conversation;
    if (this.#bench.session.capabilities.conflictCheck && this.#bench.random.happens(0.5))
      await this.#bench.updateCurrent(id, change);
    else await this.#bench.adapter.update(id, change);
    if (has) place.tags.delete(tag);
    else place.tags.add(tag);
  }

  async #conflict(): Promise<void> {
    const { conversation } = this.#place();
    const { version } = await this.#bench.adapter.getConversation(conversation.id);
    const wish = { addTags: ['never'] };
    const update = this.#bench.adapter.update(conversation.id, wish, { ifVersion: version - 1 });
    await rejectsWith(['conflict'], 'an outdated version', update);
  }

  /** A stream that has to start anew, or does not know yet where it is, proves nothing; it is left alone. */
  async #breakAndResume(): Promise<void> {
    const last = this.#listeners.at(-1);
    if (last?.cursor == null || this.#bench.session.capabilities.resume !== 'exact') return;
    last.stop();
    await this.#send();
    await this.#bench.settled();
    this.#listeners.push(await this.#bench.listen(last.cursor));
  }

  async #compareHistory(place: Place, limit: number): Promise<void> {
    const query = { kind: 'conversation', conversationId: place.conversation.id } as const;
    const found = written(await this.#bench.history(query, { limit }));
    const known = place.ids.slice(-found.length);
    equal([...found].sort(), [...known].sort(), 'messages in the history');
    // A customer's message stands where the provider's clock put it; ours stand in the order of sending.
    const own = new Set(this.#sent.map(({ message }) => message.id));
    const ownOnly = (ids: readonly string[]): readonly string[] => ids.filter((id) => own.has(id));
    equal(ownOnly(found), ownOnly(known), 'the order of what was sent');
  }

  async #compareConversation(place: Place): Promise<void> {
    const found = await this.#bench.adapter.getConversation(place.conversation.id);
    const { unreadCount, firstUnreadMessageId, tags, lastMessage } = found;
    // Only a backend that can mark from a message on must know where reading stopped.
    const knows = this.#bench.session.capabilities.can.markUnreadFrom;
    const firstUnread = knows ? (place.unread === 0 ? null : place.incoming.at(-place.unread)) : firstUnreadMessageId;
    equal(
      { unreadCount, firstUnreadMessageId, tags: [...tags].sort() },
      { unreadCount: place.unread, firstUnreadMessageId: firstUnread, tags: [...place.tags].sort() },
      'the conversation',
    );
    ok(lastMessage === null || place.ids.includes(lastMessage.id), `lastMessage ${lastMessage?.id} is not known`);
  }

  async #compareStream(): Promise<void> {
    const expected = this.#sent.map(({ message }) => message.id);
    await this.#bench.eventually('the stream brought everything', () => {
      const heard = new Set(this.#listeners.flatMap(({ messages }) => [...messages.keys()]));
      const missing = expected.filter((id) => !heard.has(id));
      ok(missing.length === 0, `${missing.length} of ${expected.length} messages never came`);
    });
    const last = this.#listeners.at(-1);
    if (last) await agrees(this.#bench, last);
  }

  #place(): Place {
    return this.#bench.random.pick(this.#places);
  }

  #anySent(): Sent | null {
    return this.#sent.length === 0 ? null : this.#bench.random.pick(this.#sent);
  }
}

function written(history: readonly Message[]): string[] {
  return history.filter(({ direction }) => direction !== 'event').map(({ id }) => id);
}
