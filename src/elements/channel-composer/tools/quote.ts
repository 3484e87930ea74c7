import { html, nothing } from 'lit';
import type { Composition } from '../../../controllers/composer-controller.ts';
import { QuotedMessage } from '../../../controllers/quoted-message.ts';
import type { Message } from '../../../domain/model.ts';
import { textOf } from '../../../domain/preview.ts';
import { isolatedName, visibleName } from '../../../domain/visible-text.ts';
import { matchesShortcut } from '../../../dom/keys.ts';
import { clearIcon, replyIcon } from '../../../styles/icons.ts';
import type { ComposerTool, ToolContext } from './tool.ts';

/** As much of what is answered as one glance takes in. */
const longestQuote = 160;

/** The message that is answered, above the text; kept in the draft and sent with it (A12). */
export class Quote implements ComposerTool {
  readonly #context: ToolContext;
  readonly #quoted: QuotedMessage;
  #shown: string | null = null;

  constructor(context: ToolContext) {
    this.#context = context;
    this.#quoted = new QuotedMessage(context.element);
  }

  readonly above = ({ replyToId, conversation: { id } }: Composition): unknown => {
    const original = this.#quoted.of(this.#context.session.session, id, replyToId);
    if (replyToId === null) {
      this.#shown = null;
      return nothing;
    }
    const { quote } = this.#context.texts;
    const name = original ? this.#nameOf(original) : '';
    const title = name === '' ? quote.earlier : quote.replyTo(isolatedName(name));
    if (this.#shown !== replyToId) this.#context.say(title);
    this.#shown = replyToId;
    return html`<div class="quoted" part="quote" role="group" aria-label=${title}>
      ${replyIcon()}
      <p class="quoted-text">
        <span class="quoted-name">${title}</span>
        ${original ? html`<bdi>${this.#textOf(original)}</bdi>` : nothing}
      </p>
      <button
        type="button"
        class="button quiet icon-only"
        aria-label=${quote.cancel}
        title=${quote.cancel}
        @click=${() => this.#cancel()}
      >
        ${clearIcon()}
      </button>
    </div>`;
  };

  readonly press = (event: KeyboardEvent): boolean => {
    const { composer, textArea, element } = this.#context;
    const isHere = event.target === textArea.element || event.composedPath().includes(element);
    const hasQuestion = composer.question !== null;
    if (!isHere || hasQuestion || this.#shown === null || !matchesShortcut(event, 'Escape')) return false;
    event.preventDefault();
    this.#cancel();
    return true;
  };

  #cancel(): void {
    const { carrier, texts, textArea } = this.#context;
    carrier.unquote();
    this.#context.say(texts.quote.cancelled);
    textArea.element?.focus();
  }

  #nameOf({ author, direction }: Message): string {
    const shown = visibleName(author.name);
    if (shown !== '' || direction !== 'incoming') return shown;
    return this.#context.words.messages.common.unknownSender;
  }

  #textOf({ content }: Message): string {
    const { kinds } = this.#context.words.messages.common;
    const kind = content.kind === 'text' || content.kind === 'event' ? '' : kinds[content.kind];
    return [kind, textOf(content).slice(0, longestQuote)].filter((part) => part !== '').join(': ');
  }
}
