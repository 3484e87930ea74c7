import type { LitElement, ReactiveController } from 'lit';

const abroad = ['pointerover', 'pointermove', 'pointerdown'] as const;

/**
 * Whether the agent's hand is on the rows of a list: a pointer that hovers over them, or the focus on one of them. It is
 * off when the pointer leaves, the focus goes elsewhere, or the whole window loses the focus. A finger does not hover: it
 * only passes.
 */
export class HandOnRows implements ReactiveController {
  readonly #host: LitElement;
  readonly #passed: () => void;
  #rows: Element | null = null;
  #overIndex: number | null = null;
  #hasFocus = false;
  #y: number | null = null;
  #listeners: AbortController | null = null;

  /** @param passed - called when the hand touched the rows or went away from them */
  constructor(host: LitElement, passed: () => void) {
    this.#host = host;
    this.#passed = passed;
    host.addController(this);
  }

  /** Whether a pointer rests or moves over the rows. Rows that left the page have nothing over them. */
  get isOver(): boolean {
    return this.#rows?.isConnected ?? false;
  }

  /** Index of the row under the pointer; `null` when it is over none. */
  get overIndex(): number | null {
    return this.isOver ? this.#overIndex : null;
  }

  /** Whether one of the rows, or something in it, has the focus by the keyboard. */
  get hasFocus(): boolean {
    return this.#hasFocus && this.#isFocusSeen;
  }

  /** Whether one of the rows, or something in it, has the focus because it was pressed. */
  get hasPress(): boolean {
    return this.#hasFocus && !this.#isFocusSeen;
  }

  /** The row that has the focus, or in which something has it. */
  get focusedRow(): Element | null {
    return this.#hasFocus ? (this.#host.shadowRoot?.activeElement?.closest('[data-index]') ?? null) : null;
  }

  /** How far down the screen the hand is, px; `null` when it is nowhere. */
  get y(): number | null {
    return this.isOver ? this.#y : (this.focusedRow?.getBoundingClientRect().top ?? null);
  }

  /** The browser shows the focus to those who use the keyboard. */
  get #isFocusSeen(): boolean {
    return this.#host.shadowRoot?.activeElement?.matches(':focus-visible') ?? false;
  }

  hostConnected(): void {
    const { signal } = (this.#listeners = new AbortController());
    const { renderRoot: root, ownerDocument: page } = this.#host;
    for (const type of abroad) root.addEventListener(type, this.#onPointer as EventListener, { signal });
    root.addEventListener('focusin', this.#onFocusIn, { signal });
    root.addEventListener('focusout', this.#onFocusOut, { signal });
    for (const type of ['pointerleave', 'pointercancel'] as const)
      this.#host.addEventListener(type, this.#onPointerLeft, { signal });
    page.defaultView?.addEventListener('blur', this.#onAway, { signal });
    page.addEventListener('visibilitychange', this.#onAway, { signal });
    this.#hasFocus = isInRow(this.#host.shadowRoot?.activeElement ?? null);
  }

  hostDisconnected(): void {
    this.#listeners?.abort();
    this.#rows = null;
    this.#hasFocus = false;
  }

  readonly #onPointer = ({ target, pointerType, clientY }: PointerEvent): void => {
    const rows = target instanceof Element ? target.closest('.rows') : null;
    if (rows) this.#passed();
    if (pointerType === 'touch') return;
    this.#over(rows);
    this.#y = clientY;
    const row = rows && (target as Element).closest<HTMLElement>('[data-index]');
    this.#overIndex = row ? Number(row.dataset.index) : null;
  };

  readonly #onPointerLeft = (): void => this.#over(null);

  readonly #onFocusIn = ({ target }: Event): void => this.#focus(isInRow(target));

  readonly #onFocusOut = (event: Event): void => this.#focus(isInRow((event as FocusEvent).relatedTarget));

  readonly #onAway = (): void => {
    this.#over(null);
    this.#focus(false);
  };

  #over(rows: Element | null): void {
    const wasOver = this.isOver;
    this.#rows = rows;
    if (wasOver && !rows) this.#passed();
  }

  #focus(isOn: boolean): void {
    const hadFocus = this.#hasFocus;
    this.#hasFocus = isOn;
    if (hadFocus && !isOn) this.#passed();
  }
}

function isInRow(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-index]') !== null;
}
