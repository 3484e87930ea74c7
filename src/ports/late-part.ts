import type { AdapterParts } from './adapter.ts';
import { toAdapterError } from './adapter-error.ts';
import type { CallOptions } from './calls.ts';
import type { PartGuard } from './guard-calls.ts';
import { knownTasks } from './guard-tasks.ts';
import type { AssistantChunk, AssistantPart, AssistantRequest } from './parts/assistant.ts';
import type { PresencePart } from './parts/presence.ts';

/** What puts a guard before a part, see `validate-parts.ts`. */
export type PartGuarding = <K extends keyof AdapterParts>(
  name: K,
  part: NonNullable<AdapterParts[K]>,
  guard: PartGuard,
) => AdapterParts[K];

/** The parts that have a guard: one that this version does not know is between adapter and integrator. */
const guarded: { readonly [K in keyof Required<AdapterParts>]: true } = {
  directory: true,
  templates: true,
  templateEditing: true,
  approvedTemplates: true,
  quickReplies: true,
  attachments: true,
  presence: true,
  assistant: true,
  schedule: true,
  tags: true,
  teams: true,
  counts: true,
  bulk: true,
  phoneConversion: true,
  search: true,
};

/** Guards that are still on their way. */
export interface LateGuards {
  /** Rejects with an `AdapterError`, when they will never come. */
  readonly load: () => Promise<PartGuarding>;
}

/** What a part that waits for its guard is made with. */
export interface LatePartTools extends LateGuards {
  readonly guard: PartGuard;
}

/** A part that is there at once, although its guard is still on its way: each call waits for it. */
export function latePart<K extends keyof AdapterParts>(
  name: K,
  raw: NonNullable<AdapterParts[K]>,
  { guard, load }: LatePartTools,
): AdapterParts[K] {
  if (!Object.hasOwn(guarded, name)) return raw;
  let part: NonNullable<AdapterParts[K]> | null = null;
  const open = async (): Promise<NonNullable<AdapterParts[K]>> => {
    const guarding = await load();
    return (part ??= guarding(name, raw, guard) ?? raw);
  };
  const method =
    (key: string) =>
    (...values: unknown[]): unknown => {
      const call = async (): Promise<unknown> => callOf(await open(), key, values);
      return part ? callOf(part, key, values) : guard.call(call, (answer) => answer, optionsIn(values));
    };
  const special = specialsOf(name, raw, { guard, open: open as () => Promise<never> });
  return new Proxy(raw, {
    // A part is no promise, whoever waits for a function that gives it.
    get: (_, key) => {
      if (typeof key !== 'string' || key === 'then') return undefined;
      const own = special[key];
      return own ? own() : method(key);
    },
  });
}

function callOf(part: object, key: string, values: readonly unknown[]): unknown {
  return (Reflect.get(part, key) as (...values: readonly unknown[]) => unknown)(...values);
}

/** Each call takes its options last. */
function optionsIn(values: readonly unknown[]): CallOptions | undefined {
  const last = values.at(-1);
  return typeof last === 'object' && last !== null && 'signal' in last ? (last as CallOptions) : undefined;
}

/** What answers otherwise than with a promise. */
function specialsOf(
  name: string,
  raw: object,
  { guard, open }: { readonly guard: PartGuard; readonly open: () => Promise<never> },
): Readonly<Record<string, (() => unknown) | undefined>> {
  if (name === 'presence') return presenceOf(raw as PresencePart, open, guard);
  if (name !== 'assistant') return {};
  return { tasks: () => knownTasks(raw as AssistantPart, guard), ask: () => askTo(open, guard) };
}

function askTo(open: () => Promise<AssistantPart>, guard: PartGuard): AssistantPart['ask'] {
  async function* answer(request: AssistantRequest, options?: CallOptions): AsyncGenerator<AssistantChunk, void> {
    const part = await guard.call(open, (opened) => opened as AssistantPart, options);
    yield* part.ask(request, options);
  }
  return (request, options) => ({ [Symbol.asyncIterator]: () => answer(request, options) });
}

function presenceOf(raw: PresencePart, open: () => Promise<PresencePart>, guard: PartGuard) {
  const subscribe: PresencePart['subscribe'] = (conversationId, sink) =>
    soon(open, guard, {
      begin: (part) => part.subscribe(conversationId, sink),
      failed: (error) => sink.lost(toAdapterError(error)),
    });
  // A hint that cannot be had is none.
  const onPresentChange: PresencePart['onPresentChange'] = (changed) =>
    soon(open, guard, { begin: (part) => part.onPresentChange?.(changed), failed: () => undefined });
  return {
    subscribe: () => subscribe,
    onPresentChange: () => (typeof raw.onPresentChange === 'function' ? onPresentChange : undefined),
  };
}

/** Begins what is told until it is ended, when the part is there and if it is still wanted. */
function soon<Part>(
  open: () => Promise<Part>,
  guard: PartGuard,
  act: { readonly begin: (part: Part) => (() => void) | undefined; readonly failed: (error: unknown) => void },
): () => void {
  if (guard.isClosed()) return () => undefined;
  let end: (() => void) | undefined;
  const stop = (): void => {
    if (guard.open.delete(stop)) end?.();
  };
  guard.open.add(stop);
  open().then(
    (part) => {
      if (guard.open.has(stop)) end = act.begin(part);
    },
    (error: unknown) => {
      if (guard.open.delete(stop)) act.failed(error);
    },
  );
  return stop;
}
