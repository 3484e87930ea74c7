import { after, before, describe, it } from 'node:test';
import { adapterConformance } from '../../src/testing/conformance/conformance.ts';
import { manualClock } from '../../src/testing/manual-clock.ts';
import { openPostgres } from '../src/db/postgres-db.ts';
import { gatewaySubject } from './contract.ts';
import type { Place } from './contract.ts';
import { startWorld } from './harness.ts';
import { startPostgres } from './postgres.ts';
import type { TestServer } from './postgres.ts';

const seed = Number(process.env.CONFORMANCE_SEED ?? Math.floor(Math.random() * 2 ** 31));
describe(`the http adapter over the gateway on PostgreSQL (seed ${seed})`, () => {
  const clock = manualClock();
  let server: TestServer;
  let place: Place;

  before(async () => {
    server = await startPostgres();
    const publicUrl = (): string => place.world.url;
    const start = () => startWorld({ clock, db: openPostgres(server.url), publicUrl });
    const restart = async (): Promise<void> => {
      await place.world.crash();
      place.world = await start();
    };
    place = { clock, world: await start(), restart };
  });

  after(async () => {
    await place.world.close();
    await server.remove();
  });

  const options = { seed, patienceMs: 20_000 };
  for (const { id, title, run } of adapterConformance(() => gatewaySubject(place), options)) {
    it(`[${id}] ${title}`, async (test) => {
      const outcome = await run();
      if (outcome.result === 'skipped') test.diagnostic(`not checked: ${outcome.reason}`);
    });
  }
});
