import type { StreamItem } from '../feed-hub.ts';
import type { PresentItem } from '../presence-hub.ts';

/** What a stream can send. */
type SentItem = StreamItem | PresentItem;

/** How an event stream is run. */
export interface EventStreamOptions {
  readonly items: AsyncGenerator<SentItem, void>;
  readonly heartbeatMs: number;
  /** Aborted when the gateway wants to end the stream. */
  readonly ending: AbortSignal;
  /** How long the caller shall wait before it comes back. */
  readonly byeAfterMs: () => number;
  readonly closed: () => void;
}

const encoder = new TextEncoder();

/**
 * Server-sent events from what a stream tells. It pulls: while the caller does not read, nothing is kept for it.
 * Heartbeats show a proxy and the caller that the silence is real.
 */
export function eventStream({
  items,
  heartbeatMs,
  ending,
  byeAfterMs,
  closed,
}: EventStreamOptions): ReadableStream<Uint8Array> {
  let next: Promise<IteratorResult<SentItem, void>> | null = null;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        next ??= items.next();
        const beat = heartbeat(heartbeatMs, ending);
        const result = await Promise.race([next, beat.passed]).catch((error: unknown) => {
          closed();
          throw error;
        });
        beat.cancel();
        if (result === 'beat' && !ending.aborted) {
          controller.enqueue(encoder.encode(': still here\n\n'));
          return;
        }
        if (result !== 'beat' && !result.done) {
          next = null;
          controller.enqueue(encoder.encode(written(result.value)));
          return;
        }
        controller.enqueue(encoder.encode(event('bye', { afterMs: byeAfterMs() })));
        controller.close();
        closed();
        void items.return();
      },
      cancel() {
        closed();
        void items.return();
      },
    },
    { highWaterMark: 0 },
  );
}

function heartbeat(ms: number, ending: AbortSignal): { readonly passed: Promise<'beat'>; readonly cancel: () => void } {
  let cancel = (): void => undefined;
  const passed = new Promise<'beat'>((resolve) => {
    const done = (): void => resolve('beat');
    const timer = setTimeout(done, ms);
    ending.addEventListener('abort', done, { once: true });
    if (ending.aborted) done();
    cancel = () => {
      clearTimeout(timer);
      ending.removeEventListener('abort', done);
    };
  });
  return { passed, cancel };
}

function written(item: SentItem): string {
  if (item.type === 'present') return event('present', item.presences);
  if (item.type === 'attendance') return event('attendance', {});
  if (item.type === 'batch') return event('batch', item.batch, item.batch.cursor);
  return event(item.type, { cursor: item.cursor }, item.cursor);
}

/** JSON has no line breaks, so one line of data is enough. */
function event(name: string, data: unknown, id?: string): string {
  return `${id === undefined ? '' : `id: ${id}\n`}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}
