import { AdapterError, toAdapterError } from './adapter-error.ts';
import type { CallOptions } from './calls.ts';
import type { PartCalls, PartGuard } from './guard-calls.ts';
import { knownTasks } from './guard-tasks.ts';
import type { AssistantChunk, AssistantPart, AssistantRequest } from './parts/assistant.ts';
import { aString, matches, shape } from './validate.ts';
import { read } from './validate-reading.ts';

const chunk = shape<AssistantChunk>({
  proposal: matches(
    'a small whole number',
    (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) < 10,
  ),
  text: aString,
});

/** Longer answers are not believed: nobody reads them, and they would fill the page. */
export const longestAnswer = 100_000;

/** An assistant whose answers are text, end, and stop at once when nobody wants them any more. */
export function guardAssistant(part: AssistantPart, { guard }: PartCalls): AssistantPart {
  return {
    get tasks() {
      return knownTasks(part, guard);
    },
    ask: (request, options) => ({
      [Symbol.asyncIterator]: () => answer(part, { request, options, guard })[Symbol.asyncIterator](),
    }),
  };
}

/** What one answer is made with. */
interface Asked {
  readonly request: AssistantRequest;
  readonly options: CallOptions | undefined;
  readonly guard: PartGuard;
}

async function* answer(part: AssistantPart, { request, options, guard }: Asked): AsyncGenerator<AssistantChunk, void> {
  const ending = new AbortController();
  const wanted = whileWanted(options?.signal, guard, ending);
  let iterator: AsyncIterator<AssistantChunk> | undefined;
  let length = 0;
  try {
    wanted.check();
    iterator = part.ask(request, { ...options, signal: ending.signal })[Symbol.asyncIterator]();
    for (;;) {
      wanted.check();
      const step: unknown = await wanted.race(iterator.next());
      const { done, value } = read('ask', aStep, step);
      if (done === true) return;
      const piece = read('ask', chunk, value);
      length += piece.text.length;
      if (length > longestAnswer)
        throw new AdapterError('invalid', 'ask answered more than anybody reads', { path: 'text' });
      yield piece;
    }
  } catch (error) {
    throw toAdapterError(error);
  } finally {
    wanted.end();
    leave(iterator);
  }
}

/** Not awaited: an assistant that never answers, or fails once more, must not hold up whoever left. */
function leave(iterator: AsyncIterator<AssistantChunk> | undefined): void {
  const left = async (): Promise<unknown> => iterator?.return?.();
  left().catch(() => undefined);
}

const aStep = shape<{ done: unknown; value: unknown }>({
  done: matches('true, false or nothing', (value) => value === undefined || typeof value === 'boolean'),
  value: () => undefined,
});

/** Ends waiting as soon as the caller aborts or the adapter is closed. */
function whileWanted(
  signal: AbortSignal | undefined,
  guard: PartGuard,
  ending: AbortController,
): { readonly check: () => void; readonly race: <T>(next: Promise<T>) => Promise<T>; readonly end: () => void } {
  let refuse: (error: AdapterError) => void = () => undefined;
  const unwanted = new Promise<never>((_, reject) => (refuse = reject));
  // Nobody may be waiting when it is aborted.
  unwanted.catch(() => undefined);
  const stop = (): void => {
    ending.abort();
    refuse(new AdapterError('aborted', 'not wanted any more'));
  };
  guard.open.add(stop);
  signal?.addEventListener('abort', stop);
  return {
    check: () => {
      if (guard.isClosed() || signal?.aborted)
        throw new AdapterError('aborted', 'not wanted any more', { refused: true });
    },
    race: (next) => Promise.race([next, unwanted]),
    end: () => {
      ending.abort();
      guard.open.delete(stop);
      signal?.removeEventListener('abort', stop);
    },
  };
}
