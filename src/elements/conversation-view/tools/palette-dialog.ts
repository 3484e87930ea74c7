import { html, nothing, type TemplateResult } from 'lit';
import { includesWords } from '../../../domain/search-text.ts';
import type { ShortcutMap } from '../../../domain/shortcuts.ts';
import { runTold } from '../../../dom/run-told.ts';
import { BaseDialog } from '../../dialogs/base-dialog.ts';
import type { Modal } from '../../dialogs/modal.ts';
import type { ViewCommand } from '../../events.ts';
import { keysText } from './keys-text.ts';

/** What can be done, and with which keys. */
export interface PaletteInputs {
  readonly commands: () => readonly ViewCommand[];
  readonly keys: () => ShortcutMap;
}

/** Every command by name, found while typing (C14). */
export class PaletteDialog extends BaseDialog<PaletteInputs> {
  #text = '';
  #active = 0;

  protected override begin(): void {
    this.#text = '';
    this.#active = 0;
  }

  protected override content({ commands, keys }: PaletteInputs): Omit<Modal, 'onClose' | 'closeLabel'> & {
    readonly closeLabel: string;
  } {
    const { texts, localize } = this.context;
    const found = commands().filter(({ enabled, label }) => enabled && includesWords(label, this.#text));
    const active = Math.min(this.#active, found.length - 1);
    return {
      title: texts.palette.title,
      body: this.#body(found, active, keys()),
      submit: null,
      closeLabel: localize.messages.common.close,
    };
  }

  #body(found: readonly ViewCommand[], active: number, keys: ShortcutMap): TemplateResult {
    const { texts } = this.context;
    return html`<input
        class="field"
        type="text"
        enterkeyhint="go"
        autocapitalize="none"
        role="combobox"
        data-focus
        autocomplete="off"
        spellcheck="false"
        aria-label=${texts.palette.find}
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant=${found.length > 0 ? `palette-${active}` : nothing}
        placeholder=${texts.palette.find}
        .value=${this.#text}
        @input=${(event: Event) => this.#type((event.target as HTMLInputElement).value)}
        @keydown=${(event: KeyboardEvent) => this.#press(event, found, active)}
      />
      <ul
        id="palette-list"
        class="palette"
        role="listbox"
        aria-label=${texts.palette.title}
        @pointerdown=${(event: PointerEvent) => event.preventDefault()}
        @pointerup=${(event: PointerEvent) => this.#choose(event, found)}
      >
        ${found.map(
          (command, index) =>
            html`<li
              id="palette-${index}"
              role="option"
              aria-selected=${index === active ? 'true' : 'false'}
              data-index=${index}
            >
              <span>${command.label}</span>
              <span class="keys" dir="ltr">${keysText(keyOf(command.id, keys))}</span>
            </li>`,
        )}
      </ul>
      ${found.length === 0 ? html`<p class="hint" role="status">${texts.palette.none}</p>` : nothing}`;
  }

  /** The keys work in the field above, which keeps the focus. */
  #choose(event: PointerEvent, found: readonly ViewCommand[]): void {
    const option = (event.target as Element).closest<HTMLElement>('[data-index]');
    const command = found[Number(option?.dataset.index ?? -1)];
    if (command) this.#run(command);
  }

  #type(text: string): void {
    this.#text = text;
    this.#active = 0;
    this.changed();
  }

  #press(event: KeyboardEvent, found: readonly ViewCommand[], active: number): void {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const command = found[active];
    if (step !== undefined && found.length > 0) this.#active = (active + step + found.length) % found.length;
    else if (event.key === 'Enter' && command) this.#run(command);
    else return;
    event.preventDefault();
    this.changed();
  }

  /** First the dialog goes, so that the next one, or the view, has the focus. */
  #run(command: ViewCommand): void {
    this.close();
    queueMicrotask(() => runTold(command));
  }
}

function keyOf(id: string, keys: ShortcutMap): string | null {
  for (const [command, shortcut] of keys) if (command === id) return shortcut;
  return null;
}
