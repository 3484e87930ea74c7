import { nothing } from 'lit';
import { AssistantController } from '../../../controllers/assistant-controller.ts';
import type { Composition } from '../../../controllers/composer-controller.ts';
import { assistantIcon } from '../../../styles/icons.ts';
import type { AssistantPanel } from './assistant-panel.ts';
import type { ComposerTool, ToolContext } from './tool.ts';
import { toolButton } from './tool-button.ts';

/** The button of an assistant, where the backend or the host has one; its panel is a chunk that comes when pressed (B20). */
export class AssistantTool implements ComposerTool {
  readonly #context: ToolContext;
  readonly #assistant: AssistantController;
  #panel: AssistantPanel | null = null;
  #loading: Promise<AssistantPanel> | null = null;
  #conversationId: string | null = null;

  constructor(context: ToolContext) {
    this.#context = context;
    this.#assistant = new AssistantController(context.element, () => context.session.session);
  }

  readonly bar = (composition: Composition): unknown => {
    this.#follow(composition);
    if (!this.#isUsable(composition)) return nothing;
    return toolButton({
      name: this.#context.texts.assistant,
      icon: assistantIcon(),
      controls: 'assistant',
      isOpen: this.#panel?.isOpen ?? false,
      run: () => void this.#toggle(),
    });
  };

  readonly layers = (composition: Composition): unknown =>
    this.#isUsable(composition) ? (this.#panel?.render(composition) ?? nothing) : nothing;

  /** What was proposed for one customer is nothing for another. */
  #follow({ conversation }: Composition): void {
    if (conversation.id === this.#conversationId) return;
    this.#conversationId = conversation.id;
    if (this.#assistant.answer) queueMicrotask(() => this.#assistant.forget());
  }

  #isUsable({ mode }: Composition): boolean {
    return mode === 'reply' && !this.#context.element.matches(':disabled') && this.#assistant.tasks.length > 0;
  }

  async #toggle(): Promise<void> {
    this.#loading ??= this.#load();
    const panel = await this.#loading.catch(() => null);
    if (panel) await panel.toggle();
    else this.#loading = null;
  }

  async #load(): Promise<AssistantPanel> {
    const { AssistantPanel: Panel } = await import('./assistant-panel.ts');
    const panel = await Panel.load(this.#context, this.#assistant);
    this.#panel = panel;
    this.#context.element.requestUpdate();
    await this.#context.element.updateComplete;
    return panel;
  }
}
