import type { Message } from '../../domain/model.ts';
import type { OutgoingNote } from '../../ports/adapter.ts';
import type { Bench } from './bench.ts';
import type { Check } from './check.ts';
import { equal, ok, rejectsWith } from './expect.ts';

/** Notes for colleagues, which never reach the customer, and starting conversations. */
export const noteChecks: readonly Check[] = [
  {
    id: 'NO1',
    title: 'a note is stored as a note: no channel, no status',
    needs: ['notes'],
    run: async (bench) => {
      const note = await bench.note();
      const { direction, channel, status, content, clientId } = await bench.adapter.addNote(note);
      equal(
        { direction, channel, status, content, clientId },
        {
          direction: 'note',
          channel: null,
          status: null,
          content: { kind: 'text', text: note.text },
          clientId: note.clientId,
        },
        'the note',
      );
      equal((await bench.targetHistory()).at(-1)?.clientId, note.clientId, 'the end of the history');
    },
  },
  {
    id: 'NO2',
    title: 'a note is never handed to the provider',
    needs: ['notes', 'dispatched'],
    run: async (bench) => {
      const note = await bench.note();
      await bench.adapter.addNote(note);
      const { clientId } = await bench.send();
      await bench.eventually('the message after it is handed over', async () =>
        ok((await bench.subject.dispatched?.())?.includes(clientId ?? ''), 'it was never handed over'),
      );
      ok(!(await bench.subject.dispatched?.())?.includes(note.clientId), 'the note was handed over');
    },
  },
  {
    id: 'NO3',
    title: 'the same note again is stored once',
    needs: ['notes', 'idempotency'],
    run: async (bench) => {
      const note = await bench.note();
      const answers = await Promise.all([bench.adapter.addNote(note), bench.adapter.addNote(structuredClone(note))]);
      equal(answers[0].id, answers[1].id, 'the note that came back');
      equal((await stored(bench, note)).length, 1, 'copies in the history');
    },
  },
  {
    id: 'NO4',
    title: 'a client id of a note cannot become a message, nor the other way round',
    needs: ['notes', 'idempotency'],
    run: async (bench) => {
      const note = await bench.note();
      await bench.adapter.addNote(note);
      const asMessage = await bench.outgoing({ clientId: note.clientId, content: { kind: 'text', text: note.text } });
      await rejectsWith(['key-reused'], 'the note’s id as a message', bench.adapter.send(asMessage));
      const outgoing = await bench.outgoing();
      await bench.adapter.send(outgoing);
      const asNote = await bench.note({ clientId: outgoing.clientId });
      await rejectsWith(['key-reused'], 'the message’s id as a note', bench.adapter.addNote(asNote));
      equal(
        (await stored(bench, note)).map(({ direction }) => direction),
        ['note'],
        'what is stored',
      );
    },
  },
  {
    id: 'NO5',
    title: 'a note answers nobody: the customer still waits and stays unread',
    needs: ['notes', 'incoming'],
    run: async (bench) => {
      await bench.incoming();
      const before = await bench.current();
      await bench.adapter.addNote(await bench.note());
      const { waitingSince, unreadCount } = await bench.current();
      equal([waitingSince, unreadCount], [before.waitingSince, before.unreadCount], 'waiting and unread');
      ok(waitingSince !== null, 'nobody waits after the customer wrote');
    },
  },
  {
    id: 'NO6',
    title: 'a note on a conversation that does not exist is rejected as not-found',
    needs: ['notes'],
    run: async (bench) => {
      const note = await bench.note({ conversationId: 'nobody-has-this-id' });
      await rejectsWith(['not-found'], 'it', bench.adapter.addNote(note));
    },
  },
  {
    id: 'OP1',
    title: 'opening a recipient with an open conversation finds it',
    needs: ['open'],
    run: async (bench) => {
      const { conversation } = await bench.target();
      const opened = await bench.adapter.open({ recipientId: conversation.recipient.id });
      equal(opened.recipient.id, conversation.recipient.id, 'the recipient');
      ok(opened.state === 'new' || opened.state === 'assigned', `it is ${opened.state}`);
      equal((await bench.adapter.open({ recipientId: conversation.recipient.id })).id, opened.id, 'opened again');
    },
  },
  {
    id: 'OP2',
    title: 'opening a number starts one conversation, however often and at once it is asked for',
    needs: ['open'],
    run: async (bench) => {
      const { channel } = await bench.target();
      const address = `+31697${String(bench.random.whole(100_000, 1_000_000))}`;
      const request = { address, channel: channel.channel };
      const answers = await Promise.all([bench.adapter.open(request), bench.adapter.open(request)]);
      const again = await bench.adapter.open(request);
      equal(new Set([...answers, again].map(({ id }) => id)).size, 1, 'different conversations');
      ok(
        again.channels.some((own) => own.channel === channel.channel && own.address === address),
        'the conversation cannot be written to on the number that was asked for',
      );
      ok(
        (await bench.conversations()).some(({ id }) => id === again.id),
        'the conversation is in no list',
      );
    },
  },
  {
    id: 'OP3',
    title: 'opening a recipient that does not exist is rejected as not-found',
    needs: ['open'],
    run: async ({ adapter }) => {
      await rejectsWith(['not-found'], 'it', adapter.open({ recipientId: 'nobody-has-this-id' }));
    },
  },
];

/** Copies of a note in the history, under its client id or another one: its text is nobody else's. */
async function stored(bench: Bench, { clientId, text }: OutgoingNote): Promise<readonly Message[]> {
  return (await bench.targetHistory()).filter(
    ({ clientId: own, content }) => own === clientId || (content.kind === 'text' && content.text === text),
  );
}
