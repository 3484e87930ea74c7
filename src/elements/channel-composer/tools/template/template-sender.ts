import type { ApprovedTemplatesController } from '../../../../controllers/approved-templates-controller.ts';
import type { ChannelOption, Composition } from '../../../../controllers/composer-controller.ts';
import type { ScheduledController } from '../../../../controllers/scheduled-controller.ts';
import type { Filling, TemplateFilling } from '../../../../controllers/template-filling.ts';
import type { FormState } from '../../../../controllers/template-form-state.ts';
import { templateRefusal } from '../../../../domain/approved-template.ts';
import { basisOf } from '../../../../domain/composition.ts';
import type { Content } from '../../../../domain/model.ts';
import { previewText } from '../../../../domain/template-preview.ts';
import type { ToolContext } from '../tool.ts';
import type { DialogWords } from './dialog-words.ts';
import { type TemplateFootView, templateObstacle } from './template-foot.ts';
import { TemplateLater } from './template-later.ts';

/** What sending works with. */
export interface TemplateSenderParts {
  readonly templates: ApprovedTemplatesController;
  readonly filling: TemplateFilling;
  readonly scheduled: ScheduledController;
}

/** The dialog it sends for. */
export interface SendingDialog {
  readonly form: FormState;
  readonly option: () => ChannelOption | null;
  readonly words: () => DialogWords;
  readonly focusField: (fieldId: string) => void;
  readonly close: () => void;
}

/** A template that is filled in and may go. */
interface ReadyTemplate {
  readonly option: ChannelOption;
  readonly content: Extract<Content, { readonly kind: 'template' }>;
  readonly text: string;
  readonly name: string;
}

/** Sends what is filled in, now or at a time, once it is complete and still approved (B7, B16). */
export class TemplateSender {
  readonly #context: ToolContext;
  readonly #templates: ApprovedTemplatesController;
  readonly #filling: TemplateFilling;
  readonly #dialog: SendingDialog;
  readonly #later: TemplateLater;
  #isBusy = false;

  constructor(context: ToolContext, { templates, filling, scheduled }: TemplateSenderParts, dialog: SendingDialog) {
    this.#context = context;
    this.#templates = templates;
    this.#filling = filling;
    this.#dialog = dialog;
    this.#later = new TemplateLater(context, scheduled);
  }

  /** Forgets what went wrong. */
  begin(): void {
    this.#later.begin();
  }

  /** What the foot of the dialog shows of it. */
  view(
    filling: Filling,
    { now }: Composition,
    { window }: ChannelOption,
  ): Pick<TemplateFootView, 'isSending' | 'obstacle' | 'later'> {
    const isSending = this.#context.composer.isSending || this.#isBusy;
    const obstacle = templateObstacle(filling, this.#dialog.form, this.#dialog.words());
    const isOff = obstacle !== '' || isSending;
    const schedule = (at: number): void => void this.#sendAt(at);
    const button = this.#later.render({ now, window, content: 'template', isOff, schedule });
    return { isSending, obstacle, later: { button, problem: this.#later.problem } };
  }

  async send(agreed?: 'agreed'): Promise<void> {
    const { composer } = this.#context;
    const ready = await this.#ready();
    if (!ready) return;
    const { option, content, text } = ready;
    const notBefore = composer.aids.holdUntil?.(option) ?? null;
    const held = notBefore === null ? {} : { notBefore };
    const prepared = { option, content, text, draft: this.#filling.draft, ...held };
    if (await composer.sendPrepared(prepared, agreed)) this.#left(ready, this.#dialog.words().texts.sent);
    else this.#update();
  }

  /** Keeps it until a time; the values stay where the backend did not take it. */
  async #sendAt(at: number): Promise<void> {
    const { conversation } = this.#context.composer.composition ?? {};
    const ready = await this.#ready();
    const clientId = this.#filling.held()?.clientId;
    if (!ready || !conversation || clientId === undefined) return;
    const { conversationId, channel, accountId } = basisOf(conversation, ready.option);
    const { content } = ready;
    this.#isBusy = true;
    const isKept = await this.#later.schedule(
      { clientId, conversationId, channel, accountId, content, replyToId: null },
      at,
    );
    this.#isBusy = false;
    if (isKept) {
      this.#filling.clear();
      this.#left(ready, this.#context.texts.sendWays.kept(this.#context.words.formats.dateTime(at)));
    } else this.#update();
  }

  /** What would be sent; `null` while something is missing, which is said, or it may not go any more. */
  async #ready(): Promise<ReadyTemplate | null> {
    const option = this.#dialog.option();
    const { current } = this.#filling;
    if (!current || !option || this.#context.composer.isSending || this.#isBusy) return null;
    const { content, preview } = current.filled;
    if (!content || templateObstacle(current, this.#dialog.form, this.#dialog.words()) !== '')
      await this.#refuse(current);
    else if (await this.#isStillApproved(current))
      return { option, content, text: previewText(preview.body), name: current.template.name };
    return null;
  }

  #left({ name }: ReadyTemplate, said: string): void {
    this.#templates.used(name);
    this.#context.say(said);
    this.#dialog.close();
  }

  /** Says why not, and goes to what is to be mended first. */
  async #refuse(current: Filling): Promise<void> {
    const { form, words, focusField } = this.#dialog;
    this.#context.announcer.say(templateObstacle(current, form, words()), 'assertive');
    const ids = current.filled.problems.flatMap(({ fieldId }) => (fieldId === null ? [] : [fieldId]));
    for (const id of ids) form.told.add(id);
    this.#update();
    await this.#context.element.updateComplete;
    if (ids[0] !== undefined && !current.refusal) focusField(ids[0]);
  }

  /** Its status may have changed since the list was read. Where nobody can be asked, the backend decides. */
  async #isStillApproved({ template }: Filling): Promise<boolean> {
    const [part, option] = [this.#context.session.session?.part('approvedTemplates'), this.#dialog.option()];
    this.#isBusy = true;
    const now = await part?.get(template.id).catch(() => null);
    this.#isBusy = false;
    const refusal = now && templateRefusal(now, option?.target?.accountId ?? null);
    // Options are made anew whenever the composer renders.
    if (!refusal) return option !== null && option.id === this.#dialog.option()?.id;
    this.#filling.refresh([now]);
    if (option) void this.#templates.load(option.channel, 'anew');
    this.#context.announcer.say(this.#dialog.words().texts.refusals[refusal], 'assertive');
    this.#update();
    return false;
  }

  #update(): void {
    this.#context.element.requestUpdate();
  }
}
