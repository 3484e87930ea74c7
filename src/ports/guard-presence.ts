import { AdapterError, toAdapterError } from './adapter-error.ts';
import type { PartCalls, PartGuard } from './guard-calls.ts';
import type { Presence, PresencePart, PresenceSink } from './parts/presence.ts';
import type { Check } from './validate.ts';
import { anArray, anId, aString, aTime, matches, oneOf, shape } from './validate.ts';
import { distinct, read, reader, sift } from './validate-reading.ts';

const presence = shape<Presence>({
  id: anId,
  kind: oneOf<Presence['kind']>({ 'co-worker': 1, customer: 1 }),
  name: aString,
  activity: oneOf<Presence['activity']>({ viewing: 1, typing: 1 }),
  until: aTime,
});

/** Something that is believed for no time at all would have to be said without end. */
const believed: Check<{ readonly believedMs: number }> = shape<{ believedMs: number }>({
  believedMs: matches('at least a second', (value) => typeof value === 'number' && value >= 1000),
});

/** A presence part whose lists can be trusted, and whose sink is silent once it was ended. */
export function guardPresence(part: PresencePart, calls: PartCalls): PresencePart {
  const { guard } = calls;
  return {
    set: (own, options) => guard.call(() => part.set(own, options), reader('set', believed), options),
    listPresent: (options) =>
      calls.list('listPresent', anId as Check<string>, () => part.listPresent(options), options),
    subscribe: (conversationId, sink) => subscribe(part, conversationId, { sink, guard }),
    ...(typeof part.onPresentChange === 'function' && {
      onPresentChange: (changed) => onPresentChange(part, changed, guard),
    }),
  };
}

/** A hint that cannot be had is none: who is there is asked now and then. */
function onPresentChange(part: PresencePart, changed: () => void, guard: PartGuard): () => void {
  return opened(guard, {
    open: (stop) => part.onPresentChange?.(() => guard.open.has(stop) && changed()),
    failed: (error) => guard.refuse(toAdapterError(error)),
  });
}

function subscribe(
  part: PresencePart,
  conversationId: string,
  { sink, guard }: { readonly sink: PresenceSink; readonly guard: PartGuard },
): () => void {
  return opened(guard, {
    open: (stop) =>
      part.subscribe(conversationId, {
        present: (value) => {
          if (guard.open.has(stop)) present(value, sink, guard);
        },
        lost: (error) => {
          if (guard.open.has(stop)) sink.lost(error);
        },
      }),
    failed: (error) => sink.lost(toAdapterError(error)),
  });
}

/** Opens what is told until it is ended, here or with the adapter. What comes later is not heard. */
function opened(
  guard: PartGuard,
  { open, failed }: { open: (stop: () => void) => unknown; failed: (error: unknown) => void },
): () => void {
  if (guard.isClosed()) return () => undefined;
  let end: unknown;
  const stop = (): void => {
    if (!guard.open.delete(stop)) return;
    try {
      if (typeof end === 'function') (end as () => void)();
    } catch (error) {
      guard.refuse(toAdapterError(error));
    }
  };
  guard.open.add(stop);
  try {
    end = open(stop);
  } catch (error) {
    if (guard.open.has(stop)) failed(error);
  }
  return stop;
}

/** What cannot be read at all is as good as a broken stream; what can be read in part is shown in part. */
function present(value: unknown, sink: PresenceSink, guard: PartGuard): void {
  const elements = { call: 'present', field: '', check: presence, refuse: guard.refuse };
  try {
    const { good, error } = sift(read('present', anArray, value), elements);
    if (error) guard.refuse(error);
    sink.present(distinct(good, elements));
  } catch (error) {
    if (!(error instanceof AdapterError)) throw error;
    guard.refuse(error);
    sink.lost(error);
  }
}
