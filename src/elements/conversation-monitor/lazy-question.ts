import type { LitElement } from 'lit';
import type { Localize } from '../../controllers/localization.ts';
import type { SessionController } from '../../controllers/session-controller.ts';
import type { TakeOverInputs } from '../dialogs/take-over-dialog.ts';
import type { TakeOverQuestion } from './question.ts';

/** The question before conversations are taken from colleagues (AG5): a chunk of its own, loaded when it is asked. */
export class LazyQuestion {
  readonly #host: LitElement;
  readonly #localize: Localize;
  readonly #session: SessionController;
  #question: TakeOverQuestion | null = null;

  constructor(host: LitElement, localize: Localize, session: SessionController) {
    this.#host = host;
    this.#localize = localize;
    this.#session = session;
  }

  /** Asks, and takes them over when the answer is yes. */
  async ask(inputs: TakeOverInputs): Promise<void> {
    if (!this.#question) {
      const { TakeOverQuestion: Question } = await import('./question.ts');
      this.#question = await Question.load(this.#host, this.#localize, this.#session);
    }
    this.#question.open(inputs);
  }

  render(): unknown {
    return this.#question?.render();
  }
}
