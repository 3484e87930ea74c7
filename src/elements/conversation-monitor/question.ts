import type { LitElement } from 'lit';
import { InboxParts } from '../../controllers/inbox-parts.ts';
import type { Localize } from '../../controllers/localization.ts';
import type { SessionController } from '../../controllers/session-controller.ts';
import { addStyles } from '../../dom/add-styles.ts';
import { type InboxTexts, InboxTextsLoader } from '../../locales/inbox.ts';
import { modalStyles } from '../dialogs/modal.styles.ts';
import { TakeOverDialog, type TakeOverInputs } from '../dialogs/take-over-dialog.ts';

/** The dialog that asks before conversations are taken from colleagues, with its texts. */
export class TakeOverQuestion {
  readonly #host: LitElement;
  readonly #localize: Localize;
  readonly #texts: InboxTextsLoader;
  readonly #dialog: TakeOverDialog;

  /** Loads the texts as well. */
  static async load(host: LitElement, localize: Localize, session: SessionController): Promise<TakeOverQuestion> {
    const texts = await InboxTextsLoader.load(localize.messages.language, () => host.requestUpdate());
    return new TakeOverQuestion(host, localize, { session, texts });
  }

  private constructor(
    host: LitElement,
    localize: Localize,
    { session, texts }: { readonly session: SessionController; readonly texts: InboxTextsLoader },
  ) {
    this.#host = host;
    this.#localize = localize;
    this.#texts = texts;
    const parts = new InboxParts(host, () => session.session);
    this.#dialog = new TakeOverDialog({
      ...{ element: host, localize, session, parts },
      get texts(): InboxTexts {
        return texts.value;
      },
    });
  }

  open(inputs: TakeOverInputs): void {
    this.#dialog.open(inputs);
  }

  render(): unknown {
    addStyles(this.#host.renderRoot, [modalStyles]);
    this.#texts.follow(this.#localize.messages.language);
    return this.#dialog.render();
  }
}
