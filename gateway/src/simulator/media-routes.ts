import { Hono } from 'hono';
import { AdapterError } from '../../../src/ports/adapter-error.ts';
import { mostMediaBytes } from './media.ts';
import type { Media } from './media.ts';

const longestName = 255;

/** Files of phones: `POST ?name=` keeps one and says its id, `GET /<id>` hands it over. */
export function mediaRoutes(media: Media): Hono {
  const app = new Hono();
  app.post('/', async (context) => {
    const { raw: request } = context.req;
    if (Number(request.headers.get('content-length') ?? 0) > mostMediaBytes)
      throw new AdapterError('invalid', 'the file is too large');
    const name = (context.req.query('name') ?? '').trim().slice(0, longestName) || 'file';
    const declaredType = request.headers.get('content-type') ?? '';
    return context.json(media.keep(name, declaredType, new Uint8Array(await request.arrayBuffer())));
  });
  app.get('/:id', (context) => media.serve(context.req.param('id'), context.req.header('range') ?? null));
  return app;
}
