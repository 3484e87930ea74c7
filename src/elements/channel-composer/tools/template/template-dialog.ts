import { html, nothing, type TemplateResult } from 'lit';
import type { ApprovedTemplatesController } from '../../../../controllers/approved-templates-controller.ts';
import type { ChannelOption, Composition } from '../../../../controllers/composer-controller.ts';
import { followDialogs } from '../../../../controllers/open-dialogs.ts';
import type { ScheduledController } from '../../../../controllers/scheduled-controller.ts';
import type { Filling, TemplateFilling } from '../../../../controllers/template-filling.ts';
import { FormState } from '../../../../controllers/template-form-state.ts';
import type { TemplateInput } from '../../../../domain/template-fields.ts';
import type { TemplateGroup } from '../../../../domain/template-picker.ts';
import { addStyles } from '../../../../dom/add-styles.ts';
import { matchesShortcut } from '../../../../dom/keys.ts';
import type { Localize } from '../../../../controllers/localization.ts';
import { templateDialogTexts, type WithTemplateDialog } from '../../../../locales/template-dialog.ts';
import { clearIcon } from '../../../../styles/icons.ts';
import { reviewQuestion } from '../send-review.ts';
import type { ToolContext } from '../tool.ts';
import { type DialogWords, fieldNames } from './dialog-words.ts';
import { TemplateChooser } from './template-chooser.ts';
import { templateDialogStyles } from './template-dialog.styles.ts';
import { controlId } from './template-fields.ts';
import { templateAim, templateFoot } from './template-foot.ts';
import { templateForm } from './template-form.ts';
import { TemplateSender } from './template-sender.ts';
import { templatePreviewOf } from './template-preview.ts';

/** What the dialog works with besides its context. */
export interface TemplateDialogParts {
  readonly templates: ApprovedTemplatesController;
  readonly filling: TemplateFilling;
  readonly scheduled: ScheduledController;
}

/** Chooses, fills and sends an approved template (B7). */
export class TemplateDialog {
  readonly #context: ToolContext;
  readonly #templates: ApprovedTemplatesController;
  readonly #filling: TemplateFilling;
  readonly #localize: Localize<WithTemplateDialog>;
  readonly #chooser: TemplateChooser;
  readonly #sender: TemplateSender;
  #option: ChannelOption | null = null;
  #conversationId = '';
  readonly #form = new FormState();

  /** Loads its words as well. */
  static async load(context: ToolContext, parts: TemplateDialogParts): Promise<TemplateDialog> {
    return new TemplateDialog(context, parts, await context.localize.bring(templateDialogTexts));
  }

  private constructor(context: ToolContext, parts: TemplateDialogParts, localize: Localize<WithTemplateDialog>) {
    const { templates, filling } = parts;
    this.#context = context;
    this.#templates = templates;
    this.#filling = filling;
    this.#localize = localize;
    this.#chooser = new TemplateChooser(context, templates, (group) => void this.#pick(group));
    this.#sender = new TemplateSender(context, parts, {
      form: this.#form,
      option: () => this.#option,
      words: () => this.#words,
      focusField: (id) => this.#focusField(id),
      close: () => this.#close(),
    });
  }

  /** Opens for the conversation that is shown; goes on with what was filled in before. */
  async open({ conversation }: Composition, option: ChannelOption): Promise<void> {
    const { element } = this.#context;
    followDialogs(element);
    this.#option = option;
    this.#conversationId = conversation.id;
    this.#chooser.reset();
    this.#filling.leave();
    this.#form.begin();
    this.#sender.begin();
    addStyles(element.renderRoot, templateDialogStyles);
    void this.#templates.load(option.channel).then(() => this.#restore());
    this.#restore();
    await element.updateComplete;
    this.#dialog?.showModal();
    this.#focusFirst();
  }

  /** Call while rendering: a conversation that was left closes it. */
  render(composition: Composition, option: ChannelOption | null): TemplateResult | typeof nothing {
    if (this.#option === null) return nothing;
    if (composition.conversation.id !== this.#conversationId || option === null) {
      this.#leave();
      return nothing;
    }
    this.#option = option;
    const words = this.#words;
    const { texts } = words;
    const { current } = this.#filling;
    const { recipient } = composition.conversation;
    return html`<dialog
      class="template-dialog ${current ? 'filling' : 'choosing'}"
      part="template-dialog"
      lang=${texts.language}
      aria-labelledby="template-dialog-title"
      @close=${() => this.#closed()}
      @keydown=${(event: KeyboardEvent) => this.#press(event)}
    >
      <header>
        <div class="titles">
          <h2 id="template-dialog-title">${texts.title}</h2>
          <p class="about">${templateAim(composition, option, words)}</p>
        </div>
        <button
          type="button"
          class="button quiet icon-only"
          aria-label=${texts.close}
          title=${texts.close}
          @click=${() => this.#close()}
        >
          ${clearIcon()}
        </button>
      </header>
      <div class="panes">
        ${this.#chooser.render(option, words, { chosen: current?.template.name ?? null, language: recipient.language })}
        ${
          current
            ? this.#renderFilling(current, composition, option)
            : html`<p class="choose-hint">${texts.chooseHint}</p>`
        }
      </div>
      ${current ? this.#renderFoot(current, composition, option) : nothing}
    </dialog>`;
  }

  #renderFilling(filling: Filling, { conversation }: Composition, option: ChannelOption): TemplateResult {
    const words = this.#words;
    const { template, filled } = filling;
    const names = fieldNames(filled.fields, template, words);
    return html`<div class="fill">
      ${templateForm({
        ...{ ...words, filling, conversation, option, names },
        isFavourite: this.#templates.favourites.has(template.name),
        form: this.#form,
        takesFiles: this.#context.session.session?.part('attachments') !== undefined,
        ...this.#handlers(template.name),
      })}
      ${templatePreviewOf({
        ...{ ...words, template, names, preview: filled.preview },
        focusField: (id) => this.#focusField(id),
      })}
    </div>`;
  }

  /** What the controls of the form do. */
  #handlers(name: string) {
    const then = (change: () => void): void => {
      change();
      this.#update();
    };
    return {
      back: () => void this.#back(),
      clear: () =>
        then(() => {
          this.#filling.clear();
          this.#form.begin();
        }),
      toggleFavourite: () => this.#templates.toggleFavourite(name),
      chooseLanguage: (id: string) => then(() => this.#filling.chooseLanguage(id)),
      consent: (given: boolean) => then(() => (this.#form.hasConsent = given)),
      set: (fieldId: string, input: TemplateInput | null) => then(() => this.#filling.set(fieldId, input)),
      left: (fieldId: string) => then(() => this.#form.told.add(fieldId)),
      choose: (fieldId: string, file: File) => void this.#upload(fieldId, file),
    };
  }

  #renderFoot(filling: Filling, composition: Composition, option: ChannelOption): TemplateResult {
    const { composer } = this.#context;
    const { question, problem } = composer;
    return templateFoot({
      ...{ ...this.#words, composition, option, question, problem },
      ...this.#sender.view(filling, composition, option),
      review: reviewQuestion(this.#context, composition, () => void this.#sender.send()),
      send: (agreed) => void this.#sender.send(agreed),
      forget: () => composer.forget(),
    });
  }

  get #words(): DialogWords {
    const { messages, formats } = this.#context.words;
    return { messages, formats, texts: this.#localize.messages.templateDialog };
  }

  #restore(): void {
    const all = this.#option && this.#templates.of(this.#option.channel);
    if (all && !this.#filling.current) this.#filling.restore(all);
    this.#update();
  }

  async #pick({ variants }: TemplateGroup): Promise<void> {
    this.#form.begin();
    this.#filling.choose(variants);
    this.#context.composer.forget();
    this.#update();
    await this.#context.element.updateComplete;
    this.#focusFirst();
  }

  async #back(): Promise<void> {
    this.#filling.leave();
    this.#update();
    await this.#context.element.updateComplete;
    this.#find('#template-search')?.focus();
  }

  async #upload(fieldId: string, file: File): Promise<void> {
    const { session } = this.#context.session;
    if (!session) return;
    const about = { session, file, conversationId: this.#conversationId };
    const attachment = await this.#form.upload(fieldId, about, () => this.#update());
    if (!attachment) return;
    this.#filling.set(fieldId, { type: 'media', attachment });
    this.#update();
  }

  #press(event: KeyboardEvent): void {
    event.stopPropagation();
    if (!matchesShortcut(event, 'Control+Shift+S')) return;
    event.preventDefault();
    if (!event.repeat) void this.#sender.send();
  }

  #close(): void {
    this.#dialog?.close();
  }

  #closed(): void {
    this.#leave();
    this.#context.composer.forget();
    this.#update();
  }

  #leave(): void {
    this.#option = null;
    this.#form.leave();
    this.#filling.leave();
  }

  /** The first field to be filled in, else Send; while nothing is chosen, the search. */
  #focusFirst(): void {
    const { current } = this.#filling;
    const missing = current?.filled.problems.find(({ fieldId }) => fieldId !== null)?.fieldId;
    if (!current) this.#find('#template-search')?.focus();
    else if (current.refusal) this.#find('#template-language')?.focus();
    else if (missing) this.#focusField(missing);
    else this.#find('[part=template-send]')?.focus();
  }

  #focusField(fieldId: string): void {
    this.#find(`#${CSS.escape(controlId(fieldId))}`)?.focus();
  }

  #update(): void {
    this.#context.element.requestUpdate();
  }

  get #dialog(): HTMLDialogElement | null {
    return this.#context.element.renderRoot.querySelector<HTMLDialogElement>('.template-dialog');
  }

  #find(selector: string): HTMLElement | null {
    return this.#context.element.renderRoot.querySelector<HTMLElement>(selector);
  }
}
