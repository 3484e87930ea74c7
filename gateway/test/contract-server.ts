// Gateways for tests in a browser: `test/contract/http.browser.ts` makes its subjects here. Started by the test runner,
// on loopback and free ports; ends with its standard input. Says where it is on the first line of its output.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { manualClock } from '../../src/testing/manual-clock.ts';
import type { IncomingPicture, IncomingRevision, IncomingText } from '../../src/testing/conformance/subject.ts';
import type { Db } from '../src/db/db.ts';
import { openPglite } from '../src/db/pglite-db.ts';
import { openPostgres } from '../src/db/postgres-db.ts';
import { listen } from '../src/serve.ts';
import { businessOnGateway } from './contract.ts';
import type { BusinessOnGateway, Place } from './contract.ts';
import { startWorld } from './harness.ts';
import { startPostgres } from './postgres.ts';

type Database = 'pglite' | 'postgres';

interface Started {
  readonly place: Place;
  readonly end: () => Promise<void>;
}

const started = new Map<Database, Promise<Started>>();
const businesses: { readonly business: BusinessOnGateway; readonly place: Place }[] = [];

/** One gateway for each kind of database, made when the first test asks for it. */
async function start(database: Database): Promise<Started> {
  const clock = manualClock();
  const { open, remove } = await dataFor(database);
  const world = async () => startWorld({ clock, db: await open(), origins: ['*'] });
  const restart = async (): Promise<void> => {
    await place.world.crash();
    place.world = await world();
  };
  const place: Place = { clock, world: await world(), restart };
  return {
    place,
    end: async () => {
      await place.world.close();
      await remove();
    },
  };
}

async function dataFor(database: Database): Promise<{ open: () => Promise<Db>; remove: () => Promise<void> }> {
  if (database === 'postgres') {
    const server = await startPostgres();
    return { open: () => Promise.resolve(openPostgres(server.url)), remove: () => server.remove() };
  }
  const folder = mkdtempSync(join(tmpdir(), 'gateway-browser-'));
  return {
    open: () => openPglite(folder),
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
      return Promise.resolve();
    },
  };
}

const app = new Hono();
app.use(cors({ origin: '*' }));
app.onError((error, context) => context.json({ error: error.message }, 500));
app.post('/businesses', async (context) => {
  const { database } = await context.req.json<{ database: Database }>();
  const starting = started.get(database) ?? start(database);
  started.set(database, starting);
  const { place } = await starting;
  const business = await businessOnGateway(place);
  return context.json({ id: businesses.push({ business, place }) - 1, baseUrl: business.baseUrl() });
});
app.post('/businesses/:id/:act', async (context) => {
  const { id, act } = context.req.param();
  const found = businesses[Number(id)];
  if (!found) return context.json({ error: 'no such business' }, 404);
  const { business, place } = found;
  const body = await context.req.json<
    IncomingText &
      IncomingRevision &
      Omit<IncomingPicture, 'bytes'> & {
        readonly bytes: readonly number[];
        readonly agent: string;
        readonly ms: number;
      }
  >();
  if (act === 'token') return context.json(await business.token(body.agent));
  if (act === 'dispatched') return context.json(business.dispatched());
  if (act === 'streams') return context.json(business.streams());
  if (act === 'advance') await place.clock.advance(body.ms);
  else if (act === 'incoming') await business.incoming(body);
  else if (act === 'revise') await business.revise(body);
  else if (act === 'picture')
    await business.incomingPicture({ ...body, bytes: new Blob([Uint8Array.from(body.bytes)]) });
  else if (act === 'restart') await business.restart();
  return context.json(business.baseUrl());
});

const server = await listen(app, { port: 0, hostname: '127.0.0.1' });
process.stdout.write(`http://127.0.0.1:${server.port}\n`);
process.stdin.resume();
process.stdin.once('end', () => {
  const ends = [...started.values()].map(async (starting) => (await starting).end());
  void Promise.allSettled(ends).then(() => process.exit());
});
