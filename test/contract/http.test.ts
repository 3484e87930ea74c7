import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';

import { openPglite } from '../../gateway/src/db/pglite-db.ts';
import { gatewaySubject } from '../../gateway/test/contract.ts';
import type { Place } from '../../gateway/test/contract.ts';
import { startWorld } from '../../gateway/test/harness.ts';
import { adapterConformance } from '../../src/testing/conformance/conformance.ts';
import { manualClock } from '../../src/testing/manual-clock.ts';

const seed = Number(process.env.CONFORMANCE_SEED ?? Math.floor(Math.random() * 2 ** 31));

describe(`the http adapter over the gateway on PGlite (seed ${seed})`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'gateway-contract-'));
  const clock = manualClock();
  let place: Place;

  before(async () => {
    const start = async () => startWorld({ clock, db: await openPglite(folder) });
    const restart = async (): Promise<void> => {
      await place.world.crash();
      place.world = await start();
    };
    place = { clock, world: await start(), restart };
  });

  after(async () => {
    await place.world.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const options = { seed, patienceMs: 20_000 };
  for (const { id, title, run } of adapterConformance(() => gatewaySubject(place), options)) {
    it(`[${id}] ${title}`, async (test) => {
      const outcome = await run();
      if (outcome.result === 'skipped') test.diagnostic(`not checked: ${outcome.reason}`);
    });
  }
});
