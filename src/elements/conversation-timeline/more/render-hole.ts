import { html, nothing, render, type TemplateResult } from 'lit';
import { directive, Directive, type ElementPart, type PartInfo, PartType } from 'lit/directive.js';
import type { RowContext } from '../row-context.ts';

/** That messages are missing before this one; they come by themselves, and when that fails by a press. */
export function renderHole(key: string, context: RowContext): TemplateResult {
  return html`<div class="hole" ${hole(key, context)}></div>`;
}

/** Says itself how a press is doing: no message around it changes with that. */
class Hole extends Directive {
  #element: HTMLElement | null = null;
  #given: readonly [key: string, context: RowContext] | null = null;
  #state: 'idle' | 'running' | 'failed' = 'idle';

  constructor(info: PartInfo) {
    super(info);
    if (info.type !== PartType.ELEMENT) throw new Error('hole() stands for an element');
  }

  render(key: string, context: RowContext): void {
    this.#given = [key, context];
    this.#draw();
  }

  override update({ element }: ElementPart, given: [string, RowContext]): void {
    this.#element = element as HTMLElement;
    this.render(...given);
  }

  #draw(): void {
    if (!this.#element || !this.#given) return;
    const { more, messages, tabIndex } = this.#given[1];
    const texts = more?.texts.hole;
    const said = { idle: texts?.text, running: messages.common.loading, failed: texts?.failed }[this.#state];
    const label = this.#state === 'failed' ? messages.common.retry : texts?.load;
    render(
      html`<span role="status">${said ?? nothing}</span>
        <button type="button" class="link" tabindex=${tabIndex} @click=${() => void this.#load()}>${label}</button>`,
      this.#element,
    );
  }

  async #load(): Promise<void> {
    if (this.#state === 'running' || !this.#given) return;
    const [key, { desk }] = this.#given;
    this.#state = 'running';
    this.#draw();
    this.#state = (await desk.fillHole(key)) ? 'idle' : 'failed';
    this.#draw();
  }
}

const hole = directive(Hole);
