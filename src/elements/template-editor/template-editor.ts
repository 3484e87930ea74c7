import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { AnnouncerController } from '../../controllers/announcer-controller.ts';
import { FocusRescue } from '../../controllers/focus-rescue.ts';
import { LeaveGuard } from '../../controllers/leave-guard.ts';
import { LightTextArea } from '../../controllers/light-text-area.ts';
import { Localize } from '../../controllers/localization.ts';
import { NextFocus } from '../../controllers/next-focus.ts';
import { SessionController } from '../../controllers/session-controller.ts';
import {
  type ConversationTemplate,
  type EditedText,
  TemplateEditorController,
} from '../../controllers/template-editor-controller.ts';
import { matchesShortcut } from '../../dom/keys.ts';
import { templateEditorTexts } from '../../locales/template-editor.ts';
import { emit } from '../events.ts';
import { ExchangeView } from './exchange-view.ts';
import { EditedView } from './edited-view.ts';
import { templateList } from './list.ts';
import { SidePanels } from './side-panels.ts';
import { noShelf, nothingChosen, problemSentenceOf } from './states.ts';
import { styles } from './template-editor.styles.ts';
import { toolbar } from './toolbar.ts';
import { type EditorWords, fieldSentence } from './words.ts';

/**
 * Conversation templates: one code, many languages, one default per code. Shows who gets which text and why, with a
 * preview for any recipient. Texts that are not saved are kept while the page lives. The text area is a child of the
 * element, in the light DOM.
 *
 * @tagname template-editor
 * @slot text - The text area. One is made when there is none.
 * @fires template-saved - A text was saved.
 * @fires template-removed - A text was deleted.
 * @fires unsaved-change - Whether anything is unsaved changed.
 * @csspart base - Everything.
 * @csspart toolbar - New, import and export.
 * @csspart list - Codes and languages.
 * @csspart form - The text that is edited.
 * @csspart preview - The text as a recipient gets it.
 * @csspart segments - How many parts the text has as SMS.
 * @csspart save - The Save button.
 * @cssproperty [--ce-template-text-max-size=24rem] - Height to which the text area grows.
 */
export class TemplateEditor extends LitElement {
  /** Takes part in forms: its value is the text. */
  static readonly formAssociated = true;
  static override styles = styles;

  /** Code of the template that is shown. */
  @property() code: string | null = null;
  /** Language of the text that is shown; without one, the default of the code. */
  @property() language: string | null = null;
  /** Name of the text in a form around the editor. */
  @property({ reflect: true }) name = '';
  /** Shows everything but lets nothing be changed. */
  @property({ type: Boolean, reflect: true }) disabled = false;

  @state() private search = '';

  readonly #internals = this.attachInternals();
  readonly #localize = new Localize(this, templateEditorTexts);
  readonly #session = new SessionController(this);
  readonly #announcer = new AnnouncerController(this, () => this.#session.session?.clock ?? null);
  readonly #editor = new TemplateEditorController(this);
  readonly #focus = new NextFocus(this);
  readonly #exchange = new ExchangeView(this, this.#editor.shelf);
  readonly #side = new SidePanels(this, this.#editor, () => this.#session.session?.clock ?? null);
  readonly #textArea = new LightTextArea(this, 'text', (text) => this.#editor.change({ text }));
  readonly #view = new EditedView({
    host: this,
    editor: this.#editor,
    textArea: this.#textArea,
    side: this.#side,
    save: () => void this.save(),
    resolve: (keep) => void this.#resolve(keep),
    remove: (edited) => void this.#remove(edited),
    begin: (code) => this.#begin(code),
    back: () => this.#select(null),
    focusNext: (selector) => this.#focus.on(selector),
  });
  #isFormDisabled = false;
  #wish: { readonly code: string; readonly language: string | null } | null = null;
  #toldUnsaved = false;
  #said = 0;

  constructor() {
    super();
    new LeaveGuard(this, () => this.#editor.hasUnsaved);
    new FocusRescue(this, () => this.renderRoot.querySelector<HTMLElement>('h2, .toolbar button')?.focus());
    this.addEventListener('keydown', (event) => this.#press(event));
  }

  protected override scheduleUpdate(): Promise<void> | undefined {
    return this.#localize.hold(() => super.scheduleUpdate());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#editor.sync(this.#session.ready);
    this.#side.sync(this.#session.ready);
    if ((changed.has('code') || changed.has('language')) && this.code !== null)
      this.#wish = { code: this.code, language: this.language };
    if (this.#wish && this.#editor.shelf.state === 'loaded') {
      const { code, language } = this.#wish;
      this.#wish = null;
      this.#editor.selectKey(code, language);
    }
  }

  protected override updated(): void {
    const { edited } = this.#editor;
    this.#internals.setFormValue(edited?.content.text ?? null);
    if (this.#words) this.#view.showText(edited, this.#words, this.#isDisabled);
    this.#tell();
  }

  /** A form around the editor was reset: the text is as it was saved. */
  formResetCallback(): void {
    this.#editor.discard();
  }

  /** A fieldset around the editor was disabled or enabled. */
  formDisabledCallback(isDisabled: boolean): void {
    this.#isFormDisabled = isDisabled;
    this.requestUpdate();
  }

  /** The text that is edited. Setting it changes it, without saving. */
  get value(): string {
    return this.#editor.edited?.content.text ?? '';
  }
  set value(text: string) {
    this.#editor.change({ text });
  }

  /** Whether anything is changed and not saved, in the text shown or in another. */
  get hasUnsavedChanges(): boolean {
    return this.#editor.hasUnsaved;
  }

  /**
   * Saves the text that is shown, as if the button were pressed.
   *
   * @returns whether it is saved
   */
  async save(): Promise<boolean> {
    if (this.#isDisabled) return false;
    return this.#afterSave(await this.#editor.save());
  }

  /** Asks the backend for the templates again; what is not saved stays. */
  async reload(): Promise<void> {
    await this.#editor.shelf.load();
  }

  protected override render(): TemplateResult {
    const words = this.#words;
    if (!words) return html`<div aria-busy="true"></div>`;
    const { edited, codes } = this.#editor;
    const isIdle = codes.length > 0 && !this.#exchange.isOpen;
    return html`<section class="base" part="base" aria-label=${words.own.label}>
      ${toolbar({
        ...words,
        canEdit: this.#canEdit,
        isReadOnly: this.#editor.shelf.state === 'loaded' && !this.#editor.shelf.canEdit,
        mayExport: this.#editor.shelf.templates.length > 0,
        begin: () => this.#begin(''),
        export: () => this.#open(() => this.#exchange.showExport()),
        import: (file) => this.#open(() => void this.#exchange.import(file)),
      })}
      <div class="panes ${edited ? 'chosen' : ''}">
        <div class="list" part="list">${this.#renderList(words)}</div>
        <div class="work scroll ${edited ? 'chosen' : ''} ${this.#exchange.isOpen ? 'busy' : ''}">
          ${this.#exchange.render(words, this.#canEdit)}
          ${edited ? this.#view.render(edited, words, this.#canEdit) : isIdle ? nothingChosen(words) : nothing}
        </div>
      </div>
    </section>`;
  }

  #renderList(words: EditorWords): TemplateResult {
    const { shelf, codes, edited } = this.#editor;
    if (codes.length === 0) return noShelf(words, shelf, this.#canEdit ? () => this.#begin('') : null);
    return templateList({
      ...words,
      codes,
      selected: edited?.id ?? null,
      invitationCode: shelf.invitation?.code ?? null,
      search: this.search,
      onSearch: (text) => (this.search = text),
      onSelect: (id) => this.#select(id),
    });
  }

  get #words(): EditorWords | null {
    if (!this.#localize.isReady) return null;
    const { messages, formats } = this.#localize;
    return { own: messages.templateEditor, messages, formats };
  }

  get #isDisabled(): boolean {
    return this.disabled || this.#isFormDisabled;
  }

  get #canEdit(): boolean {
    return this.#editor.shelf.canEdit && !this.#isDisabled;
  }

  #begin(code: string): void {
    this.#editor.begin(code);
    this.#view.reset();
    this.#focus.on(code === '' ? '#code' : '#language');
  }

  #select(id: string | null): void {
    this.#editor.select(id);
    this.#view.reset();
    const { edited } = this.#editor;
    [this.code, this.language] = [edited?.content.code ?? null, edited?.content.language ?? null];
    this.#wish = null;
    // On narrow screens the list and the text take turns.
    if (id === null) this.#focus.on('.option[tabindex="0"]');
    else if (!this.renderRoot.querySelector('.codes')?.matches(':focus-within')) this.#focus.on('h2');
  }

  #open(show: () => void): void {
    show();
    this.#focus.on('.exchange h3');
  }

  async #resolve(keep: 'theirs' | 'mine'): Promise<void> {
    this.#focus.on('h2');
    this.#afterSave(await this.#editor.resolve(keep));
  }

  async #remove({ content: { code, language } }: EditedText): Promise<void> {
    const isGone = await this.#editor.remove();
    this.#view.reset();
    if (!isGone) return;
    this.#say(this.#words?.own.removed ?? '');
    this.#select(null);
    emit(this, 'template-removed', { code, language });
  }

  #afterSave(saved: ConversationTemplate | null): boolean {
    const words = this.#words;
    const { problem, edited, conflict } = this.#editor;
    if (saved) {
      [this.code, this.language, this.#wish] = [saved.code, saved.language, null];
      this.#say(words?.own.saved ?? '');
      emit(this, 'template-saved', { template: saved });
    } else if (words && problem) this.#say(problemSentenceOf(problem, words));
    else if (words && conflict) {
      this.#say(conflict.theirs ? words.own.change.title : words.own.change.removed);
      this.#focus.on('.conflict .answer');
    } else if (words && edited && edited.problems.length > 0) this.#focusProblem(edited, words);
    this.requestUpdate();
    return saved !== null;
  }

  #focusProblem(edited: EditedText, words: EditorWords): void {
    const [first] = edited.problems;
    if (!first) return;
    this.#say(fieldSentence(edited.problems, first.field, words));
    if (first.field === 'text') this.#textArea.focusEnd();
    else this.#focus.on(`#${first.field}`);
  }

  #press(event: KeyboardEvent): void {
    if (!matchesShortcut(event, 'Control+S') && !matchesShortcut(event, 'Meta+S')) return;
    event.preventDefault();
    if (!event.repeat && this.#canEdit) void this.save();
  }

  #tell(): void {
    const { hasUnsaved } = this.#editor;
    if (hasUnsaved !== this.#toldUnsaved) emit(this, 'unsaved-change', { isUnsaved: hasUnsaved });
    this.#toldUnsaved = hasUnsaved;
  }

  /** Said again when it happens again. */
  #say(text: string): void {
    this.#said += 1;
    this.#announcer.announce({ key: `templates/${String(this.#said)}`, text });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'template-editor': TemplateEditor;
  }
}
