import { html, nothing, type TemplateResult } from 'lit';
import type { ShortcutsController } from '../../../controllers/shortcuts-controller.ts';
import {
  defaultShortcuts,
  isSingleKey,
  normalizeShortcut,
  shortcutConflicts,
  type ShortcutCommand,
} from '../../../domain/shortcuts.ts';
import { clearIcon } from '../../../styles/icons.ts';
import { BaseDialog } from '../../dialogs/base-dialog.ts';
import type { Modal } from '../../dialogs/modal.ts';
import { keysText } from './keys-text.ts';

const commands = Object.keys(defaultShortcuts) as readonly ShortcutCommand[];
const modifierKeys: ReadonlySet<string> = new Set(['Control', 'Alt', 'AltGraph', 'Shift', 'Meta']);

interface TakenKeys {
  readonly by: ShortcutCommand;
  readonly lost: ShortcutCommand;
  readonly keys: string;
  readonly undo: () => void;
}

/** Which keys do what, changed by pressing others; all can be switched off (C14). */
export class ShortcutsDialog extends BaseDialog<ShortcutsController> {
  /** The last change as long as it took keys from another command; each change counts at once. */
  #taken: TakenKeys | null = null;

  protected override begin(): void {
    this.#taken = null;
  }

  protected override content(shortcuts: ShortcutsController): Omit<Modal, 'onClose' | 'closeLabel'> & {
    readonly closeLabel: string;
  } {
    const { texts, localize } = this.context;
    return {
      title: texts.shortcuts.title,
      body: this.#body(shortcuts),
      submit: null,
      closeLabel: localize.messages.common.close,
      aside: html`<button type="button" class="button quiet" @click=${() => this.#reset(shortcuts)}>
        ${texts.shortcuts.reset}
      </button>`,
    };
  }

  #body(shortcuts: ShortcutsController): TemplateResult {
    const { texts } = this.context;
    const { keys, areOn } = shortcuts;
    const [conflict] = shortcutConflicts(keys).keys();
    return html`<label class="option">
        <input type="checkbox" .checked=${areOn} @change=${() => shortcuts.turn(!areOn)} />${texts.shortcuts.areOn}
      </label>
      <p class="hint">${texts.shortcuts.hint}</p>
      <ul class="choices">
        ${commands.map((command) => this.#row(command, keys.get(command) ?? null, shortcuts))}
      </ul>
      ${conflict === undefined ? nothing : html`<p class="lacking" role="status">${texts.shortcuts.conflict(keysText(conflict))}</p>`}`;
  }

  #row(command: ShortcutCommand, keys: string | null, shortcuts: ShortcutsController): TemplateResult {
    const { texts } = this.context;
    const label = texts.shortcuts.commands[command];
    return html`<li>
      <label class="shortcut">
        <span>${label}</span>
        <input
          class="field"
          readonly
          dir="ltr"
          placeholder=${texts.shortcuts.none}
          .value=${keysText(keys)}
          data-shortcut=${command}
          @keydown=${(event: KeyboardEvent) => press(event, (pressed) => this.#give(shortcuts, command, pressed))}
        />
      </label>
      <button
        type="button"
        class="button quiet icon-only"
        aria-label=${texts.shortcuts.clear(label)}
        title=${texts.shortcuts.clear(label)}
        @click=${() => this.#give(shortcuts, command, null)}
      >
        ${clearIcon()}
      </button>
      <span class="taken" role="status"
        >${this.#taken?.by === command ? this.#whatWasTaken(this.#taken) : nothing}</span
      >
    </li>`;
  }

  /** Which command lost its keys to this one, and the way back. */
  #whatWasTaken({ by, lost, keys, undo }: TakenKeys): TemplateResult {
    const { texts } = this.context;
    const takeBack = (): void => {
      this.#taken = null;
      undo();
      this.context.element.renderRoot.querySelector<HTMLElement>(`[data-shortcut="${by}"]`)?.focus();
    };
    return html`${texts.shortcuts.taken(keysText(keys), texts.shortcuts.commands[lost])}
      <button type="button" class="link" @click=${takeBack}>${texts.bulk.undo}</button>`;
  }

  #give(shortcuts: ShortcutsController, command: ShortcutCommand, keys: string | null): void {
    const { lost, undo } = shortcuts.set(command, keys);
    this.#taken = lost === null || keys === null ? null : { by: command, lost, keys, undo };
  }

  #reset(shortcuts: ShortcutsController): void {
    this.#taken = null;
    shortcuts.reset();
  }
}

/** Takes the keys that are pressed; Tab, Escape and Enter keep their meaning. */
function press(event: KeyboardEvent, set: (shortcut: string) => void): void {
  const { key, ctrlKey, altKey, shiftKey, metaKey } = event;
  if (modifierKeys.has(key) || key === 'Tab' || key === 'Escape' || key === 'Enter') return;
  event.preventDefault();
  if (event.isComposing || event.getModifierState('AltGraph')) return;
  const names = [ctrlKey && 'Control', altKey && 'Alt', shiftKey && 'Shift', metaKey && 'Meta'].filter(Boolean);
  // By place where Alt turns a letter into something else.
  const letter = /^(?:Key|Digit)(.)$/.exec(event.code)?.[1] ?? key;
  const shortcut = normalizeShortcut([...names, key.length === 1 ? letter : key].join('+'));
  if (shortcut !== null && !isSingleKey(shortcut)) set(shortcut);
}
