import { html, nothing, type TemplateResult } from 'lit';
import { ApprovedTemplatesController } from '../../../controllers/approved-templates-controller.ts';
import type { ChannelOption, Composition } from '../../../controllers/composer-controller.ts';
import type { LeftTemplate } from '../../../controllers/leaving-messages.ts';
import type { ScheduledController } from '../../../controllers/scheduled-controller.ts';
import { TemplateFilling } from '../../../controllers/template-filling.ts';
import { capabilitiesOf } from '../../../domain/channels.ts';
import { templateIcon } from '../../../styles/icons.ts';
import type { TemplateDialog } from './template/template-dialog.ts';
import type { ComposerTool, ToolContext } from './tool.ts';
import { toolButton } from './tool-button.ts';

/** Approved templates: the button, the way on while free text is locked, and the dialog behind both (B6, B7). */
export class Templates implements ComposerTool {
  readonly #context: ToolContext;
  readonly #templates: ApprovedTemplatesController;
  readonly #filling: TemplateFilling;
  readonly #scheduled: ScheduledController;
  #dialog: TemplateDialog | null = null;

  constructor(context: ToolContext, scheduled: ScheduledController) {
    this.#context = context;
    this.#scheduled = scheduled;
    const { element, session } = context;
    this.#templates = new ApprovedTemplatesController(element, () => session.session);
    this.#filling = new TemplateFilling(element, () => context.words.messages.language);
  }

  readonly bar = (composition: Composition): unknown => {
    const option = this.#optionOf(composition);
    // While free text is locked, the same button stands beside the reason.
    if (!option || isLocked(composition)) return nothing;
    return toolButton({
      name: this.#context.texts.templates.choose,
      icon: templateIcon(),
      controls: 'templates',
      isOpen: false,
      hasDraft: this.#filling.draft ? this.#context.texts.templates.draft : '',
      run: () => void this.#open(composition, option),
    });
  };

  readonly waysOn = (composition: Composition): unknown => {
    const option = this.#optionOf(composition);
    if (!option || !isLocked(composition)) return nothing;
    return this.#button(() => void this.#open(composition, option));
  };

  readonly layers = (composition: Composition): unknown => {
    const option = this.#optionOf(composition);
    return this.#dialog?.render(composition, option) ?? nothing;
  };

  /** Whether one is filled in and not sent. */
  get hasDraft(): boolean {
    return this.#filling.draft !== null;
  }

  /** Opens the dialog with a message that was taken back; `false` when its template is gone. */
  async takeUp({ channel, content }: LeftTemplate): Promise<boolean> {
    const { composer, element } = this.#context;
    const option = composer.composition?.options.find((one) => one.channel === channel && takesTemplates(one));
    if (!option) return false;
    composer.chooseMode('reply');
    composer.chooseChannel(option.id);
    await this.#templates.load(option.channel);
    // From then on the draft of that channel is the one that is held open.
    await element.updateComplete;
    const { composition } = composer;
    if (!composition || !this.#filling.takeUp(this.#templates.of(option.channel) ?? [], content)) return false;
    await this.#open(composition, option);
    return true;
  }

  #button(run: () => void): TemplateResult {
    const { choose, draft } = this.#context.texts.templates;
    return html`<button type="button" class="button primary" aria-haspopup="dialog" @click=${run}>
      ${templateIcon()}<span>${choose}</span>${this.#filling.draft ? html`<span class="dot" title=${draft}></span>` : nothing}
    </button>`;
  }

  /** The channel a template would go by: the selected one, else the first that has templates. */
  #optionOf({ conversation, mode, option, options }: Composition): ChannelOption | null {
    const { element, session } = this.#context;
    const isUsable = mode === 'reply' && this.#templates.isOffered && !element.matches(':disabled');
    const found = isUsable ? ([option, ...options].find(takesTemplates) ?? null) : null;
    this.#filling.sync(session.session, found && { conversation, option: found });
    return found;
  }

  async #open(composition: Composition, option: ChannelOption): Promise<void> {
    if (!this.#dialog) {
      const { TemplateDialog: Dialog } = await import('./template/template-dialog.ts');
      this.#dialog = await Dialog.load(this.#context, {
        templates: this.#templates,
        filling: this.#filling,
        scheduled: this.#scheduled,
      });
    }
    await this.#dialog.open(composition, option);
  }
}

function isLocked({ option }: Composition): boolean {
  return option.reason !== null;
}

/** Whether an approved template may go by it now: with an address, and unless the customer refused. */
function takesTemplates({ id, channel, target, reason }: ChannelOption): boolean {
  if (id === 'whatsapp-invitation' || target === null) return false;
  if (reason === 'consent-denied' || reason === 'not-available') return false;
  return capabilitiesOf({ ...target, channel }).approvedTemplates;
}
