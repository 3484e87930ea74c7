import { basisOf } from '../domain/composition.ts';
import type { OutgoingMessage } from '../ports/adapter.ts';
import type { DraftKey } from '../ports/storage.ts';
import type { ComposerController } from './composer-controller.ts';
import { keyOf } from './composition.ts';

/** One of the messages that text and files of a draft would be sent as. */
export interface DraftedMessage {
  readonly message: OutgoingMessage;
  readonly key: DraftKey;
  /** The file that it carries. */
  readonly fileId: string | undefined;
  readonly carriesText: boolean;
}

/** What Send would send, for sending it at a time, in order; empty while there is nothing to send or something to mend. */
export function messagesOf({ composition, drafts }: ComposerController): readonly DraftedMessage[] {
  const key = composition && keyOf(composition);
  if (!composition || !key || composition.obstacle || composition.mode === 'note') return [];
  const draft = drafts.get(key);
  const { conversation, option, outgoing, enclosed } = composition;
  const { conversationId, channel, accountId } = basisOf(conversation, option);
  const text = { content: { kind: 'text', text: outgoing.text.trim() }, fileId: undefined, carriesText: true } as const;
  const parts = enclosed?.ok ? enclosed.messages : [text];
  return parts.flatMap(({ content, fileId, carriesText }, index) => {
    const clientId = carriesText ? draft?.clientId : fileId;
    if (clientId === undefined) return [];
    const replyToId = index === 0 ? (draft?.replyToId ?? null) : null;
    return [
      { message: { clientId, conversationId, channel, accountId, content, replyToId }, key, fileId, carriesText },
    ];
  });
}
