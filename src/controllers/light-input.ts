import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How the input is to be. */
export interface InputState {
  readonly value: string;
  readonly label: string;
  readonly placeholder: string;
  /** What assistive technology says besides the label. */
  readonly description: string;
  readonly isInvalid: boolean;
  readonly isRequired: boolean;
  readonly isReadOnly: boolean;
  readonly isDisabled: boolean;
}

/** What the input tells. */
export interface InputListener {
  readonly typed: (value: string) => void;
  /** The agent is done with it: it lost the focus, or Enter was pressed. */
  readonly entered: (value: string) => void;
}

/**
 * The real input of a field, a child of the element in the light DOM, so that labels, autofill and the host page's own
 * shortcuts find it. One that the page put there is used; else one is made.
 */
export class LightInput implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #listener: InputListener;
  #element: HTMLInputElement | null = null;
  #label = '';

  constructor(host: ReactiveControllerHost & HTMLElement, listener: InputListener) {
    this.#host = host;
    this.#listener = listener;
    host.addController(this);
  }

  /** `null` before the element was first connected. */
  get element(): HTMLInputElement | null {
    return this.#element;
  }

  hostConnected(): void {
    if (this.#element?.parentElement === this.#host) return;
    this.#element = this.#host.querySelector<HTMLInputElement>(':scope > input') ?? this.#create();
    this.#element.slot = 'input';
    this.#element.addEventListener('input', this.#type);
    this.#element.addEventListener('change', this.#enter);
  }

  /** Call from `updated`; writes only what differs. */
  show(state: InputState): void {
    const element = this.#element;
    if (!element) return;
    this.#nameIt(element, state.label);
    setAttribute(element, 'aria-description', state.description);
    setAttribute(element, 'aria-invalid', state.isInvalid ? 'true' : '');
    if (element.placeholder !== state.placeholder) element.placeholder = state.placeholder;
    if (element.readOnly !== state.isReadOnly) element.readOnly = state.isReadOnly;
    if (element.disabled !== state.isDisabled) element.disabled = state.isDisabled;
    setAttribute(element, 'aria-required', state.isRequired ? 'true' : '');
    if (element.value !== state.value) element.value = state.value;
  }

  #create(): HTMLInputElement {
    const element = this.#host.ownerDocument.createElement('input');
    element.type = 'tel';
    element.autocomplete = 'tel';
    // A number is read from left to right in every script.
    element.dir = 'ltr';
    this.#host.append(element);
    return element;
  }

  /** A name the page gave its own input stays. */
  #nameIt(element: HTMLInputElement, label: string): void {
    const given = element.getAttribute('aria-label');
    if ((given !== null && given !== this.#label) || (element.labels?.length ?? 0) > 0) return;
    this.#label = label;
    setAttribute(element, 'aria-label', label);
  }

  readonly #type = (): void => {
    if (this.#element) this.#listener.typed(this.#element.value);
  };

  readonly #enter = (): void => {
    if (this.#element) this.#listener.entered(this.#element.value);
  };
}

function setAttribute(element: Element, name: string, value: string): void {
  if ((element.getAttribute(name) ?? '') === value) return;
  if (value === '') element.removeAttribute(name);
  else element.setAttribute(name, value);
}
