import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import {
  fallbackRows,
  type FilledText,
  type Recipient,
  type TemplateChoice,
  type TemplatePreview,
} from '../../controllers/template-preview.ts';
import type { ConversationTemplate } from '../../domain/model.ts';
import { visibleName } from '../../domain/visible-text.ts';
import { languageName, type EditorWords } from './words.ts';

/** What the preview is made from. */
export interface PreviewContext extends EditorWords {
  readonly preview: TemplatePreview;
  /** All texts, the edited one as it is typed. */
  readonly templates: readonly ConversationTemplate[];
  readonly edited: ConversationTemplate;
  readonly isUnsaved: boolean;
  readonly whatsappNumber: string | null;
  /** Which found recipient the arrows are on, `-1` none. */
  readonly active: number;
  readonly onActive: (index: number) => void;
}

/** For whom, which text, why, and what it looks like. */
export function previewPanel(context: PreviewContext): TemplateResult {
  const { own, preview, templates, edited, isUnsaved } = context;
  const choice = preview.choice(templates, edited.code);
  const shown = choice?.template ?? edited;
  return html`<section class="panel" part="preview" aria-labelledby="preview-title">
    <h3 id="preview-title">${own.preview.title}</h3>
    <div class="fields-row">${recipientField(context)} ${languageField(context)}</div>
    <p class="outcome" role="status">${outcome(choice, context)}</p>
    ${bubble(shown, context)}
    ${isUnsaved && shown === edited ? html`<p class="hint">${own.preview.asTyped}</p>` : nothing}
  </section>`;
}

function outcome(choice: TemplateChoice | null, context: PreviewContext): string {
  const { own } = context;
  if (!choice) return own.preview.none;
  return own.preview.gets(languageName(choice.template.language, context)) + own.preview.reasons[choice.reason];
}

/** As it looks on the customer's phone; while nobody is named, tags stand for anybody. */
function bubble({ text, language }: ConversationTemplate, context: PreviewContext): TemplateResult {
  const { preview, whatsappNumber } = context;
  const parts = filled(preview.fill(text, whatsappNumber), context);
  const kind = preview.name.trim() === '' ? 'anybody' : '';
  // prettier-ignore -- white space shows here
  return html`<div class="bubble ${kind}" lang=${ifDefined(language === '' ? undefined : language)} dir="auto">
    ${parts}
  </div>`;
}

function filled({ parts }: FilledText, { own }: PreviewContext): unknown {
  return parts.map((part) => {
    if (part.kind === 'text') return part.text;
    if (part.value !== null) return html`<ins>${part.value}</ins>`;
    return html`<mark title=${own.preview.missing(part.name)}>${part.source}</mark>`;
  });
}

/** A name, typed or found: a combobox over the directory, a plain field without one. */
function recipientField(context: PreviewContext): TemplateResult {
  const { own, preview, active } = context;
  const { found } = preview;
  const isOpen = found.length > 0;
  return html`<div
    class="labelled recipient"
    @click=${(event: Event) => chooseFound(event, context)}
    @keydown=${(event: KeyboardEvent) => pressInRecipient(event, context)}
  >
    <label for="recipient">${own.preview.recipient}</label>
    <input
      id="recipient"
      inputmode="search"
      enterkeyhint="search"
      class="field"
      autocomplete="off"
      dir="auto"
      aria-describedby="recipient-hint"
      role=${ifDefined(preview.hasDirectory ? 'combobox' : undefined)}
      aria-autocomplete=${ifDefined(preview.hasDirectory ? 'list' : undefined)}
      aria-expanded=${ifDefined(preview.hasDirectory ? (isOpen ? 'true' : 'false') : undefined)}
      aria-controls=${isOpen ? 'recipients' : nothing}
      aria-activedescendant=${isOpen && active >= 0 ? `recipient-${String(active)}` : nothing}
      .value=${live(preview.name)}
      @input=${(event: Event) => {
        context.onActive(-1);
        preview.type((event.target as HTMLInputElement).value);
      }}
    />
    ${
      isOpen
        ? html`<div
            class="found"
            id="recipients"
            role="listbox"
            aria-label=${own.preview.recipients}
            @mousedown=${keepFocus}
          >
            ${found.map((recipient, index) => foundOption(recipient, index, context))}
          </div>`
        : nothing
    }
    <span class="hint" id="recipient-hint">${own.preview.recipientHint}</span>
  </div>`;
}

function foundOption(recipient: Recipient, index: number, { active }: PreviewContext): TemplateResult {
  return html`<div class="option" role="option" id=${`recipient-${String(index)}`} aria-selected=${index === active}>
    <bdi>${visibleName(recipient.name)}</bdi>
    ${recipient.organisation ? html`<bdi class="option-text">${visibleName(recipient.organisation)}</bdi>` : nothing}
  </div>`;
}

/** Pressing must not take the focus out of the field. */
function keepFocus(event: Event): void {
  event.preventDefault();
}

function chooseFound(event: Event, { preview, onActive }: PreviewContext): void {
  const option = (event.target as Element).closest('[role=option]');
  const chosen = option && preview.found[[...(option.parentElement?.children ?? [])].indexOf(option)];
  if (!chosen) return;
  onActive(-1);
  preview.choose(chosen);
}

function pressInRecipient(event: KeyboardEvent, { preview, active, onActive }: PreviewContext): void {
  const { found } = preview;
  if (found.length === 0 || event.isComposing) return;
  const chosen = found[active];
  if (event.key === 'ArrowDown') onActive((active + 1) % found.length);
  else if (event.key === 'ArrowUp') onActive((active <= 0 ? found.length : active) - 1);
  else if (event.key === 'Enter' && chosen) {
    onActive(-1);
    preview.choose(chosen);
  } else if (event.key === 'Escape') preview.dismiss();
  else return;
  event.preventDefault();
}

function languageField(context: PreviewContext): TemplateResult {
  const { own, preview, templates } = context;
  const tags = new Set(templates.map(({ language }) => language).filter((language) => language !== ''));
  if (preview.language !== null) tags.add(preview.language);
  const choose = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement;
    preview.setLanguage(value === '' ? null : value);
  };
  return html`<div class="labelled">
    <label for="preview-language">${own.preview.language}</label>
    <select id="preview-language" class="field" @change=${choose}>
      <option value="" ?selected=${preview.language === null}>${own.preview.languageUnknown}</option>
      ${[...tags]
        .sort()
        .map(
          (tag) =>
            html`<option value=${tag} ?selected=${tag === preview.language}>${languageName(tag, context)}</option>`,
        )}
    </select>
  </div>`;
}

/** Which language gets which text of this code, and why (CT1 to CT4). */
export function fallbackTable(context: PreviewContext): TemplateResult {
  const { own, templates, edited } = context;
  const { fallback } = own;
  return html`<details class="panel">
    <summary>${fallback.title}</summary>
    <table>
      <thead>
        <tr>
          <th scope="col">${fallback.language}</th>
          <th scope="col">${fallback.gets}</th>
          <th scope="col">${fallback.why}</th>
        </tr>
      </thead>
      <tbody>
        ${fallbackRows(templates, edited.code).map(
          ({ language, choice }) =>
            html`<tr>
              <th scope="row">${language === null ? fallback.other : languageName(language, context)}</th>
              <td>${choice ? languageName(choice.template.language, context) : fallback.nobody}</td>
              <td>${fallback.reasons[choice?.reason ?? 'none']}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </details>`;
}
