import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import type { JWTPayload, JWTVerifyGetKey } from 'jose';
import { AdapterError } from '../../../src/ports/adapter-error.ts';
import type { Viewer } from '../store/viewer.ts';

/** How tokens are proved. */
export interface AuthOptions {
  /** Secret shared with the host (HS256), at least 32 bytes. */
  readonly secret?: string;
  /** Or where the host publishes its keys. */
  readonly jwksUrl?: string;
  readonly issuer?: string;
  readonly audience?: string;
}

/** Who asks, and until when the token says so. */
export interface Identity {
  readonly viewer: Viewer;
  /** Epoch ms. */
  readonly expiresAt: number;
}

/** Proves a token: `unauthenticated` if it is not good, `unavailable` if the host's keys cannot be read. */
export type Authenticate = (token: string | null) => Promise<Identity>;

const leewaySeconds = 5;

/** Makes what proves the tokens that the host mints for its co-workers. */
export function authenticator({ secret, jwksUrl, issuer, audience }: AuthOptions): Authenticate {
  const key = keyFrom(secret, jwksUrl);
  const options = {
    algorithms: secret === undefined ? ['RS256', 'PS256', 'ES256', 'EdDSA'] : ['HS256'],
    requiredClaims: ['exp', 'sub', 'tenant'],
    clockTolerance: leewaySeconds,
    ...(issuer !== undefined && { issuer }),
    ...(audience !== undefined && { audience }),
  };
  return async (token) => {
    if (token === null) throw new AdapterError('unauthenticated', 'a bearer token is needed');
    try {
      const { payload } =
        typeof key === 'function' ? await jwtVerify(token, key, options) : await jwtVerify(token, key, options);
      return identityOf(payload);
    } catch (error) {
      throw refusal(error);
    }
  };
}

function keyFrom(secret: string | undefined, jwksUrl: string | undefined): Uint8Array | JWTVerifyGetKey {
  if (jwksUrl !== undefined && secret === undefined) return createRemoteJWKSet(new URL(jwksUrl));
  const bytes = new TextEncoder().encode(secret ?? '');
  if (bytes.length < 32) throw new Error('the secret for tokens must have at least 32 bytes');
  return bytes;
}

function identityOf(payload: JWTPayload): Identity {
  const { sub, tenant, exp } = payload;
  if (!isId(sub) || !isId(tenant) || exp === undefined)
    throw new AdapterError('unauthenticated', 'the token names no co-worker or tenant');
  const branchId = isId(payload.branch) ? payload.branch : null;
  return {
    expiresAt: (exp + leewaySeconds) * 1000,
    viewer: {
      tenant,
      agent: {
        id: sub,
        name: isId(payload.name) ? payload.name : sub,
        branchId,
        teamIds: textsIn(payload.teams),
        permissions: textsIn(payload.permissions),
      },
      branches: branchesOf(payload.branches, branchId),
      roles: textsIn(payload.roles),
    },
  };
}

/** `*` = all branches; a list = those; nothing said = one's own only. */
function branchesOf(claim: unknown, own: string | null): readonly string[] | null {
  if (claim === '*') return null;
  if (Array.isArray(claim)) return textsIn(claim);
  return own === null ? [] : [own];
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= 200 && !value.includes('\0');
}

function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter(isId) : [];
}

function refusal(error: unknown): AdapterError {
  if (error instanceof AdapterError) return error;
  if (error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError))
    return new AdapterError('unavailable', 'the keys of the host cannot be read', { refused: true, cause: error });
  return new AdapterError('unauthenticated', `the token is not good: ${error.code}`);
}
