import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { LightInput } from '../../controllers/light-input.ts';
import { Localize } from '../../controllers/localization.ts';
import {
  type PhoneFormat,
  type PhoneMetadata,
  type PhoneReading,
  prepareToRead,
  readPhone,
} from '../../controllers/phone-reader.ts';
import { type PhoneFieldTexts, phoneFieldTexts } from '../../locales/phone-field.ts';
import { cautionIcon, failedIcon } from '../../styles/icons.ts';
import { emit } from '../events.ts';
import { styles } from './phone-number-field.styles.ts';
import { type FieldNote, notesOf } from './words.ts';

/**
 * A field for a mobile number. What is typed in any spelling is kept in the one form in which messages are matched, and
 * the field says what it did. The input is a child of the element, in the light DOM; the field takes part in forms.
 *
 * @tagname phone-number-field
 * @slot input - The input. One is made when there is none.
 * @fires phone-number-change - The number was read; what is kept, and what was done to it.
 * @csspart note - What was done to the number, or what is the matter with it.
 */
export class PhoneNumberField extends LitElement {
  /** Takes part in forms: its value is the number as it is kept. */
  static readonly formAssociated = true;
  static override styles = styles;

  /** The number: as it is typed at first, then as it is kept. */
  @property() value = '';
  /** How numbers are kept: `e164` (`+31612345678`), `00` (`0031612345678`) or `digits` (`31612345678`). */
  @property() format: PhoneFormat = 'e164';
  /** ISO 3166 code of the country whose own spelling counts, e.g. `NL` for `06 12345678`; that of the record or its branch. */
  @property() country = '';
  /** What the field is called, where the page has no label for it. */
  @property() label = '';
  /** Shown while the field is empty. */
  @property() placeholder = '';
  /** Name of the number in a form. */
  @property({ reflect: true }) name = '';
  /** The form cannot be sent without a number. */
  @property({ type: Boolean, reflect: true }) required = false;
  /** Shows the number but lets nothing be typed. */
  @property({ type: Boolean, reflect: true }) readonly = false;
  /** Takes the field out of use and out of its form. */
  @property({ type: Boolean, reflect: true }) disabled = false;
  /** Numbering plans for more countries than ship, from `libphonenumber-js`. */
  @property({ attribute: false }) metadata: PhoneMetadata | null = null;

  @state() private reading: PhoneReading | null = null;
  @state() private plainNote: 'undone' | 'notChecked' | null = null;

  readonly #internals = this.attachInternals();
  readonly #localize = new Localize(this, phoneFieldTexts);
  readonly #input = new LightInput(this, {
    typed: (value) => this.#type(value),
    entered: (value) => void this.#enter(value),
  });
  /** What was typed before it was changed; `null` while nothing was. */
  #typed: string | null = null;
  /** What the agent wants kept as it is typed. */
  #wanted: string | null = null;
  #isFormDisabled = false;
  #initial = '';
  #round = 0;

  constructor() {
    super();
    this.addEventListener('focusin', () => prepareToRead());
  }

  /** Whether the number can be kept; says so to the agent when it cannot. */
  reportValidity(): boolean {
    return this.#internals.reportValidity();
  }

  /** Whether the number can be kept. */
  checkValidity(): boolean {
    return this.#internals.checkValidity();
  }

  /** The form around the field. */
  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }

  /** What is the matter with the number; empty if nothing is. */
  get validationMessage(): string {
    return this.#internals.validationMessage;
  }

  /** Reads the number now, as leaving the field does. Resolves when it is kept. */
  async normalizeNow(): Promise<void> {
    await this.#enter(this.value);
  }

  /** Focuses the input. */
  override focus(options?: FocusOptions): void {
    this.#input.element?.focus(options);
  }

  /** A form around the field was reset. */
  formResetCallback(): void {
    this.#forget();
    this.value = this.#initial;
  }

  /** A fieldset around the field was disabled or enabled. */
  formDisabledCallback(isDisabled: boolean): void {
    this.#isFormDisabled = isDisabled;
    this.requestUpdate();
  }

  /** The browser brings back what was typed before the page was left. */
  formStateRestoreCallback(value: string): void {
    this.value = value;
  }

  protected override firstUpdated(): void {
    this.#initial = this.getAttribute('value') ?? this.value;
  }

  protected override scheduleUpdate(): Promise<void> | undefined {
    return this.#localize.hold(() => super.scheduleUpdate());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // What the page sets is not what was typed; the note below belonged to the old number.
    if (changed.has('value') && this.reading !== null && !this.#isAbout(this.value)) this.#forget();
  }

  protected override updated(): void {
    const notes = this.#notes();
    const critical = notes.find(({ tone }) => tone === 'critical')?.text ?? '';
    const isMissing = this.required && this.value.trim() === '';
    this.#input.show({
      value: this.value,
      label: this.label || (this.#words?.field.label ?? ''),
      placeholder: this.placeholder,
      description: notes.map(({ text }) => text).join(' '),
      isInvalid: critical !== '',
      isRequired: this.required,
      isReadOnly: this.readonly,
      isDisabled: this.disabled || this.#isFormDisabled,
    });
    this.#internals.setFormValue(this.value);
    const anchor = this.#input.element ?? undefined;
    const message = critical || (isMissing ? (this.#words?.field.required ?? ' ') : '');
    this.#internals.setValidity({ customError: critical !== '', valueMissing: isMissing }, message, anchor);
  }

  /** `null` before the first render. */
  get #words(): PhoneFieldTexts['phoneField'] | null {
    return this.#localize.isReady ? this.#localize.messages.phoneField : null;
  }

  protected override render(): TemplateResult {
    const words = this.#words?.field;
    return html`<slot name="input"></slot>
      <div role="status">
        ${this.#notes().map(
          ({ text, tone }) =>
            html`<p class="note ${tone}" part="note">
              ${tone === 'caution' ? cautionIcon() : tone === 'critical' ? failedIcon() : nothing}
              <span>${text}</span>
              ${
                tone === 'plain' && this.#typed !== null && words
                  ? html`<button type="button" class="link" @click=${this.#undo}>${words.undo}</button>`
                  : nothing
              }
            </p>`,
        )}
      </div>`;
  }

  #notes(): readonly FieldNote[] {
    const messages = this.#words;
    if (!messages) return [];
    if (this.plainNote) return [{ text: messages.field[this.plainNote], tone: 'plain' }];
    return this.reading ? notesOf(this.reading, messages, this.#localize.value.language) : [];
  }

  #isAbout(value: string): boolean {
    const { reading } = this;
    if (!reading) return false;
    return reading.kind === 'empty' ? value.trim() === '' : reading.value === value || this.#typed === value;
  }

  #type(value: string): void {
    this.#forget();
    this.value = value;
  }

  async #enter(value: string): Promise<void> {
    if (value === this.#wanted) return;
    const round = (this.#round += 1);
    const { format, metadata } = this;
    let reading: PhoneReading | null = null;
    try {
      reading = await readPhone(value, { format, country: this.country || null, metadata });
    } catch {
      // Without the numbering plans nothing can be said of the number, and nothing is done to it.
    }
    if (round !== this.#round) return;
    this.reading = reading;
    this.plainNote = reading ? null : 'notChecked';
    const kept = reading?.kind === 'number' ? reading.value : value;
    this.#typed = kept === value ? null : value;
    this.value = kept;
    this.#tell(value);
  }

  #tell(typed: string): void {
    const { reading, value } = this;
    const isNumber = reading?.kind === 'number';
    emit(this, 'phone-number-change', {
      value,
      typed,
      e164: isNumber ? reading.e164 : null,
      doubts: isNumber ? reading.doubts : [],
      problem: reading?.kind === 'invalid' ? reading.problem : null,
    });
  }

  /** Keeps what was typed: the agent knows better. */
  readonly #undo = (): void => {
    const typed = this.#typed;
    if (typed === null) return;
    this.#forget();
    this.#wanted = typed;
    this.plainNote = 'undone';
    this.value = typed;
    this.focus();
    this.#tell(typed);
  };

  #forget(): void {
    this.#round += 1;
    this.#typed = null;
    this.#wanted = null;
    this.reading = null;
    this.plainNote = null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'phone-number-field': PhoneNumberField;
  }
}
