import { css, html, nothing, type TemplateResult } from 'lit';
import type {
  Answer,
  AssistantController,
  AssistantTask,
  AssistantTone,
} from '../../../controllers/assistant-controller.ts';
import type { Composition } from '../../../controllers/composer-controller.ts';
import { addStyles } from '../../../dom/add-styles.ts';
import { replaceText } from '../../../dom/replace-text.ts';
import type { Localize } from '../../../controllers/localization.ts';
import {
  type ComposerAssistantTexts,
  composerAssistantTexts,
  type WithAssistant,
} from '../../../locales/composer-assistant.ts';
import { assistantIcon } from '../../../styles/icons.ts';
import { FloatingPanel } from './floating-panel.ts';
import type { ToolContext } from './tool.ts';

const tones: readonly AssistantTone[] = ['neutral', 'formal', 'friendly', 'shorter', 'longer'];
/** What changes the text, and needs one. */
const ofText: ReadonlySet<AssistantTask> = new Set(['rewrite', 'translate']);

/** What an assistant can be asked, and what it proposes: marked as such, put into the text only by a press (B20). */
export class AssistantPanel {
  readonly #context: ToolContext;
  readonly #assistant: AssistantController;
  readonly #localize: Localize<WithAssistant>;
  readonly #panel: FloatingPanel;
  #tone: AssistantTone = 'neutral';

  /** Resolves when it can be shown. */
  static async load(context: ToolContext, assistant: AssistantController): Promise<AssistantPanel> {
    return new AssistantPanel(context, assistant, await context.localize.bring(composerAssistantTexts));
  }

  private constructor(context: ToolContext, assistant: AssistantController, localize: Localize<WithAssistant>) {
    this.#context = context;
    this.#assistant = assistant;
    this.#localize = localize;
    const parts = { panel: '#assistant', button: '#assistant-button', focus: '.tasks button' };
    this.#panel = new FloatingPanel(context, parts, () => assistant.stop());
    addStyles(context.element.renderRoot, panelStyles);
  }

  get isOpen(): boolean {
    return this.#panel.isOpen;
  }

  toggle(): Promise<void> {
    return this.#panel.toggle();
  }

  render(composition: Composition): TemplateResult {
    const { assistant: texts } = this.#localize.messages;
    return html`<div
      class="panel"
      id="assistant"
      part="assistant"
      popover
      role="dialog"
      aria-label=${this.#context.texts.assistant}
      @beforetoggle=${this.#panel.willToggle}
      @toggle=${this.#panel.toggled}
      @keydown=${(event: KeyboardEvent) => event.stopPropagation()}
    >
      ${this.isOpen ? this.#renderContent(composition, texts) : nothing}
    </div>`;
  }

  #renderContent(composition: Composition, texts: ComposerAssistantTexts): TemplateResult {
    const { tasks, answer } = this.#assistant;
    return html`<div class="tasks" role="group" aria-label=${texts.title}>
        ${tasks.map((task) => this.#renderTask(task, composition, texts))}
        ${tasks.includes('rewrite') ? this.#renderTone(texts) : nothing}
      </div>
      ${answer ? this.#renderAnswer(answer, composition, texts) : nothing}
      <p class="panel-hint">${texts.hint}</p>`;
  }

  #renderTask(task: AssistantTask, composition: Composition, texts: ComposerAssistantTexts): TemplateResult {
    const isIdle = ofText.has(task) && composition.text.trim() === '';
    return html`<button
      type="button"
      class="button compact"
      aria-disabled=${isIdle}
      @click=${() => !isIdle && void this.#ask(task, composition, texts)}
    >
      ${texts.tasks[task]}
    </button>`;
  }

  #renderTone(texts: ComposerAssistantTexts): TemplateResult {
    const choose = (event: Event): void => {
      this.#tone = tones[(event.target as HTMLSelectElement).selectedIndex] ?? 'neutral';
    };
    return html`<select class="tone" aria-label=${texts.tone} @change=${choose}>
      ${tones.map((tone) => html`<option ?selected=${tone === this.#tone}>${texts.tones[tone]}</option>`)}
    </select>`;
  }

  #renderAnswer(answer: Answer, composition: Composition, texts: ComposerAssistantTexts): TemplateResult {
    const { state, proposals, error } = answer;
    const trouble = error === null ? '' : ` ${this.#context.words.messages.common.errors[error]}`;
    const sentence =
      state === 'failed'
        ? `${texts.failed}${trouble}`
        : state === 'asking'
          ? texts.asking
          : proposals.length === 0
            ? texts.nothing
            : state === 'stopped'
              ? texts.stopped
              : '';
    return html`<div class="answer" aria-busy=${state === 'asking'}>
      ${proposals.length > 0 ? html`<p class="proposed">${assistantIcon()}<span>${texts.proposed}</span></p>` : nothing}
      ${proposals.map((text, index) => this.#renderProposal(text, { index, answer, composition, texts }))}
      ${sentence === '' ? nothing : html`<p class="panel-state">${sentence}</p>`}
      ${
        state === 'asking'
          ? html`<button type="button" class="button compact" @click=${() => this.#stop()}>${texts.stop}</button>`
          : nothing
      }
    </div>`;
  }

  #renderProposal(
    text: string,
    {
      index,
      answer,
      composition,
      texts,
    }: {
      readonly index: number;
      readonly answer: Answer;
      readonly composition: Composition;
      readonly texts: ComposerAssistantTexts;
    },
  ): TemplateResult {
    const replaces = ofText.has(answer.task);
    const canInsert = answer.state !== 'asking' && answer.task !== 'summarise' && composition.option.reason === null;
    return html`<section class="proposal" aria-label=${texts.proposal(index + 1)}>
      <p dir="auto">${text}</p>
      ${
        canInsert
          ? html`<button
              type="button"
              class="button compact"
              aria-label="${replaces ? texts.replace : texts.insert}: ${texts.proposal(index + 1)}"
              @click=${() => this.#take(text, replaces)}
            >
              ${replaces ? texts.replace : texts.insert}
            </button>`
          : nothing
      }
    </section>`;
  }

  async #ask(task: AssistantTask, composition: Composition, texts: ComposerAssistantTexts): Promise<void> {
    const { conversation, text } = composition;
    const language = task === 'translate' ? conversation.recipient.language : null;
    this.#context.say(texts.asking);
    await this.#assistant.ask({
      ...{ task, conversationId: conversation.id, text, language },
      tone: task === 'rewrite' ? this.#tone : null,
    });
    if (this.#assistant.answer?.state === 'done') this.#context.say(texts.done);
    if (this.#assistant.answer?.state === 'failed') this.#context.say(texts.failed);
  }

  #stop(): void {
    this.#assistant.stop();
    this.#panel.find('#assistant .tasks button')?.focus();
  }

  /** One step that undo takes back. It is only text: whoever wants it sent sends it. */
  #take(text: string, replaces: boolean): void {
    const area = this.#context.textArea.element;
    this.#panel.close();
    if (!area || area.readOnly || area.disabled) return;
    const range = replaces
      ? { start: 0, end: area.value.length }
      : { start: area.selectionStart, end: area.selectionEnd };
    replaceText(area, range, text);
    this.#assistant.forget();
  }
}

const panelStyles = [
  css`
    .tasks {
      flex: none;
      display: flex;
      flex-wrap: wrap;
      gap: var(--_space-2);
    }

    .button.compact[aria-disabled='true'] {
      color: var(--_text-muted);
      cursor: default;
    }

    .tone {
      min-block-size: 1.5rem;
      border: 1px solid var(--_border-strong);
      border-radius: var(--_radius-s);
      background: var(--_surface);
      color: var(--_text-strong);
      font: inherit;
      font-size: var(--_font-s);
    }

    .answer {
      display: flex;
      flex-direction: column;
      align-items: flex-start;
      gap: var(--_space-3);
      min-block-size: 0;
      overflow-y: auto;
    }

    .proposed {
      display: flex;
      align-items: center;
      gap: var(--_space-2);
      margin: 0;
      color: var(--_text-muted);
      font-size: var(--_font-s);
    }

    .proposal {
      display: flex;
      flex-direction: column;
      align-items: flex-start;
      gap: var(--_space-2);
      box-sizing: border-box;
      inline-size: 100%;
      padding: var(--_space-3);
      border: 1px dashed var(--_border-strong);
      border-radius: var(--_radius-m);
    }

    .proposal p {
      margin: 0;
      color: var(--_text-strong);
      overflow-wrap: anywhere;
      white-space: pre-wrap;
    }
  `,
];
