import { capabilitiesOf } from '../../domain/channels.ts';
import { statusRank } from '../../domain/status-rank.ts';
import type { Message } from '../../domain/model.ts';
import type { OutgoingMessage } from '../../ports/adapter.ts';
import type { Bench } from './bench.ts';
import type { Check } from './check.ts';
import { SkipCheck } from './check.ts';
import { canonical, equal, ok, rejectsWith } from './expect.ts';

/** Messages to the customer: stored once, in order, unchanged, or refused as a whole. */
export const sendChecks: readonly Check[] = [
  {
    id: 'SE1',
    title: 'a send resolves with the message as it was sent, accepted at least',
    needs: [],
    run: async (bench) => {
      const outgoing = await bench.outgoing();
      const { recipient } = (await bench.target()).conversation;
      const message = await bench.adapter.send(outgoing);
      equal(sentPart(message), outgoing, 'the message');
      equal([message.direction, message.recipientId], ['outgoing', recipient.id], 'direction and recipient');
      const { status } = message;
      ok(status !== null && statusRank[status] >= statusRank.accepted && status !== 'cancelled', `status ${status}`);
    },
  },
  {
    id: 'SE2',
    title: 'what was sent can be read by everybody at once: history, list and conversation',
    needs: [],
    run: async (bench) => {
      const before = await bench.current();
      const message = await bench.send();
      const last = (await bench.targetHistory()).at(-1);
      equal([last?.id, last?.content], [message.id, message.content], 'the end of the history');
      const after = await bench.current();
      equal(after.lastMessage?.id, message.id, 'lastMessage of the conversation');
      ok(after.version > before.version, 'the conversation’s version did not grow');
      ok(after.lastActivityAt >= message.at, 'lastActivityAt lies before the message');
      const [first] = await bench.conversations();
      equal(first?.id, after.id, 'the newest conversation');
    },
  },
  {
    id: 'SE3',
    title: 'the same client id again gives the first result and stores nothing',
    needs: ['idempotency'],
    run: async (bench) => {
      const outgoing = await bench.outgoing();
      const first = await bench.adapter.send(outgoing);
      await bench.send();
      const again = await bench.adapter.send(structuredClone(outgoing));
      equal(again.id, first.id, 'the message that came back');
      equal(await copiesOf(bench, outgoing), 1, 'copies in the history');
    },
  },
  {
    id: 'SE4',
    title: 'the same client id five times at once is stored once',
    needs: ['idempotency'],
    run: async (bench) => {
      const outgoing = await bench.outgoing();
      const answers = await Promise.all(Array.from({ length: 5 }, () => bench.adapter.send(structuredClone(outgoing))));
      equal(new Set(answers.map(({ id }) => id)).size, 1, 'different messages answered');
      equal(await copiesOf(bench, outgoing), 1, 'copies in the history');
    },
  },
  {
    id: 'SE5',
    title: 'the same client id from another device is stored once',
    needs: ['idempotency', 'second'],
    run: async (bench) => {
      const second = await bench.second();
      const outgoing = await bench.outgoing();
      const answers = await Promise.allSettled([bench.adapter.send(outgoing), second.send(structuredClone(outgoing))]);
      ok(
        answers.some(({ status }) => status === 'fulfilled'),
        'both were refused',
      );
      equal(await copiesOf(bench, outgoing), 1, 'copies in the history');
    },
  },
  {
    id: 'SE6',
    title: 'the same client id with another body is refused as key-reused and changes nothing',
    needs: ['idempotency'],
    run: async (bench) => {
      const outgoing = await bench.outgoing();
      await bench.adapter.send(outgoing);
      const other = { ...outgoing, content: { kind: 'text', text: bench.text() } } as const;
      await rejectsWith(['key-reused'], 'another text', bench.adapter.send(other));
      const [stored, ...more] = (await bench.targetHistory()).filter(({ clientId }) => clientId === outgoing.clientId);
      equal([stored?.content, more.length], [outgoing.content, 0], 'what is stored');
    },
  },
  {
    id: 'SE7',
    title: 'a client id is recognised for as long as idempotencyMs says',
    needs: ['idempotency', 'advance'],
    run: async (bench) => {
      const { idempotencyMs } = bench.session.capabilities;
      const channel = await endless(bench);
      const outgoing = await bench.outgoing(channel);
      const first = await bench.adapter.send(outgoing);
      await bench.subject.advance?.(Math.min(idempotencyMs, 30 * day) - 1000);
      equal((await bench.adapter.send(structuredClone(outgoing))).id, first.id, 'the message that came back');
      equal(await copiesOf(bench, outgoing), 1, 'copies in the history');
    },
  },
  {
    id: 'SE8',
    title: 'a message is handed to the provider once, however often it is sent',
    needs: ['idempotency', 'dispatched'],
    run: async (bench) => {
      const outgoing = await bench.outgoing();
      await Promise.all(Array.from({ length: 3 }, () => bench.adapter.send(structuredClone(outgoing))));
      await bench.eventually('the provider has it', async () =>
        ok((await dispatchesOf(bench, outgoing.clientId)) > 0, 'it was never handed over'),
      );
      await bench.adapter.send(structuredClone(outgoing));
      await bench.quiet();
      equal(await dispatchesOf(bench, outgoing.clientId), 1, 'hand-overs');
    },
  },
  {
    id: 'SE9',
    title: 'messages sent one after the other stand and leave in that order',
    needs: [],
    run: async (bench) => {
      const sent: (string | null)[] = [];
      for (let count = 0; count < 8; count += 1) sent.push((await bench.send()).clientId);
      equal(
        (await bench.targetHistory()).slice(-8).map(({ clientId }) => clientId),
        sent,
        'the end of the history',
      );
      const { dispatched } = bench.subject;
      if (!dispatched) return;
      await bench.eventually('the provider has them in order', async () => {
        const handed = (await dispatched()).filter((clientId) => sent.includes(clientId));
        equal(handed, sent, 'hand-overs');
      });
    },
  },
  {
    id: 'SE10',
    title: 'messages sent at once are all stored, each with a position of its own',
    needs: [],
    run: async (bench) => {
      const outgoing = await Promise.all(Array.from({ length: 10 }, () => bench.outgoing()));
      const sent = await Promise.all(outgoing.map((message) => bench.adapter.send(message)));
      equal(new Set(sent.map(({ position }) => position)).size, 10, 'different positions');
      const stored = new Set((await bench.targetHistory()).map(({ id }) => id));
      ok(
        sent.every(({ id }) => stored.has(id)),
        'some are missing in the history',
      );
    },
  },
  {
    id: 'SE11',
    title: 'a text comes back letter by letter, whatever is in it',
    needs: [],
    run: async (bench) => {
      for (const text of hostileTexts) {
        const { id } = await bench.send({ content: { kind: 'text', text } });
        const stored = (await bench.targetHistory()).find((message) => message.id === id);
        equal(stored?.content, { kind: 'text', text }, 'the stored text');
      }
    },
  },
  {
    id: 'SE12',
    title: 'a reply names the message it answers',
    needs: [],
    run: async (bench) => {
      const { id: replyToId } = await bench.send();
      const { id } = await bench.send({ replyToId });
      const stored = (await bench.targetHistory()).find((message) => message.id === id);
      equal(stored?.replyToId, replyToId, 'replyToId');
    },
  },
  {
    id: 'SE13',
    title: 'a send to a conversation that does not exist is rejected as not-found',
    needs: [],
    run: async (bench) => {
      const outgoing = await bench.outgoing({ conversationId: 'nobody-has-this-id' });
      await rejectsWith(['not-found'], 'it', bench.adapter.send(outgoing));
      equal(await copiesOf(bench, outgoing), 0, 'copies in the history');
    },
  },
  {
    id: 'SE14',
    title: 'a send on a channel that the conversation or the backend does not have is refused',
    needs: [],
    run: async (bench) => {
      const { conversation } = await bench.target();
      const taken = new Set(conversation.channels.map(({ channel }) => channel));
      const channel = (['x', 'apple', 'viber', 'email'] as const).find((kind) => !taken.has(kind));
      if (!channel) throw new SkipCheck('the target has every channel');
      const outgoing = await bench.outgoing({ channel });
      await rejectsWith(['invalid', 'unsupported', 'not-found'], 'it', bench.adapter.send(outgoing));
      equal(await copiesOf(bench, outgoing), 0, 'copies in the history');
    },
  },
  {
    id: 'SE15',
    title: 'free text on a channel whose reply window closed is refused as window-closed and not stored',
    needs: ['advance'],
    run: async (bench) => {
      const outgoing = await closedWindow(bench);
      await rejectsWith(['window-closed'], 'it', bench.adapter.send(outgoing));
      const history = await bench.history({ kind: 'conversation', conversationId: outgoing.conversationId });
      ok(!history.some(({ clientId }) => clientId === outgoing.clientId), 'the refused message is in the history');
    },
  },
  {
    id: 'SE16',
    title: 'a message is found by its client id, and null is found for one that nobody sent',
    needs: ['findByClientId'],
    run: async (bench) => {
      const outgoing = await bench.outgoing();
      equal(await bench.adapter.findMessage(outgoing.clientId), null, 'before it was sent');
      const { id } = await bench.adapter.send(outgoing);
      equal((await bench.adapter.findMessage(outgoing.clientId))?.id, id, 'the found message');
      equal(await bench.adapter.findMessage('__proto__'), null, 'a hostile client id');
    },
  },
  {
    id: 'SE17',
    title: 'an answer ends the waiting of the customer',
    needs: ['incoming'],
    run: async (bench) => {
      await bench.incoming();
      ok((await bench.current()).waitingSince !== null, 'nobody waits after the customer wrote');
      await bench.send();
      equal((await bench.current()).waitingSince, null, 'waitingSince');
    },
  },
];

const day = 24 * 60 * 60_000;

const hostileTexts = [
  '<script>alert(1)</script> & "quotes" \'single\' {{Customer}} <<FirstName>> ${x}',
  'שלום ‮RTL‬ مرحبا',
  '👩‍👩‍👧‍👦🏳️‍🌈 e\u0301 Ｆｕｌｌ 𝒳',
  ' line one\nline two\r\n\ttabbed  ',
  '=SUM(A1:A9)',
];

function sentPart(message: Message): unknown {
  const { clientId, conversationId, channel, accountId, content, replyToId } = message;
  return { clientId, conversationId, channel, accountId, content, replyToId };
}

/** Copies of a message in the history, under its client id or another one: its text is nobody else's. */
async function copiesOf(bench: Bench, { clientId, content }: OutgoingMessage): Promise<number> {
  const text = canonical(content);
  const isCopy = (message: Message): boolean => message.clientId === clientId || canonical(message.content) === text;
  return (await bench.targetHistory()).filter(isCopy).length;
}

async function dispatchesOf(bench: Bench, wanted: string): Promise<number> {
  return ((await bench.subject.dispatched?.()) ?? []).filter((clientId) => clientId === wanted).length;
}

/** The target, if it can be written to at any time. */
async function endless(bench: Bench): Promise<Partial<OutgoingMessage>> {
  const { channel } = await bench.target();
  if (capabilitiesOf(channel).replyWindow.freeTextMs !== null) throw new SkipCheck('no channel without a reply window');
  return { channel: channel.channel, accountId: channel.accountId };
}

/** A text on a channel whose window has just closed. */
async function closedWindow(bench: Bench): Promise<OutgoingMessage> {
  const conversations = await bench.conversations({ states: ['new', 'assigned'] });
  for (const { id, channels } of conversations) {
    for (const channel of channels) {
      const { freeTextMs, humanAgentMs } = capabilitiesOf(channel).replyWindow;
      if (freeTextMs === null || !bench.session.channels.includes(channel.channel)) continue;
      await bench.subject.advance?.(Math.max(freeTextMs, humanAgentMs ?? 0) + 1000);
      return bench.outgoing({ conversationId: id, channel: channel.channel, accountId: channel.accountId });
    }
  }
  throw new SkipCheck('no channel has a reply window');
}
