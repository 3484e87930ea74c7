import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Localize } from '../../../controllers/localization.ts';
import { TakenBack } from '../../../controllers/taken-back.ts';
import type { MessagingSession } from '../../../controllers/session-controller.ts';
import type { Message } from '../../../domain/model.ts';
import { snippetOf } from '../../../domain/message-search.ts';
import type { MessageQuery } from '../../../domain/queries.ts';
import { addStyles } from '../../../dom/add-styles.ts';
import { isComposing } from '../../../dom/keys.ts';
import type { TimelineMoreTexts } from '../../../locales/timeline-more.ts';
import type { TimelineTexts } from '../../../locales/timeline.ts';
import { clearIcon, failedIcon, fileIcon, moveUpIcon, searchIcon, toEndIcon } from '../../../styles/icons.ts';
import { buttons } from '../../../styles/buttons.ts';
import type { History } from '../history.ts';
import { authorName } from '../render-message.ts';
import { MessageFinder } from './message-finder.ts';
import { panelStyles } from './panel.styles.ts';

/** What a panel works with. */
export interface PanelHost {
  readonly element: LitElement;
  readonly localize: Localize<TimelineTexts>;
  /** `null` until they are there. */
  readonly texts: () => TimelineMoreTexts | null;
  readonly session: () => MessagingSession | null;
  readonly query: () => MessageQuery | null;
  readonly history: () => History;
  /** Which histories can be chosen; fewer than two: no choice. */
  readonly choices: () => readonly History[];
  readonly choose: (history: History) => void;
  readonly lead: (messageId: string) => Promise<boolean>;
  /** A message by its id, where it is loaded. */
  readonly find: (messageId: string) => Message | null;
}

/** Above the messages: which of them are shown, and the search in them (A2, A13, A14). A chunk of its own. */
export class TimelinePanel {
  readonly #host: PanelHost;
  readonly #finder: MessageFinder;
  readonly #takenBack: TakenBack;
  #isSearching = false;

  constructor(host: PanelHost) {
    this.#host = host;
    const { element, session, query, lead } = host;
    addStyles(element.renderRoot, [...buttons, panelStyles]);
    this.#takenBack = new TakenBack(element, session);
    this.#finder = new MessageFinder({ session, query, lead, changed: () => element.requestUpdate() });
  }

  /** Another history is shown: the search goes on there. */
  historyChanged(): void {
    if (this.#isSearching) this.#finder.again();
  }

  /** Opens the search with the focus in it. */
  async search(): Promise<void> {
    this.#isSearching = true;
    await this.#focus('.search input');
  }

  render(isBarShown: boolean): TemplateResult | typeof nothing {
    const texts = this.#host.texts();
    if (!texts) return nothing;
    if (this.#isSearching) return this.#renderSearch(texts.search);
    return isBarShown ? this.#renderBar(texts) : nothing;
  }

  #renderBar({ views, search }: TimelineMoreTexts): TemplateResult {
    const { choices, history, choose } = this.#host;
    const offered = choices();
    return html`<div class="bar" part="toolbar">
      ${
        offered.length < 2
          ? html`<span class="bar-space"></span>`
          : html`<select
              aria-label=${views.label}
              @change=${(event: Event) => choose((event.target as HTMLSelectElement).value as History)}
            >
              ${offered.map((one) => html`<option value=${one} ?selected=${one === history()}>${views[one]}</option>`)}
            </select>`
      }
      <button
        type="button"
        class="button quiet icon-only find"
        aria-label=${search.label}
        title=${search.label}
        @click=${() => void this.search()}
      >
        ${searchIcon()}
      </button>
    </div>`;
  }

  #renderSearch(texts: TimelineMoreTexts['search']): TemplateResult {
    const finder = this.#finder;
    finder.forget((id) => this.#takenBack.has(id) || this.#host.find(id)?.deletedAt != null);
    return html`<form
      class="search"
      role="search"
      aria-label=${texts.label}
      @submit=${(event: Event) => event.preventDefault()}
      @keydown=${(event: KeyboardEvent) => this.#press(event)}
    >
      <div class="bar" part="toolbar">
        <input
          type="search"
          inputmode="search"
          enterkeyhint="search"
          autocapitalize="none"
          aria-label=${texts.label}
          placeholder=${texts.label}
          autocomplete="off"
          .value=${finder.text}
          @input=${(event: Event) => finder.setText((event.target as HTMLInputElement).value)}
        />
        <span class="place" role="status">${this.#placeText(texts)}</span>
        ${this.#button(texts.files, fileIcon(), () => finder.setFilesOnly(!finder.filesOnly), finder.filesOnly)}
        ${this.#button(texts.previous, toEndIcon(), () => void finder.go(-1))}
        ${this.#button(texts.next, moveUpIcon(), () => void finder.go(1))}
        ${this.#button(texts.close, clearIcon(), () => void this.#close())}
      </div>
      ${this.#renderFound(texts)}
    </form>`;
  }

  #button(label: string, icon: TemplateResult, press: () => void, isPressed?: boolean): TemplateResult {
    return html`<button
      type="button"
      class="button quiet icon-only"
      aria-label=${label}
      title=${label}
      aria-pressed=${ifDefined(isPressed === undefined ? undefined : isPressed ? 'true' : 'false')}
      @click=${press}
    >
      ${icon}
    </button>`;
  }

  #placeText(texts: TimelineMoreTexts['search']): string {
    const { state, found, current, hasMore, isAnswered } = this.#finder;
    const { number } = this.#numbers;
    if (state === 'running') return texts.running;
    if (!isAnswered) return '';
    const count = hasMore ? `${number(found.length)}+` : number(found.length);
    if (current >= 0) return texts.place(number(current + 1), count);
    if (hasMore) return found.length > 0 ? texts.foundMore(number(found.length)) : texts.noneYet;
    return texts.found(found.length);
  }

  #renderFound(texts: TimelineMoreTexts['search']): TemplateResult | typeof nothing {
    const finder = this.#finder;
    if (finder.state === 'failed')
      return html`<p class="search-note">
        ${failedIcon()} ${texts.failed}
        <button type="button" class="link" @click=${() => finder.again()}>
          ${this.#host.localize.messages.common.retry}
        </button>
      </p>`;
    if (!finder.isAnswered) return nothing;
    const isOfFiles = finder.filesOnly && finder.text === '';
    // That nothing was found yet stands beside the field.
    const none = finder.hasMore ? nothing : html`<p class="search-note">${isOfFiles ? texts.noFiles : texts.none}</p>`;
    return html`${
      finder.found.length === 0
        ? none
        : html`<ol class="found-list" aria-label=${texts.results}>
            ${finder.found.map((message, index) => this.#renderOne(message, index))}
          </ol>`
    }${
      finder.hasMore
        ? html`<p class="search-note">
            ${finder.lookedAt === null ? nothing : texts.unread(this.#numbers.number(finder.lookedAt))}
            <button type="button" class="link" @click=${() => void finder.more()}>${texts.further}</button>
          </p>`
        : nothing
    }`;
  }

  #renderOne(message: Message, index: number): TemplateResult {
    const { messages, formats } = this.#host.localize;
    const { before, match, after } = snippetOf(message, this.#finder.text);
    const { content } = message;
    const kind = content.kind === 'text' || content.kind === 'event' ? '' : messages.common.kinds[content.kind];
    return html`<li>
      <button
        type="button"
        class="one"
        aria-current=${index === this.#finder.current ? 'true' : 'false'}
        @click=${() => void this.#finder.goTo(index)}
      >
        <span class="one-head"
          ><bdi>${authorName(message.author, messages)}</bdi
          ><time datetime=${new Date(message.at).toISOString()}>${formats.moment(message.at)}</time></span
        >
        <bdi class="one-text">${kind === '' ? nothing : `${kind}: `}${before}<mark>${match}</mark>${after}</bdi>
      </button>
    </li>`;
  }

  get #numbers(): { readonly number: (value: number) => string } {
    const { formats } = this.#host.localize;
    return { number: (value) => formats.number(value) };
  }

  #press(event: KeyboardEvent): void {
    if (isComposing(event)) return;
    const isInField = event.target instanceof HTMLInputElement;
    if (event.key === 'Escape') void this.#close();
    else if (event.key === 'Enter' && isInField) void this.#finder.go(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  async #close(): Promise<void> {
    this.#isSearching = false;
    this.#finder.stop();
    await this.#host.element.updateComplete;
    const button = this.#host.element.renderRoot.querySelector<HTMLElement>('.find');
    (button ?? this.#host.element).focus();
  }

  async #focus(selector: string): Promise<void> {
    const { element } = this.#host;
    element.requestUpdate();
    await element.updateComplete;
    element.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}
