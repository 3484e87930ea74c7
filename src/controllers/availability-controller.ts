import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Availability } from '../domain/assignment.ts';
import type { Clock } from '../ports/clock.ts';
import type { MessagingSession } from '../sync/session-api.ts';
import { assigningContext } from './assigning-context.ts';
import { loadAvailability } from './availability.ts';

/** How often it is asked who is there. */
const everyMs = 30_000;

/** Who is logged in, asked now and then while somebody looks (E7). Empty where the backend cannot tell. */
export class AvailabilityController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #clock: () => Clock | null;
  readonly #assigning: ContextConsumer<typeof assigningContext, ReactiveControllerHost & HTMLElement>;
  #session: MessagingSession | null = null;
  #value: ReadonlyMap<string, Availability> = new Map();
  #cancel: (() => void) | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement, clock: () => Clock | null) {
    this.#host = host;
    this.#clock = clock;
    this.#assigning = new ContextConsumer(host, { context: assigningContext, subscribe: true });
    host.addController(this);
  }

  get value(): ReadonlyMap<string, Availability> {
    return this.#value;
  }

  /** AG2, AG3: whether a conversation can be given to a co-worker. */
  isOffered(coWorkerId: string, agentId: string): boolean {
    const offersOffline = this.#assigning.value?.offersOffline ?? false;
    return offersOffline || coWorkerId === agentId || this.#value.get(coWorkerId) !== 'offline';
  }

  /** Call from `willUpdate`, with the session once it is ready. */
  sync(session: MessagingSession | null): void {
    if (session === this.#session) return;
    this.#session = session;
    this.#value = new Map();
    this.#stop();
    if (session) void this.#ask(session);
  }

  hostDisconnected(): void {
    this.#session = null;
    this.#stop();
  }

  /** Without an answer what was known stays. */
  async #ask(session: MessagingSession): Promise<void> {
    const value = await loadAvailability(session).catch(() => this.#value);
    if (session !== this.#session) return;
    this.#value = value;
    this.#host.requestUpdate();
    this.#cancel = this.#clock()?.after(everyMs, () => void this.#ask(session)) ?? null;
  }

  #stop(): void {
    this.#cancel?.();
    this.#cancel = null;
  }
}
