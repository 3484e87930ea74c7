import type { Bench } from './bench.ts';
import type { Check } from './check.ts';
import { equal, ok } from './expect.ts';
import type { Listener } from './listener.ts';

/** The change stream: nothing missed, in order, resumable, and silent when it should be. */
export const streamChecks: readonly Check[] = [
  {
    id: 'ST1',
    title: 'everything that happens after live is heard, and what is heard is what can be read',
    needs: ['realtime'],
    run: async (bench) => {
      const listener = await bench.listen();
      const sent = [(await bench.send()).clientId, (await bench.send()).clientId];
      await heard(bench, listener, sent);
      await agrees(bench, listener);
    },
  },
  {
    id: 'ST2',
    title: 'what another agent does is heard',
    needs: ['realtime', 'second'],
    run: async (bench) => {
      const listener = await bench.listen();
      const second = await bench.second();
      const sent = [(await second.send(await bench.outgoing())).clientId];
      await heard(bench, listener, sent);
      await agrees(bench, listener);
    },
  },
  {
    id: 'ST3',
    title: 'what a customer writes is heard, with the conversation as it is afterwards',
    needs: ['realtime', 'incoming'],
    run: async (bench) => {
      const listener = await bench.listen();
      const { id } = await bench.incoming();
      await bench.eventually('the message is heard', () => ok(listener.messages.has(id), 'it never came'));
      await agrees(bench, listener);
    },
  },
  {
    id: 'ST4',
    title: 'messages are heard in the order in which they were accepted',
    needs: ['realtime'],
    run: async (bench) => {
      const listener = await bench.listen();
      const sent: (string | null)[] = [];
      for (let count = 0; count < 12; count += 1) sent.push((await bench.send()).clientId);
      await heard(bench, listener, sent);
      equal(ownOnes(listener, sent), sent, 'messages in the order heard');
    },
  },
  {
    id: 'ST5',
    title: 'a stream that resumes brings exactly what was missed, without a reset',
    needs: ['realtime', 'resume-exact'],
    run: async (bench) => {
      const first = await bench.listen();
      const before = [(await bench.send()).clientId];
      await heard(bench, first, before);
      await bench.settled();
      first.stop();
      const missed = [(await bench.send()).clientId, (await bench.send()).clientId];
      await bench.settled();
      const second = await bench.listen(first.cursor);
      await heard(bench, second, missed);
      equal(ownOnes(second, missed), missed, 'the missed messages in the order heard');
      for (const { id, version } of second.messages.values())
        ok(version > (first.messages.get(id)?.version ?? 0), `message ${id} was heard before and came again`);
      equal(second.resets, [], 'resets');
    },
  },
  {
    id: 'ST6',
    title: 'a stream that cannot resume says reset, so that nobody believes to have missed nothing',
    needs: ['realtime', 'resume-reset'],
    run: async (bench) => {
      const first = await bench.listen();
      const before = [(await bench.send()).clientId];
      await heard(bench, first, before);
      first.stop();
      const { clientId } = await bench.send();
      await bench.settled();
      const second = await bench.listen(first.cursor ?? 'an old cursor');
      await bench.eventually('the stream resets or brings what was missed', () =>
        ok(second.resets.length > 0 || second.clientIds.includes(clientId), 'it did neither'),
      );
    },
  },
  {
    id: 'ST7',
    title: 'a stream from the cursor of connect misses nothing that happened since',
    needs: ['realtime', 'cursor'],
    run: async (bench) => {
      const sent = [(await bench.send()).clientId];
      // At rest: a later change of the same message would come either way.
      await bench.settled();
      const listener = await bench.listen(bench.session.cursor);
      await bench.eventually('it is heard, or the stream resets', () =>
        ok(listener.resets.length > 0 || listener.clientIds.includes(sent[0] ?? null), 'neither happened'),
      );
    },
  },
  {
    id: 'ST8',
    title: 'each batch names the cursor of the one before it',
    needs: ['realtime', 'dense'],
    run: async (bench) => {
      const start = await bench.listen();
      const sent = [(await bench.send()).clientId];
      await heard(bench, start, sent);
      start.stop();
      const listener = await bench.listen(start.cursor);
      const more: (string | null)[] = [];
      for (let count = 0; count < 5; count += 1) more.push((await bench.send()).clientId);
      await heard(bench, listener, more);
      let cursor = start.cursor;
      for (const batch of listener.batches) {
        equal(batch.previous, cursor, 'previous of a batch');
        ok(batch.cursor !== batch.previous, 'a batch ends where it began');
        ({ cursor } = batch);
      }
    },
  },
  {
    id: 'ST9',
    title: 'a stream of one recipient brings what happens there and nothing else',
    needs: ['realtime'],
    run: async (bench) => {
      const { conversation } = await bench.target();
      const other = (await bench.conversations()).find(({ recipient }) => recipient.id !== conversation.recipient.id);
      ok(other, 'the backend under test must hold conversations with different recipients');
      const mine = await bench.listen(null, { scope: { kind: 'recipient', recipientId: conversation.recipient.id } });
      const theirs = await bench.listen(null, { scope: { kind: 'recipient', recipientId: other.recipient.id } });
      const sent = [(await bench.send()).clientId];
      await heard(bench, mine, sent);
      await bench.quiet();
      equal(theirs.changes.length, 0, 'changes heard for the other recipient');
    },
  },
  {
    id: 'ST10',
    title: 'a cursor that means nothing leads to a reset and a stream that goes on',
    needs: ['realtime'],
    run: async (bench) => {
      const listener = await bench.listen('this was never a cursor');
      await bench.eventually('it resets', () => ok(listener.resets.length > 0, 'it never did'));
      const sent = [(await bench.send()).clientId];
      await heard(bench, listener, sent);
    },
  },
  {
    id: 'ST11',
    title: 'a stream that ended is silent, and ending it again does no harm',
    needs: ['realtime'],
    run: async (bench) => {
      // Not through the validated adapter: it would keep an ended stream silent in the adapter's place.
      const ended = await bench.listen(null, { adapter: bench.subject.adapter });
      const running = await bench.listen();
      ended.stop();
      const before = ended.heard;
      const sent = [(await bench.send()).clientId];
      await heard(bench, running, sent);
      await bench.quiet();
      equal(ended.heard, before, 'calls of the ended stream');
      ended.stop();
    },
  },
  {
    id: 'ST12',
    title: 'a stream can be ended from inside its own batch, and the others go on',
    needs: ['realtime'],
    run: async (bench) => {
      const ending = await bench.listen(null, { adapter: bench.subject.adapter });
      const running = await bench.listen();
      ending.onBatch = () => ending.stop();
      const sent = [(await bench.send()).clientId, (await bench.send()).clientId];
      await heard(bench, running, sent);
      equal(ending.batches.length, 1, 'batches of the stream that ended itself');
    },
  },
  {
    id: 'ST13',
    title: 'a change of a conversation is heard with its new version',
    needs: ['realtime', 'tag'],
    run: async (bench) => {
      const { conversation } = await bench.target();
      const listener = await bench.listen();
      const { version } = await bench.adapter.update(conversation.id, { addTags: [bench.text()] });
      await bench.eventually('the change is heard', () =>
        ok((listener.conversations.get(conversation.id)?.version ?? 0) >= version, 'it never came'),
      );
    },
  },
];

/** Waits until the stream brought these messages. */
async function heard(bench: Bench, listener: Listener, clientIds: readonly (string | null)[]): Promise<void> {
  await bench.eventually('the messages are heard', () => {
    const missing = clientIds.filter((clientId) => !listener.clientIds.includes(clientId));
    ok(missing.length === 0, `${missing.length} of ${clientIds.length} never came`);
  });
}

function ownOnes(listener: Listener, clientIds: readonly (string | null)[]): readonly (string | null)[] {
  return listener.clientIds.filter((clientId) => clientIds.includes(clientId));
}

/** At rest the copy made from the stream and the backend agree. */
export async function agrees(bench: Bench, listener: Listener): Promise<void> {
  await bench.eventually('stream and backend agree', async () => {
    for (const known of listener.conversations.values())
      equal(known, await bench.adapter.getConversation(known.id), `conversation ${known.id}`);
    const conversationIds = new Set([...listener.messages.values()].map(({ conversationId }) => conversationId));
    for (const conversationId of conversationIds) {
      const history = await bench.history({ kind: 'conversation', conversationId });
      const known = [...listener.messages.values()].filter((message) => message.conversationId === conversationId);
      for (const message of known)
        equal(
          message,
          history.find(({ id }) => id === message.id),
          `message ${message.id}`,
        );
    }
  });
}
