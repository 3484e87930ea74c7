import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Availability } from '../domain/assignment.ts';
import type { Clock } from '../ports/clock.ts';
import type { MessagingSession } from '../sync/session-api.ts';
import { assigningContext } from './assigning-context.ts';
import { loadAvailability, presenceOf } from './availability.ts';

/** How often it is asked who is there, besides when somebody comes or goes. */
const everyMs = 30_000;

/** Who is logged in, live while somebody looks (E7). Empty where the backend cannot tell. */
export class AvailabilityController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #clock: () => Clock | null;
  readonly #assigning: ContextConsumer<typeof assigningContext, ReactiveControllerHost & HTMLElement>;
  #session: MessagingSession | null = null;
  #value: ReadonlyMap<string, Availability> = new Map();
  #cancel: (() => void) | null = null;
  #end: (() => void) | null = null;
  #isAsking = false;
  #mustAsk = false;

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
    if (!session) return;
    this.#end = presenceOf(session)?.onPresentChange?.(() => void this.#ask(session)) ?? null;
    void this.#ask(session);
  }

  hostDisconnected(): void {
    this.#session = null;
    this.#stop();
  }

  /** Without an answer what was known stays. Who comes or goes meanwhile is asked for once more. */
  async #ask(session: MessagingSession): Promise<void> {
    this.#mustAsk = true;
    if (this.#isAsking) return;
    this.#isAsking = true;
    while (this.#mustAsk && session === this.#session) {
      this.#mustAsk = false;
      const value = await loadAvailability(session).catch(() => this.#value);
      if (session !== this.#session) break;
      this.#value = value;
      this.#host.requestUpdate();
    }
    this.#isAsking = false;
    if (session !== this.#session) return;
    this.#cancel?.();
    this.#cancel = this.#clock()?.after(everyMs, () => void this.#ask(session)) ?? null;
  }

  #stop(): void {
    this.#cancel?.();
    this.#end?.();
    this.#cancel = this.#end = null;
    this.#isAsking = this.#mustAsk = false;
  }
}
