import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openPglite } from '../../src/db/pglite-db.ts';
import { AccountBook } from '../../src/providers/accounts.ts';
import { startWorld } from '../harness.ts';
import type { World } from '../harness.ts';
import { Run, seed } from './run.ts';

describe(`invariants under bad networks, providers and restarts (seed ${seed})`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'gateway-invariants-'));
  let run: Run;
  let world: World;

  const start = async (): Promise<void> => {
    const accounts = new AccountBook([run.account]);
    world = await startWorld({ db: await openPglite(folder), accounts, dispatchTimeoutMs: 500 });
    run.place.urls = [world.url];
  };
  const restart = async (): Promise<void> => {
    run.place.urls = [];
    await world.crash();
    await start();
  };
  before(async () => {
    run = await Run.start();
    await start();
  });
  after(async () => {
    await run.stop();
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('[I1][I2][I3][I4][I5][I6][I7] hold through lost answers, doubled requests, doubled reports and crashes', async () => {
    await run.devicesOn(2, { loseAnswer: 0.15, cut: 0.15, double: 0.15 });
    const conversations = [await run.client.open('0612345678'), await run.client.open('0687654321')];
    await run.faults({ acceptThenTimeOut: 2, tooMany: 2, duplicate: 1, reorder: true, answerAfterMs: 10 });
    const sending = run.sendAll(conversations, 6, 'First');
    await run.storm(20, 'Before the crash');
    await restart();
    await Promise.all([sending, run.storm(20, 'After the crash')]);
    await restart();
    await run.sendAll(conversations, 2, 'Last');
    await run.judge();
  });
});
