import { AdapterError } from '../../../ports/adapter-error.ts';
import { believedMs } from '../../../domain/presence.ts';
import type { PartAccess } from './access.ts';
import type { PresenceNote } from './presence-board.ts';
import type { CoWorker } from '../../../domain/model.ts';
import type { OwnPresence, PresencePart, PresenceSink } from '../../../ports/parts/presence.ts';

/**
 * Who views or writes in a conversation: each adapter is one window of its agent.
 *
 * @param window - unlike that of any other adapter
 * @returns the part, and what ends it
 */
export function presencePart(
  access: PartAccess,
  window: string,
): { readonly part: PresencePart; readonly close: () => void } {
  const { backend } = access;
  const stops = new Set<() => void>();
  const part: PresencePart = {
    set: (own, options) =>
      access.call(options, async () => {
        const agent = await agentFor(access, own);
        backend.presence.say(noteOf(own, { window, agent, until: backend.parts.clock.now() + believedMs }));
        return { believedMs };
      }),
    listPresent: (options) => access.call(options, () => backend.roll.list()),
    onPresentChange: (changed) => {
      const end = backend.roll.onChange(changed);
      const stop = (): void => {
        end();
        stops.delete(stop);
      };
      stops.add(stop);
      return stop;
    },
    subscribe: (conversationId, sink) => watch(access, { conversationId, sink, stops }),
  };
  const close = (): void => {
    for (const stop of [...stops]) stop();
    backend.presence.say({ window, conversationId: null, presence: null });
    backend.roll.leave(window);
  };
  return { part, close };
}

/** The agent who is there, once the conversation is known to exist. */
function agentFor({ query }: PartAccess, own: OwnPresence): Promise<CoWorker> {
  return query(undefined, async (tx, agent) => {
    if (own.activity !== 'away' && !(await tx.get('conversations', own.conversationId)))
      throw new AdapterError('not-found', `there is no conversation ${own.conversationId}`);
    return agent;
  });
}

function noteOf(
  own: OwnPresence,
  { window, agent, until }: { readonly window: string; readonly agent: CoWorker; readonly until: number },
): PresenceNote {
  if (own.activity === 'away') return { window, conversationId: null, presence: null };
  const { activity, conversationId } = own;
  return { window, conversationId, presence: { id: agent.id, kind: 'co-worker', name: agent.name, activity, until } };
}

/** Whoever watches is not told of themselves, and who that is stands in the store. */
function watch(
  { backend, query }: PartAccess,
  wanted: { readonly conversationId: string; readonly sink: PresenceSink; readonly stops: Set<() => void> },
): () => void {
  const { conversationId, sink, stops } = wanted;
  let end: (() => void) | null = null;
  const stop = (): void => {
    end?.();
    stops.delete(stop);
  };
  stops.add(stop);
  query(undefined, (_, { id }) => Promise.resolve(id)).then(
    (self) => {
      if (stops.has(stop)) end = backend.presence.watch({ conversationId, self, sink });
    },
    (reason: unknown) => {
      if (stops.has(stop)) sink.lost(reason);
    },
  );
  return stop;
}
