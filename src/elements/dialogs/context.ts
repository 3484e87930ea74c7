import type { LitElement } from 'lit';
import type { InboxParts } from '../../controllers/inbox-parts.ts';
import type { Localize } from '../../controllers/localization.ts';
import type { SessionController } from '../../controllers/session-controller.ts';
import type { InboxTexts } from '../../locales/inbox.ts';

/** What a dialog works with. */
export interface DialogContext {
  readonly element: LitElement;
  readonly localize: Localize;
  readonly session: SessionController;
  readonly texts: InboxTexts;
  readonly parts: InboxParts;
}

/** A dialog that opens over its element. */
export interface Dialog {
  render(): unknown;
}
