import { html, render, type TemplateResult } from 'lit';
import { addStyles } from '../../../dom/add-styles.ts';
import { matchesShortcut } from '../../../dom/keys.ts';
import { unzoomed, zoomOf } from './follow-button.ts';
import { suggestionStyles } from './suggestions.styles.ts';
import type { ToolContext } from './tool.ts';

/** One line of a list of suggestions. */
export interface Suggestion {
  readonly id: string;
  readonly content: TemplateResult;
}

/** What a list shows and what choosing does. */
export interface SuggestionListOptions {
  /** The name of the list. */
  readonly label: string;
  readonly suggestions: readonly Suggestion[];
  /** Whether Enter picks the first; otherwise only after an arrow key. */
  readonly startsActive: boolean;
  readonly pick: (index: number) => void;
  readonly dismiss: () => void;
}

let lists = 0;

/**
 * A list of suggestions at the text area, for the text area: it keeps the focus, arrows choose, Enter and Tab pick, Escape
 * closes. It stands beside the text area in the light DOM, because only there the text area can point to what is active.
 */
export class SuggestionList {
  readonly #context: ToolContext;
  readonly #id: string;
  #element: HTMLElement | null = null;
  #options: SuggestionListOptions | null = null;
  #active = -1;

  constructor(context: ToolContext) {
    this.#context = context;
    lists += 1;
    this.#id = `ce-suggestions-${lists}`;
  }

  /** Whether it is open. */
  get isOpen(): boolean {
    return this.#options !== null;
  }

  /** Opens, or shows something else: the active line stays when it is still there. */
  show(options: SuggestionListOptions): void {
    const activeId = this.#options?.suggestions[this.#active]?.id;
    const kept = options.suggestions.findIndex(({ id }) => id === activeId);
    this.#active = kept >= 0 && !options.startsActive ? kept : options.startsActive ? 0 : -1;
    const wasOpen = this.isOpen;
    this.#options = options;
    const element = this.#place();
    this.#render();
    if (!wasOpen) {
      element.showPopover();
      addEventListener('scroll', this.#follow, { capture: true, passive: true });
      addEventListener('resize', this.#follow);
    }
    this.#follow();
  }

  hide(): void {
    if (!this.isOpen) return;
    this.#options = null;
    this.#active = -1;
    removeEventListener('scroll', this.#follow, { capture: true });
    removeEventListener('resize', this.#follow);
    const area = this.#context.textArea.element;
    for (const name of ['aria-controls', 'aria-activedescendant', 'aria-autocomplete', 'aria-haspopup'])
      area?.removeAttribute(name);
    this.#element?.remove();
    this.#element = null;
  }

  /** A key in the text area; `true` when the list took it. */
  press(event: KeyboardEvent): boolean {
    const options = this.#options;
    if (!options) return false;
    if (matchesShortcut(event, 'Escape')) options.dismiss();
    else if (matchesShortcut(event, 'ArrowDown')) this.#move(1);
    else if (matchesShortcut(event, 'ArrowUp')) this.#move(-1);
    else if (this.#active >= 0 && (matchesShortcut(event, 'Enter') || matchesShortcut(event, 'Tab')))
      options.pick(this.#active);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  #move(step: number): void {
    const count = this.#options?.suggestions.length ?? 0;
    if (this.#active < 0) this.#active = step > 0 ? 0 : count - 1;
    else this.#active = (this.#active + step + count) % count;
    this.#render();
    this.#element?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }

  #place(): HTMLElement {
    const { element: host, localize } = this.#context;
    if (this.#element) return this.#element;
    const element = host.ownerDocument.createElement('div');
    Object.assign(element, { id: this.#id, slot: 'suggestions', className: 'ce-suggestions', popover: 'manual' });
    element.role = 'listbox';
    element.lang = localize.messages.language;
    // The text area keeps the focus.
    element.addEventListener('pointerdown', (event) => event.preventDefault());
    host.append(element);
    addStyles(element.getRootNode(), [suggestionStyles]);
    this.#element = element;
    return element;
  }

  #render(): void {
    const [element, options] = [this.#element, this.#options];
    if (!element || !options) return;
    element.ariaLabel = options.label;
    render(
      options.suggestions.map(
        ({ content }, index) =>
          // eslint-disable-next-line lit-a11y/click-events-have-key-events -- the text area hears the keys
          html`<div
            class="ce-suggestion"
            role="option"
            id="${this.#id}-${index}"
            aria-selected=${index === this.#active}
            @click=${() => options.pick(index)}
          >
            ${content}
          </div>`,
      ),
      element,
    );
    const area = this.#context.textArea.element;
    area?.setAttribute('aria-autocomplete', 'list');
    area?.setAttribute('aria-haspopup', 'listbox');
    area?.setAttribute('aria-controls', this.#id);
    if (this.#active < 0) area?.removeAttribute('aria-activedescendant');
    else area?.setAttribute('aria-activedescendant', `${this.#id}-${this.#active}`);
  }

  /** Above the text where there is room, else below; as wide as the text. */
  readonly #follow = (): void => {
    const [element, area] = [this.#element, this.#context.textArea.element];
    if (!element || !area) return;
    const zoom = zoomOf(element);
    const { left, top, bottom, width } = unzoomed(area.getBoundingClientRect(), zoom);
    const height = element.ownerDocument.documentElement.clientHeight / zoom;
    const below = height - bottom;
    const isAbove = top > below;
    const { style } = element;
    style.left = `${left}px`;
    style.width = `${width}px`;
    style.maxHeight = `${Math.min(320, Math.max(top, below) - 12)}px`;
    style.top = isAbove ? 'auto' : `${bottom + 4}px`;
    style.bottom = isAbove ? `${height - top + 4}px` : 'auto';
  };
}
