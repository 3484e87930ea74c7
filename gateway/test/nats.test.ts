import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openNatsBus } from '../src/bus/nats-bus.ts';
import type { ClosableBus } from '../src/bus/nats-bus.ts';
import { configFrom, ConfigError } from '../src/config.ts';
import { WakeBus } from '../src/wake.ts';
import { eventually } from './client.ts';
import { tokenSecret } from './harness.ts';
import { natsServers } from './nats.ts';
import type { TestNats } from './nats.ts';

const silent = (): undefined => undefined;

for (const { name, make } of natsServers()) {
  describe(`waking over NATS (${name})`, () => {
    let server: TestNats;
    let buses: ClosableBus[];
    let wakes: WakeBus[];
    const told: string[][] = [[], []];

    before(async () => {
      server = await make();
      buses = [0, 1].map(() => openNatsBus(server.url, silent));
      wakes = buses.map((bus) => new WakeBus(bus, silent));
      for (const [index, wake] of wakes.entries()) {
        // The slow poll says "any"; a name comes over the bus alone, or from this process.
        wake.onWake((tenant) => {
          if (tenant !== null) told[index]?.push(tenant);
        });
        await wake.open();
      }
    });
    after(async () => {
      for (const wake of wakes) await wake.close();
      for (const bus of buses) await bus.close();
      await server.stop();
    });

    /** Publishes until the other one hears it: what is told while nobody is connected is lost, and may be. */
    const reaches = (tenant: string): Promise<void> =>
      eventually(`"${tenant}" is heard`, () => {
        if (told[1]?.includes(tenant)) return true;
        wakes[0]?.publish(tenant);
        return false;
      });

    it('opens and works without a server, and connects when there is one', async () => {
      wakes[0]?.publish('nobody');
      assert.deepEqual(told, [['nobody'], []]);
      await server.start();
      await reaches('first');
    });

    it('tells others of every feed that has grown', async () => {
      for (const tenant of ['a', 'b', 'with spaces and ü']) await reaches(tenant);
    });

    it('comes back by itself when the server was away', async () => {
      await server.stop();
      wakes[0]?.publish('while it is away');
      await server.start();
      await reaches('back');
    });

    it('hears nothing any more when it is closed', async () => {
      await wakes[1]?.close();
      const heard = told[1]?.length;
      wakes[0]?.publish('too late');
      // A third one proves that it was told.
      const bus = openNatsBus(server.url, silent);
      const third: string[] = [];
      const end = await bus.listen((tenant) => third.push(tenant));
      await eventually('the third hears', () => {
        wakes[0]?.publish('proof');
        return third.includes('proof');
      });
      await end();
      await bus.close();
      assert.equal(told[1]?.length, heard);
    });
  });
}

describe('NATS_URL', () => {
  const environment = { GATEWAY_TOKEN_SECRET: tokenSecret };

  for (const url of ['nats://one:4222', 'nats://user:pass%2Fword@one:4222,two:4222', 'tls://one'])
    it(`takes ${url}`, () => assert.equal(configFrom({ ...environment, NATS_URL: url }).natsUrl, url));

  it('is none by default', () => assert.equal(configFrom(environment).natsUrl, null));

  it('refuses what is no address', () =>
    assert.throws(() => configFrom({ ...environment, NATS_URL: 'localhost' }), ConfigError));
});
