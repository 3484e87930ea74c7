import type { LitElement } from 'lit';
import type { ComposerController } from '../../controllers/composer-controller.ts';
import type { Localize } from '../../controllers/localization.ts';
import type { ComposerTexts } from '../../locales/composer.ts';
import { emit, type ViewCommand } from '../events.ts';

/** What the command depends on. */
interface CommandParts {
  readonly element: LitElement;
  readonly localize: Localize<ComposerTexts>;
  readonly composer: ComposerController;
  readonly canSend: () => boolean;
  readonly send: () => Promise<boolean>;
}

/** Send as a command for a host's own buttons; the page hears when it changes. */
export class SendCommand {
  readonly #parts: CommandParts;
  #told = '';

  constructor(parts: CommandParts) {
    this.#parts = parts;
  }

  /** None before there are words for it. */
  get all(): readonly ViewCommand[] {
    const { localize, composer, canSend, send } = this.#parts;
    if (!localize.isReady) return [];
    const texts = localize.messages.composer;
    const label = composer.composition?.mode === 'note' ? texts.addNote : texts.send;
    return [{ id: 'send', label, enabled: canSend(), run: () => send().then(() => undefined) }];
  }

  /** Call after each render. */
  tell(): void {
    const commands = this.all;
    const state = JSON.stringify(commands);
    if (state !== this.#told) emit(this.#parts.element, 'command-state-change', { commands });
    this.#told = state;
  }
}
