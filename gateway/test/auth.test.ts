import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { AdapterError } from '../../src/ports/adapter-error.ts';
import { authenticator } from '../src/auth/auth.ts';
import { listen } from '../src/serve.ts';
import type { Listening } from '../src/serve.ts';
import { mint, tokenSecret } from './harness.ts';

const claims = { tenant: 'bakery', sub: 'sanne' };

async function codeOf(proving: Promise<unknown>): Promise<string> {
  const error: unknown = await proving.then(
    () => null,
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof AdapterError);
  return error.code;
}

describe('a token signed with the shared secret', () => {
  const prove = authenticator({ secret: tokenSecret });

  it('says who asks and what they may see', async () => {
    const { viewer } = await prove(
      await mint({
        ...claims,
        name: 'Sanne Bakker',
        branch: 'utrecht',
        branches: ['utrecht', 'gent'],
        roles: ['admin'],
      }),
    );
    assert.deepEqual(viewer, {
      tenant: 'bakery',
      agent: { id: 'sanne', name: 'Sanne Bakker', branchId: 'utrecht', teamIds: [], permissions: [] },
      branches: ['utrecht', 'gent'],
      roles: ['admin'],
    });
  });

  it('gives one’s own branch only when it names none, and all with a star', async () => {
    assert.deepEqual((await prove(await mint({ ...claims, branch: 'utrecht' }))).viewer.branches, ['utrecht']);
    assert.deepEqual((await prove(await mint(claims))).viewer.branches, []);
    assert.equal((await prove(await mint({ ...claims, branches: '*' }))).viewer.branches, null);
  });

  it('is refused when it ran out, is signed by another, not at all, or is none', async () => {
    const unsigned = new UnsecuredJWT({ tenant: 'bakery' }).setSubject('sanne').setExpirationTime('1h').encode();
    const tokens = [
      await mint(claims, { lifetime: '-1m' }),
      await mint(claims, { secret: 'another secret that is long enough' }),
      unsigned,
      'nonsense',
      null,
    ];
    for (const token of tokens) assert.equal(await codeOf(prove(token)), 'unauthenticated');
  });

  it('is refused without an end, a tenant or a co-worker', async () => {
    const key = new TextEncoder().encode(tokenSecret);
    const sign = (jwt: SignJWT): Promise<string> => jwt.setProtectedHeader({ alg: 'HS256' }).sign(key);
    const tokens = [
      await sign(new SignJWT({ tenant: 'bakery' }).setSubject('sanne')),
      await sign(new SignJWT({}).setSubject('sanne').setExpirationTime('1h')),
      await sign(new SignJWT({ tenant: 'bakery' }).setExpirationTime('1h')),
      await sign(new SignJWT({ tenant: '' }).setSubject('sanne').setExpirationTime('1h')),
    ];
    for (const token of tokens) assert.equal(await codeOf(prove(token)), 'unauthenticated');
  });

  it('must be for us where issuer and audience are set', async () => {
    const strict = authenticator({ secret: tokenSecret, issuer: 'erp', audience: 'gateway' });
    assert.equal(await codeOf(strict(await mint(claims))), 'unauthenticated');
  });

  it('needs a secret that cannot be guessed', () => {
    assert.throws(() => authenticator({ secret: 'short' }), /32 bytes/);
  });
});

describe('a token signed with a key that the host publishes', () => {
  let server: Listening;
  let pair: Awaited<ReturnType<typeof generateKeyPair>>;

  before(async () => {
    pair = await generateKeyPair('ES256', { extractable: true });
    const keys = [{ ...(await exportJWK(pair.publicKey)), kid: 'k1', alg: 'ES256' }];
    server = await listen({ fetch: () => Response.json({ keys }) }, { port: 0, hostname: '127.0.0.1' });
  });
  after(() => server.close(0));

  const sign = (alg: string, key: CryptoKey | Uint8Array): Promise<string> =>
    new SignJWT({ tenant: 'bakery' })
      .setSubject('sanne')
      .setProtectedHeader({ alg, kid: 'k1' })
      .setExpirationTime('1h')
      .sign(key);

  it('is proved, and a secret made of the public key proves nothing', async () => {
    const prove = authenticator({ jwksUrl: `http://127.0.0.1:${server.port}/keys` });
    assert.equal((await prove(await sign('ES256', pair.privateKey))).viewer.tenant, 'bakery');
    const publicKey = new TextEncoder().encode(JSON.stringify(await exportJWK(pair.publicKey)));
    assert.equal(await codeOf(prove(await sign('HS256', publicKey))), 'unauthenticated');
  });

  it('cannot be proved while the keys cannot be read: that is not the token’s fault', async () => {
    const prove = authenticator({ jwksUrl: 'http://127.0.0.1:9/keys' });
    assert.equal(await codeOf(prove(await sign('ES256', pair.privateKey))), 'unavailable');
  });
});
