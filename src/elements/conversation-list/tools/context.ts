import type { LitElement } from 'lit';
import type { DirectoryController } from '../../../controllers/directory-controller.ts';
import type { InboxParts } from '../../../controllers/inbox-parts.ts';
import type { Localize } from '../../../controllers/localization.ts';
import type { RowSelection } from '../../../controllers/row-selection.ts';
import type { ConversationRow, SessionController } from '../../../controllers/session-controller.ts';
import type { Conversation } from '../../../domain/model.ts';
import type { ConversationQuery } from '../../../domain/queries.ts';
import type { InboxTexts } from '../../../locales/inbox.ts';
import type { ListTexts } from '../../../locales/list.ts';
import type { ListLook, Narrowing } from '../list-view.ts';

/** What a list gives its tools. */
export interface ToolsHost {
  readonly element: LitElement & { takeOrder(): void };
  readonly localize: Localize<ListTexts>;
  readonly session: SessionController;
  readonly directory: DirectoryController;
  readonly selection: RowSelection;
  /** How the list is looked at now. */
  readonly look: () => ListLook;
  /** Narrows the list to this and nothing else. */
  readonly narrow: (narrowing: Narrowing) => void;
  /** Looks at the list as a saved view says. */
  readonly show: (view: string) => void;
  readonly showScope: (scope: 'branch' | 'all') => void;
  readonly query: () => ConversationQuery;
  readonly loaded: () => readonly ConversationRow[];
  readonly sleeping: () => { readonly count: number; readonly isShown: boolean };
  readonly showSleeping: (isShown: boolean) => void;
  /** A conversation was found or started: it is to be shown. */
  readonly opened: (conversation: Conversation) => void;
}

/** What a tool works with. */
export interface ToolContext extends ToolsHost {
  readonly texts: InboxTexts;
  readonly parts: InboxParts;
}
