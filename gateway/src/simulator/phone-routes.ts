import { Hono } from 'hono';
import type { Phones } from './phones.ts';

const heartbeatMs = 15_000;
const encoder = new TextEncoder();

/** What a page that plays a customer's phone asks for. */
export function phoneRoutes(phones: Phones): Hono {
  const app = new Hono();
  app.get('/lately', (context) => context.json({ numbers: phones.lately }));
  app.get('/events', () => changes(phones));
  app.get('/:number', (context) => {
    const before = context.req.query('before');
    const place = before !== undefined && /^\d{1,9}$/.test(before) ? Number(before) : undefined;
    return context.json(phones.page(context.req.param('number'), place));
  });
  return app;
}

/** Says "look again" whenever something changed. */
function changes(phones: Phones): Response {
  let end = (): void => undefined;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const say = (text: string): void => controller.enqueue(encoder.encode(text));
      const timer = setInterval(() => say(': still here\n\n'), heartbeatMs);
      timer.unref();
      const stop = phones.onChange((what) => say(`event: ${what}\ndata: 1\n\n`));
      say('event: changed\ndata: 1\n\n');
      end = () => {
        clearInterval(timer);
        stop();
      };
    },
    cancel: () => end(),
  });
  return new Response(body, { headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' } });
}
