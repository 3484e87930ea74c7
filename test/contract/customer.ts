import type { Attachment } from '../../src/domain/model.ts';
import type { CmChannel } from '../../src/domain/cm-messages.ts';
import { toCmIncoming } from '../../src/domain/cm-messages.ts';
import type { MessagingAdapter } from '../../src/ports/adapter.ts';
import type { ConformanceSubject, IncomingPicture } from '../../src/testing/conformance/subject.ts';

type Customer = Required<Pick<ConformanceSubject, 'incoming' | 'incomingPicture' | 'revise'>>;
type Draft = Parameters<typeof toCmIncoming>[0];

/** A customer of an embedded backend: what they write comes as CM.com's webhook would bring it. */
export function customerOf(
  adapter: MessagingAdapter,
  { receive, now }: { readonly receive: (body: unknown) => Promise<unknown>; readonly now: () => number },
): Customer {
  const written = new Map<string, { readonly reference: string; readonly content: Draft['content'] }>();
  let count = 0;
  const write = async (
    channel: string,
    from: string,
    more: Pick<Draft, 'content'> & Partial<Draft>,
  ): Promise<string> => {
    const reference = `incoming-${(count += 1)}`;
    await receive(toCmIncoming({ channel: channel as CmChannel, from, to: '3669', at: now(), reference, ...more }));
    return reference;
  };
  return {
    incoming: async ({ channel, address, text }) => {
      const content = { kind: 'text', text } as const;
      written.set(text, { reference: await write(channel, address, { content }), content });
    },
    incomingPicture: async (picture) => {
      const { channel, address, caption } = picture;
      const content = { kind: 'image', attachment: await kept(adapter, picture), caption } as const;
      written.set(caption, { reference: await write(channel, address, { content }), content });
    },
    revise: async ({ channel, address, before, text }) => {
      const { reference: messageContext, content } = written.get(before)!;
      const changed: Draft['content'] =
        'attachment' in content ? { ...content, caption: text } : { kind: 'text', text: text ?? '' };
      const revision = text === null ? 'deleted' : 'edited';
      await write(channel, address, { messageContext, revision, content: changed, at: later() });
    },
  };
  // The provider's times have whole seconds.
  function later(): number {
    return now() + 1_000;
  }
}

/** The picture where the backend finds it. */
async function kept(adapter: MessagingAdapter, { conversationId, bytes }: IncomingPicture): Promise<Attachment> {
  const part = adapter.part('attachments')!;
  const file = { name: 'photo.jpg', mimeType: 'image/jpeg', sizeBytes: bytes.size, altText: null, durationMs: null };
  const { id } = await part.begin({ ...file, clientId: crypto.randomUUID(), conversationId });
  return (await part.put(id, { offset: 0, bytes })).attachment!;
}
