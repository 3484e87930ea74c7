import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { startPostgres } from '../postgres.ts';
import type { TestServer } from '../postgres.ts';
import { startProcess } from '../process.ts';
import type { GatewayProcess } from '../process.ts';
import { hookSecret, isLong, productToken, Run, seed, tenant } from './run.ts';

const each = isLong ? 20 : 4;
/** The database compresses what it keeps. */
const incompressible = randomBytes(20_000).toString('base64');
const customers = isLong ? 500 : 60;

describe(`two gateways on one PostgreSQL that fails (seed ${seed})`, () => {
  let run: Run;
  let server: TestServer;
  const gateways: GatewayProcess[] = [];

  const start = (): Promise<GatewayProcess> =>
    startProcess({
      CM_TENANT: tenant,
      CM_FROM: '3669',
      CM_PRODUCT_TOKEN: productToken,
      CM_HOOK_SECRET: hookSecret,
      CM_URL: run.providerUrl,
      DATABASE_URL: server.url,
      GATEWAY_PROVIDER_TIMEOUT_MS: '2000',
    });
  const places = (): void => {
    run.place.urls = gateways.map(({ url }) => url);
  };
  before(async () => {
    run = await Run.start();
    server = await startPostgres();
    gateways.push(...(await Promise.all([start(), start()])));
    places();
    await run.devicesOn(2, { loseAnswer: 0.1, cut: 0.1, double: 0.1 });
  });
  after(async () => {
    await run.stop();
    for (const gateway of gateways) await gateway.kill();
    await server.remove();
  });

  it('[I1][I2][I3][I4][I5][I6][I7] hold when one is killed and comes back', async () => {
    const conversations = [await run.client.open('0612345678'), await run.client.open('0687654321')];
    await run.faults({ answerAfterMs: 20, acceptThenTimeOut: 1, tooMany: 2, duplicate: 1, reorder: true });
    const working = Promise.all([run.sendAll(conversations, each, 'One killed'), run.storm(customers, 'One killed')]);
    await pause(300);
    const [first, second] = gateways;
    assert.ok(first && second);
    run.place.urls = [second.url];
    await first.kill();
    await pause(500);
    gateways[0] = await start();
    places();
    await working;
    await run.judge();
  });

  it('[I1][I2][I3][I4][I5][I6][I7] hold when the database crashes and recovers', async () => {
    const conversations = [await run.client.open('0612345678'), await run.client.open('0611223344')];
    const working = Promise.all([run.sendAll(conversations, each, 'Crash'), run.storm(customers, 'Crash')]);
    for (let crashes = 0; crashes < (isLong ? 3 : 1); crashes += 1) {
      await pause(run.random.whole(200, 500));
      await server.crash();
      await pause(300);
      await server.start();
    }
    await working;
    await run.judge();
  });

  it('[I1][I2][I3][I4][I5][I6][I7] hold when the disk is full for a while', async () => {
    const conversations = [await run.client.open('0612345678')];
    // Files of the database may not grow any more: what a full disk does, without one.
    await server.stop();
    await server.start({ mostFileBytes: 1_100_000 });
    const working = Promise.all([
      run.sendAll(conversations, each, `Full ${'x'.repeat(1_000)}`),
      run.storm(customers, `Full ${incompressible}`),
    ]);
    let isDone = false;
    void working.then(() => (isDone = true));
    await pause(isLong ? 15_000 : 5_000);
    assert.ok(!isDone, 'it did fill up');
    await server.crash();
    await server.start();
    await working;
    await run.judge();
  });
});

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
