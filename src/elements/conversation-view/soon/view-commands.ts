import type { Messages } from '../../../controllers/localization.ts';
import type { SelectedConversation } from '../../../controllers/selected-conversation.ts';
import type { BackendSession } from '../../../ports/adapter.ts';
import type { ViewSoonTexts } from '../../../locales/view-soon.ts';
import type { ViewCommand } from '../../events.ts';
import { mayOpenSource } from '../../recipient.ts';
import { command } from '../command.ts';

/** What the commands of a view depend on. */
export interface CommandInputs {
  readonly messages: Messages<ViewSoonTexts>;
  readonly backend: BackendSession | null;
  readonly selected: SelectedConversation;
  /** Send, as the composer offers it; `null` without a composer. */
  readonly send: ViewCommand | null;
  /** Whether there is a dialog to ask with (AG5). */
  readonly canAsk: boolean;
  readonly next: string | null;
  readonly previous: string | null;
  /** Whom a conversation may be started with. */
  readonly startWith: string | null;
  readonly open: (conversationId: string) => void;
  readonly openSource: () => void;
  readonly start: (recipientId: string) => Promise<void>;
  readonly assign: (agentId: string) => Promise<void>;
  readonly toggleDetails: () => void;
}

/** Everything a host's own ribbon can make a view do (D11), in the order it would stand there. */
export function viewCommands(inputs: CommandInputs): readonly ViewCommand[] {
  const { messages, backend, selected, next, previous, startWith } = inputs;
  const { common, viewSoon } = messages;
  const conversation = selected.value;
  const can = backend?.capabilities.can;
  const isUnread = (conversation?.unreadCount ?? 0) > 0;
  const hasIncoming = conversation !== null && conversation.lastIncomingChannel !== null;
  const isMine = conversation?.coWorkerId === backend?.agent.id;
  const mayTake = !isMine && (conversation?.coWorkerId === null || inputs.canAsk);
  const isOpen = conversation?.state === 'new' || conversation?.state === 'assigned';
  return [
    inputs.send ?? command('send', viewSoon.send, false, () => undefined),
    command('mark-read', common.markRead, isUnread, () => selected.markRead()),
    command('mark-unread', common.markUnread, can?.markUnread === true && !isUnread && hasIncoming, () =>
      selected.markUnread(),
    ),
    command('assign-to-me', viewSoon.assignToMe, can?.assign === true && isOpen && mayTake, () =>
      inputs.assign(backend?.agent.id ?? ''),
    ),
    command(
      'open-source',
      common.openSource,
      conversation !== null && mayOpenSource(conversation.recipient),
      inputs.openSource,
    ),
    command('retry-failed', viewSoon.retryFailed, selected.hasFailed, () => selected.retryFailed()),
    command(
      'start-conversation',
      conversation ? viewSoon.startNew : viewSoon.start,
      can?.open === true && startWith !== null,
      () => inputs.start(startWith ?? ''),
    ),
    command('previous-conversation', viewSoon.previousConversation, previous !== null, () =>
      inputs.open(previous ?? ''),
    ),
    command('next-conversation', viewSoon.nextConversation, next !== null, () => inputs.open(next ?? '')),
    command('toggle-details', viewSoon.showDetails, conversation !== null, inputs.toggleDetails),
  ];
}

/** Whether two lists of commands look the same to a ribbon. */
export function sameCommands(a: readonly ViewCommand[], b: readonly ViewCommand[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ id, label, enabled }, index) => {
      const other = b[index];
      return other?.id === id && other.label === label && other.enabled === enabled;
    })
  );
}
