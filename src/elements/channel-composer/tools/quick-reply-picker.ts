import { html, nothing, type TemplateResult } from 'lit';
import type { QuickRepliesController } from '../../../controllers/quick-replies-controller.ts';
import { searchQuickReplies, type QuickReplyItem } from '../../../domain/quick-reply-search.ts';
import { visibleName } from '../../../domain/visible-text.ts';
import { isComposing, matchesShortcut } from '../../../dom/keys.ts';
import { quickReplyLine } from './quick-reply-line.ts';
import { FloatingPanel } from './floating-panel.ts';
import { optionSearch } from './option-search.ts';
import type { ToolContext } from './tool.ts';

/** Where the picker gets its replies, and what choosing one does. */
export interface QuickReplyPickerOptions {
  readonly items: () => readonly QuickReplyItem[];
  /** Puts the reply into the text, which takes the focus. */
  readonly pick: (item: QuickReplyItem) => void;
}

/** All quick replies by group, with a search field that keeps the focus: arrows choose, Enter picks, Escape closes (B8). */
export class QuickReplyPicker {
  readonly #context: ToolContext;
  readonly #replies: QuickRepliesController;
  readonly #options: QuickReplyPickerOptions;
  readonly #panel: FloatingPanel;
  #search = '';
  #active = 0;

  constructor(context: ToolContext, replies: QuickRepliesController, options: QuickReplyPickerOptions) {
    this.#context = context;
    this.#replies = replies;
    this.#options = options;
    const parts = { panel: '#quick-replies', button: '#quick-replies-button', focus: '#quick-reply-search' };
    this.#panel = new FloatingPanel(context, parts);
  }

  get isOpen(): boolean {
    return this.#panel.isOpen;
  }

  /** Opens with everything, or closes. */
  toggle(): Promise<void> {
    return this.#panel.toggle(() => {
      this.#search = '';
      this.#active = 0;
      void this.#replies.load();
    });
  }

  render(): TemplateResult {
    const { title } = this.#context.texts.quickReplies;
    return html`<div
      class="panel"
      id="quick-replies"
      part="quick-replies"
      popover
      role="dialog"
      aria-label=${title}
      @beforetoggle=${this.#panel.willToggle}
      @toggle=${this.#panel.toggled}
      @keydown=${(event: KeyboardEvent) => event.stopPropagation()}
    >
      ${this.isOpen ? this.#renderContent() : nothing}
    </div>`;
  }

  #renderContent(): TemplateResult {
    const { quickReplies } = this.#context.texts;
    const found = this.#found;
    return html`${optionSearch({
        id: 'quick-reply-search',
        label: quickReplies.search,
        text: this.#search,
        listId: 'quick-reply-list',
        activeId: found.length > 0 ? `quick-reply-${this.#active}` : null,
        type: (text) => this.#type(text),
        press: (event) => this.#press(event),
      })}
      ${this.#renderState(found)}
      <div
        class="options"
        role="listbox"
        id="quick-reply-list"
        aria-label=${quickReplies.title}
        ?hidden=${found.length === 0}
      >
        ${this.#renderGroups(found)}
      </div>
      <p class="panel-hint">${quickReplies.hint}</p>`;
  }

  /** What is to be said when there is no line to choose. */
  #renderState(found: readonly QuickReplyItem[]): unknown {
    const { quickReplies } = this.#context.texts;
    const { common } = this.#context.words.messages;
    if (this.#replies.hasFailed)
      return html`<div class="panel-state" role="alert">
        <p>${quickReplies.failed}</p>
        <button type="button" class="button" @click=${() => void this.#replies.load()}>${common.retry}</button>
      </div>`;
    if (found.length > 0) return nothing;
    if (this.#replies.isLoading) return html`<p class="panel-state" aria-busy="true">${common.loading}</p>`;
    const text = this.#search.trim() === '' ? quickReplies.none : quickReplies.nothingFound(this.#search.trim());
    return html`<p class="panel-state" role="status">${text}</p>`;
  }

  #renderGroups(found: readonly QuickReplyItem[]): unknown {
    const groups = [...new Set(found.map(({ group }) => group))];
    return groups.map(
      (group, number) =>
        html`<div role="group" aria-labelledby="quick-reply-group-${number}">
          <div class="group-name" role="presentation" id="quick-reply-group-${number}">
            <bdi>${visibleName(group.name)}</bdi>
          </div>
          ${found.map((item, index) => (item.group === group ? this.#renderLine(item, index) : nothing))}
        </div>`,
    );
  }

  #renderLine(item: QuickReplyItem, index: number): TemplateResult {
    // eslint-disable-next-line lit-a11y/click-events-have-key-events -- the search field hears the keys
    return html`<div
      class="ce-suggestion"
      role="option"
      id="quick-reply-${index}"
      aria-selected=${index === this.#active}
      @click=${() => this.#pick(item)}
    >
      ${quickReplyLine(item, this.#context, 'files')}
    </div>`;
  }

  get #found(): readonly QuickReplyItem[] {
    return searchQuickReplies(this.#options.items(), this.#search);
  }

  #type(text: string): void {
    this.#search = text;
    this.#active = 0;
    const { length } = this.#found;
    if (length > 0) this.#context.say(this.#context.texts.quickReplies.found(length));
    this.#context.element.requestUpdate();
  }

  #press(event: KeyboardEvent): void {
    const found = this.#found;
    if (isComposing(event) || found.length === 0) return;
    const item = found[this.#active];
    if (matchesShortcut(event, 'ArrowDown')) this.#move((this.#active + 1) % found.length);
    else if (matchesShortcut(event, 'ArrowUp')) this.#move((this.#active - 1 + found.length) % found.length);
    else if (matchesShortcut(event, 'PageDown')) this.#move(nextGroup(found, this.#active, 1));
    else if (matchesShortcut(event, 'PageUp')) this.#move(nextGroup(found, this.#active, -1));
    else if (matchesShortcut(event, 'Enter') && item) this.#pick(item);
    else return;
    event.preventDefault();
  }

  #move(to: number): void {
    this.#active = to;
    this.#context.element.requestUpdate();
    void this.#context.element.updateComplete.then(() =>
      this.#panel.find(`#quick-reply-${to}`)?.scrollIntoView({ block: 'nearest' }),
    );
  }

  #pick(item: QuickReplyItem): void {
    this.#panel.close();
    this.#options.pick(item);
  }
}

/** The first line of the next group, or of the one before; the edges stop. */
function nextGroup(items: readonly QuickReplyItem[], from: number, step: 1 | -1): number {
  const groups = [...new Set(items.map(({ group }) => group))];
  const at = groups.findIndex((group) => group === items[from]?.group);
  const group = groups[Math.min(groups.length - 1, Math.max(0, at + step))];
  return items.findIndex((item) => item.group === group);
}
