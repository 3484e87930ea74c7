import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { eventually } from '../client.ts';
import { startProcess } from '../process.ts';
import type { GatewayProcess } from '../process.ts';
import { hookSecret, isLong, productToken, Run, seed, tenant } from './run.ts';

const failingMain = join(import.meta.dirname, 'failing-main.ts');

/** Where the steps are counted from: the first statement of accepting, and of taking a customer's message in. */
const paths = [
  { what: 'accepting a message and handing it over', from: 'insert into accepted', steps: 44 },
  { what: 'taking a customer’s message in', from: 'select message_ids', steps: 14 },
] as const;

describe(`a gateway that is killed at each step (seed ${seed})`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'gateway-steps-'));
  let run: Run;
  let gateway: GatewayProcess | null = null;

  async function start(from: string, at: number): Promise<GatewayProcess> {
    run.place.urls = [];
    await gateway?.kill();
    const environment = { CM_TENANT: tenant, CM_FROM: '3669', CM_PRODUCT_TOKEN: productToken };
    gateway = await startProcess(
      {
        ...environment,
        CM_HOOK_SECRET: hookSecret,
        CM_URL: run.providerUrl,
        GATEWAY_DATA: folder,
        GATEWAY_PROVIDER_TIMEOUT_MS: '2000',
        FAIL_FROM: from,
        FAIL_AFTER: String(at),
      },
      failingMain,
    );
    run.place.urls = [gateway.url];
    return gateway;
  }

  before(async () => {
    run = await Run.start();
  });
  after(async () => {
    await run.stop();
    await gateway?.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const { what, from, steps } of paths) {
    it(`[I1][I2][I3][I4][I5][I6][I7] hold whenever it dies while ${what}`, async () => {
      await start('nothing begins so', 0);
      const [device] = run.devices.length > 0 ? run.devices : await run.devicesOn(1);
      assert.ok(device);
      const conversation = await run.client.open('0612345678');
      const all = Array.from({ length: steps }, (_, step) => step);
      // In the short form a few steps, chosen anew each time; the long form takes them all.
      const chosen = isLong ? all : all.filter(() => run.random.happens(4 / steps));
      const doing: Promise<void>[] = [];
      let deaths = 0;
      for (const step of chosen) {
        const running = await start(from, step);
        doing.push(device.send(conversation, `${what}, step ${step}`), run.storm(2, `${what}, step ${step}, customer`));
        const ended = running.ended.then(() => true);
        if (await Promise.race([ended, settled(doing)])) deaths += 1;
      }
      await start('nothing begins so', 0);
      await Promise.all(doing);
      await eventually('it listens again', () => device.isReady);
      assert.ok(deaths >= Math.min(1, chosen.length), 'it died');
      await run.judge();
    });
  }
});

/** Resolves with `false` when everything is done and some time has passed in which the process could still have died. */
async function settled(doing: readonly Promise<void>[]): Promise<false> {
  await Promise.all(doing);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  return false;
}
