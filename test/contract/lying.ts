import type {
  AdapterParts,
  BackendSession,
  ChangeBatch,
  ChangeSink,
  MessagingAdapter,
} from '../../src/ports/adapter.ts';
import { AdapterError } from '../../src/ports/adapter-error.ts';
import type { ConformanceSubject } from '../../src/testing/conformance/subject.ts';

/** Methods of an adapter that a lie replaces; the rest stays honest. */
export type Override = Partial<MessagingAdapter>;

/** Breaks one promise: gives what to replace, on the adapter of the subject and on its second one. */
export type Lie = (honest: MessagingAdapter, subject: ConformanceSubject) => Override;

/** An adapter that is honest but for `override`. */
export function lying(honest: MessagingAdapter, override: Override): MessagingAdapter {
  return new Proxy(honest, {
    get: (target, name) => {
      const replaced: unknown = Reflect.get(override, name);
      if (replaced !== undefined) return replaced;
      const member: unknown = Reflect.get(target, name, target);
      return typeof member === 'function' ? (member as () => void).bind(target) : member;
    },
  });
}

/** The subject whose adapters tell this lie. What the lie assigns to its subject counts for the first adapter. */
export function lyingSubject(subject: ConformanceSubject, lie: Lie): ConformanceSubject {
  const changed = { ...subject };
  const adapter = lying(subject.adapter, lie(subject.adapter, changed));
  const tell = (honest: MessagingAdapter): MessagingAdapter => lying(honest, lie(honest, { ...subject }));
  const { second, restart } = changed;
  return {
    ...changed,
    adapter,
    ...(second && { second: tell(second) }),
    ...(restart && { restart: async () => tell(await restart()) }),
  };
}

/** Claims other facts in `connect` than are true. */
export function claims(change: (session: BackendSession) => unknown): Lie {
  return (honest) => ({
    connect: async (host, options) => change(await honest.connect(host, options)) as BackendSession,
  });
}

/** Claims other capabilities than are true. */
export function claimsCapabilities(change: Readonly<Record<string, unknown>>): Lie {
  return claims((session) => ({ ...session, capabilities: { ...session.capabilities, ...change } }));
}

/** Passes batches through `change`; `null` loses a batch. */
export function feeds(change: (batch: ChangeBatch) => ChangeBatch | null): Lie {
  return streams((sink) => ({
    batch: (batch) => {
      const changed = change(batch);
      if (changed) sink.batch(changed);
    },
  }));
}

/** Puts something between the stream and its sink. */
export function streams(between: (sink: ChangeSink) => Partial<ChangeSink>): Lie {
  return (honest) => ({
    subscribe: (scope, sink, from) => {
      const plain: ChangeSink = {
        batch: (batch) => sink.batch(batch),
        link: (state, error) => (error === undefined ? sink.link(state) : sink.link(state, error)),
        reset: (cursor) => sink.reset(cursor),
      };
      return honest.subscribe(scope, { ...plain, ...between(sink) }, from);
    },
  });
}

/** The answer, or what stands in for a rejection with this code. */
export async function unless<T>(code: string, answer: Promise<T>, instead: () => T | Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof AdapterError && error.code === code) return instead();
    throw error;
  }
}

/** A copy without one field. */
export function without<T extends object, K extends keyof T>(value: T, name: K): Omit<T, K> {
  const copy = { ...value };
  Reflect.deleteProperty(copy, name);
  return copy;
}

/** Replaces methods of one part; the rest of it stays honest. */
export function tells<K extends keyof AdapterParts>(
  name: K,
  lie: (honest: NonNullable<AdapterParts[K]>, adapter: MessagingAdapter) => Partial<NonNullable<AdapterParts[K]>>,
): Lie {
  return (adapter) => {
    const honest = adapter.part(name);
    if (!honest) return {};
    const replaced = lie(honest, adapter);
    const part = new Proxy(honest, {
      get: (target, method) => {
        const own: unknown = Reflect.get(replaced, method);
        if (own !== undefined) return own;
        const member: unknown = Reflect.get(target, method, target);
        return typeof member === 'function' ? (member as () => void).bind(target) : member;
      },
    });
    const other = <N extends keyof AdapterParts>(asked: N): AdapterParts[N] | undefined =>
      (asked as string) === name ? (part as unknown as AdapterParts[N]) : adapter.part(asked);
    return { part: other };
  };
}
