import { canonicalJson } from '../../../src/domain/canonical-json.ts';
import { attachmentsOf } from '../../../src/domain/content-files.ts';
import { applyOutgoing } from '../../../src/domain/conversation-rules.ts';
import type { ChannelKind, Message } from '../../../src/domain/model.ts';
import type { OutgoingMessage, OutgoingNote } from '../../../src/ports/adapter.ts';
import { AdapterError } from '../../../src/ports/adapter-error.ts';
import { holdFiles, messagesOf } from '../store/file-holders.ts';
import { readMessage } from '../store/messages.ts';
import { readScheduled } from '../store/scheduled.ts';
import { digest } from '../store/text.ts';
import type { Unit } from '../store/unit.ts';
import type { Viewer } from '../store/viewer.ts';
import { checkNote } from './check-content.ts';
import { checkTemplate } from './check-template.ts';
import { authorOf, newMessage } from './new-messages.ts';
import { checkAccount, judgeOutgoing, putOutgoing } from './outgoing.ts';

/** Who sends, and on which channels the gateway can. */
export interface Sender {
  readonly viewer: Viewer;
  readonly channels: readonly ChannelKind[];
}

/**
 * Stores a message for the customer: key, message, conversation, feed and hand-over, all in the unit's transaction. The
 * same client id and body again gives the message stored first.
 */
export async function acceptMessage(unit: Unit, outgoing: OutgoingMessage, sender: Sender): Promise<Message> {
  const { clientId } = outgoing;
  const messageId = unit.context.newId();
  const first = await takeKey(unit, { clientId, asked: askedOf('send', outgoing), messageId }, sender.viewer);
  if (first) return first;
  await mustNotBeScheduled(unit, clientId);
  const conversation = await unit.conversation(outgoing.conversationId, sender.viewer);
  await checkAccount(unit, outgoing);
  const target = judgeOutgoing(conversation, outgoing, { channels: sender.channels, now: unit.now });
  await checkTemplate(unit, outgoing, target);
  await holdFiles(unit, attachmentsOf(outgoing.content), {
    holder: messagesOf(conversation.id),
    viewer: sender.viewer,
    path: 'content.attachment',
  });
  return putOutgoing(unit, { outgoing, messageId, conversation, target, author: authorOf(sender.viewer) });
}

/** Stores a note for colleagues; nothing of it leaves the business. */
export async function acceptNote(unit: Unit, note: OutgoingNote, viewer: Viewer): Promise<Message> {
  const { clientId } = note;
  const messageId = unit.context.newId();
  const first = await takeKey(unit, { clientId, asked: askedOf('note', note), messageId }, viewer);
  if (first) return first;
  const conversation = await unit.conversation(note.conversationId, viewer);
  checkNote(note.text);
  const { text, mentions = [] } = note;
  // ME3: bounds that are not in the text come from elsewhere.
  const named = mentions.filter(({ start, end }) => start >= 0 && start < end && end <= text.length);
  const message: Message = {
    ...newMessage(unit, conversation),
    id: messageId,
    clientId,
    direction: 'note',
    author: authorOf(viewer),
    content: { kind: 'text', text, ...(named.length > 0 && { mentions: named }) },
  };
  await unit.putConversation(applyOutgoing(conversation, message), [{ message, address: null }]);
  return message;
}

/** What was asked, in one spelling. */
export function askedOf(command: 'send' | 'note', body: OutgoingMessage | OutgoingNote): string {
  return digest(canonicalJson({ ...body, command }));
}

/**
 * Takes a client id, or gives the message it stands for already. Whoever takes the same id at the same time waits here
 * until the first is committed or gone.
 */
export async function takeKey(
  unit: Unit,
  key: { readonly clientId: string; readonly asked: string; readonly messageId: string },
  viewer: Viewer | null = null,
): Promise<Message | null> {
  const { clientId, asked, messageId } = key;
  const taken = await unit.sql.query(
    `insert into accepted (tenant, client_id, asked, message_id) values ($1, $2, $3, $4)
     on conflict do nothing returning client_id`,
    [unit.tenant, clientId, asked, messageId],
  );
  if (taken.length > 0) return null;
  const [row] = await unit.sql.query<{ asked: string; message_id: string }>(
    'select asked, message_id from accepted where tenant = $1 and client_id = $2',
    [unit.tenant, clientId],
  );
  if (row?.asked !== asked) throw new AdapterError('key-reused', `client id ${clientId} stands for something else`);
  const message = await readMessage(unit.sql, unit.tenant, row.message_id);
  if (message) await unit.conversation(message.conversationId, viewer);
  return message;
}

/** Whether a client id stands for something already. */
export async function isKnownKey({ sql, tenant }: Unit, clientId: string): Promise<boolean> {
  const text = 'select 1 as known from accepted where tenant = $1 and client_id = $2';
  return (await sql.query(text, [tenant, clientId])).length > 0;
}

async function mustNotBeScheduled({ sql, tenant }: Unit, clientId: string): Promise<void> {
  const state = (await readScheduled(sql, tenant, clientId))?.scheduled.state;
  if (state === 'waiting' || state === 'failed')
    throw new AdapterError('key-reused', `client id ${clientId} stands for a message that waits for its time`);
}
