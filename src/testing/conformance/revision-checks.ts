import type { Attachment, Message } from '../../domain/model.ts';
import { toAdapterError } from '../../ports/adapter-error.ts';
import type { Bench, Target } from './bench.ts';
import type { Check } from './check.ts';
import { ok, rejectsWith } from './expect.ts';
import { files, picture, pictureTarget } from './file-checks.ts';

/** What customers do to what they wrote before: what is gone must be gone wherever it was kept. */
export const revisionChecks: readonly Check[] = [
  {
    id: 'RV1',
    title: 'a conversation is found by what a message says now, and not by what it said before it was changed',
    needs: ['search', 'incoming', 'revise'],
    run: async (bench) => {
      const [before, after] = [bench.text(), bench.text()];
      const { id, conversationId } = await bench.incoming(before);
      await revise(bench, before, after);
      await bench.eventually('the change can be read', async () =>
        ok((await read(bench, id))?.editedAt != null, 'the message was not changed'),
      );
      ok(await finds(bench, after, conversationId), 'what it says now finds nothing');
      ok(!(await finds(bench, before, conversationId)), 'what it said before is found');
    },
  },
  {
    id: 'RV2',
    title: 'nothing is found by the words of a message that was taken back, but by those that another message says too',
    needs: ['search', 'incoming', 'revise'],
    run: async (bench) => {
      const [text, shared] = [bench.text(), bench.text()];
      await bench.incoming(`Another ${shared}`);
      const before = `${text} ${shared}`;
      const { id, conversationId } = await bench.incoming(before);
      await takeBack(bench, id, before);
      ok(!(await finds(bench, text, conversationId)), 'it is found by words that were taken back');
      ok(await finds(bench, shared, conversationId), 'words of another message are lost');
      const part = bench.adapter.part('search');
      const found = await part?.searchMessages({ in: { kind: 'conversation', conversationId }, text });
      ok(!found?.items.some((message) => message.id === id), 'the message itself is found');
    },
  },
  {
    id: 'RV3',
    title: 'the file of a message that was taken back is at no address any more',
    needs: ['attachments', 'incomingPicture', 'revise'],
    run: async (bench) => {
      const { message, attachment, target, caption } = await pictureFrom(bench);
      const { url } = await files(bench).url(attachment.id);
      await takeBack(bench, message.id, caption, target);
      await rejectsWith(['not-found'], 'its address', files(bench).url(attachment.id));
      const answer = await fetch(url).catch(() => null);
      ok(!answer?.ok, 'the file is at the address that was given before');
    },
  },
  {
    id: 'RV4',
    title: 'the file of a message that was taken back stays where another message carries it too',
    needs: ['attachments', 'incomingPicture', 'revise'],
    run: async (bench) => {
      const { message, attachment, target, caption } = await pictureFrom(bench);
      await bench.send({ content: { kind: 'image', attachment, caption: null } }, target);
      await takeBack(bench, message.id, caption, target);
      const { url } = await files(bench).url(attachment.id);
      ok((await fetch(url)).ok, 'the file of the other message is gone');
    },
  },
];

interface Picture {
  readonly message: Message;
  readonly attachment: Attachment;
  readonly target: Target;
  readonly caption: string;
}

/** The customer sends a picture; it is here. */
async function pictureFrom(bench: Bench): Promise<Picture> {
  const target = await pictureTarget(bench);
  const { conversation, channel } = target;
  const caption = bench.text();
  const where = { channel: channel.channel, address: channel.address, conversationId: conversation.id };
  await bench.subject.incomingPicture?.({ ...where, caption, bytes: picture(1_000) });
  return bench.eventually('the customer’s picture is here', async () => {
    const { items } = await bench.adapter.listMessages({ kind: 'conversation', conversationId: conversation.id });
    const message = items.find(({ content }) => content.kind === 'image' && content.caption === caption);
    ok(message?.content.kind === 'image', 'it is not in the history');
    const { attachment } = message.content;
    ok(await isHere(bench, attachment), 'it has no address');
    return { message, attachment, target, caption };
  });
}

async function isHere(bench: Bench, { id }: Attachment): Promise<boolean> {
  try {
    await files(bench).url(id);
    return true;
  } catch (error) {
    if (toAdapterError(error).code === 'unavailable') return false;
    throw error;
  }
}

async function takeBack(bench: Bench, id: string, before: string, target?: Target): Promise<void> {
  await revise(bench, before, null, target);
  await bench.eventually('it is taken back', async () =>
    ok((await read(bench, id, target))?.deletedAt != null, 'the message was not taken back'),
  );
}

async function revise(bench: Bench, before: string, text: string | null, target?: Target): Promise<void> {
  const { channel } = target ?? (await bench.target());
  await bench.subject.revise?.({ channel: channel.channel, address: channel.address, before, text });
}

async function read(bench: Bench, id: string, target?: Target): Promise<Message | undefined> {
  const { conversation } = target ?? (await bench.target());
  const query = { kind: 'conversation', conversationId: conversation.id } as const;
  return (await bench.adapter.listMessages(query)).items.find((message) => message.id === id);
}

async function finds(bench: Bench, text: string, id: string): Promise<boolean> {
  const word = text.split(' ').at(-1) ?? '';
  return (await bench.conversations({ text: word })).some((conversation) => conversation.id === id);
}
