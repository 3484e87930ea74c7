import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { channelMedia } from '../../../../domain/channel-media.ts';
import { decimalPlaces, isDecimal, readDecimal } from '../../../../domain/decimal-text.ts';
import type { ChannelKind } from '../../../../domain/model.ts';
import type { TemplateField, TemplateInput } from '../../../../domain/template-fields.ts';
import { visibleName } from '../../../../domain/visible-text.ts';
import { attachIcon, clearIcon, failedIcon } from '../../../../styles/icons.ts';
import type { DialogWords } from './dialog-words.ts';

/** One field of the form. */
export interface FieldView extends DialogWords {
  readonly field: TemplateField;
  readonly channel: ChannelKind;
  readonly name: string;
  readonly input: TemplateInput | undefined;
  /** What is wrong, once it is to be said; empty otherwise. */
  readonly fault: string;
  /** How its upload is going; `null` when there is none. */
  readonly upload: 'running' | 'failed' | null;
  /** Whether files can be given to the backend at all. */
  readonly takesFiles: boolean;
  /** `null` empties the field. */
  readonly set: (input: TemplateInput | null) => void;
  /** The agent left the field: what is wrong may be said. */
  readonly left: () => void;
  readonly choose: (file: File) => void;
}

/** Ids of the controls of a field; the first of them takes the focus. */
export function controlId(fieldId: string, part = ''): string {
  return `template-field-${fieldId.replaceAll('.', '-')}${part && `-${part}`}`;
}

/** The controls of a field by its type; their values are not written back, so that nothing changes under the hands. */
export function templateField(view: FieldView): TemplateResult {
  const { field, name, fault } = view;
  const id = controlId(field.id);
  const isGroup = field.parameter.type === 'location' || field.parameter.type === 'currency';
  const content = html`${controlsOf(view, id)}
    <p class="field-fault" id="${id}-fault" ?hidden=${fault === ''}>${failedIcon()}<span>${fault}</span></p>`;
  return isGroup
    ? html`<div class="template-field" role="group" aria-label=${name} @focusout=${view.left}>
        <span class="field-name" aria-hidden="true">${name}</span>${content}
      </div>`
    : html`<div class="template-field" @focusout=${view.left}>
        <label class="field-name" for=${id}>${name}</label>${content}
      </div>`;
}

function controlsOf(view: FieldView, id: string): TemplateResult {
  switch (view.field.parameter.type) {
    case 'text':
      return lineOf(view, id, 'text');
    case 'date':
      return lineOf(view, id, 'date');
    case 'date-time':
      return lineOf(view, id, 'datetime-local');
    case 'number':
      return numberOf(view, id);
    case 'currency':
      return moneyOf(view, id);
    case 'media':
      return fileOf(view, id);
    case 'location':
      return placeOf(view, id);
  }
}

function lineOf(view: FieldView, id: string, type: 'text' | 'date' | 'datetime-local'): TemplateResult {
  const { input, field, set, fault } = view;
  return html`<input
    class="field-input"
    id=${id}
    type=${type}
    enterkeyhint="next"
    dir="auto"
    autocomplete="off"
    aria-invalid=${fault !== ''}
    aria-describedby="${id}-fault"
    placeholder=${ifDefined(field.parameter.example ?? undefined)}
    .defaultValue=${input?.type === 'text' ? input.text : ''}
    @input=${(event: Event) => set(textInput(valueOf(event)))}
  />`;
}

function numberOf(view: FieldView, id: string): TemplateResult {
  const { input, field, set, fault, formats } = view;
  return html`<input
    class="field-input"
    id=${id}
    inputmode="decimal"
    enterkeyhint="next"
    autocomplete="off"
    aria-invalid=${fault !== ''}
    aria-describedby="${id}-fault"
    placeholder=${ifDefined(field.parameter.example ?? undefined)}
    .defaultValue=${input?.type === 'text' ? shownDecimal(input.text, formats.locale) : ''}
    @input=${(event: Event) => set(textInput(readDecimal(valueOf(event), formats.locale) ?? valueOf(event)))}
  />`;
}

function moneyOf(view: FieldView, id: string): TemplateResult {
  const { input, field, set, fault, formats, texts } = view;
  const money = input?.type === 'currency' ? input : { decimal: '', currency: 'EUR' };
  const fixed = field.parameter.currency;
  const change = (decimal: string, currency: string): void =>
    set(decimal === '' ? null : { type: 'currency', decimal, currency });
  return html`<div class="field-row">
    <input
      class="field-input"
      id=${id}
      inputmode="decimal"
      enterkeyhint="next"
      autocomplete="off"
      aria-label=${view.name}
      aria-invalid=${fault !== ''}
      aria-describedby="${id}-fault"
      placeholder=${ifDefined(field.parameter.example ?? undefined)}
      .defaultValue=${shownDecimal(money.decimal, formats.locale)}
      @input=${(event: Event) =>
        change(readDecimal(valueOf(event), formats.locale) ?? valueOf(event), fixed ?? money.currency)}
    />
    ${
      fixed === null
        ? html`<input
            class="field-input currency"
            id=${controlId(field.id, 'currency')}
            aria-label=${texts.currency}
            maxlength="3"
            size="4"
            autocapitalize="characters"
            enterkeyhint="next"
            .defaultValue=${money.currency}
            @input=${(event: Event) => change(money.decimal, valueOf(event).trim().toUpperCase())}
          />`
        : html`<span class="currency">${fixed}</span>`
    }
  </div>`;
}

function fileOf(view: FieldView, id: string): TemplateResult {
  const { field, input, texts, upload, fault, channel } = view;
  if (!view.takesFiles) return html`<p class="field-note">${texts.noFiles}</p>`;
  const rules = channelMedia[channel].filter(({ kind }) => kind === field.media);
  const accept = rules.flatMap(({ mimeTypes }) => mimeTypes).join(',');
  const pick = (event: Event): void => {
    const [file] = (event.target as HTMLInputElement).files ?? [];
    if (file) view.choose(file);
  };
  const name = input?.type === 'media' ? visibleName(input.attachment.name) : '';
  return html`<div class="field-row">
    <label class="button file-button">
      ${attachIcon()}<span>${texts.chooseFile[field.media ?? 'document']}</span>
      <input
        class="visually-hidden file-input"
        id=${id}
        type="file"
        accept=${accept}
        aria-label="${view.name}: ${texts.chooseFile[field.media ?? 'document']}"
        aria-invalid=${fault !== ''}
        aria-describedby="${id}-fault"
        @change=${pick}
      />
    </label>
    ${upload === 'running' ? html`<span role="status">${texts.uploading}</span>` : nothing}
    ${upload === 'failed' ? html`<span class="refused" role="alert">${texts.uploadFailed}</span>` : nothing}
    ${
      name === ''
        ? nothing
        : html`<bdi class="file-name">${name}</bdi>
            <button
              type="button"
              class="button quiet icon-only"
              aria-label=${texts.removeFile}
              title=${texts.removeFile}
              @click=${() => view.set(null)}
            >
              ${clearIcon()}
            </button>`
    }
  </div>`;
}

function placeOf(view: FieldView, id: string): TemplateResult {
  const { field, input, texts, formats, set } = view;
  const place = input?.type === 'location' ? input : { latitude: null, longitude: null, name: '', address: '' };
  const number = (text: string): number | null => {
    const read = readDecimal(text, formats.locale);
    return read === null ? null : Number(read);
  };
  const change = (part: Partial<typeof place>): void => set({ ...place, ...part, type: 'location' });
  const line = (part: 'name' | 'address', label: string, itsId: string): TemplateResult =>
    html`<label class="field-part" for=${itsId}
      >${label}<input
        class="field-input"
        id=${itsId}
        enterkeyhint="next"
        autocapitalize="words"
        dir="auto"
        aria-describedby="${id}-fault"
        .defaultValue=${place[part]}
        @input=${(event: Event) => change({ [part]: valueOf(event) })}
    /></label>`;
  const degrees = (part: 'latitude' | 'longitude', label: string): TemplateResult =>
    html`<label class="field-part" for=${controlId(field.id, part)}
      >${label}<input
        class="field-input"
        id=${controlId(field.id, part)}
        inputmode="text"
        enterkeyhint="next"
        autocapitalize="none"
        aria-describedby="${id}-fault"
        .defaultValue=${String(place[part] ?? '')}
        @input=${(event: Event) => change({ [part]: number(valueOf(event)) })}
    /></label>`;
  return html`<div class="field-grid">
    ${line('name', texts.placeName, id)} ${line('address', texts.address, controlId(field.id, 'address'))}
    ${degrees('latitude', texts.latitude)} ${degrees('longitude', texts.longitude)}
  </div>`;
}

function textInput(text: string): TemplateInput | null {
  return text === '' ? null : { type: 'text', text };
}

function shownDecimal(decimal: string, locale: string): string {
  if (!isDecimal(decimal)) return decimal;
  const digits = Math.min(20, decimalPlaces(decimal));
  const options = { useGrouping: false, minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(locale, options).format(Number(decimal));
}

function valueOf(event: Event): string {
  return (event.target as HTMLInputElement).value;
}
