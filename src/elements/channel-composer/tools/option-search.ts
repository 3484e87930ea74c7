import { html, nothing, type TemplateResult } from 'lit';

/** A search field above a list of options. */
export interface OptionSearch {
  /** Id of the field. */
  readonly id: string;
  /** Its name, and what stands in it while it is empty. */
  readonly label: string;
  readonly text: string;
  /** Id of the listbox below. */
  readonly listId: string;
  /** Id of the option that the arrow keys are at; `null` when there is nothing to choose. */
  readonly activeId: string | null;
  readonly type: (text: string) => void;
  readonly press: (event: KeyboardEvent) => void;
}

/** The field keeps the focus while the arrow keys move through the options (ARIA combobox). */
export function optionSearch({ id, label, text, listId, activeId, type, press }: OptionSearch): TemplateResult {
  return html`<input
    class="field-input"
    id=${id}
    type="search"
    inputmode="search"
    enterkeyhint="search"
    autocapitalize="none"
    role="combobox"
    autocomplete="off"
    aria-label=${label}
    aria-expanded=${activeId !== null}
    aria-controls=${listId}
    aria-activedescendant=${activeId ?? nothing}
    placeholder=${label}
    .value=${text}
    @input=${(event: InputEvent) => type((event.target as HTMLInputElement).value)}
    @keydown=${press}
  />`;
}
