import type { OutgoingMessage } from '../../ports/adapter.ts';
import type { SchedulePart } from '../../ports/parts/schedule.ts';
import type { Bench } from './bench.ts';
import type { Check } from './check.ts';
import { equal, ok, rejectsWith } from './expect.ts';
import { picture, pictureTarget, upload } from './file-checks.ts';

const hour = 3_600_000;

/** Messages that the backend sends later. */
export const scheduleChecks: readonly Check[] = [
  {
    id: 'PL1',
    title: 'a message put off leaves at its time, not before, and once',
    needs: ['schedule', 'advance', 'dispatched'],
    run: async (bench) => {
      const message = await bench.outgoing();
      const scheduled = await part(bench).sendAt(message, later(bench));
      equal([scheduled.message, scheduled.state, scheduled.failure], [message, 'waiting', null], 'what was put off');
      await bench.quiet();
      equal(await bench.adapter.findMessage(message.clientId), null, 'the message before its time');
      await bench.subject.advance?.(2 * hour);
      await bench.eventually('it leaves', async () => {
        const found = await bench.adapter.findMessage(message.clientId);
        equal(found?.content, message.content, 'the message after its time');
        equal(await timesLeft(bench, message), 1, 'how often it left');
      });
      await bench.quiet();
      equal(await timesLeft(bench, message), 1, 'how often it left after a while');
    },
  },
  {
    id: 'PL2',
    title: 'the same message with another time is moved; another one under its client id is refused',
    needs: ['schedule', 'advance'],
    run: async (bench) => {
      const message = await bench.outgoing();
      await part(bench).sendAt(message, later(bench));
      const moved = await part(bench).sendAt(structuredClone(message), later(bench) + 4 * hour);
      equal(moved.sendAt, later(bench) + 4 * hour, 'the new time');
      equal((await waiting(bench)).length, 1, 'how many wait');
      const other: OutgoingMessage = { ...message, content: { kind: 'text', text: bench.text() } };
      await rejectsWith(['key-reused'], 'another text under the same id', part(bench).sendAt(other, later(bench)));
      await rejectsWith(['key-reused'], 'sending it at once', bench.adapter.send(message));
      await bench.subject.advance?.(2 * hour);
      await bench.quiet();
      equal(await bench.adapter.findMessage(message.clientId), null, 'the message at its old time');
    },
  },
  {
    id: 'PL3',
    title: 'a message that was taken back never leaves, and one that left cannot be taken back',
    needs: ['schedule', 'advance'],
    run: async (bench) => {
      const [kept, cancelled] = [await bench.outgoing(), await bench.outgoing()];
      for (const message of [kept, cancelled]) await part(bench).sendAt(message, later(bench));
      for (let round = 0; round < 2; round += 1)
        equal((await part(bench).cancel(cancelled.clientId)).state, 'cancelled', 'what was taken back');
      equal(await waiting(bench), [kept.clientId], 'what still waits');
      await bench.subject.advance?.(2 * hour);
      await bench.eventually('the other one leaves', async () => {
        ok(await bench.adapter.findMessage(kept.clientId), 'it did not leave');
      });
      equal(await bench.adapter.findMessage(cancelled.clientId), null, 'what was taken back');
      await rejectsWith(['conflict'], 'taking back what left', part(bench).cancel(kept.clientId));
      await rejectsWith(['not-found'], 'taking back what nobody put off', part(bench).cancel(bench.clientId()));
      equal(await waiting(bench), [], 'what waits in the end');
    },
  },
  {
    id: 'PL4',
    title: 'a time that is past or too far is refused, and nothing is kept',
    needs: ['schedule'],
    run: async (bench) => {
      const message = await bench.outgoing();
      const { maxAheadMs } = part(bench);
      for (const sendAt of [bench.session.now - hour, bench.session.now + maxAheadMs + 24 * hour])
        await rejectsWith(['invalid'], `the time ${sendAt}`, part(bench).sendAt(message, sendAt));
      equal(await waiting(bench), [], 'what waits');
    },
  },
  {
    id: 'PL5',
    title: 'those that wait are listed with their conversation, the next one first',
    needs: ['schedule'],
    run: async (bench) => {
      const [second, first] = [await bench.outgoing(), await bench.outgoing()];
      await part(bench).sendAt(second, later(bench) + 2);
      await part(bench).sendAt(first, later(bench) + 1);
      equal(await waiting(bench), [first.clientId, second.clientId], 'what waits');
      const { conversation } = await bench.target();
      const other = (await bench.conversations()).find(({ id }) => id !== conversation.id);
      ok(other, 'the backend under test must hold two conversations');
      equal(await part(bench).list(other.id), [], 'what waits in another conversation');
      for (const { clientId } of [first, second]) await part(bench).cancel(clientId);
    },
  },
  {
    id: 'PL6',
    title: 'a file put off is kept until it leaves, with what it answers; taken back, it may be taken away',
    needs: ['schedule', 'attachments', 'advance'],
    run: async (bench) => {
      const [kept, cancelled] = [await putOffFile(bench), await putOffFile(bench)];
      for (const { fileId } of [kept, cancelled])
        await rejectsWith(['conflict'], 'taking it away', remove(bench, fileId));
      await part(bench).cancel(cancelled.message.clientId);
      await remove(bench, cancelled.fileId);
      await bench.subject.advance?.(2 * hour);
      await bench.eventually('it leaves', async () => {
        const found = await bench.adapter.findMessage(kept.message.clientId);
        const { content, replyToId } = kept.message;
        equal([found?.content, found?.replyToId], [content, replyToId], 'the message after its time');
      });
      await rejectsWith(['conflict'], 'taking away what left', remove(bench, kept.fileId));
    },
  },
];

async function putOffFile(bench: Bench): Promise<{ readonly message: OutgoingMessage; readonly fileId: string }> {
  const target = await pictureTarget(bench);
  const { id: replyToId } = await bench.send({}, target);
  const attachment = await upload(bench, picture(1_000), target);
  const message = await bench.outgoing({ content: { kind: 'image', attachment, caption: null }, replyToId }, target);
  await part(bench).sendAt(message, later(bench));
  return { message, fileId: attachment.id };
}

async function remove(bench: Bench, fileId: string): Promise<void> {
  await bench.adapter.part('attachments')?.remove(fileId);
}

function part(bench: Bench): SchedulePart {
  const found = bench.adapter.part('schedule');
  ok(found, 'there is no part schedule');
  return found;
}

function later(bench: Bench): number {
  return bench.session.now + hour;
}

async function waiting(bench: Bench): Promise<readonly string[]> {
  const { conversation } = await bench.target();
  return (await part(bench).list(conversation.id)).map(({ message }) => message.clientId);
}

async function timesLeft(bench: Bench, { clientId }: OutgoingMessage): Promise<number> {
  const left = (await bench.subject.dispatched?.()) ?? [];
  return left.filter((id) => id === clientId).length;
}
