import { AdapterError } from '../../../ports/adapter-error.ts';
import { askedOf, judgeOutgoing, takeOutgoing } from '../accept.ts';
import { authorOf } from '../new-messages.ts';
import { LAST } from '../keys.ts';
import { holdFiles, letGo } from './files.ts';
import { attachmentsOf } from '../../../domain/content-files.ts';
import { channelWindow } from '../../../domain/channel-choice.ts';
import { failureFromAdapterCode } from '../../../domain/failures.ts';
import { defaultMaxAheadMs, scheduleProblem } from '../../../domain/schedule.ts';
import type { PartAccess } from './access.ts';
import type { ScheduledRow } from '../tables.ts';
import type { Unit } from '../unit.ts';
import type { Author, Failure } from '../../../domain/model.ts';
import type { OutgoingMessage } from '../../../ports/adapter.ts';
import type { ScheduledMessage, SchedulePart } from '../../../ports/parts/schedule.ts';

/** Messages that leave later, whichever tab is open then. */
export function schedulePart({ query, command }: PartAccess): SchedulePart {
  return {
    maxAheadMs: defaultMaxAheadMs,
    sendAt: (message, sendAt, options) =>
      command(options, (unit, agent) => schedule(unit, message, { sendAt, author: authorOf(agent) })),
    cancel: (clientId, options) => command(options, (unit) => cancel(unit, clientId)),
    list: (conversationId, options) =>
      query(options, async (tx) => {
        const rows = await tx.scan('scheduled', 'conversation', {
          lower: [conversationId],
          upper: [conversationId, LAST],
        });
        return rows.filter(({ state }) => isOpen(state)).map(({ scheduled }) => scheduled);
      }),
  };
}

/** The next message that waits for its time. */
export async function nextScheduled(tx: Unit['tx']): Promise<ScheduledRow | null> {
  const [row] = await tx.scan('scheduled', 'due', { lower: ['waiting'], upper: ['waiting', LAST], limit: 1 });
  return row ?? null;
}

/**
 * Lets a message leave if its time has come and nobody else let it leave. Its place in the queue of the dispatcher and
 * the end of its waiting are one transaction, so it can never leave twice.
 */
export async function leave(unit: Unit, clientId: string): Promise<void> {
  const row = await unit.tx.get('scheduled', clientId);
  if (row?.state !== 'waiting' || row.sendAt > unit.now) return;
  const { message, author } = row.scheduled;
  const failure = await whyNot(unit, message);
  await write(unit, { ...row.scheduled, state: failure ? 'failed' : 'sent', failure });
  if (failure) return;
  await takeOutgoing(unit, message, author);
  await letGo(unit, holderOf(clientId));
}

async function schedule(
  unit: Unit,
  message: OutgoingMessage,
  { sendAt, author }: { readonly sendAt: number; readonly author: Author },
): Promise<ScheduledMessage> {
  const { clientId } = message;
  const before = await unit.tx.get('scheduled', clientId);
  if (before && before.asked !== askedOf(message)) throw keyReused(clientId);
  // It left or was taken back meanwhile: neither is undone by asking late.
  if (before && !isOpen(before.state)) return before.scheduled;
  if (await unit.tx.get('accepted', clientId)) throw keyReused(clientId);
  const { content } = message;
  const target = await judgeOutgoing(unit, message);
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
  await holdFiles(unit, attachmentsOf(content), { holder: holderOf(clientId), path: 'content.attachment' });
  return write(unit, { message, sendAt, author: before?.scheduled.author ?? author, state: 'waiting', failure: null });
}

async function cancel(unit: Unit, clientId: string): Promise<ScheduledMessage> {
  const row = await unit.tx.get('scheduled', clientId);
  if (!row) throw new AdapterError('not-found', `no message ${clientId} waits`);
  if (row.state === 'cancelled') return row.scheduled;
  if (row.state === 'sent') throw new AdapterError('conflict', 'the message has left');
  await letGo(unit, holderOf(clientId));
  return write(unit, { ...row.scheduled, state: 'cancelled', failure: null });
}

/** What keeps a message from leaving now: the window is looked at again, and so are its files. */
async function whyNot(unit: Unit, message: OutgoingMessage): Promise<Failure | null> {
  try {
    await judgeOutgoing(unit, message);
    return null;
  } catch (reason) {
    if (!(reason instanceof AdapterError)) throw reason;
    const { code } = reason;
    return { reason: failureFromAdapterCode(code), providerCode: code, detail: null, at: unit.now };
  }
}

async function write(unit: Unit, scheduled: ScheduledMessage): Promise<ScheduledMessage> {
  const { message, sendAt, state } = scheduled;
  const { clientId, conversationId } = message;
  await unit.tx.put('scheduled', { clientId, conversationId, state, sendAt, asked: askedOf(message), scheduled });
  // Other tabs must wake in time.
  unit.wakeOthers();
  return scheduled;
}

function isOpen(state: ScheduledMessage['state']): boolean {
  return state === 'waiting' || state === 'failed';
}

function holderOf(clientId: string): string {
  return `schedule:${clientId}`;
}

function keyReused(clientId: string): AdapterError {
  return new AdapterError('key-reused', `client id ${clientId} stands for something else`);
}
