import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Clock } from '../../../src/ports/clock.ts';
import { systemClock } from '../../src/clock.ts';
import { openPglite } from '../../src/db/pglite-db.ts';
import { AccountBook } from '../../src/providers/accounts.ts';
import { eventually } from '../client.ts';
import { startWorld } from '../harness.ts';
import type { World } from '../harness.ts';
import { isLong, Run, seed, tenant } from './run.ts';

const dayMs = 24 * 60 * 60 * 1000;

describe(`hard times for a gateway (seed ${seed})`, () => {
  let folder: string;
  let run: Run;
  let world: World;

  async function start(clock: Clock = systemClock): Promise<void> {
    const accounts = new AccountBook([run.account]);
    world = await startWorld({ db: await openPglite(folder), accounts, clock, dispatchTimeoutMs: 500 });
    run.place.urls = [world.url];
  }
  async function restart(clock?: Clock): Promise<void> {
    run.place.urls = [];
    await world.crash();
    await start(clock);
  }
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'gateway-hard-times-'));
    run = await Run.start();
    await start();
  });
  afterEach(async () => {
    await run.stop();
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it(`[I1][I2][I6] a storm of ${isLong ? 1000 : 200} webhooks, each three times, in any order`, async () => {
    await run.devicesOn(1);
    await run.storm(isLong ? 1000 : 200, 'Storm', { copies: 3, customers: 50, atOnce: 40 });
    await run.judge();
  });

  for (const [what, offsetMs] of [
    ['a day slow', -dayMs],
    ['a year fast', 365 * dayMs],
  ] as const) {
    it(`[I1][I2][I3][I4][I5][I6][I7] a clock that becomes ${what} and right again`, async () => {
      await run.devicesOn(1, { loseAnswer: 0.2 });
      const conversations = [await run.client.open('0612345678')];
      await run.sendAll(conversations, 2, 'Before');
      await restart({ ...systemClock, now: () => Date.now() + offsetMs });
      await Promise.all([run.sendAll(conversations, 3, 'Skewed'), run.storm(10, 'Skewed')]);
      await restart();
      await Promise.all([run.sendAll(conversations, 2, 'After'), run.storm(10, 'After')]);
      await run.judge();
    });
  }

  it('[I6] devices that come back with a cursor whose events are gone read everything anew', async () => {
    const devices = await run.devicesOn(2);
    await run.storm(10, 'Heard');
    run.areDevicesCut = true;
    await restart();
    await run.storm(20, 'Missed');
    const { db } = world.gateway.core.parts;
    await db.query('delete from feed_event where tenant = $1', [tenant]);
    await db.query('update feed set trimmed = head where tenant = $1', [tenant]);
    run.areDevicesCut = false;
    await run.judge();
    assert.ok(
      devices.every(({ resets }) => resets > 0),
      'they were told',
    );
  });

  it('[I6][I9] devices that do not read hold up nobody, and have everything when they read again', async () => {
    await run.devicesOn(1);
    const headers = await run.client.headers();
    const slow = await Promise.all(
      Array.from({ length: 5 }, () => fetch(`${world.url}/v1/events?scope=all`, { headers })),
    );
    await run.storm(isLong ? 600 : 120, `Large ${'z'.repeat(20_000)}`);
    await run.judge();
    const wanted = run.written.map(({ text }) => text);
    for (const response of slow) {
      const heard = new Set<string>();
      let rest = '';
      const decoder = new TextDecoder();
      const reader = response.body?.getReader();
      const readOn = async (): Promise<boolean> => {
        const chunk = await reader?.read();
        const events = (rest + decoder.decode(chunk?.value, { stream: true })).split('\n\n');
        rest = events.pop() ?? '';
        for (const [, text = ''] of events.join('\n').matchAll(/"text":"([^"\\]*)"/g)) heard.add(text);
        return events.some((event) => event.includes('event: reset')) || wanted.every((text) => heard.has(text));
      };
      await eventually('it hears all of it, or that it has to begin anew', readOn, 60_000);
      await reader?.cancel();
    }
  });
});
