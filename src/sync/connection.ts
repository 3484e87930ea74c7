import type { BackendSession, HostContext, ReadingCalls } from '../ports/adapter.ts';
import { AdapterError, toAdapterError } from '../ports/adapter-error.ts';
import type { SessionEnvironment } from './context.ts';
import { backoffMs } from './retry-policy.ts';
import type { StatusBoard } from './status-board.ts';
import { nothing } from '../store/nothing.ts';

/** How long any one call may take before its outcome counts as unknown [I9]. */
const callLimitMs = 30_000;

/** What a connection is made with. */
export interface ConnectionEnvironment extends Omit<SessionEnvironment, 'adapter'> {
  /** A validated one. */
  readonly adapter: Pick<ReadingCalls, 'connect'>;
}

/** How a call is bounded. */
export interface CallLimits {
  readonly signal?: AbortSignal;
}

/**
 * The way to the backend: connects, signs in again once for everybody when a token ran out, and bounds every call in
 * time, so that an adapter that throws, hangs or answers after the end harms nobody.
 */
export class Connection {
  readonly ready: Promise<BackendSession>;
  /** Resolves when everything that was asked first has been answered, one way or the other. */
  readonly answered: Promise<void>;
  readonly #environment: ConnectionEnvironment;
  readonly #status: StatusBoard;
  readonly #closing = new AbortController();
  readonly #host: HostContext;
  #resolveReady: (session: BackendSession) => void = nothing;
  #rejectReady: (error: AdapterError) => void = nothing;
  #resolveAnswered: () => void = nothing;
  #asking = 0;
  #tokenReason: 'connect' | 'expired' = 'connect';
  #renewal: Promise<void> | null = null;
  #attempts = 0;
  #cancelRetry = nothing;
  #clockOffsetMs = 0;
  /** Called after a sign-in that had run out works again. */
  onSignedIn = nothing;

  constructor(environment: ConnectionEnvironment, status: StatusBoard) {
    this.#environment = environment;
    this.#status = status;
    this.ready = new Promise((resolve, reject) => {
      this.#resolveReady = resolve;
      this.#rejectReady = reject;
    });
    this.answered = new Promise((resolve) => {
      this.#resolveAnswered = resolve;
    });
    this.ready.catch(nothing); // whoever needs it sees it; nobody needing it is no unhandled rejection
    const { locale, timeZone, log } = environment;
    const token = (reason: 'connect' | 'expired'): Promise<string> =>
      environment.token(this.#tokenReason === 'expired' ? 'expired' : reason);
    this.#host = { token, locale, timeZone, log };
  }

  /** Device time corrected by what the backend said, epoch ms. */
  serverNow(): number {
    return this.toServerTime(this.#environment.clock.now());
  }

  /** A moment of the device's clock in the backend's time. */
  toServerTime(at: number): number {
    return at + this.#clockOffsetMs;
  }

  /** Whether calls have a chance now: signed in and no sign-in under way. */
  get isSignedIn(): boolean {
    return this.#renewal === null && !this.#status.value.needsSignIn && this.#status.value.phase === 'ready';
  }

  start(): void {
    void this.#renew();
  }

  /** The device came online or woke up: no more waiting. */
  kick(): void {
    const { phase, needsSignIn } = this.#status.value;
    if (phase === 'starting' || needsSignIn) void this.#renew();
  }

  /** Signs in again, once for all who ask at the same time. Resolves when it is known whether it worked. */
  signIn(): Promise<void> {
    this.#tokenReason = 'expired';
    return this.#renew();
  }

  /**
   * Calls the adapter. Rejects with an `AdapterError` and nothing else; after an `unauthenticated` signs in and tries
   * once more.
   */
  async call<T>(work: (signal: AbortSignal) => Promise<T>, limits: CallLimits = {}): Promise<T> {
    this.#asking += 1;
    try {
      await this.ready;
      return await this.#callTwice(work, limits);
    } finally {
      this.#asking -= 1;
      if (this.#asking === 0) this.#resolveAnswered();
    }
  }

  /** Calls the adapter without signing in again. The adapter is a validated one: it answers an abort at once. */
  async callOnce<T>(work: (signal: AbortSignal) => Promise<T>, limits: CallLimits = {}): Promise<T> {
    const abort = new AbortController();
    const signals = [this.#closing.signal, ...(limits.signal ? [limits.signal] : [])];
    const limit = { isReached: false };
    const giveUp = (): void => abort.abort();
    const cancel = this.#environment.clock.after(callLimitMs, () => {
      limit.isReached = true;
      giveUp();
    });
    if (signals.some(({ aborted }) => aborted)) giveUp();
    for (const signal of signals) signal.addEventListener('abort', giveUp);
    try {
      return await work(abort.signal);
    } catch (error) {
      throw limit.isReached ? new AdapterError('unavailable', 'no answer in time') : toAdapterError(error);
    } finally {
      cancel();
      for (const signal of signals) signal.removeEventListener('abort', giveUp);
    }
  }

  close(): void {
    this.#cancelRetry();
    this.#closing.abort();
    this.#rejectReady(new AdapterError('aborted', 'the session was closed'));
  }

  async #callTwice<T>(work: (signal: AbortSignal) => Promise<T>, limits: CallLimits): Promise<T> {
    try {
      return await this.callOnce(work, limits);
    } catch (error) {
      if (!(error instanceof AdapterError) || error.code !== 'unauthenticated') throw error;
      await this.signIn();
      if (!this.isSignedIn) throw error;
      return this.callOnce(work, limits);
    }
  }

  #renew(): Promise<void> {
    this.#cancelRetry();
    this.#renewal ??= this.#connect().finally(() => {
      this.#renewal = null;
      if (this.isSignedIn) this.onSignedIn();
    });
    return this.#renewal;
  }

  async #connect(): Promise<void> {
    const { adapter, clock } = this.#environment;
    const startedAt = clock.now();
    try {
      const session = await this.callOnce((signal) => adapter.connect(this.#host, { signal }));
      this.#clockOffsetMs = session.now - (startedAt + clock.now()) / 2;
      this.#accept(session);
    } catch (error) {
      if (!this.#closing.signal.aborted) this.#refuse(toAdapterError(error));
    }
  }

  #accept(session: BackendSession): void {
    const { backend } = this.#status.value;
    const isOther =
      backend !== null && (backend.tenantId !== session.tenantId || backend.agent.id !== session.agent.id);
    // Outbox, drafts and cache belong to one agent: another one needs a session of their own.
    if (isOther) {
      this.#refuse(new AdapterError('forbidden', 'somebody else signed in'));
      return;
    }
    this.#attempts = 0;
    this.#tokenReason = 'connect';
    this.#status.patch({ phase: 'ready', backend: session, error: null, needsSignIn: false });
    this.#resolveReady(session);
  }

  #refuse(error: AdapterError): void {
    const needsSignIn = error.code === 'unauthenticated';
    if (needsSignIn) {
      this.#tokenReason = 'expired';
      // Once: the agent is asked to sign in again, the developer is told why.
      if (!this.#status.value.needsSignIn)
        this.#environment.log('warn', `the backend refuses the sign-in: ${error.message}`);
    }
    if (!needsSignIn && error.refused && !error.retry) {
      this.#status.patch({ phase: 'failed', error });
      this.#rejectReady(error);
      return;
    }
    this.#attempts += 1;
    this.#status.patch({ error, needsSignIn: needsSignIn || this.#status.value.needsSignIn });
    const { clock, random } = this.#environment;
    const waitMs = backoffMs(this.#attempts, random(), error.afterMs);
    this.#cancelRetry = clock.after(waitMs, () => void this.#renew());
  }
}
