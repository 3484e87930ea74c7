import { AdapterError, toAdapterError } from '../../ports/adapter-error.ts';

/** Runs a call so that it honours its signal and rejects with an `AdapterError` and nothing else. */
export async function call<T>(signal: AbortSignal | undefined, body: () => Promise<T>): Promise<T> {
  if (signal?.aborted) throw new AdapterError('aborted', 'aborted before it began', { refused: true });
  try {
    return await (signal ? untilAborted(signal, body) : body());
  } catch (reason) {
    throw toAdapterError(reason);
  }
}

function untilAborted<T>(signal: AbortSignal, body: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(new AdapterError('aborted', 'aborted while it ran'));
    signal.addEventListener('abort', abort, { once: true });
    body()
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', abort));
  });
}
