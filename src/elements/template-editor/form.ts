import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import type { EditedText } from '../../controllers/template-editor-controller.ts';
import { knownTags } from '../../controllers/template-preview.ts';
import { fillPlaceholders } from '../../domain/placeholders.ts';
import { isolatedName } from '../../domain/visible-text.ts';
import { addIcon, backIcon, discardIcon, sentIcon } from '../../styles/icons.ts';
import { type EditorWords, fieldSentence, languageName } from './words.ts';

/** What the fields of a text need, and what they lead to. */
export interface FormContext extends EditorWords {
  readonly edited: EditedText;
  readonly canEdit: boolean;
  readonly isBusy: boolean;
  /** Languages that templates have, to choose from. */
  readonly languages: readonly string[];
  readonly isAsking: boolean;
  readonly change: (change: Partial<EditedText['content']>) => void;
  readonly insert: (text: string) => void;
  readonly save: () => void;
  readonly discard: () => void;
  readonly ask: (isAsking: boolean) => void;
  readonly remove: () => void;
  readonly back: () => void;
  readonly addLanguage: () => void;
}

/** Which text it is, and the way back on narrow screens. */
export function formHead(context: FormContext): TemplateResult {
  const { own, edited, canEdit } = context;
  const { code, language } = edited.content;
  return html`<div class="head">
    <button type="button" class="button quiet icon-only back" aria-label=${own.backToList} @click=${context.back}>
      ${backIcon()}
    </button>
    <h2 tabindex="-1">
      <bdi>${code.trim() === '' ? own.newText : code}</bdi>
      ${language === '' ? nothing : html`<span class="muted">· ${languageName(language, context)}</span>`}
    </h2>
    ${edited.isUnsaved ? html`<span class="chip caution">${own.unsaved}</span>` : nothing}
    ${
      canEdit && edited.base
        ? html`<button type="button" class="button quiet" @click=${context.addLanguage}>
            ${addIcon()}${own.addLanguage}
          </button>`
        : nothing
    }
  </div>`;
}

/** Code, language and default. */
export function keyFields(context: FormContext): TemplateResult {
  const { own, edited, canEdit } = context;
  const { code, language } = edited.content;
  const hasMoved = edited.base !== null && edited.base.code.trim().toLowerCase() !== code.trim().toLowerCase();
  return html`<div class="fields-row">
      ${textField(context, { field: 'code', value: code, hint: hasMoved ? own.codeMoves : '' })}
      ${textField(context, { field: 'language', value: language, hint: languageHint(language, context) })}
    </div>
    <datalist id="languages">
      ${context.languages.map((tag) => html`<option value=${tag}>${languageName(tag, context)}</option>`)}
    </datalist>
    ${defaultField(context, canEdit)}`;
}

function languageHint(language: string, context: FormContext): string {
  const name = languageName(language, context);
  return language === '' || name === language ? context.own.languageHint : name;
}

function textField(
  context: FormContext,
  { field, value, hint }: { readonly field: 'code' | 'language'; readonly value: string; readonly hint: string },
): TemplateResult {
  const { own, edited, canEdit } = context;
  const problem = fieldSentence(edited.problems, field, context);
  const about = `${field}-about`;
  return html`<div class="labelled">
    <label for=${field}>${own[field]}</label>
    <input
      id=${field}
      enterkeyhint="next"
      class="field"
      autocomplete="off"
      spellcheck="false"
      dir="auto"
      list=${ifDefined(field === 'language' ? 'languages' : undefined)}
      ?readonly=${!canEdit}
      aria-invalid=${problem === '' ? 'false' : 'true'}
      aria-describedby=${about}
      .value=${live(value)}
      @input=${(event: Event) => context.change({ [field]: (event.target as HTMLInputElement).value })}
    />
    <span id=${about} class=${problem === '' ? 'hint' : 'problem'}>${problem === '' ? hint : problem}</span>
  </div>`;
}

/** The default cannot be unmarked: another language is marked instead (CT7). */
function defaultField({ own, edited, change }: FormContext, canEdit: boolean): TemplateResult {
  const isFixed = !canEdit || edited.base?.isDefault === true;
  return html`<label class="check">
    <input
      type="checkbox"
      .checked=${live(edited.content.isDefault)}
      ?disabled=${isFixed}
      aria-describedby="default-about"
      @change=${(event: Event) => change({ isDefault: (event.target as HTMLInputElement).checked })}
    />
    <span>${own.default}</span>
    <span class="hint" id="default-about">${edited.base?.isDefault ? own.defaultFixed : own.defaultHint}</span>
  </label>`;
}

/** Tags that a recipient's data fills, each a button that puts it at the caret. */
export function tagList({ own, canEdit, insert }: FormContext): TemplateResult | typeof nothing {
  if (!canEdit) return nothing;
  return html`<div class="tags" role="group" aria-label=${own.placeholders.title}>
    <span class="hint" aria-hidden="true">${own.placeholders.title}</span>
    ${knownTags.map(
      (tag) =>
        html`<button type="button" class="button small" title=${`<<${tag}>>`} @click=${() => insert(`<<${tag}>>`)}>
          ${own.placeholders.names[tag]}
        </button>`,
    )}
  </div>`;
}

/** What is wrong with the text, and tags that nothing fills. */
export function textNotes(context: FormContext): TemplateResult {
  const { own, edited } = context;
  const problem = fieldSentence(edited.problems, 'text', context);
  const known = new Map([...knownTags, 'Customer'].map((tag) => [tag, tag]));
  const unknown = fillPlaceholders(edited.content.text, known).missing;
  return html`<p id="text-problem" class="problem" ?hidden=${problem === ''}>${problem}</p>
    ${
      unknown.length > 0
        ? html`<p class="hint">${own.placeholders.unknown(unknown.map(isolatedName).join(', '))}</p>`
        : nothing
    }`;
}

/** Save, discard and delete. */
export function formActions(context: FormContext): TemplateResult | typeof nothing {
  const { own, edited, canEdit, isBusy, isAsking } = context;
  if (!canEdit) return nothing;
  if (isAsking) return removeQuestion(context);
  const mayChange = edited.isUnsaved && !isBusy;
  return html`<div class="actions">
    <button
      type="button"
      class="button primary save"
      part="save"
      aria-disabled=${!mayChange}
      aria-keyshortcuts="Control+S"
      @click=${() => mayChange && context.save()}
    >
      ${sentIcon()}${own.save}
    </button>
    <button type="button" class="button" aria-disabled=${!mayChange} @click=${() => mayChange && context.discard()}>
      ${own.discard}
    </button>
    ${
      edited.base
        ? html`<button type="button" class="button quiet remove" @click=${() => context.ask(true)}>
            ${discardIcon()}${own.remove}
          </button>`
        : nothing
    }
  </div>`;
}

function removeQuestion(context: FormContext): TemplateResult {
  const { own, edited } = context;
  const { code, language } = edited.base ?? edited.content;
  return html`<div class="notice critical" role="group" aria-labelledby="remove-question">
    <p id="remove-question">${own.removeAsk(isolatedName(code), languageName(language, context))}</p>
    <div class="actions">
      <button type="button" class="button answer" @click=${context.remove}>${own.removeYes}</button>
      <button type="button" class="button quiet" @click=${() => context.ask(false)}>${own.removeKeep}</button>
    </div>
  </div>`;
}
