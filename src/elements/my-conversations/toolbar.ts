import { html, nothing, type TemplateResult } from 'lit';
import type { Localization } from '../../controllers/localization.ts';
import type { MyConversationsTexts } from '../../locales/my-conversations.ts';
import { markReadIcon, markUnreadIcon, openSourceIcon } from '../../styles/icons.ts';

/** What can be done with the selected row. */
export type TableAction = 'mark-read' | 'mark-unread' | 'open-source';

/** What the tool bar shows and how it says what the agent wants (C4). */
export interface TableToolbar {
  readonly localization: Localization<MyConversationsTexts>;
  /** Actions possible now. */
  readonly enabled: ReadonlySet<TableAction>;
  readonly isUnreadOnly: boolean;
  readonly scope: 'mine' | 'branch';
  /** `null` while unknown. */
  readonly unread: number | null;
  readonly onAction: (action: TableAction) => void;
  readonly onUnreadOnly: (isUnreadOnly: boolean) => void;
  readonly onScope: (scope: 'mine' | 'branch') => void;
}

/** Actions on the selected row, and the two filters of the table. */
export function tableToolbar(toolbar: TableToolbar): TemplateResult {
  const { localization, isUnreadOnly, scope, onUnreadOnly, onScope } = toolbar;
  const { myConversations: words, common } = localization.messages;
  return html`<div class="toolbar" part="toolbar">
    <div class="actions">
      ${action(toolbar, 'mark-read', common.markRead, markReadIcon())}
      ${action(toolbar, 'mark-unread', common.markUnread, markUnreadIcon())}
      ${action(toolbar, 'open-source', common.openSource, openSourceIcon())}
    </div>
    <div class="segments" role="group" aria-label=${words.read}>
      ${segment(words.showAll, !isUnreadOnly, () => onUnreadOnly(false))}
      ${segment(words.showUnread, isUnreadOnly, () => onUnreadOnly(true), unreadCount(toolbar))}
    </div>
    <div class="segments" role="group" aria-label=${words.whose}>
      ${segment(words.scopeMine, scope === 'mine', () => onScope('mine'))}
      ${segment(words.scopeBranch, scope === 'branch', () => onScope('branch'))}
    </div>
  </div>`;
}

function unreadCount({ unread, localization }: TableToolbar): TemplateResult | typeof nothing {
  return unread === null || unread === 0
    ? nothing
    : html` <span class="count">${localization.formats.number(unread)}</span>`;
}

/** Not `disabled`: a button that loses its row under the hand must not lose the focus with it. */
function action(
  { enabled, onAction }: TableToolbar,
  name: TableAction,
  label: string,
  icon: TemplateResult,
): TemplateResult {
  const isEnabled = enabled.has(name);
  return html`<button
    type="button"
    class="button quiet"
    aria-disabled=${isEnabled ? 'false' : 'true'}
    @click=${() => isEnabled && onAction(name)}
  >
    ${icon}${label}
  </button>`;
}

function segment(
  label: string,
  isPressed: boolean,
  onPress: () => void,
  count: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  return html`<button type="button" class="button" aria-pressed=${isPressed ? 'true' : 'false'} @click=${onPress}>
    ${label}${count}
  </button>`;
}
