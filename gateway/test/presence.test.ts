import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createHttpAdapter } from '../../src/adapters/http/index.ts';
import type { MessagingAdapter } from '../../src/ports/adapter.ts';
import type { Presence, PresencePart } from '../../src/ports/parts/presence.ts';
import { aConversation, aRecipient, aRecipientSummary } from '../../src/testing/builders.ts';
import { openPostgres } from '../src/db/postgres-db.ts';
import { eventually } from './client.ts';
import { mint, startWorld } from './harness.ts';
import type { World } from './harness.ts';
import { startPostgres } from './postgres.ts';
import type { TestServer } from './postgres.ts';

describe('presence at two instances on one database', () => {
  let server: TestServer;
  let worlds: readonly World[] = [];
  const adapters: MessagingAdapter[] = [];
  const closing: (() => Promise<void> | void)[] = [];

  before(async () => {
    server = await startPostgres();
    worlds = [await startWorld({ db: openPostgres(server.url) }), await startWorld({ db: openPostgres(server.url) })];
    const recipient = aRecipient({ id: 'r1', branchId: 'utrecht' });
    const conversation = aConversation({ id: 'c1', recipient: aRecipientSummary(recipient), branchId: 'utrecht' });
    await worlds[0]?.fill('mine', { recipients: [recipient], conversations: [conversation] });
  });
  after(async () => {
    for (const close of closing.reverse()) await close();
    for (const world of worlds) await world.close();
    await server.remove();
  });

  it('reaches who watches at the other one, without a change of the feed', async () => {
    const [here, there] = [part(0, 'sanne'), part(1, 'tim')];
    const seen = watch(there);
    await eventually('there is a first answer', () => seen.last !== null);
    const head = async (): Promise<unknown> => {
      const [row] = (await worlds[0]?.gateway.core.parts.db.query("select head from feed where tenant = 'mine'")) ?? [];
      return row?.head;
    };
    const before = await head();
    await here.set({ activity: 'typing', conversationId: 'c1' });
    await eventually('it is seen', () => seen.last?.[0]?.activity === 'typing');
    assert.deepEqual(
      seen.last?.map(({ id }) => id),
      ['sanne'],
    );
    await here.set({ activity: 'away' });
    await eventually('it is seen', () => seen.last?.length === 0);
    assert.equal(await head(), before);
  });

  it('says beside the changes, at the other one too, that somebody came or went', async () => {
    let hints = 0;
    const links: string[] = [];
    const sink = { batch: () => undefined, link: (state: string) => void links.push(state), reset: () => undefined };
    closing.push(part(1, 'tim').onPresentChange?.(() => void (hints += 1)) ?? (() => undefined));
    closing.push(adapters.at(-1)?.subscribe({ kind: 'all' }, sink, null) ?? (() => undefined));
    await eventually('Tim listens', () => links.includes('live'));
    const before = hints;
    part(0, 'sanne');
    const end = adapters.at(-1)?.subscribe({ kind: 'mine' }, sink, null);
    await eventually('of Sanne', () => hints > before);
    const arrived = hints;
    end?.();
    await eventually('of Sanne, who left', () => hints > arrived);
  });

  it('ends for who may not see the conversation any more', async () => {
    const here = part(0, 'sanne');
    const seen = watch(part(1, 'kim'));
    await eventually('there is a first answer', () => seen.last !== null);
    const token = await mint({ tenant: 'mine', sub: 'chief', branches: '*' });
    await worlds[0]?.fill('mine', { branches: [{ id: 'gent', name: 'Gent' }] });
    const moved = await fetch(`${worlds[0]?.url ?? ''}/v1/conversations/c1`, {
      method: 'PATCH',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ branchId: 'gent' }),
    });
    assert.equal(moved.status, 200);
    await assert.rejects(here.set({ activity: 'viewing', conversationId: 'c1' }), { code: 'not-found' });
    await eventually('what was known is lost', () => seen.lost);
  });

  function part(world: number, sub: string): PresencePart {
    const adapter = createHttpAdapter({
      baseUrl: `${worlds[world]?.url ?? ''}/v1`,
      token: () => mint({ tenant: 'mine', sub, branch: 'utrecht' }),
    });
    adapters.push(adapter);
    closing.push(() => adapter.close());
    const found = adapter.part('presence');
    assert.ok(found);
    return found;
  }

  function watch(presence: PresencePart): { last: readonly Presence[] | null; lost: boolean } {
    const seen: { last: readonly Presence[] | null; lost: boolean } = { last: null, lost: false };
    const end = presence.subscribe('c1', {
      present: (all) => {
        seen.last = all;
      },
      lost: () => {
        seen.lost = true;
      },
    });
    closing.push(end);
    return seen;
  }
});
