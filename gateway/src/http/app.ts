import { Hono } from 'hono';
import type { Context } from 'hono';
import { cors } from 'hono/cors';
import { routePath } from 'hono/route';
import { AdapterError } from '../../../src/ports/adapter-error.ts';
import type { Authenticate } from '../auth/auth.ts';
import type { Core } from '../core.ts';
import { errorFields } from '../log.ts';
import { readBytes } from './body.ts';
import { openPresence, openStream } from './events.ts';
import type { Streams } from './events.ts';
import { takeDeliveries } from './hooks.ts';
import { openApiDocument } from './openapi.ts';
import { asProblemError, problemResponse } from './problem.ts';
import { RateLimit } from './rate-limit.ts';
import type { Rate } from './rate-limit.ts';
import { queueLengths } from '../store/queue-lengths.ts';
import { routes } from './routes.ts';
import type { Route } from './route.ts';
import { mustMatch } from './schema-check.ts';

/** What the network side is made of. */
export interface AppParts {
  readonly core: Core;
  readonly authenticate: Authenticate;
  readonly streams: Streams;
  /** Origins of the pages that may call from a browser; `*` for any. */
  readonly origins: readonly string[];
  /** How often one co-worker may ask. */
  readonly rate: Rate;
  readonly version: string;
  /** Whether it takes new work; false while it closes. */
  readonly isReady: () => boolean;
}

const usualBytes = 1024 * 1024;
const hookBytes = 1024 * 1024;
const noBytes = new Uint8Array();

/** Everything that can be asked over HTTP, as one function from request to response. */
export function createApp(parts: AppParts): Hono {
  const app = new Hono();
  const rate = new RateLimit(parts.rate);
  for (const paths of ['/v1/*', '/files/*']) app.use(paths, corsFor(parts.origins));
  app.onError((error, context) => problemOf(parts.core, context, error));
  app.notFound((context) => problemResponse(new AdapterError('not-found', 'nothing answers here'), idOf(context)));
  app.use(async (context, next) => {
    const begun = performance.now();
    await next();
    measure(parts.core, context, begun);
  });
  for (const route of routes) {
    app.on(route.method, route.path.replace(/\{(\w+)\}/g, ':$1'), (context) => answer(parts, rate, route, context));
  }
  app.get('/v1/events', async (context) => {
    const identity = await parts.authenticate(bearerOf(context));
    takePermission(rate, identity.viewer);
    return openStream(parts.core, parts.streams, identity, context.req.raw);
  });
  app.get('/v1/conversations/:id/presence', async (context) => {
    const identity = await parts.authenticate(bearerOf(context));
    takePermission(rate, identity.viewer);
    return openPresence(parts.core, parts.streams, identity, textParam(context.req.param('id')));
  });
  app.get('/v1/openapi.json', (context) => context.json(openApiDocument(parts.version)));
  app.post('/v1/hooks/:provider/:secret/:kind', (context) => takeHook(parts.core, context));
  app.get('/v1/hooks/:provider/:secret/:kind', (context) => greetHook(parts.core, context));
  // For who does not want a secret in an address that proxies write down.
  app.post('/v1/hooks/:provider/:kind', (context) => takeHook(parts.core, context));
  // No token, no cookie: the link is the permission, so that a picture can be shown by its address.
  app.get('/files/:token', ({ req }) => parts.core.files.open(req.param('token'), req.header('range') ?? null));
  addHealth(app, parts);
  return app;
}

async function answer(parts: AppParts, rate: RateLimit, route: Route, context: Context): Promise<Response> {
  const { viewer } = await parts.authenticate(bearerOf(context));
  takePermission(rate, viewer);
  const body = route.takes === null ? null : await jsonBody(context.req.raw, route.mostBytes ?? usualBytes);
  if (route.takes !== null) mustMatch(route.takes, body);
  const bytes = route.takesBytes === undefined ? noBytes : await readBytes(context.req.raw, route.takesBytes);
  const { body: given, headers } = await route.run({
    core: parts.core,
    viewer,
    body: body as never,
    bytes,
    param: (name) => textParam(context.req.param(name)),
    header: (name) => context.req.header(name) ?? null,
  });
  return context.json(given as never, 200, { 'cache-control': 'no-store', ...headers });
}

function takePermission(rate: RateLimit, { tenant, agent }: { tenant: string; agent: { id: string } }): void {
  rate.take(`${tenant} ${agent.id}`);
}

function textParam(value: string | undefined): string {
  if (value === undefined || value === '' || value.length > 1000 || value.includes('\0'))
    throw new AdapterError('not-found', 'nothing has such an id');
  return value;
}

async function jsonBody(request: Request, mostBytes: number): Promise<unknown> {
  try {
    return JSON.parse((await readBytes(request, mostBytes)).toString('utf8'));
  } catch (error) {
    if (error instanceof AdapterError) throw error;
    throw new AdapterError('invalid', 'the body is not JSON', { path: '' });
  }
}

/** A provider's delivery: 200 only after the commit. Who does not know the secret learns nothing. */
async function takeHook(core: Core, context: Context): Promise<Response> {
  const { provider = '', secret = context.req.header('x-hook-secret') ?? '', kind = '' } = context.req.param();
  const account = await core.parts.accounts.ofHook(provider, secret);
  if (!account) throw new AdapterError('not-found', 'nothing answers here');
  const bytes = await readBytes(context.req.raw, hookBytes);
  const header = (name: string): string | null => context.req.header(name) ?? null;
  const outcomes = await takeDeliveries(core, account, { kind, bytes, header });
  if (outcomes === null) throw new AdapterError('not-found', 'nothing answers here');
  for (const outcome of outcomes) {
    core.parts.metrics.count('gateway_hooks_total', { provider: account.provider.name, outcome });
    if (outcome === 'refused') core.parts.log('warn', 'hook-refused', { tenant: account.tenant });
  }
  return context.text('ok');
}

/** Meta asks once whether the address is ours: whoever put the secret in it also gave it as the token to verify. */
async function greetHook(core: Core, context: Context): Promise<Response> {
  const { provider = '', secret = '' } = context.req.param();
  const account = await core.parts.accounts.ofHook(provider, secret);
  const challenge = context.req.query('hub.challenge');
  if (!account || challenge === undefined || context.req.query('hub.verify_token') !== secret)
    throw new AdapterError('not-found', 'nothing answers here');
  return context.text(challenge.slice(0, 200));
}

function addHealth(app: Hono, { core, isReady }: AppParts): void {
  app.get('/healthz', (context) => context.json({ status: 'ok' }));
  app.get('/readyz', async (context) => {
    try {
      await core.parts.db.query('select 1 as one');
    } catch {
      return context.json({ status: 'database' }, 503);
    }
    return isReady() ? context.json({ status: 'ready' }) : context.json({ status: 'closing' }, 503);
  });
  app.get('/metrics', async (context) => {
    // Without the database the rest is worth knowing all the more.
    const lengths = await queueLengths(core.parts.db).catch(() => ({}));
    return context.text(core.parts.metrics.text(lengths), 200, { 'cache-control': 'no-store' });
  });
}

function corsFor(origins: readonly string[]) {
  return cors({
    origin: origins.includes('*') ? '*' : [...origins],
    allowMethods: ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'],
    allowHeaders: ['authorization', 'content-type', 'idempotency-key', 'if-match', 'last-event-id', 'upload-offset'],
    exposeHeaders: ['etag', 'retry-after'],
    maxAge: 7200,
  });
}

function bearerOf(context: Context): string | null {
  return /^Bearer ([\w.~+/=-]{1,8192})$/i.exec(context.req.header('authorization') ?? '')?.[1] ?? null;
}

function problemOf(core: Core, context: Context, error: unknown): Response {
  const known = asProblemError(error);
  const requestId = idOf(context);
  if (known !== error) core.parts.log('error', 'request-failed', { requestId, ...errorFields(error) });
  return problemResponse(known, requestId, context.res.headers);
}

const ids = new WeakMap<Request, string>();

function idOf(context: Context): string {
  const known = ids.get(context.req.raw) ?? crypto.randomUUID();
  ids.set(context.req.raw, known);
  return known;
}

/** The pattern of the path, never the path: it holds ids, and the secret of a webhook. */
function measure(core: Core, context: Context, begun: number): void {
  const { log, metrics } = core.parts;
  const route = routePath(context, -1);
  const { status } = context.res;
  const seconds = (performance.now() - begun) / 1000;
  metrics.count('gateway_requests_total', { method: context.req.method, route, status: String(status) });
  metrics.observe('gateway_request_seconds', seconds, { route });
  const fields = { requestId: idOf(context), method: context.req.method, route, status };
  log(status >= 500 ? 'warn' : 'info', 'request', { ...fields, ms: Math.round(seconds * 1000) });
}
