import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { AdapterError } from '../../src/ports/adapter-error.ts';
import { Pace } from '../src/pace.ts';
import { ConfigError, configFrom } from '../src/config.ts';
import { FolderInUse, lockFolder } from '../src/db/folder-lock.ts';
import { hostsIn } from '../src/db/postgres-hosts.ts';
import { RateLimit } from '../src/http/rate-limit.ts';

describe('the lock of the data folder', () => {
  it('refuses a second one, naming PostgreSQL as the way out, until the first lets go', () => {
    inFolder((folder) => {
      const unlock = lockFolder(folder);
      assert.throws(
        () => lockFolder(folder),
        (error) => error instanceof FolderInUse && error.message.includes('PostgreSQL'),
      );
      unlock();
      lockFolder(folder)();
      assert.ok(!existsSync(join(folder, '.lock')));
    });
  });

  it('takes over what a process that is gone left behind', () => {
    inFolder((folder) => {
      const { pid } = spawnSync(process.execPath, ['-e', '']);
      const holder = { pid, host: hostname(), startedAt: '1' };
      writeFileSync(join(folder, '.lock'), JSON.stringify(holder));
      lockFolder(folder)();
    });
  });

  it('takes over from a process whose number was given to another one', () => {
    inFolder((folder) => {
      const holder = { pid: process.pid, host: hostname(), startedAt: 'long ago' };
      writeFileSync(join(folder, '.lock'), JSON.stringify(holder));
      lockFolder(folder)();
    });
  });

  for (const { title, text } of [
    { title: 'a process on another machine', text: JSON.stringify({ pid: 1, host: 'elsewhere', startedAt: null }) },
    { title: 'a lock that is just being written', text: '' },
  ]) {
    it(`refuses for ${title}: nobody can ask it`, () => {
      inFolder((folder) => {
        writeFileSync(join(folder, '.lock'), text);
        assert.throws(() => lockFolder(folder), FolderInUse);
      });
    });
  }
});

describe('the rate limit', () => {
  it('lets a burst through, then as many as refill, each caller for itself', () => {
    const limit = new RateLimit({ perSecond: 10, burst: 3 });
    const passes = (caller: string, at: number): boolean => {
      try {
        limit.take(caller, at);
        return true;
      } catch (error) {
        assert.ok(error instanceof AdapterError && error.code === 'rate-limited' && (error.afterMs ?? 0) > 0);
        return false;
      }
    };
    assert.deepEqual(
      [0, 0, 0, 0].map((at) => passes('one', at)),
      [true, true, true, false],
    );
    assert.ok(passes('two', 0));
    assert.ok(!passes('one', 50));
    assert.ok(passes('one', 150));
  });
});

describe('the pace of a channel', () => {
  const taken = (pace: Pace, { from, to }: { readonly from: number; readonly to: number }): number => {
    let count = 0;
    for (let now = from; now < to; now += 1) if (pace.take('one', 100, now) === 0) count += 1;
    return count;
  };

  it('lets a second’s worth through after a silence, and then so many a second', () => {
    const pace = new Pace();
    assert.equal(taken(pace, { from: 10_000, to: 10_100 }), 100);
    assert.equal(taken(pace, { from: 10_100, to: 12_000 }), 199);
    assert.equal(taken(pace, { from: 12_000, to: 13_000 }), 100);
  });

  it('says how long to wait, and counts each key by itself', () => {
    const pace = new Pace();
    for (let turn = 0; turn < 10; turn += 1) pace.take('one', 10, 5_000);
    assert.equal(pace.take('one', 10, 5_000), 100);
    assert.equal(pace.take('one', 10, 5_060), 40);
    assert.equal(pace.take('other', 10, 5_000), 0);
  });
});

describe('the hosts of a database', () => {
  it('are addresses of their own', () => {
    assert.deepEqual(hostsIn('postgres://me:p%40ss@one:5432,two:5433/name?sslmode=require'), [
      'postgres://me:p%40ss@one:5432/name?sslmode=require',
      'postgres://me:p%40ss@two:5433/name?sslmode=require',
    ]);
    assert.deepEqual(hostsIn('postgresql://one/name'), ['postgresql://one/name']);
  });
});

describe('the environment', () => {
  const secret = 'x'.repeat(32);

  it('needs no more than a secret', () => {
    const { port, host, databaseUrl, cm } = configFrom({ GATEWAY_TOKEN_SECRET: secret });
    assert.deepEqual({ port, host, databaseUrl, cm }, { port: 8787, host: '127.0.0.1', databaseUrl: null, cm: null });
  });

  for (const { title, environment } of [
    { title: 'no way to prove tokens', environment: {} },
    { title: 'two ways to prove tokens', environment: { GATEWAY_TOKEN_SECRET: secret, GATEWAY_JWKS_URL: 'https://a' } },
    { title: 'a short secret', environment: { GATEWAY_TOKEN_SECRET: 'short' } },
    { title: 'a port that is none', environment: { GATEWAY_TOKEN_SECRET: secret, GATEWAY_PORT: 'http' } },
    {
      title: 'a simulated provider that others can reach',
      environment: { GATEWAY_TOKEN_SECRET: secret, GATEWAY_SIMULATED_TENANT: 'demo', GATEWAY_HOST: '0.0.0.0' },
    },
    { title: 'half a connection', environment: { GATEWAY_TOKEN_SECRET: secret, CM_PRODUCT_TOKEN: 'very-secret' } },
    {
      title: 'a webhook anybody can guess',
      environment: {
        GATEWAY_TOKEN_SECRET: secret,
        CM_PRODUCT_TOKEN: 'very-secret',
        CM_TENANT: 't',
        CM_FROM: 'f',
        CM_HOOK_SECRET: '1',
      },
    },
  ]) {
    it(`is refused with ${title}, without repeating a secret`, () => {
      assert.throws(
        () => configFrom(environment),
        (error) => error instanceof ConfigError && !/very-secret|short\b/.test(error.message),
      );
    });
  }
});

function inFolder(body: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'gateway-lock-'));
  try {
    body(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
