import type { Composition } from '../../../controllers/composer-controller.ts';
import { nextPlaceholder, unresolvedPlaceholders } from '../../../domain/insert-text.ts';
import { recipientValues } from '../../../domain/placeholders.ts';
import { matchesShortcut } from '../../../dom/keys.ts';
import type { ComposerTool, ToolContext } from './tool.ts';

/** Tab goes from one placeholder that nobody could fill to the next, and leaves the text behind the last (B9, QR10). */
export class PlaceholderMarks implements ComposerTool {
  readonly #context: ToolContext;

  constructor(context: ToolContext) {
    this.#context = context;
  }

  readonly press = (event: KeyboardEvent): boolean => {
    const area = this.#context.textArea.element;
    const { composition } = this.#context.composer;
    const direction = directionOf(event);
    if (!area || !composition || direction === null || event.target !== area || !canBeMended(composition)) return false;
    const values = recipientValues(composition.conversation.recipient);
    const selection = { start: area.selectionStart, end: area.selectionEnd };
    const mark = nextPlaceholder(unresolvedPlaceholders(area.value, values), selection, direction);
    if (!mark) return false;
    event.preventDefault();
    area.setSelectionRange(mark.start, mark.end);
    return true;
  };
}

function canBeMended({ mode, option }: Composition): boolean {
  return mode === 'reply' && option.reason === null;
}

function directionOf(event: KeyboardEvent): 'forward' | 'backward' | null {
  if (matchesShortcut(event, 'Tab')) return 'forward';
  return matchesShortcut(event, 'Shift+Tab') ? 'backward' : null;
}
