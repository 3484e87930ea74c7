import { channelWindow } from '../../../src/domain/channel-choice.ts';
import { attachmentsOf } from '../../../src/domain/content-files.ts';
import { failureFromAdapterCode } from '../../../src/domain/failures.ts';
import type { ChannelKind, Failure } from '../../../src/domain/model.ts';
import { defaultMaxAheadMs, scheduleProblem } from '../../../src/domain/schedule.ts';
import type { OutgoingMessage } from '../../../src/ports/adapter.ts';
import { AdapterError } from '../../../src/ports/adapter-error.ts';
import type { ScheduledMessage } from '../../../src/ports/parts/schedule.ts';
import { hold, holdFiles, letGo, messagesOf } from '../store/file-holders.ts';
import { readFile } from '../store/files.ts';
import { readScheduled, writeScheduled } from '../store/scheduled.ts';
import type { Unit } from '../store/unit.ts';
import type { Viewer } from '../store/viewer.ts';
import { askedOf, isKnownKey, takeKey } from './accept.ts';
import type { Sender } from './accept.ts';
import { checkTemplate } from './check-template.ts';
import { authorOf } from './new-messages.ts';
import { checkAccount, judgeOutgoing, putOutgoing } from './outgoing.ts';

/** Keeps a message until its time; the same one again moves it. */
export async function scheduleMessage(
  unit: Unit,
  { message, sendAt }: { readonly message: OutgoingMessage; readonly sendAt: number },
  { viewer, channels }: Sender,
): Promise<ScheduledMessage> {
  const { clientId, content } = message;
  await unit.lock(`schedule ${clientId}`);
  const conversation = await unit.conversation(message.conversationId, viewer);
  const asked = askedOf('send', message);
  const before = await readScheduled(unit.sql, unit.tenant, clientId);
  if (before && before.asked !== asked) throw keyReused(clientId);
  // It left or was taken back meanwhile: neither is undone by asking late.
  if (before && !isOpen(before.scheduled)) return before.scheduled;
  if (await isKnownKey(unit, clientId)) throw keyReused(clientId);
  await checkAccount(unit, message);
  const target = judgeOutgoing(conversation, message, { channels, now: unit.now });
  await checkTemplate(unit, message, target);
  const problem = scheduleProblem(sendAt, {
    now: unit.now,
    window: channelWindow(target, unit.now),
    content: content.kind === 'template' ? 'template' : 'free-text',
    quiet: null,
    maxAheadMs: defaultMaxAheadMs,
  });
  if (problem?.type === 'window-closed')
    throw new AdapterError('window-closed', 'the reply window will have closed by then', { path: 'sendAt' });
  if (problem) throw new AdapterError('invalid', `sendAt: ${problem.type}`, { path: 'sendAt' });
  const holder = { name: holderOf(clientId), conversationId: conversation.id };
  await holdFiles(unit, attachmentsOf(content), { holder, viewer, path: 'content.attachment' });
  const author = before?.scheduled.author ?? authorOf(viewer);
  return writeScheduled(unit, { message, sendAt, author, state: 'waiting', failure: null }, asked);
}

/** Takes a message back that has not left. */
export async function cancelScheduled(unit: Unit, clientId: string, viewer: Viewer): Promise<ScheduledMessage> {
  await unit.lock(`schedule ${clientId}`);
  const row = await readScheduled(unit.sql, unit.tenant, clientId);
  if (!row) throw new AdapterError('not-found', `no message ${clientId} waits`);
  const { scheduled, asked } = row;
  await unit.conversation(scheduled.message.conversationId, viewer);
  if (scheduled.state === 'cancelled') return scheduled;
  if (scheduled.state === 'sent') throw new AdapterError('conflict', 'the message has left');
  await letGo(unit, holderOf(clientId));
  return writeScheduled(unit, { ...scheduled, state: 'cancelled', failure: null }, asked);
}

/**
 * Lets a message leave if its time has come and nobody else let it leave. Its place in the queue and the end of its waiting
 * are one transaction, so it can never leave twice. What may not be sent any more waits for a person.
 */
export async function leave(unit: Unit, clientId: string, channels: readonly ChannelKind[]): Promise<void> {
  await unit.lock(`schedule ${clientId}`);
  const row = await readScheduled(unit.sql, unit.tenant, clientId);
  if (row?.scheduled.state !== 'waiting' || row.scheduled.sendAt > unit.now) return;
  const { scheduled, asked } = row;
  const failure = await send(unit, scheduled, channels);
  await writeScheduled(unit, { ...scheduled, state: failure ? 'failed' : 'sent', failure }, asked);
  if (!failure) await letGo(unit, holderOf(clientId));
}

/** @returns why it could not be sent */
async function send(
  unit: Unit,
  { message: outgoing, author }: ScheduledMessage,
  channels: readonly ChannelKind[],
): Promise<Failure | null> {
  try {
    const conversation = await unit.conversation(outgoing.conversationId);
    await checkAccount(unit, outgoing);
    const target = judgeOutgoing(conversation, outgoing, { channels, now: unit.now });
    await checkTemplate(unit, outgoing, target);
    for (const { id } of attachmentsOf(outgoing.content))
      if (await readFile(unit.sql, unit.tenant, id)) await hold(unit, id, messagesOf(conversation.id));
    const messageId = unit.context.newId();
    const { clientId } = outgoing;
    if (await takeKey(unit, { clientId, asked: askedOf('send', outgoing), messageId })) return null;
    await putOutgoing(unit, { outgoing, messageId, conversation, target, author });
    return null;
  } catch (error) {
    if (!(error instanceof AdapterError)) throw error;
    const { code } = error;
    return { reason: failureFromAdapterCode(code), providerCode: code, detail: null, at: unit.now };
  }
}

function isOpen({ state }: ScheduledMessage): boolean {
  return state === 'waiting' || state === 'failed';
}

function holderOf(clientId: string): string {
  return `schedule:${clientId}`;
}

function keyReused(clientId: string): AdapterError {
  return new AdapterError('key-reused', `client id ${clientId} stands for something else`);
}
