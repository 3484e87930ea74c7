import { nothing } from 'lit';
import type { Composition } from '../../../controllers/composer-controller.ts';
import { replaceText } from '../../../dom/replace-text.ts';
import { emojiIcon } from '../../../styles/icons.ts';
import type { EmojiPicker } from './emoji-picker.ts';
import type { ComposerTool, ToolContext } from './tool.ts';
import { toolButton } from './tool-button.ts';

/** The button of the emoji picker; picker, names and drawings are chunks that come when it is first pressed (B4). */
export class EmojiTool implements ComposerTool {
  readonly #context: ToolContext;
  #picker: EmojiPicker | null = null;
  #loading: Promise<EmojiPicker> | null = null;

  constructor(context: ToolContext) {
    this.#context = context;
  }

  readonly bar = (composition: Composition): unknown => {
    if (!this.#isUsable(composition)) return nothing;
    return toolButton({
      name: this.#context.texts.emoji,
      icon: emojiIcon(),
      controls: 'emoji',
      isOpen: this.#picker?.isOpen ?? false,
      run: () => void this.#toggle(),
    });
  };

  readonly layers = (composition: Composition): unknown =>
    this.#isUsable(composition) ? (this.#picker?.render() ?? nothing) : nothing;

  #isUsable({ mode, option }: Composition): boolean {
    if (this.#context.element.matches(':disabled')) return false;
    return mode === 'note' || (option.reason === null && option.id !== 'whatsapp-invitation');
  }

  async #toggle(): Promise<void> {
    this.#loading ??= this.#load();
    const picker = await this.#loading.catch(() => null);
    if (picker) await picker.toggle();
    else this.#loading = null;
  }

  async #load(): Promise<EmojiPicker> {
    const { EmojiPicker: Picker } = await import('./emoji-picker.ts');
    const picker = await Picker.load(this.#context, (emoji) => this.#insert(emoji));
    this.#picker = picker;
    this.#context.element.requestUpdate();
    await this.#context.element.updateComplete;
    return picker;
  }

  /** At the caret, as one step that undo takes back. */
  #insert(emoji: string): void {
    const area = this.#context.textArea.element;
    if (!area || area.readOnly || area.disabled) return;
    replaceText(area, { start: area.selectionStart, end: area.selectionEnd }, emoji);
  }
}
