import { followButton } from './follow-button.ts';
import type { ToolContext } from './tool.ts';

/** Which elements of the composer a panel works with, by selectors. */
export interface FloatingPanelParts {
  readonly panel: string;
  readonly button: string;
  /** What takes the focus once it is open. */
  readonly focus: string;
}

/** A panel that floats at its button: whether it is open, where it stands, and who has the focus before and after. */
export class FloatingPanel {
  readonly #context: ToolContext;
  readonly #parts: FloatingPanelParts;
  readonly #closed: () => void;
  #isOpen = false;
  #stopFollowing: () => void = () => {};

  /** @param closed - called when it was closed, by whatever */
  constructor(context: ToolContext, parts: FloatingPanelParts, closed: () => void = () => {}) {
    this.#context = context;
    this.#parts = parts;
    this.#closed = closed;
    // The browser closes it with its element and tells nobody.
    context.element.addController({ hostDisconnected: () => this.#end() });
  }

  /** Whether its content is to be rendered. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Opens it, after `begin`; closes it when it is open. */
  async toggle(begin: () => void = () => {}): Promise<void> {
    const panel = this.find(this.#parts.panel);
    if (!panel || panel.matches(':popover-open')) return panel?.hidePopover();
    begin();
    panel.showPopover();
    this.#stopFollowing = followButton(panel, this.find(this.#parts.button));
    // The browser tells of the opening in a later task; what takes the focus has to be there before.
    this.#isOpen = true;
    this.#context.element.requestUpdate();
    await this.#context.element.updateComplete;
    panel.querySelector<HTMLElement>(this.#parts.focus)?.focus();
  }

  close(): void {
    this.find(this.#parts.panel)?.hidePopover();
  }

  /** For the panel's `beforetoggle`: gives the focus back while something inside can still have it. */
  readonly willToggle = ({ newState }: ToggleEvent): void => {
    const { panel, button } = this.#parts;
    if (newState === 'closed' && this.find(panel)?.matches(':focus-within')) this.find(button)?.focus();
  };

  /** For the panel's `toggle`. */
  readonly toggled = ({ newState }: ToggleEvent): void => {
    if (newState === 'closed') this.#end();
    else this.#isOpen = true;
    this.#context.element.requestUpdate();
  };

  #end(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#stopFollowing();
    this.#closed();
    this.#context.element.requestUpdate();
  }

  /** An element of the composer. */
  find(selector: string): HTMLElement | null {
    return this.#context.element.renderRoot.querySelector<HTMLElement>(selector);
  }
}
