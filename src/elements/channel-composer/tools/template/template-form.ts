import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Filling } from '../../../../controllers/template-filling.ts';
import type { FormState } from '../../../../controllers/template-form-state.ts';
import type { ChannelOption } from '../../../../domain/channel-choice.ts';
import { templateRefusal } from '../../../../domain/approved-template.ts';
import type { Conversation } from '../../../../domain/model.ts';
import type { TemplateInput } from '../../../../domain/template-fields.ts';
import { spelledOut } from '../../../../domain/template-picker.ts';
import { visibleName } from '../../../../domain/visible-text.ts';
import { backIcon, cautionIcon, favouriteIcon, lockIcon } from '../../../../styles/icons.ts';
import { faultSentence, languageName, recipientInSentence, type DialogWords } from './dialog-words.ts';
import { templateField } from './template-fields.ts';

/** A template that is being filled, and what its controls lead to. */
export interface TemplateFormView extends DialogWords {
  readonly filling: Filling;
  readonly conversation: Conversation;
  readonly option: ChannelOption;
  readonly isFavourite: boolean;
  readonly form: FormState;
  readonly names: ReadonlyMap<string, string>;
  readonly takesFiles: boolean;
  readonly back: () => void;
  readonly clear: () => void;
  readonly toggleFavourite: () => void;
  readonly chooseLanguage: (id: string) => void;
  readonly consent: (given: boolean) => void;
  readonly set: (fieldId: string, input: TemplateInput | null) => void;
  readonly left: (fieldId: string) => void;
  readonly choose: (fieldId: string, file: File) => void;
}

/** What the template is, its language with the reason, and a field for each of its places. */
export function templateForm(view: TemplateFormView): TemplateResult {
  const { texts, filling, form } = view;
  const { fields } = filling.filled;
  return html`<div class="template-form" part="template-form">
    <div class="form-head">
      <button type="button" class="button quiet back" @click=${view.back}>
        ${backIcon()}<span>${texts.back}</span>
      </button>
      <h3 id="template-name"><bdi>${visibleName(spelledOut(filling.template.name))}</bdi></h3>
      ${favouriteButton(view)}
    </div>
    ${about(view)} ${languageOf(view)}
    ${
      fields.length === 0 || filling.refusal
        ? nothing
        : html`<div class="form-title">
              <span>${texts.fields}</span>
              <button type="button" class="link" @click=${view.clear}>${texts.clear}</button>
            </div>
            ${keyed(`${filling.template.id}/${form.key}`, html`<div class="template-fields">${fields.map((field) => fieldOf(field, view))}</div>`)}`
    }
    ${filling.needsConsent && !filling.refusal ? consentBox(view) : nothing}
  </div>`;
}

function favouriteButton({ texts, isFavourite, toggleFavourite }: TemplateFormView): TemplateResult {
  return html`<button
    type="button"
    class="button quiet icon-only favourite"
    aria-pressed=${isFavourite}
    aria-label=${texts.favourite}
    title=${isFavourite ? texts.removeFavourite : texts.favourite}
    @click=${toggleFavourite}
  >
    ${favouriteIcon()}
  </button>`;
}

/** Category and quality; and why it cannot be sent, where that is so. */
function about({ texts, filling }: TemplateFormView): TemplateResult {
  const { template, refusal } = filling;
  const quality = texts.qualities[template.quality];
  return html`<p class="about">${texts.categories[template.category]}${quality === '' ? '' : ` · ${quality}`}</p>
    ${
      refusal
        ? html`<div class="notice lock" role="status">
            ${lockIcon()}
            <p>
              ${texts.refusals[refusal]}
              ${template.statusReason === null ? nothing : html`<bdi>${texts.statusReason(template.statusReason)}</bdi>`}
            </p>
          </div>`
        : nothing
    }`;
}

function languageOf(view: TemplateFormView): TemplateResult {
  const { texts, filling, conversation, option } = view;
  const { variants, template, choice } = filling;
  const accountId = option.target?.accountId ?? null;
  const named = (variant: typeof template): string => {
    const refusal = templateRefusal(variant, accountId);
    const name = languageName(variant.language, view);
    return refusal ? `${name} – ${texts.statuses[refusal]}` : name;
  };
  const name = recipientInSentence(conversation, view);
  const why = choice?.template.id === template.id ? choice.reason : null;
  const reason = why === null ? '' : why === 'only' ? texts.languageReasons.only : texts.languageReasons[why](name);
  const unavailable = choice?.unavailable
    ? texts.languageUnavailable(languageName(choice.unavailable.template.language, view))
    : '';
  return html`<div class="template-field">
    <label class="field-name" for="template-language">${texts.languageLabel}</label>
    <select
      class="field-input"
      id="template-language"
      aria-describedby="template-language-reason"
      @change=${(event: Event) => view.chooseLanguage((event.target as HTMLSelectElement).value)}
    >
      ${variants.map((variant) => html`<option value=${variant.id} ?selected=${variant.id === template.id}>${named(variant)}</option>`)}
    </select>
    <p class="field-note" id="template-language-reason">${reason} ${unavailable}</p>
  </div>`;
}

function fieldOf(field: Filling['filled']['fields'][number], view: TemplateFormView): TemplateResult {
  const { filling, option, names, form, takesFiles } = view;
  const { told, uploads } = form;
  const problem = filling.filled.problems.find(({ fieldId }) => fieldId === field.id);
  const { messages, formats, texts } = view;
  return templateField({
    ...{ messages, formats, texts, field, takesFiles },
    channel: option.channel,
    name: names.get(field.id) ?? field.id,
    input: filling.inputs[field.id],
    fault: problem && told.has(field.id) ? faultSentence(problem.fault, view) : '',
    upload: uploads.get(field.id) ?? null,
    set: (input) => view.set(field.id, input),
    left: () => view.left(field.id),
    choose: (file) => view.choose(field.id, file),
  });
}

/** CS3: nobody knows whether the customer wants advertisements; the agent must. */
function consentBox(view: TemplateFormView): TemplateResult {
  const { texts, conversation, form, consent } = view;
  return html`<div class="notice caution">
    ${cautionIcon()}
    <div>
      <p>${texts.consentNeeded}</p>
      <label class="check"
        ><input
          type="checkbox"
          .checked=${form.hasConsent}
          @change=${(event: Event) => consent((event.target as HTMLInputElement).checked)}
        />
        ${texts.consent(recipientInSentence(conversation, view))}</label
      >
    </div>
  </div>`;
}
