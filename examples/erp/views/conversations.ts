import { html } from 'lit';
import { formatView } from '../../../src/domain/saved-view.ts';
import type { ViewCommand } from '../../../src/elements/events.ts';
import type { AppContext } from '../app.ts';
import type { IconName } from '../icons.ts';
import type { Route } from '../router.ts';
import type { Action, ActionGroup, View } from '../view.ts';

type ConversationsRoute = Extract<Route, { page: 'conversations' }>;
type LogRoute = Extract<Route, { page: 'log' }>;

const commandIcons: Readonly<Record<string, IconName>> = {
  send: 'send',
  'mark-read': 'read',
  'mark-unread': 'unread',
  'open-source': 'source',
  'assign-to-me': 'assign',
  assign: 'assign',
  'retry-failed': 'retry',
  'toggle-details': 'details',
  'previous-conversation': 'previous',
  'next-conversation': 'next',
};
const inConversation = [
  'send',
  'mark-read',
  'mark-unread',
  'open-source',
  'assign-to-me',
  'assign',
  'archive',
  'retry-failed',
  'toggle-details',
];
/** What is rarely possible takes no room until it is. */
const onlyWhenEnabled: ReadonlySet<string> = new Set(['assign-to-me', 'retry-failed']);
const towardsAnother = ['previous-conversation', 'next-conversation'];

/** The message centre: the whole conversation screen, driven by this page's ribbon. */
export function conversationsView(app: AppContext, route: ConversationsRoute): View {
  const { texts, records } = app;
  const record = route.recipientId === null ? null : records.get(route.recipientId);
  return {
    title: record ? texts.conversations.of(record.name) : texts.conversations.title,
    groups: [
      ...(record ? [cardGroup(app, record.id, record.name)] : []),
      { label: texts.actions.conversation, actions: commandActions(app, inConversation) },
      { label: texts.actions.navigate, actions: commandActions(app, towardsAnother) },
    ],
    content: html`<div class="conversations-page">
      <conversation-view
        scope=${route.recipientId === null ? route.scope : 'recipient'}
        .recipientId=${route.recipientId}
        .conversationId=${route.conversationId}
        .view=${route.view ?? firstLook(route)}
        sort="newest"
        @command-state-change=${app.takeCommands}
        @conversation-change=${app.keepConversation}
        @view-change=${app.keepView}
      ></conversation-view>
    </div>`,
    fills: true,
  };
}

/** What the list shows before the agent chose anything; going back comes to it again. */
function firstLook({ scope, recipientId }: ConversationsRoute): string {
  return formatView({ tab: 'all', sort: 'newest', ...(recipientId === null && { scope }) });
}

/** All conversations, or those with one recipient, as a plain list. */
export function logView(app: AppContext, route: LogRoute): View {
  const { texts, records } = app;
  const record = route.recipientId === null ? null : records.get(route.recipientId);
  return {
    title: record ? texts.conversations.logOf(record.name) : texts.nav.log,
    groups: record ? [cardGroup(app, record.id, record.name)] : [],
    content: html`<div class="log-page">
      <conversation-list
        scope=${route.recipientId === null ? route.scope : 'recipient'}
        .recipientId=${route.recipientId}
        ?unread-only=${route.unreadOnly}
        sort="newest"
        @conversation-open-request=${app.openConversation}
      ></conversation-list>
    </div>`,
    fills: true,
  };
}

/**
 * The commands of the element that this page offers, in its own order. Their buttons are there before the element has loaded
 * what they do, so that nothing moves when it has.
 */
function commandActions(app: AppContext, ids: readonly string[]): readonly Action[] {
  return ids
    .map((id) => app.commands.find((command) => command.id === id) ?? commandToCome(app, id))
    .filter(({ id, enabled }) => enabled || !onlyWhenEnabled.has(id))
    .map(commandAction);
}

/** A command that the element does not name yet. */
function commandToCome({ texts }: AppContext, id: string): ViewCommand {
  const labels: Readonly<Record<string, string>> = texts.commands;
  return { id, label: labels[id] ?? '', enabled: false, run: () => Promise.resolve() };
}

/** A command of the element as a button of this page. */
function commandAction(command: ViewCommand): Action {
  return {
    id: command.id,
    label: command.label,
    icon: commandIcons[command.id] ?? 'command',
    enabled: command.enabled,
    primary: command.id === 'send',
    // What goes wrong is shown by the element itself, where it happened.
    run: () => void command.run().catch(() => undefined),
  };
}

function cardGroup(app: AppContext, id: string, name: string): ActionGroup {
  return {
    label: app.texts.actions.back,
    actions: [{ id: 'back', label: name, icon: 'back', enabled: true, run: () => app.go({ page: 'card', id }) }],
  };
}
