import { html, nothing, type TemplateResult } from 'lit';
import { type Emoji, emojiCatalogue, searchEmoji, type SkinTone, usedLately, withTone } from '../../../domain/emoji.ts';
import { emojiList } from '../../../domain/emoji-list.ts';
import { addStyles } from '../../../dom/add-styles.ts';
import { isComposing, matchesShortcut } from '../../../dom/keys.ts';
import { recall, remember } from '../../../dom/remembered.ts';
import { type EmojiWords, loadEmojiWords } from '../../../locales/composer-emoji.ts';
import { emojiStyles } from './emoji.styles.ts';
import { FloatingPanel } from './floating-panel.ts';
import { optionSearch } from './option-search.ts';
import { LazyTexts } from './lazy-texts.ts';
import type { ToolContext } from './tool.ts';

/** Some emoji under a heading; `name` is `null` for what a search found. */
interface Section {
  readonly name: string | null;
  readonly emoji: readonly Emoji[];
}

/** All emoji by group, with a search field that keeps the focus: arrows choose, Enter picks, Escape closes (B4). */
export class EmojiPicker {
  readonly #context: ToolContext;
  readonly #pick: (emoji: string) => void;
  readonly #words: LazyTexts<EmojiWords>;
  readonly #panel: FloatingPanel;
  #catalogue: readonly Emoji[] = [];
  #catalogueOf: EmojiWords | null = null;
  #search = '';
  #active = 0;
  #tone = toneOf(recall('emoji-tone'));
  #recent = basesOf(recall('emoji-recent'));

  /** Resolves when it can be shown. */
  static async load(context: ToolContext, pick: (emoji: string) => void): Promise<EmojiPicker> {
    return new EmojiPicker(context, pick, await loadEmojiWords(context.localize.messages.language));
  }

  private constructor(context: ToolContext, pick: (emoji: string) => void, words: EmojiWords) {
    this.#context = context;
    this.#pick = pick;
    this.#words = new LazyTexts(context, loadEmojiWords, words);
    this.#panel = new FloatingPanel(context, { panel: '#emoji', button: '#emoji-button', focus: '#emoji-search' });
    addStyles(context.element.renderRoot, emojiStyles);
  }

  get isOpen(): boolean {
    return this.#panel.isOpen;
  }

  /** Opens with everything, or closes. */
  toggle(): Promise<void> {
    return this.#panel.toggle(() => {
      this.#search = '';
      this.#active = 0;
    });
  }

  render(): TemplateResult {
    const words = this.#words.value;
    return html`<div
      class="panel emoji-panel"
      id="emoji"
      part="emoji"
      popover
      role="dialog"
      aria-label=${this.#context.texts.emoji}
      @beforetoggle=${this.#panel.willToggle}
      @toggle=${this.#panel.toggled}
      @keydown=${(event: KeyboardEvent) => event.stopPropagation()}
    >
      ${this.isOpen && words ? this.#renderContent(words) : nothing}
    </div>`;
  }

  #renderContent(words: EmojiWords): TemplateResult {
    const sections = this.#sections(words);
    const count = sections.reduce((sum, { emoji }) => sum + emoji.length, 0);
    let first = 0;
    return html`<div class="emoji-head">
        ${optionSearch({
          id: 'emoji-search',
          label: words.search,
          text: this.#search,
          listId: 'emoji-list',
          activeId: count > 0 ? `emoji-${this.#active}` : null,
          type: (text) => this.#type(text, words),
          press: (event) => this.#press(event, sections),
        })}
        ${this.#renderTone(words)}
      </div>
      ${count === 0 ? html`<p class="panel-state" role="status">${words.none(this.#search.trim())}</p>` : nothing}
      <div
        class="options"
        role="listbox"
        id="emoji-list"
        aria-label=${this.#context.texts.emoji}
        ?hidden=${count === 0}
      >
        ${sections.map((section, number) => {
          const from = first;
          first += section.emoji.length;
          return this.#renderSection(section, number, from);
        })}
      </div>`;
  }

  #renderTone({ tone, tones }: EmojiWords): TemplateResult {
    const hand = { base: '✋', hasTones: true };
    return html`<select
      class="emoji-tone"
      aria-label=${tone}
      title=${tone}
      @change=${(event: Event) => this.#choose(toneOf(Number((event.target as HTMLSelectElement).value)))}
    >
      ${tones.map(
        (name, index) =>
          html`<option value=${index} ?selected=${index === this.#tone} aria-label=${name}>
            ${withTone(hand, toneOf(index))}
          </option>`,
      )}
    </select>`;
  }

  #renderSection({ name, emoji }: Section, number: number, from: number): TemplateResult {
    const grid = html`<div class="emoji-grid" role="presentation">
      ${emoji.map((each, index) => this.#renderEmoji(each, from + index))}
    </div>`;
    if (name === null) return grid;
    return html`<div class="emoji-group" role="group" aria-labelledby="emoji-group-${number}">
      <div class="group-name" role="presentation" id="emoji-group-${number}">${name}</div>
      ${grid}
    </div>`;
  }

  #renderEmoji(emoji: Emoji, index: number): TemplateResult {
    const { name } = emoji;
    const shown = withTone(emoji, this.#tone);
    // eslint-disable-next-line lit-a11y/click-events-have-key-events -- the search field hears the keys
    return html`<div
      class="emoji"
      role="option"
      id="emoji-${index}"
      aria-selected=${index === this.#active}
      aria-label=${name}
      title=${name}
      @click=${() => this.#take(emoji)}
    >
      ${shown}
    </div>`;
  }

  #sections(words: EmojiWords): readonly Section[] {
    const all = this.#all(words);
    if (this.#search.trim() !== '') return [{ name: null, emoji: searchEmoji(all, this.#search) }];
    const recent = this.#recent.flatMap((base) => all.find((emoji) => emoji.base === base) ?? []);
    const groups = words.groups.map((name, group) => ({ name, emoji: all.filter((emoji) => emoji.group === group) }));
    return recent.length > 0 ? [{ name: words.recent, emoji: recent }, ...groups] : groups;
  }

  #all(words: EmojiWords): readonly Emoji[] {
    if (words !== this.#catalogueOf) this.#catalogue = emojiCatalogue(emojiList, words.names);
    this.#catalogueOf = words;
    return this.#catalogue;
  }

  #type(text: string, words: EmojiWords): void {
    this.#search = text;
    this.#active = 0;
    if (text.trim() !== '') this.#context.say(words.found(searchEmoji(this.#all(words), text).length));
    this.#context.element.requestUpdate();
  }

  #press(event: KeyboardEvent, sections: readonly Section[]): void {
    const emoji = sections.flatMap((section) => section.emoji);
    const active = emoji[this.#active];
    if (isComposing(event) || !active) return;
    const step = this.#panel.find('#emoji')?.matches(':dir(rtl)') ? -1 : 1;
    const move = (by: number): void => this.#move(Math.min(emoji.length - 1, Math.max(0, this.#active + by)));
    if (matchesShortcut(event, 'ArrowRight')) move(step);
    else if (matchesShortcut(event, 'ArrowLeft')) move(-step);
    else if (matchesShortcut(event, 'ArrowDown')) this.#move(this.#below(1) ?? this.#active);
    else if (matchesShortcut(event, 'ArrowUp')) this.#move(this.#below(-1) ?? this.#active);
    else if (matchesShortcut(event, 'PageDown')) this.#move(sectionStart(sections, this.#active, 1));
    else if (matchesShortcut(event, 'PageUp')) this.#move(sectionStart(sections, this.#active, -1));
    else if (matchesShortcut(event, 'Enter')) this.#take(active);
    else return;
    event.preventDefault();
  }

  /** The emoji under or over the active one, as they stand on the screen; `null` at the edge. */
  #below(direction: 1 | -1): number | null {
    const option = this.#panel.find(`#emoji-${this.#active}`);
    if (!option) return null;
    const { top, left } = option.getBoundingClientRect();
    let best: { readonly index: number; readonly top: number; readonly away: number } | null = null;
    for (let index = this.#active + direction; ; index += direction) {
      const box = this.#panel.find(`#emoji-${index}`)?.getBoundingClientRect();
      if (!box || (best && Math.abs(box.top - best.top) > 1)) break;
      if (Math.abs(box.top - top) <= 1) continue;
      const away = Math.abs(box.left - left);
      if (!best || away < best.away) best = { index, top: box.top, away };
    }
    return best?.index ?? null;
  }

  #move(to: number): void {
    this.#active = to;
    this.#context.element.requestUpdate();
    void this.#context.element.updateComplete.then(() =>
      this.#panel.find(`#emoji-${to}`)?.scrollIntoView({ block: 'nearest' }),
    );
  }

  #take(emoji: Emoji): void {
    this.#recent = usedLately(this.#recent, emoji.base);
    remember('emoji-recent', this.#recent);
    this.#panel.close();
    this.#pick(withTone(emoji, this.#tone));
  }

  #choose(tone: SkinTone): void {
    this.#tone = tone;
    remember('emoji-tone', tone);
    this.#panel.find('#emoji-search')?.focus();
    this.#context.element.requestUpdate();
  }
}

/** Where the next section begins, or the one before; the edges stop. */
function sectionStart(sections: readonly Section[], from: number, direction: 1 | -1): number {
  const starts: number[] = [];
  let at = 0;
  for (const { emoji } of sections) {
    starts.push(at);
    at += emoji.length;
  }
  return (direction > 0 ? starts.find((start) => start > from) : starts.findLast((start) => start < from)) ?? from;
}

/** What was remembered may be anything. */
function toneOf(value: unknown): SkinTone {
  return ([0, 1, 2, 3, 4, 5] as const).find((tone) => tone === value) ?? 0;
}

function basesOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((base): base is string => typeof base === 'string').slice(0, 16) : [];
}
