import type { ConversationScope } from '../../domain/queries.ts';
import type { AdapterParts, CallOptions, ChangeSink, MessagingAdapter } from '../../ports/adapter.ts';
import { AdapterError } from '../../ports/adapter-error.ts';
import type { Random } from '../random.ts';
import { seededRandom } from '../random.ts';
import type { CallFault, CallName, CallRecord, FaultPlan, Faults, StreamFault } from './fault-plan.ts';
import { carryOut, unanswered } from './faulty-call.ts';
import { FaultyStream } from './faulty-stream.ts';

/** An adapter with switches for everything that goes wrong between a page and its backend. */
export interface FaultyAdapter extends MessagingAdapter {
  readonly faults: Faults;
}

/**
 * Puts a bad network between the elements and any adapter: latency, typed errors, lost answers, repeated, reordered,
 * lost and malformed batches, silence, no network at all. Without a fault it changes nothing.
 *
 * @param plan - faults that happen by themselves, by seed; `faults` of the result makes them happen when a test wants
 */
export function withFaults(adapter: MessagingAdapter, plan: FaultPlan): FaultyAdapter {
  return new BadNetwork(adapter, plan);
}

/** Methods of parts that answer with a stream instead of a promise; the faults of calls do not fit them. */
const streaming: ReadonlySet<string | symbol> = new Set(['subscribe', 'onPresentChange', 'ask']);

interface Planned {
  readonly fault: CallFault;
  readonly call: CallName | undefined;
}

/** Adapter and switches in one object; callers see them apart, as `FaultyAdapter` and its `faults`. */
class BadNetwork implements FaultyAdapter, Faults {
  readonly #adapter: MessagingAdapter;
  readonly #plan: FaultPlan;
  readonly #random: Random;
  readonly #streams = new Set<FaultyStream>();
  readonly #cuts = new Set<(error: AdapterError) => void>();
  readonly log: CallRecord[] = [];
  readonly #next: Planned[] = [];
  readonly #nextBatch: StreamFault[] = [];
  #every: Planned[] = [];
  #offline = false;
  #stalled = false;
  readonly connect: MessagingAdapter['connect'];
  readonly listConversations: MessagingAdapter['listConversations'];
  readonly getConversation: MessagingAdapter['getConversation'];
  readonly listMessages: MessagingAdapter['listMessages'];
  readonly findMessage: MessagingAdapter['findMessage'];
  readonly send: MessagingAdapter['send'];
  readonly addNote: MessagingAdapter['addNote'];
  readonly open: MessagingAdapter['open'];
  readonly update: MessagingAdapter['update'];

  constructor(adapter: MessagingAdapter, plan: FaultPlan) {
    this.#adapter = adapter;
    this.#plan = plan;
    this.#random = seededRandom(plan.seed ?? 1);
    this.connect = (host, options) => this.#call('connect', options, () => adapter.connect(host, options));
    this.listConversations = (query, page, options) =>
      this.#call('listConversations', options, () => adapter.listConversations(query, page, options));
    this.getConversation = (id, options) =>
      this.#call('getConversation', options, () => adapter.getConversation(id, options));
    this.listMessages = (query, page, options) =>
      this.#call('listMessages', options, () => adapter.listMessages(query, page, options));
    this.findMessage = (id, options) => this.#call('findMessage', options, () => adapter.findMessage(id, options));
    this.send = (message, options) => this.#call('send', options, () => adapter.send(message, options));
    this.addNote = (note, options) => this.#call('addNote', options, () => adapter.addNote(note, options));
    this.open = (request, options) => this.#call('open', options, () => adapter.open(request, options));
    this.update = (id, change, options) => this.#call('update', options, () => adapter.update(id, change, options));
  }

  get name(): string {
    return this.#adapter.name;
  }

  get faults(): Faults {
    return this;
  }

  get offline(): boolean {
    return this.#offline;
  }

  set offline(offline: boolean) {
    if (offline === this.#offline) return;
    this.#offline = offline;
    if (offline) this.#cut('the network went away');
    for (const stream of [...this.#streams]) {
      if (offline) stream.disconnect();
      else stream.reconnect();
    }
  }

  get stalled(): boolean {
    return this.#stalled;
  }

  set stalled(stalled: boolean) {
    this.#stalled = stalled;
    for (const stream of [...this.#streams]) stream.stall(stalled);
  }

  get underWay(): number {
    return this.#cuts.size;
  }

  next(fault: CallFault, call?: CallName): void {
    this.#next.push({ fault, call });
  }

  every(fault: CallFault | null, call?: CallName): void {
    this.#every = this.#every.filter((planned) => planned.call !== call);
    if (fault) this.#every.push({ fault, call });
  }

  nextBatch(fault: StreamFault): void {
    this.#nextBatch.push(fault);
  }

  cutStreams(): void {
    for (const stream of [...this.#streams]) {
      stream.disconnect();
      stream.reconnect();
    }
  }

  resetStreams(): void {
    for (const stream of [...this.#streams]) stream.reset();
  }

  subscribe(scope: ConversationScope, sink: ChangeSink, from: string | null): () => void {
    const host = {
      adapter: this.#adapter,
      random: this.#random,
      clock: this.#plan.clock,
      batchFault: () => this.#batchFault(),
    };
    const stream = new FaultyStream(host, scope, sink, from);
    this.#streams.add(stream);
    stream.stall(this.#stalled);
    if (this.#offline) queueMicrotask(() => this.#streams.has(stream) && this.#offline && stream.disconnect());
    else stream.connect();
    return () => {
      if (this.#streams.delete(stream)) stream.end();
    };
  }

  part<K extends keyof AdapterParts>(name: K): AdapterParts[K] | undefined {
    const part = this.#adapter.part(name);
    if (!part) return undefined;
    // A proxy, so that a part keeps its identity-free, prototype-based or closure-based form.
    return new Proxy(part, {
      get: (target, member) => {
        const method: unknown = Reflect.get(target, member, target);
        if (typeof method !== 'function') return method;
        if (streaming.has(member)) return method.bind(target) as unknown;
        return (...args: readonly unknown[]) => {
          const options = args.find(isCallOptions);
          const ask = (): Promise<unknown> => Reflect.apply(method, target, args) as Promise<unknown>;
          return this.#call(member as CallName, options, ask);
        };
      },
    });
  }

  close(): Promise<void> {
    for (const stream of this.#streams) stream.end();
    this.#streams.clear();
    this.#cut('the adapter was closed');
    return this.#adapter.close();
  }

  #call<T>(call: CallName, options: CallOptions | undefined, ask: () => Promise<T>): Promise<T> {
    const fault = this.#callFault(call);
    const latencyMs = this.#latency();
    this.log.push({ call, fault: this.#offline ? 'offline' : (fault?.kind ?? null) });
    if (this.#offline)
      return Promise.reject(new AdapterError('unavailable', 'the device is offline', { refused: true }));
    if (fault?.kind === 'throws') throw fault.reason;
    let gone = false;
    const { clock } = this.#plan;
    const outcome = new Promise<T>((resolve, reject) => {
      const cut = (error: AdapterError): void => {
        gone = true;
        reject(error);
      };
      this.#cuts.add(cut);
      const forget = (): unknown => this.#cuts.delete(cut);
      const signal = options?.signal;
      const isGone = (): boolean => gone;
      carryOut({ fault, latencyMs, signal, clock, random: this.#random, isGone, ask })
        .then(resolve, reject)
        .finally(forget);
    });
    return outcome;
  }

  #callFault(call: CallName): CallFault | null {
    const random = this.#randomFault(call);
    const index = this.#next.findIndex((planned) => (planned.call ?? call) === call);
    const [next] = index < 0 ? [] : this.#next.splice(index, 1);
    const every = this.#every.find((planned) => planned.call === call) ?? this.#every.find(({ call: of }) => !of);
    return next?.fault ?? every?.fault ?? random;
  }

  /** Draws for each call alike, so that one fault more in the plan does not shift all later ones. */
  #randomFault(call: CallName): CallFault | null {
    const { calls = {}, only } = this.#plan;
    const chance = this.#random.next();
    const detail = this.#random.next();
    if (only && !only.includes(call)) return null;
    let below = 0;
    for (const kind of kinds) {
      below += calls[kind] ?? 0;
      if (chance < below) return faultOf(kind, detail);
    }
    return null;
  }

  #batchFault(): StreamFault | null {
    const chance = this.#random.next();
    const planned = this.#nextBatch.shift();
    if (planned) return planned;
    let below = 0;
    for (const fault of ['duplicate', 'reorder', 'drop', 'malformed'] as const) {
      below += this.#plan.stream?.[fault] ?? 0;
      if (chance < below) return fault;
    }
    return null;
  }

  #latency(): number {
    const { latencyMs = 0 } = this.#plan;
    const chance = this.#random.next();
    return typeof latencyMs === 'number' ? latencyMs : latencyMs[0] + chance * (latencyMs[1] - latencyMs[0]);
  }

  #cut(why: string): void {
    for (const cut of [...this.#cuts]) cut(unanswered(why));
    this.#cuts.clear();
  }
}

const kinds: readonly CallFault['kind'][] = [
  'error',
  'lost-request',
  'lost-answer',
  'silence',
  'doubled',
  'slow',
  'malformed',
  'foreign',
  'throws',
];

/** A fault of this kind whose details follow from one drawn number. */
function faultOf(kind: CallFault['kind'], detail: number): CallFault {
  switch (kind) {
    case 'error':
      return { kind, error: passingError(detail) };
    case 'silence':
      return { kind, commit: detail < 0.5 ? 'before' : 'after' };
    case 'slow':
      return { kind, ms: Math.floor(detail * 30_000) };
    case 'foreign':
    case 'throws':
      return { kind, reason: detail < 0.5 ? new TypeError('Failed to fetch') : undefined };
    case 'lost-request':
    case 'lost-answer':
    case 'doubled':
    case 'malformed':
      return { kind };
  }
}

/** An error after which trying again helps; a random refusal for good would only show that refused calls fail. */
function passingError(detail: number): AdapterError {
  if (detail < 0.4) return new AdapterError('unavailable', 'the backend is down', { refused: true });
  if (detail < 0.7)
    return new AdapterError('rate-limited', 'too many requests', { afterMs: Math.floor(detail * 5000) });
  if (detail < 0.85) return new AdapterError('rate-limited', 'too many requests');
  return new AdapterError('unavailable', 'the backend is down', { refused: true, afterMs: 2000 });
}

function isCallOptions(value: unknown): value is CallOptions {
  return typeof value === 'object' && value !== null && 'signal' in value;
}
