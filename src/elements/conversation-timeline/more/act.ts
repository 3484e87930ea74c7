import type { LitElement } from 'lit';
import type { MessageAction } from '../../../controllers/message-actions.ts';
import type { MessagingSession } from '../../../controllers/session-controller.ts';
import type { TimelineEntry } from '../../../controllers/timeline-controller.ts';
import { wholeTextOf } from '../../../domain/whole-text.ts';
import { emit } from '../../events.ts';
import type { DeskParts } from '../timeline-desk.ts';

/** Carries out what an agent pressed beside a message; the buttons come with this chunk, and so does what they do. */
export async function act(
  action: MessageAction,
  entry: TimelineEntry,
  { host, parts }: { readonly host: LitElement; readonly parts: DeskParts },
): Promise<void> {
  const session = parts.session();
  const { actions, focus } = parts;
  const { key, message } = entry;
  if (!session) return;
  if (action === 'copy') {
    const text = wholeTextOf(message.content);
    if (await actions.run(key, () => navigator.clipboard.writeText(text))) actions.ended(key, 'copied');
  } else if (action === 'mark-unread') {
    await markUnread(entry, parts);
  } else if (action === 'discard' && actions.stateOf(key) !== 'asking') {
    actions.ask(key, true);
    await host.updateComplete;
    focus.enter(key);
  } else if (action === 'retry' || action === 'check') {
    focus.stepOut(key);
    const isDone = await actions.run(key, () => (action === 'retry' ? session.retry(key) : session.checkOutcome(key)));
    await host.updateComplete;
    if (action === 'check' && isDone) tellIfUnknown(key, parts);
    // Its copy has left: a second press of a double click must not send another one.
    if (action === 'retry' && isDone && entry.source === 'server') actions.ended(key, 'sent-again');
  } else if (action === 'discard') {
    focus.stepAway(key);
    await actions.run(key, () => session.discard(key));
  } else {
    focus.stepAway(key);
    await writeAnew(action === 'edit' ? 'same-channel' : 'other-channel', entry, { host, parts, session });
  }
}

/** Who asked in vain hears and sees that it was asked. */
function tellIfUnknown(key: string, { actions, timeline, more, say }: DeskParts): void {
  if (timeline.between(key, key)[0]?.message.status !== 'unknown') return;
  actions.ended(key, 'not-found');
  say(more.value?.texts.tools.notFound ?? '');
}

async function markUnread(entry: TimelineEntry, { actions, timeline, more, say }: DeskParts): Promise<void> {
  const isDone = await actions.run(entry.key, () => timeline.markUnreadFrom(entry.message));
  const texts = more.value?.texts.tools;
  if (isDone) say(texts?.markedUnread ?? '');
  else say(texts?.notMarkedUnread ?? '', 'assertive');
}

/** What did not leave goes back to its draft; of what failed further on a composer gets the text or the file. */
async function writeAnew(
  by: 'same-channel' | 'other-channel',
  entry: TimelineEntry,
  {
    host,
    parts,
    session,
  }: { readonly host: LitElement; readonly parts: DeskParts; readonly session: MessagingSession },
): Promise<void> {
  const { conversationId, channel, content } = entry.message;
  const { key } = entry;
  const isHere = entry.source === 'outbox';
  if (isHere && !(await parts.actions.run(key, () => session.discard(key, 'keep-text')))) return;
  const text = isHere || content.kind !== 'text' ? null : content.text;
  const file =
    isHere || !('attachment' in content) ? {} : { file: { attachment: content.attachment, caption: content.caption } };
  emit(host, 'message-compose-request', { conversationId, channel, by, text, ...file });
}
