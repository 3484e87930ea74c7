import type { BackendSession } from '../ports/adapter.ts';
import { nothing } from '../store/nothing.ts';
import type { Commands } from './commands.ts';
import type { Connection } from './connection.ts';
import type { DeskParts, SessionEnvironment } from './context.ts';
import type { LocalDesk } from './local-desk.ts';
import { PartLoader } from './part-loader.ts';

/** What the late desk is set up with. */
export interface LateDeskOptions {
  readonly environment: Pick<SessionEnvironment, 'loadDesk' | 'leisure' | 'clock' | 'random' | 'log'>;
  readonly connection: Pick<Connection, 'ready' | 'answered'>;
  /** Sets the desk up with what was loaded. */
  readonly open: (parts: DeskParts, backend: BackendSession) => Promise<LocalDesk>;
  /** Makes what needs no storage of what was loaded. */
  readonly commandsOf: (parts: DeskParts) => Commands;
  /** What makes it could not be loaded; it is tried again until it can. */
  readonly onMissing: () => void;
}

/**
 * The desk of a session (what keeps, sends and listens), and what else the first messages can do without: loaded when there
 * is leisure, or when somebody needs it.
 */
export class LateDesk {
  /** Rejects when the session cannot start, or was closed before. */
  readonly opened: Promise<LocalDesk>;
  readonly #options: LateDeskOptions;
  readonly #loader: PartLoader<DeskParts>;
  readonly #parts: Promise<DeskParts>;
  readonly #wanted: Promise<void>;
  #resolveWanted = nothing;
  #now: LocalDesk | null = null;
  #commands: Commands | null = null;

  constructor(options: LateDeskOptions) {
    this.#options = options;
    const { environment, connection, open, onMissing } = options;
    const { loadDesk, clock, random, log } = environment;
    this.#loader = new PartLoader({ load: loadDesk, clock, random, log });
    const { isMissing } = this.#loader;
    isMissing.subscribe(() => {
      if (isMissing.value) onMissing();
    });
    this.#wanted = new Promise((resolve) => {
      this.#resolveWanted = resolve;
    });
    this.#parts = connection.ready.then(() => this.#load());
    this.#parts.catch(nothing); // whoever waits for them hears of it
    this.opened = connection.ready.then(async (backend) => (this.#now = await open(await this.#parts, backend)));
  }

  /** The desk, once it is open. */
  get now(): LocalDesk | null {
    return this.#now;
  }

  /** Somebody needs it: it need not wait for the messages. */
  want(): void {
    this.#resolveWanted();
  }

  /** Works at the desk. At once where possible: between a press of Send and its effect nothing else may happen to the draft. */
  at<T>(work: (desk: LocalDesk) => Promise<T>): Promise<T> {
    if (this.#now) return work(this.#now);
    this.want();
    return this.opened.then(work);
  }

  /** What else came with it. */
  async later(): Promise<DeskParts['later']> {
    this.want();
    return (await this.#parts).later;
  }

  /** What a session does that needs no storage. */
  async commands(): Promise<Commands> {
    this.want();
    const parts = await this.#parts;
    return (this.#commands ??= this.#options.commandsOf(parts));
  }

  /** The device came online or woke up. */
  wake(): void {
    this.#loader.kick();
    this.#now?.wake();
  }

  /** Loads nothing more. What is open is closed by {@link closeDesk}, after what it needs. */
  stop(): void {
    this.#loader.close();
    this.want();
  }

  async closeDesk(): Promise<void> {
    await this.#now?.close();
  }

  async #load(): Promise<DeskParts> {
    const { environment, connection } = this.#options;
    await environment.leisure({ answered: connection.answered, wanted: this.#wanted });
    return this.#loader.load();
  }
}
