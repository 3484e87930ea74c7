import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ReactiveController } from 'lit';
import { SessionNews } from '../../src/controllers/session-news.ts';
import type { MessagingSession } from '../../src/sync/session-api.ts';

/** A host that is told by hand what Lit tells, and sessions that count who listens. */
function bench() {
  const controllers: ReactiveController[] = [];
  const host = {
    updateComplete: Promise.resolve(true),
    addController: (one: ReactiveController) => void controllers.push(one),
    removeController() {},
    requestUpdate() {},
  };
  const listening: string[] = [];
  const [first, second] = ['first', 'second'].map((name) => ({ name }) as unknown as MessagingSession);
  let session: MessagingSession | null = first ?? null;
  new SessionNews(
    host,
    () => session,
    (heard) => {
      const { name } = heard as unknown as { readonly name: string };
      listening.push(name);
      return () => void listening.splice(listening.indexOf(name), 1);
    },
  );
  const tell = (what: 'hostConnected' | 'hostUpdate' | 'hostDisconnected'): void =>
    controllers.forEach((one) => one[what]?.());
  return {
    listening,
    tell,
    become: (next: 'first' | 'second' | null) => (session = (next === 'second' ? second : next && first) ?? null),
  };
}

describe('listening to the news of a session', () => {
  it('listens once while its host is in a page, and to one session only', () => {
    const { listening, tell, become } = bench();
    tell('hostConnected');
    tell('hostUpdate');
    tell('hostUpdate');
    assert.deepEqual(listening, ['first']);
    become('second');
    tell('hostUpdate');
    assert.deepEqual(listening, ['second']);
    become(null);
    tell('hostUpdate');
    assert.deepEqual(listening, []);
  });

  it('does not listen again with an update that comes after the removal, and does after the return', () => {
    const { listening, tell } = bench();
    tell('hostConnected');
    tell('hostUpdate');
    tell('hostDisconnected');
    tell('hostUpdate');
    assert.deepEqual(listening, []);
    tell('hostConnected');
    tell('hostUpdate');
    assert.deepEqual(listening, ['first']);
  });
});
