import type { LitElement } from 'lit';
import { templateRefusal, type ApprovedTemplate, type TemplateRefusal } from '../domain/approved-template.ts';
import type { ChannelOption } from '../domain/channel-choice.ts';
import { basisOf } from '../domain/composition.ts';
import { consentOf, consentVerdict } from '../domain/consent.ts';
import { fillApprovedTemplate, type FilledTemplate } from '../domain/fill-template.ts';
import type { Content, Conversation } from '../domain/model.ts';
import { recipientValues } from '../domain/placeholders.ts';
import { templateFields, type TemplateInput, type TemplateInputs } from '../domain/template-fields.ts';
import { chooseTemplateLanguage, type TemplateLanguageChoice } from '../domain/template-language.ts';
import { prefillTemplate } from '../domain/template-prefill.ts';
import { previewText } from '../domain/template-preview.ts';
import { inputsOf } from '../domain/template-refill.ts';
import type { Draft, DraftKey } from '../ports/storage.ts';
import type { MessagingSession } from '../sync/session-api.ts';
import { DraftsController } from './drafts-controller.ts';

type TemplateContent = Extract<Content, { readonly kind: 'template' }>;

/** Whom a template is filled for, and by what it would go. */
export interface FillingFor {
  readonly conversation: Conversation;
  readonly option: ChannelOption;
}

/** A template of which one language is being filled. */
export interface Filling {
  readonly template: ApprovedTemplate;
  /** All its languages. */
  readonly variants: readonly ApprovedTemplate[];
  /** Which language fits, and why. */
  readonly choice: TemplateLanguageChoice | null;
  readonly inputs: TemplateInputs;
  readonly filled: FilledTemplate;
  /** Why this language may not be sent; `null` when it may. */
  readonly refusal: TemplateRefusal | null;
  /** Whether the agent has to say that the customer agreed to marketing (CS3). */
  readonly needsConsent: boolean;
}

/** What is filled in where: chooses the language, prefills, and keeps the values as a draft of their own (B7, B12). */
export class TemplateFilling {
  readonly #drafts: DraftsController;
  readonly #fallback: () => string;
  #for: FillingFor | null = null;
  #variants: readonly ApprovedTemplate[] = [];
  #template: ApprovedTemplate | null = null;
  #inputs: TemplateInputs = {};

  /** @param fallback - the business's own language, for recipients whose language is not known */
  constructor(host: LitElement, fallback: () => string) {
    this.#drafts = new DraftsController(host);
    this.#fallback = fallback;
  }

  /** Call with what is on show: the draft of it is held open. */
  sync(session: MessagingSession | null, aim: FillingFor | null): void {
    this.#for = aim;
    this.#drafts.sync(session, aim ? [keyOf(aim)] : []);
  }

  /** What was filled in and not sent. */
  get draft(): Draft | null {
    return this.#for && this.#drafts.get(keyOf(this.#for));
  }

  /** What is being filled; `null` before a template was chosen. */
  get current(): Filling | null {
    const [template, aim] = [this.#template, this.#for];
    if (!template || !aim) return null;
    const { channel, target } = aim.option;
    const consent = target ? consentOf(aim.conversation, channel, target.address) : 'unknown';
    return {
      template,
      variants: this.#variants,
      choice: this.#choice(aim),
      inputs: this.#inputs,
      filled: fillApprovedTemplate(template, this.#inputs),
      refusal: templateRefusal(template, target?.accountId ?? null),
      needsConsent: consentVerdict(consent, template.category) === 'confirm',
    };
  }

  /** Begins with a template in the language that fits the recipient. */
  choose(variants: readonly ApprovedTemplate[]): void {
    const aim = this.#for;
    if (!aim) return;
    this.#variants = variants;
    const template = this.#choice(aim)?.template ?? null;
    this.#template = template;
    this.#inputs = template ? this.#prefilled(template, aim) : {};
  }

  /** Another language of the same template: what was entered stays where it has the same field. */
  chooseLanguage(id: string): void {
    const [template, aim] = [this.#variants.find((variant) => variant.id === id), this.#for];
    if (!template || !aim) return;
    this.#template = template;
    const known = new Set(templateFields(template).map((field) => field.id));
    const kept = Object.entries(this.#inputs).filter(([fieldId]) => known.has(fieldId));
    this.#inputs = { ...this.#prefilled(template, aim), ...Object.fromEntries(kept) };
    if (this.draft) this.#keep(aim);
  }

  /** Goes on with the values of the draft, if its template still exists. */
  restore(templates: readonly ApprovedTemplate[]): boolean {
    const draft = this.draft?.template;
    const template = templates.find(({ id }) => id === draft?.templateId);
    if (!draft || !template) return false;
    this.#variants = templates.filter(
      ({ name, accountId }) => name === template.name && accountId === template.accountId,
    );
    this.#template = template;
    this.#inputs = draft.inputs;
    return true;
  }

  /** Goes on with a message that was taken back, if its template still exists (B16). */
  takeUp(templates: readonly ApprovedTemplate[], { filling, name, language }: TemplateContent): boolean {
    const aim = this.#for;
    const template =
      templates.find(({ id }) => id === filling?.templateId) ??
      templates.find((one) => one.name === name && one.language === language);
    if (!aim || !filling || !template) return false;
    this.#template = template;
    this.#inputs = inputsOf(filling);
    this.#keep(aim);
    return this.restore(templates);
  }

  /** The draft of what is filled in, also when all of it filled itself in. */
  held(): Draft | null {
    if (this.#for && this.draft === null) this.#keep(this.#for);
    return this.draft;
  }

  /** What the agent enters in a field; `null` empties it. */
  set(fieldId: string, input: TemplateInput | null): void {
    const others = Object.entries(this.#inputs).filter(([id]) => id !== fieldId);
    this.#inputs = Object.fromEntries(input ? [...others, [fieldId, input]] : others);
    if (this.#for) this.#keep(this.#for);
  }

  /** Back to what fills itself; the draft goes. */
  clear(): void {
    const [template, aim] = [this.#template, this.#for];
    if (!template || !aim) return;
    this.#inputs = this.#prefilled(template, aim);
    this.#drafts.setText(keyOf(aim), '');
  }

  /** Takes what the backend says now about the templates that are shown. */
  refresh(templates: readonly ApprovedTemplate[]): void {
    const fresh = (old: ApprovedTemplate): ApprovedTemplate => templates.find(({ id }) => id === old.id) ?? old;
    this.#variants = this.#variants.map(fresh);
    this.#template = this.#template && fresh(this.#template);
  }

  /** Nothing is chosen any more; the draft stays. */
  leave(): void {
    this.#template = null;
    this.#variants = [];
    this.#inputs = {};
  }

  #choice({ conversation, option }: FillingFor): TemplateLanguageChoice | null {
    return chooseTemplateLanguage(this.#variants, {
      language: conversation.recipient.language,
      fallback: this.#fallback(),
      accountId: option.target?.accountId ?? null,
    });
  }

  #prefilled(template: ApprovedTemplate, { conversation }: FillingFor): TemplateInputs {
    return prefillTemplate(template, recipientValues(conversation.recipient));
  }

  #keep(aim: FillingFor): void {
    const template = this.#template;
    if (!template) return;
    const { preview } = fillApprovedTemplate(template, this.#inputs);
    const text = previewText(preview.body) || template.name;
    const basis = basisOf(aim.conversation, aim.option);
    this.#drafts.setTemplate(keyOf(aim), text, { template: { templateId: template.id, inputs: this.#inputs }, basis });
  }
}

function keyOf({ conversation, option }: FillingFor): DraftKey {
  return { conversationId: conversation.id, mode: 'template', channel: option.channel };
}
