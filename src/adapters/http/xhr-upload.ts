import type { Upload } from './http-client.ts';

/**
 * `fetch` cannot tell how many bytes of a body have left, `XMLHttpRequest` can. `null` where there is none, as in a
 * service worker.
 */
export function xhrUpload(): Upload | null {
  if (typeof globalThis.XMLHttpRequest !== 'function') return null;
  return (url, init, onProgress) =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      const { signal } = init;
      const abort = (): void => request.abort();
      const ended = (end: () => void) => (): void => {
        signal?.removeEventListener('abort', abort);
        end();
      };
      request.open(init.method ?? 'PUT', url);
      for (const [name, value] of new Headers(init.headers)) request.setRequestHeader(name, value);
      request.responseType = 'text';
      request.upload.addEventListener('progress', ({ loaded }) => onProgress(loaded));
      request.addEventListener(
        'load',
        ended(() => resolve(responseOf(request))),
      );
      request.addEventListener(
        'error',
        ended(() => reject(new TypeError('the connection broke'))),
      );
      request.addEventListener(
        'abort',
        ended(() => reject(new DOMException('aborted', 'AbortError'))),
      );
      signal?.addEventListener('abort', abort, { once: true });
      if (signal?.aborted) reject(new DOMException('aborted', 'AbortError'));
      else request.send(init.body as Blob);
    });
}

/** Only what the caller of a JSON endpoint looks at. */
function responseOf(request: XMLHttpRequest): Response {
  const headers = new Headers();
  for (const name of ['content-type', 'retry-after']) {
    const value = request.getResponseHeader(name);
    if (value !== null) headers.set(name, value);
  }
  return new Response(request.responseText, { status: request.status, headers });
}
