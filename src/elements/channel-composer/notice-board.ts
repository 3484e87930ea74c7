import { html, nothing, type TemplateResult } from 'lit';
import type { ChannelOption, ComposerController, Composition } from '../../controllers/composer-controller.ts';
import type { FocusNext } from './focus-next.ts';
import type { LazyTools } from './lazy-tools.ts';
import { changeQuestion, closingNotice, lockNotice, problemNotice } from './notices.ts';
import type { ComposerWords } from './words.ts';

/** What a board works with. */
interface BoardParts {
  readonly composer: ComposerController;
  readonly tools: LazyTools;
  readonly focus: FocusNext;
  /** Sends although something changed. */
  readonly sendAgreed: () => void;
}

/** Between the channels and the text: why it cannot be written, questions and problems; and what their answers do. */
export class NoticeBoard {
  readonly #parts: BoardParts;

  constructor(parts: BoardParts) {
    this.#parts = parts;
  }

  render(composition: Composition, words: ComposerWords): TemplateResult {
    const { composer, tools } = this.#parts;
    const { question, problem } = composer;
    return html`${lockNotice(composition, words, tools.at('waysOn', composition), (option) => this.#goOn(option))}
    ${closingNotice(composition, words)}
    ${question && question.type !== 'news' ? changeQuestion(question, composition, words, (answer) => this.answer(answer)) : nothing}
    ${problem ? problemNotice(problem, words) : nothing}`;
  }

  /** Answers the question that is open. */
  answer(answer: 'send' | 'switch' | 'keep'): void {
    const { composer, focus, sendAgreed } = this.#parts;
    const { composition, question } = composer;
    focus.on('text');
    if (answer === 'send') sendAgreed();
    else composer.forget();
    const to = question?.type === 'customer-channel' ? question.channel : null;
    const option = composition?.options.find(({ id }) => id === to);
    if (answer === 'switch' && option) this.#goOn(option);
  }

  #goOn(option: ChannelOption): void {
    const { tools, focus } = this.#parts;
    const target = option.id === 'whatsapp-invitation' ? 'send' : 'text';
    void tools.continueBy(option).then(() => focus.on(target));
  }
}
