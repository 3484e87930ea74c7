import { html, nothing } from 'lit';
import type { Composition } from '../../../controllers/composer-controller.ts';
import { QuickRepliesController } from '../../../controllers/quick-replies-controller.ts';
import { insertPrepared, type TextRange } from '../../../domain/insert-text.ts';
import { recipientValues } from '../../../domain/placeholders.ts';
import { quickReplyItems, suggestQuickReplies, type QuickReplyItem } from '../../../domain/quick-reply-search.ts';
import { type TextTrigger, triggerAt } from '../../../domain/text-triggers.ts';
import { isolatedName, visibleName } from '../../../domain/visible-text.ts';
import { replaceText } from '../../../dom/replace-text.ts';
import { cautionIcon, quickReplyIcon } from '../../../styles/icons.ts';
import type { Attachments } from './attachments.ts';
import { QuickReplyPicker } from './quick-reply-picker.ts';
import { quickReplyLine } from './quick-reply-line.ts';
import { SuggestionList } from './suggestion-list.ts';
import type { ComposerTool, ToolContext } from './tool.ts';
import { toolButton } from './tool-button.ts';

/** More lines than anybody reads; the rest is found by typing on. */
const mostSuggestions = 50;

/** Prepared answers: `!` and some letters at the caret, or the button with its picker (B8, B9). */
export class QuickReplies implements ComposerTool {
  readonly #context: ToolContext;
  readonly #attachments: Attachments;
  readonly #replies: QuickRepliesController;
  readonly #list: SuggestionList;
  readonly #picker: QuickReplyPicker;
  #area: HTMLTextAreaElement | null = null;
  #trigger: TextTrigger | null = null;
  /** Where Escape closed the list: it stays closed for this word. */
  #dismissedAt = -1;
  #announced = '';
  /** Names of files that could not come along with the last reply. */
  #leftOut = '';

  constructor(context: ToolContext, attachments: Attachments) {
    this.#context = context;
    this.#attachments = attachments;
    this.#replies = new QuickRepliesController(context.element, () => context.session.session);
    this.#list = new SuggestionList(context);
    this.#picker = new QuickReplyPicker(context, this.#replies, {
      items: () => this.#items(),
      pick: (item) => this.#insert(item, this.#selection()),
    });
    context.element.addController({ hostDisconnected: () => this.#close() });
  }

  readonly bar = (composition: Composition): unknown => {
    if (!this.#isUsable(composition)) return nothing;
    return toolButton({
      name: this.#context.texts.quickReplies.title,
      icon: quickReplyIcon(),
      controls: 'quick-replies',
      isOpen: this.#picker.isOpen,
      run: () => void this.#picker.toggle(),
    });
  };

  readonly below = (): unknown =>
    this.#leftOut === ''
      ? nothing
      : html`<p class="notice caution" part="notice">
          ${cautionIcon()}<span>${this.#context.texts.quickReplies.filesLeftOut(this.#leftOut)}</span>
        </p>`;

  readonly layers = (composition: Composition): unknown => {
    this.#listen();
    if (!this.#isUsable(composition)) {
      this.#close();
      return nothing;
    }
    return html`<slot name="suggestions"></slot>${this.#picker.render()}`;
  };

  readonly press = (event: KeyboardEvent): boolean => event.target === this.#area && this.#list.press(event);

  #isUsable({ mode, option, invitation }: Composition): boolean {
    if (this.#context.element.matches(':disabled')) return false;
    return this.#replies.isOffered && mode === 'reply' && option.reason === null && !invitation;
  }

  #items(): readonly QuickReplyItem[] {
    const { composition } = this.#context.composer;
    return quickReplyItems(this.#replies.groups ?? [], composition?.conversation.recipient.language ?? null);
  }

  /** The text area may be another one after the element was moved. */
  #listen(): void {
    const area = this.#context.textArea.element;
    if (area === this.#area) return;
    this.#area = area;
    area?.addEventListener('input', (event) => {
      this.#leftOut = '';
      if (event instanceof InputEvent && event.isComposing) return;
      this.#suggest();
    });
    area?.addEventListener('compositionend', () => this.#suggest());
    for (const type of ['click', 'keyup'] as const) area?.addEventListener(type, () => this.#followCaret());
    area?.addEventListener('blur', () => this.#close());
  }

  /** What fits the word at the caret, if it begins with `!`. */
  #suggest(): void {
    const { composition } = this.#context.composer;
    const area = this.#area;
    this.#trigger =
      area && composition && this.#isUsable(composition) && area.selectionStart === area.selectionEnd
        ? triggerAt(area.value, area.selectionEnd, '!')
        : null;
    const trigger = this.#trigger;
    if (trigger?.start !== this.#dismissedAt) this.#dismissedAt = -1;
    if (!trigger || this.#dismissedAt >= 0) {
      this.#close();
      return;
    }
    if (this.#replies.groups) this.#show(trigger);
    void this.#replies.load().then(() => {
      if (trigger === this.#trigger && area?.matches(':focus')) this.#show(trigger);
    });
  }

  #show({ query, start }: TextTrigger): void {
    const found = suggestQuickReplies(this.#items(), query).slice(0, mostSuggestions);
    if (found.length === 0) {
      this.#close();
      return;
    }
    this.#list.show({
      label: this.#context.texts.quickReplies.title,
      suggestions: found.map((item) => ({
        id: item.reply.id,
        content: quickReplyLine(item, this.#context, 'group'),
      })),
      // A lone `!` may be meant as one: Enter still sends.
      startsActive: query !== '',
      pick: (index) => {
        const item = found[index];
        if (item && this.#trigger) this.#insert(item, this.#trigger);
      },
      dismiss: () => {
        this.#dismissedAt = start;
        this.#close();
      },
    });
    const news = this.#context.texts.quickReplies.found(found.length);
    if (news !== this.#announced) this.#context.say(news);
    this.#announced = news;
  }

  #followCaret(): void {
    const area = this.#area;
    const trigger = area && triggerAt(area.value, area.selectionEnd, '!');
    if (this.#list.isOpen && trigger?.start !== this.#trigger?.start) this.#close();
  }

  #close(): void {
    this.#list.hide();
    this.#announced = '';
  }

  #selection(): TextRange {
    const area = this.#context.textArea.element;
    return { start: area?.selectionStart ?? 0, end: area?.selectionEnd ?? 0 };
  }

  #insert({ text, reply }: QuickReplyItem, range: TextRange): void {
    const area = this.#context.textArea.element;
    const { composition } = this.#context.composer;
    this.#close();
    this.#trigger = null;
    if (!area || !composition || area.readOnly || area.disabled) return;
    const values = recipientValues(composition.conversation.recipient);
    const { insert, selection } = insertPrepared(area.value, range, text.text, values);
    replaceText(area, range, insert);
    area.setSelectionRange(selection.start, selection.end);
    this.#close();
    const { quickReplies } = this.#context.texts;
    this.#leftOut = this.#attachments
      .addKept(reply.attachments)
      .map(({ name }) => isolatedName(visibleName(name)))
      .join(', ');
    this.#context.say(this.#leftOut === '' ? quickReplies.added : quickReplies.filesLeftOut(this.#leftOut));
    this.#context.element.requestUpdate();
  }
}
