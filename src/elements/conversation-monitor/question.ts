import type { LitElement } from 'lit';
import { InboxParts } from '../../controllers/inbox-parts.ts';
import type { Localize } from '../../controllers/localization.ts';
import type { SessionController } from '../../controllers/session-controller.ts';
import { addStyles } from '../../dom/add-styles.ts';
import { inboxTexts, type InboxTexts, type WithInbox } from '../../locales/inbox.ts';
import { modalStyles } from '../dialogs/modal.styles.ts';
import { TakeOverDialog, type TakeOverInputs } from '../dialogs/take-over-dialog.ts';

/** The dialog that asks before conversations are taken from colleagues, with its texts. */
export class TakeOverQuestion {
  readonly #host: LitElement;
  readonly #dialog: TakeOverDialog;

  /** Loads the texts as well. */
  static async load(host: LitElement, localize: Localize, session: SessionController): Promise<TakeOverQuestion> {
    return new TakeOverQuestion(host, await localize.bring(inboxTexts), session);
  }

  private constructor(host: LitElement, localize: Localize<WithInbox>, session: SessionController) {
    this.#host = host;
    const parts = new InboxParts(host, () => session.session);
    this.#dialog = new TakeOverDialog({
      ...{ element: host, localize, session, parts },
      get texts(): InboxTexts {
        return localize.messages.inbox;
      },
    });
  }

  open(inputs: TakeOverInputs): void {
    this.#dialog.open(inputs);
  }

  render(): unknown {
    addStyles(this.#host.renderRoot, [modalStyles]);
    return this.#dialog.render();
  }
}
