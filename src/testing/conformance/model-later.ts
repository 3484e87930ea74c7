import type { Content } from '../../domain/model.ts';
import type { OutgoingMessage } from '../../ports/adapter.ts';
import type { SchedulePart } from '../../ports/parts/schedule.ts';
import type { Bench, Target } from './bench.ts';
import { equal, ok, rejectsWith } from './expect.ts';
import { picture, takesPictures, upload } from './file-checks.ts';

const hour = 3_600_000;
const minute = 60_000;

/** One thing a model run can do: its name, how often it happens beside the others, and what it does. */
export type ModelCommand = readonly [name: string, weight: number, run: () => Promise<void>];

/** A conversation, and what was written in it. */
export interface WrittenPlace extends Target {
  readonly ids: readonly string[];
}

interface PutOff<Place> {
  readonly place: Place;
  readonly message: OutgoingMessage;
  sendAt: number;
  isTakenBack: boolean;
}

/** What a plain model knows of messages that leave later: texts, files and quotes, moved and taken back at random. */
export class LaterModel<Place extends WrittenPlace> {
  readonly #bench: Bench;
  readonly #places: readonly Place[];
  readonly #putOff: PutOff<Place>[] = [];

  constructor(bench: Bench, places: readonly Place[]) {
    this.#bench = bench;
    this.#places = places;
  }

  get commands(): readonly ModelCommand[] {
    return [
      ['put off', 3, () => this.#add()],
      ['put off to another time', 1, () => this.#move()],
      ['take back', 2, () => this.#takeBack()],
      ['reuse the id of what was put off', 1, () => this.#reuse()],
      ['read what waits', 1, () => this.#compare(this.#bench.random.pick(this.#places))],
    ];
  }

  /**
   * Their time comes; where it cannot be made to come all are taken back. `left` hears of what left.
   */
  async end(left: (place: Place, id: string) => void): Promise<void> {
    for (const place of this.#places) await this.#compare(place);
    const { advance } = this.#bench.subject;
    if (!advance) for (const one of this.#waiting()) await this.#cancel(one);
    const expected = this.#waiting();
    await advance?.(this.#firstTimeMs() + 2 * hour);
    for (const { place, message } of expected) left(place, await this.#idAfterLeaving(place, message));
    await this.#bench.eventually('all that was put off is handed over', () => this.#handedOver());
    await this.#bench.quiet();
    await this.#handedOver();
    for (const { place, message, isTakenBack } of this.#putOff) {
      if (isTakenBack) equal(await this.#copies(place, message), [], 'what was taken back');
      equal(await this.#part.list(place.conversation.id), [], 'what waits in the end');
    }
  }

  /** Each once, or it says that it failed; and what was taken back never. */
  async #handedOver(): Promise<void> {
    const { dispatched } = this.#bench.subject;
    if (!dispatched) return;
    const ids = await dispatched();
    for (const { place, message, isTakenBack } of this.#putOff) {
      const times = ids.filter((id) => id === message.clientId).length;
      const [copy] = times === 0 && !isTakenBack ? await this.#copies(place, message) : [];
      if (copy?.status !== 'failed') equal(times, isTakenBack ? 0 : 1, 'how often what was put off was handed over');
    }
  }

  get #part(): SchedulePart {
    const part = this.#bench.adapter.part('schedule');
    ok(part, 'there is no part schedule');
    return part;
  }

  async #add(): Promise<void> {
    const { random } = this.#bench;
    const place = random.pick(this.#places);
    const replyToId = place.ids.length > 0 && random.happens(0.4) ? random.pick(place.ids) : null;
    const message = await this.#bench.outgoing({ content: await this.#content(place), replyToId }, place);
    const sendAt = this.#anyTime();
    const scheduled = await this.#part.sendAt(message, sendAt);
    equal([scheduled.message, scheduled.sendAt, scheduled.state], [message, sendAt, 'waiting'], 'what was put off');
    this.#putOff.push({ place, message, sendAt, isTakenBack: false });
  }

  async #content(place: Place): Promise<Content> {
    const text = this.#bench.text();
    const hasFiles = this.#bench.adapter.part('attachments') && takesPictures(place.channel);
    if (!hasFiles || this.#bench.random.happens(0.4)) return { kind: 'text', text };
    return { kind: 'image', attachment: await upload(this.#bench, picture(500), place), caption: text };
  }

  async #move(): Promise<void> {
    const one = this.#anyWaiting();
    if (!one) return;
    const sendAt = this.#anyTime();
    equal((await this.#part.sendAt(structuredClone(one.message), sendAt)).sendAt, sendAt, 'the new time');
    one.sendAt = sendAt;
  }

  async #takeBack(): Promise<void> {
    const one = this.#anyWaiting();
    if (one) await this.#cancel(one);
  }

  async #cancel(one: PutOff<Place>): Promise<void> {
    const { state } = await this.#part.cancel(one.message.clientId);
    equal(state, 'cancelled', 'what was taken back');
    one.isTakenBack = true;
  }

  async #reuse(): Promise<void> {
    const one = this.#anyWaiting();
    if (!one) return;
    const { message, sendAt } = one;
    const other: OutgoingMessage = { ...message, content: { kind: 'text', text: this.#bench.text() } };
    await rejectsWith(['key-reused'], 'another text under the same id', this.#part.sendAt(other, sendAt));
    await rejectsWith(['key-reused'], 'sending it at once', this.#bench.adapter.send(message));
  }

  async #compare(place: Place): Promise<void> {
    const listed = await this.#part.list(place.conversation.id);
    const expected = this.#waiting()
      .filter((one) => one.place === place)
      .sort((a, b) => a.sendAt - b.sendAt);
    equal(
      listed.map(({ message, sendAt }) => ({ message, sendAt })),
      expected.map(({ message, sendAt }) => ({ message, sendAt })),
      'what waits',
    );
  }

  async #idAfterLeaving(place: Place, message: OutgoingMessage): Promise<string> {
    return this.#bench.eventually('what was put off leaves', async () => {
      const [found, ...more] = await this.#copies(place, message);
      ok(found && more.length === 0, `it stands in the history ${found ? 'twice' : 'not at all'}`);
      const { content, replyToId } = message;
      equal({ content: found.content, replyToId: found.replyToId }, { content, replyToId }, 'what left');
      return found.id;
    });
  }

  async #copies({ conversation }: Place, { clientId }: OutgoingMessage) {
    const history = await this.#bench.history({ kind: 'conversation', conversationId: conversation.id });
    return history.filter((message) => message.clientId === clientId);
  }

  #waiting(): readonly PutOff<Place>[] {
    return this.#putOff.filter(({ isTakenBack }) => !isTakenBack);
  }

  #anyWaiting(): PutOff<Place> | null {
    const waiting = this.#waiting();
    return waiting.length === 0 ? null : this.#bench.random.pick(waiting);
  }

  /** Later than a run takes on the clock of the backend, and no two at the same time. */
  #anyTime(): number {
    const { random, session } = this.#bench;
    let sendAt: number;
    do {
      sendAt = session.now + this.#firstTimeMs() + random.whole(0, 60 * minute);
    } while (this.#putOff.some((one) => one.sendAt === sendAt));
    return sendAt;
  }

  #firstTimeMs(): number {
    return Math.min(6 * hour, this.#part.maxAheadMs / 2);
  }
}
