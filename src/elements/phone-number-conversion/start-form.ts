import { html, type TemplateResult } from 'lit';
import type { PhoneFormat } from '../../controllers/phone-reader.ts';
import type { PhoneConversionTexts } from '../../locales/phone-conversion.ts';

/** Which recipients: all, or one kind. */
export type ChosenKind = 'all' | 'contact' | 'resource';

/** What the report is about. */
export interface StartForm {
  readonly words: PhoneConversionTexts['phoneConversion'];
  readonly kind: ChosenKind;
  readonly branchId: string | null;
  /** `null` until it is known which there are; the field keeps its room meanwhile. */
  readonly branches: readonly { readonly id: string; readonly name: string }[] | null;
  readonly format: PhoneFormat;
  readonly isBusy: boolean;
  readonly hasReport: boolean;
  readonly change: (change: {
    readonly kind?: ChosenKind;
    readonly branchId?: string | null;
    readonly format?: PhoneFormat;
  }) => void;
  readonly check: () => void;
}

const kinds: readonly ChosenKind[] = ['all', 'contact', 'resource'];
const formats: readonly PhoneFormat[] = ['e164', '00', 'digits'];

/** Filters, the wanted form, and the button that begins the dry run. */
export function startForm(form: StartForm): TemplateResult {
  const { words, isBusy, change } = form;
  const chosen = (event: Event): string => (event.target as HTMLSelectElement).value;
  return html`<form class="form" @submit=${(event: Event) => submit(event, form)}>
    <label>
      ${words.kind}
      <select
        class="field"
        ?disabled=${isBusy}
        @change=${(event: Event) => change({ kind: chosen(event) as ChosenKind })}
      >
        ${kinds.map((kind) => html`<option value=${kind} ?selected=${kind === form.kind}>${words.kinds[kind]}</option>`)}
      </select>
    </label>
    <label ?hidden=${form.branches !== null && form.branches.length < 2}>
      ${words.branch}
      <select
        class="field"
        ?disabled=${isBusy || form.branches === null}
        @change=${(event: Event) => change({ branchId: chosen(event) || null })}
      >
        <option value="" ?selected=${form.branchId === null}>${words.allBranches}</option>
        ${form.branches?.map(
          ({ id, name }) => html`<option value=${id} ?selected=${id === form.branchId}>${name}</option>`,
        )}
      </select>
    </label>
    <label>
      ${words.format}
      <select
        class="field"
        ?disabled=${isBusy}
        @change=${(event: Event) => change({ format: chosen(event) as PhoneFormat })}
      >
        ${formats.map(
          (format) =>
            html`<option value=${format} ?selected=${format === form.format}>${words.formats[format]}</option>`,
        )}
      </select>
    </label>
    <button type="submit" class="button ${form.hasReport ? '' : 'primary'}" aria-disabled=${isBusy ? 'true' : 'false'}>
      ${form.hasReport ? words.again : words.check}
    </button>
  </form>`;
}

function submit(event: Event, { isBusy, check }: StartForm): void {
  event.preventDefault();
  if (!isBusy) check();
}
