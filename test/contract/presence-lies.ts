import type { Lie } from './lying.ts';
import { tells, unless } from './lying.ts';

const forever = 9_000_000_000_000;

/** Lies about who is where, by the check that must catch them. */
export const presenceLies: Readonly<Record<string, Readonly<Record<string, Lie>>>> = {
  PP1: {
    'tells nobody': tells('presence', () => ({ set: () => Promise.resolve({ believedMs: 15_000 }) })),
    'takes everybody who writes for somebody who looks on': tells('presence', (honest) => ({
      set: (own) => honest.set(own.activity === 'typing' ? { ...own, activity: 'viewing' } : own),
    })),
    'tells agents of themselves': tells('presence', (honest) => {
      const self = { id: 'agent-1', kind: 'co-worker', name: 'Sanne', activity: 'viewing', until: forever } as const;
      return {
        subscribe: (id, sink) =>
          honest.subscribe(id, {
            present: (all) => sink.present(all.some(({ kind }) => kind === 'co-worker') ? all : [self]),
            lost: (error) => sink.lost(error),
          }),
      };
    }),
  },
  PP2: {
    'never forgets anybody': tells('presence', (honest) => ({
      subscribe: (id, sink) =>
        honest.subscribe(id, {
          present: (all) => {
            if (all.length > 0) sink.present(all);
          },
          lost: (error) => sink.lost(error),
        }),
    })),
  },
  PP4: {
    'says nothing of who comes and goes': tells('presence', () => ({ onPresentChange: () => () => undefined })),
    'says it of the first who comes only': tells('presence', (honest) => {
      let count = 0;
      return {
        onPresentChange: (changed) => {
          const end = honest.onPresentChange?.(() => (count += 1) === 1 && changed());
          return () => end?.();
        },
      };
    }),
  },
  PP3: {
    'lets somebody be nowhere': tells('presence', (honest) => ({
      set: (own) => unless('not-found', honest.set(own), () => ({ believedMs: 15_000 })),
    })),
    'tells only the first who listens': tells('presence', (honest) => {
      let count = 0;
      return {
        subscribe: (id, sink) => {
          count += 1;
          return count > 1 ? () => undefined : honest.subscribe(id, sink);
        },
      };
    }),
  },
};
