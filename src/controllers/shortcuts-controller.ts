import type { LitElement, ReactiveController } from 'lit';
import { matchesShortcut } from '../dom/keys.ts';
import { recall, remember } from '../dom/remembered.ts';
import {
  commandFor,
  giveShortcut,
  normalizeShortcut,
  type ShortcutChanges,
  type ShortcutCommand,
  type ShortcutMap,
  shortcutMap,
} from '../domain/shortcuts.ts';

/** What giving keys to a command took from another one. */
export interface GivenKeys {
  readonly lost: ShortcutCommand | null;
  readonly undo: () => void;
}

const rememberedAs = 'shortcuts';

/**
 * Keys that carry out commands while the focus is inside the host (C14): what the agent made of them is remembered in
 * this browser, all of them can be switched off, and what AltGr or an input method types is never one.
 */
export class ShortcutsController implements ReactiveController {
  readonly #host: LitElement;
  readonly #run: (command: ShortcutCommand, event: KeyboardEvent) => boolean;
  #changes: ShortcutChanges = {};
  #areOn = true;

  /** @param run - carries a command out; `false` when it cannot be done now, and the key stays the page's */
  constructor(host: LitElement, run: (command: ShortcutCommand, event: KeyboardEvent) => boolean) {
    this.#host = host;
    this.#run = run;
    this.#read();
    host.addController(this);
  }

  get areOn(): boolean {
    return this.#areOn;
  }

  get map(): ShortcutMap {
    return shortcutMap(this.#changes, { areEnabled: this.#areOn });
  }

  /** The keys, also while they are switched off. */
  get keys(): ShortcutMap {
    return shortcutMap(this.#changes);
  }

  /** Switches all of them on or off. */
  turn(areOn: boolean): void {
    this.#areOn = areOn;
    this.#keep();
  }

  /** Gives a command other keys; `null` takes them away. Returns the command that had them, and what takes it all back. */
  set(command: ShortcutCommand, shortcut: string | null): GivenKeys {
    const before = this.#changes;
    const { changes, lost } = giveShortcut(before, command, shortcut);
    this.#changes = changes;
    this.#keep();
    return {
      lost,
      undo: () => {
        this.#changes = before;
        this.#keep();
      },
    };
  }

  reset(): void {
    this.#changes = {};
    this.#keep();
  }

  hostConnected(): void {
    this.#host.addEventListener('keydown', this.#onKeyDown);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('keydown', this.#onKeyDown);
  }

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.repeat) return;
    const command = commandFor(this.map, (shortcut) => matchesShortcut(event, shortcut));
    if (command === null || !this.#run(command, event)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  #keep(): void {
    remember(rememberedAs, { changes: this.#changes, areOn: this.#areOn });
    this.#host.requestUpdate();
  }

  #read(): void {
    const stored = recall(rememberedAs) as { readonly changes?: unknown; readonly areOn?: unknown } | null;
    if (typeof stored !== 'object' || stored === null) return;
    this.#areOn = stored.areOn !== false;
    const { changes } = stored;
    if (typeof changes !== 'object' || changes === null) return;
    const usable = Object.entries(changes).filter(
      ([, keys]) => keys === null || (typeof keys === 'string' && normalizeShortcut(keys) !== null),
    );
    this.#changes = Object.fromEntries(usable);
  }
}
