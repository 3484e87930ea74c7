import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { manualClock } from '../../src/testing/manual-clock.ts';
import { pieceBytes, putPiece } from '../src/store/files.ts';
import { startWorld } from './harness.ts';
import type { World } from './harness.ts';

const size = pieceBytes + 1_000;
const bytes = Uint8Array.from({ length: size }, (_, index) => index % 251);

describe('a file of a message, by its link', () => {
  let world: World;
  const clock = manualClock(Date.parse('2026-11-22T10:00:00Z'));

  before(async () => {
    world = await startWorld({ clock });
    await keep('film', { name: 'Zó’n film".mp4', mimeType: 'video/mp4', previewable: true });
    await keep('page', { name: 'page.html', mimeType: 'text/html', previewable: false });
  });
  after(() => world.close());

  it('is given whole, as what it is, in a sandbox', async () => {
    const response = await fetch(await addressOf('film'));
    assert.equal(response.status, 200);
    assert.deepEqual(new Uint8Array(await response.arrayBuffer()), bytes);
    const header = (name: string): string => response.headers.get(name) ?? '';
    assert.equal(header('content-type'), 'video/mp4');
    assert.match(header('content-disposition'), /^inline; filename\*=UTF-8''Z%C3%B3%E2%80%99n%20film%22\.mp4$/);
    assert.match(header('content-security-policy'), /^sandbox; default-src 'none'/);
    assert.equal(header('x-content-type-options'), 'nosniff');
    assert.match(header('cache-control'), /^private, max-age=\d+$/);
  });

  it('is only downloaded when no page shows it safely', async () => {
    const response = await fetch(await addressOf('page'));
    await response.arrayBuffer();
    assert.equal(response.headers.get('content-type'), 'application/octet-stream');
    assert.match(response.headers.get('content-disposition') ?? '', /^attachment; /);
  });

  for (const { range, status, from, to } of [
    { range: 'bytes=0-9', status: 206, from: 0, to: 10 },
    { range: `bytes=${pieceBytes - 5}-${pieceBytes + 4}`, status: 206, from: pieceBytes - 5, to: pieceBytes + 5 },
    { range: 'bytes=-7', status: 206, from: size - 7, to: size },
    { range: `bytes=${size - 3}-`, status: 206, from: size - 3, to: size },
    { range: `bytes=5-${size * 2}`, status: 206, from: 5, to: size },
    { range: 'bytes=0-1,5-6', status: 200, from: 0, to: size },
    { range: `bytes=${size}-`, status: 416, from: 0, to: 0 },
  ]) {
    it(`answers ${range} with ${status} and exactly that`, async () => {
      const response = await fetch(await addressOf('film'), { headers: { range } });
      assert.equal(response.status, status);
      assert.deepEqual(new Uint8Array(await response.arrayBuffer()), bytes.subarray(from, to));
    });
  }

  it('[I11] opens nothing once the link ran out, was changed, or is of a file that is not here', async () => {
    const good = await addressOf('film');
    const [body = '', mark = ''] = good.slice(good.lastIndexOf('/') + 1).split('.');
    const other = Buffer.from(JSON.stringify(['mine', 'film', Number.MAX_SAFE_INTEGER])).toString('base64url');
    const forged = [`${good}x`, `${good}.x`, good.replace(body, other), good.replace(mark, '')];
    for (const address of [...forged, await addressOf('none'), `${world.url}/files/x`])
      assert.equal((await fetch(address)).status, 404, address);
    await clock.advance(3_600_000);
    assert.equal((await fetch(good)).status, 404);
  });

  async function addressOf(id: string): Promise<string> {
    return world.url + (await world.gateway.core.files.link('mine', id)).path;
  }

  async function keep(
    id: string,
    {
      name,
      mimeType,
      previewable,
    }: { readonly name: string; readonly mimeType: string; readonly previewable: boolean },
  ): Promise<void> {
    const { db } = world.gateway.core.parts;
    await db.query(
      `insert into file (tenant, id, name, mime_type, previewable, size_bytes, state)
       values ('mine', $1, $2, $3, $4, $5, 'here')`,
      [id, name, mimeType, previewable, size],
    );
    for (let number = 0; number * pieceBytes < size; number += 1) {
      const piece = bytes.subarray(number * pieceBytes, (number + 1) * pieceBytes);
      await putPiece(db, 'mine', { fileId: id, number, bytes: piece });
    }
  }
});
