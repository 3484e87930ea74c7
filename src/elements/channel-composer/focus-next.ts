import type { LitElement } from 'lit';
import type { LightTextArea } from '../../controllers/light-text-area.ts';

/** Where the focus may go. */
type FocusTarget = 'text' | 'send' | 'answers';

/** What takes the focus after the next render, when the control that has it disappears. */
export class FocusNext {
  readonly #host: LitElement;
  readonly #textArea: LightTextArea;
  #target: FocusTarget | null = null;

  constructor(host: LitElement, textArea: LightTextArea) {
    this.#host = host;
    this.#textArea = textArea;
  }

  on(target: FocusTarget): void {
    this.#target = target;
    this.#host.requestUpdate();
  }

  /** Call after each render. */
  move(): void {
    const target = this.#target;
    this.#target = null;
    if (target === 'text') this.#textArea.focusEnd();
    else if (target)
      this.#host.renderRoot.querySelector<HTMLElement>(target === 'send' ? '.send' : '#answers button')?.focus();
  }
}
