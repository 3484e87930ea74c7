import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How the text area is to be. */
export interface TextAreaState {
  readonly text: string;
  readonly label: string;
  readonly placeholder: string;
  /** What assistive technology says besides the label, e.g. why nothing can be typed. */
  readonly description: string;
  readonly isReadOnly: boolean;
  readonly isDisabled: boolean;
}

/**
 * The real text area of a composer, a child of the element in the light DOM, so that labels, spell-checkers, dictation and
 * the host page's own shortcuts find it. One that the page put there is used; else one is made.
 */
export class LightTextArea implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #slot: string;
  readonly #onInput: (text: string) => void;
  #element: HTMLTextAreaElement | null = null;
  #isComposing = false;
  #label = '';

  constructor(host: ReactiveControllerHost & HTMLElement, slot: string, onInput: (text: string) => void) {
    this.#host = host;
    this.#slot = slot;
    this.#onInput = onInput;
    host.addController(this);
  }

  /** `null` before the element was first connected. */
  get element(): HTMLTextAreaElement | null {
    return this.#element;
  }

  /** Whether an input method is at work: nothing may be written into the text meanwhile. */
  get isComposing(): boolean {
    return this.#isComposing;
  }

  hostConnected(): void {
    if (this.#element?.parentElement === this.#host) return;
    this.#element = this.#host.querySelector<HTMLTextAreaElement>(':scope > textarea') ?? this.#create();
    this.#element.slot = this.#slot;
    this.#element.addEventListener('input', this.#read);
    this.#element.addEventListener('compositionstart', this.#startComposing);
    this.#element.addEventListener('compositionend', this.#endComposing);
    // Somebody may have typed before the script was there.
    if (this.#element.value !== '') this.#read();
  }

  /** Call from `updated`. Writes only what differs, and never into a composition of an input method. */
  show(state: TextAreaState): void {
    const element = this.#element;
    if (!element) return;
    this.#nameIt(element, state.label);
    setAttribute(element, 'aria-description', state.description);
    if (element.placeholder !== state.placeholder) element.placeholder = state.placeholder;
    if (element.readOnly !== state.isReadOnly) element.readOnly = state.isReadOnly;
    if (element.disabled !== state.isDisabled) element.disabled = state.isDisabled;
    if (element.value === state.text || this.#isComposing) return;
    const { value, selectionStart, selectionEnd } = element;
    element.value = state.text;
    // Text that came from elsewhere must not throw the caret about: what it brought in front moves it along.
    const shift = state.text.endsWith(value) ? state.text.length - value.length : 0;
    if (element.matches(':focus')) element.setSelectionRange(selectionStart + shift, selectionEnd + shift);
  }

  /** Selects a stretch of the text, e.g. a placeholder that nobody could fill. */
  select(start: number, end: number): void {
    this.#element?.focus();
    this.#element?.setSelectionRange(start, end);
  }

  /** Puts the caret behind the text. */
  focusEnd(): void {
    const length = this.#element?.value.length ?? 0;
    this.select(length, length);
  }

  #create(): HTMLTextAreaElement {
    const element = this.#host.ownerDocument.createElement('textarea');
    element.rows = 2;
    element.dir = 'auto';
    element.autocapitalize = 'sentences';
    this.#host.append(element);
    return element;
  }

  /** A name the page gave its own text area stays. */
  #nameIt(element: HTMLTextAreaElement, label: string): void {
    const given = element.getAttribute('aria-label');
    if ((given !== null && given !== this.#label) || element.labels.length > 0) return;
    this.#label = label;
    setAttribute(element, 'aria-label', label);
  }

  readonly #read = (): void => {
    if (this.#element) this.#onInput(this.#element.value);
  };

  readonly #startComposing = (): void => {
    this.#isComposing = true;
    this.#read();
  };

  readonly #endComposing = (): void => {
    this.#isComposing = false;
    this.#read();
  };
}

function setAttribute(element: Element, name: string, value: string): void {
  if ((element.getAttribute(name) ?? '') === value) return;
  if (value === '') element.removeAttribute(name);
  else element.setAttribute(name, value);
}
