import type { OwnPresence, Presence, PresencePart, PresenceSink } from '../../ports/parts/presence.ts';
import type { MessagingAdapter } from '../../ports/adapter.ts';
import type { Bench } from './bench.ts';
import { SkipCheck } from './check.ts';
import type { Check } from './check.ts';
import { equal, ok, rejectsWith } from './expect.ts';

/** Who else is in a conversation. */
export const presenceChecks: readonly Check[] = [
  {
    id: 'PP1',
    title: 'another agent sees who looks on and who writes, and no longer who has left; nobody sees themselves',
    needs: ['presence', 'second'],
    run: async (bench) => {
      const { conversation } = await bench.target();
      const { agent } = bench.session;
      const seen = watch(bench, conversation.id, await bench.second());
      const own = watch(bench, conversation.id, bench.adapter);
      await bench.eventually('there is a first answer', () => ok(seen.last !== null, 'nothing came'));
      for (const activity of ['viewing', 'typing'] as const) {
        const said = { activity, conversationId: conversation.id };
        const { believedMs } = await sayUntil(bench, said, `the other one sees it: ${activity}`, () =>
          equal(short(seen.last), [`co-worker ${agent.id} ${activity}`], 'who is there'),
        );
        ok(believedMs >= 1_000, `it is believed for ${believedMs} ms`);
      }
      equal(short(own.last ?? []), [], 'who is there besides oneself');
      await presence(bench.adapter).set({ activity: 'away' });
      await bench.eventually('the other one sees it', () => equal(short(seen.last), [], 'who is there'));
    },
  },
  {
    id: 'PP2',
    title: 'who does not say it again is no longer there after a while, and a window is in one conversation at a time',
    needs: ['presence', 'second', 'advance'],
    run: async (bench) => {
      const [first, other] = await bench.targets();
      if (!first || !other) throw new SkipCheck('there is one conversation only');
      const second = await bench.second();
      const [here, there] = [first, other].map(({ conversation }) => watch(bench, conversation.id, second));
      ok(here && there, 'two conversations are watched');
      const typing = ({ conversation: { id } }: typeof first) => ({ activity: 'typing', conversationId: id }) as const;
      await sayUntil(bench, typing(first), 'one is seen', () => equal(short(here.last).length, 1, 'who is there'));
      const { believedMs } = await sayUntil(bench, typing(other), 'one is seen elsewhere', () =>
        equal(short(there.last).length, 1, 'who is there'),
      );
      await bench.eventually('and no longer here', () => equal(short(here.last), [], 'who is there'));
      await bench.subject.advance?.(believedMs + 1_000);
      await bench.eventually('nor there', () => equal(short(there.last), [], 'who is there'));
    },
  },
  {
    id: 'PP3',
    title: 'nobody can be in a conversation that does not exist, and after its end a stream is silent',
    needs: ['presence', 'second'],
    run: async (bench) => {
      const nowhere = { activity: 'viewing', conversationId: 'nobody-has-this-id' } as const;
      await rejectsWith(['not-found'], 'being there', presence(bench.adapter).set(nowhere));
      const { conversation } = await bench.target();
      const second = await bench.second();
      const [ended, open] = [watch(bench, conversation.id, second), watch(bench, conversation.id, second)];
      await bench.eventually('there is a first answer', () => ok(open.last !== null, 'nothing came'));
      ended.end();
      ended.last = null;
      const said = { activity: 'viewing', conversationId: conversation.id } as const;
      await sayUntil(bench, said, 'the open one hears', () => equal(short(open.last).length, 1, 'who is there'));
      equal(ended.last, null, 'what the ended one heard');
    },
  },
  {
    id: 'PP4',
    title: 'who listens to the changes hears that another agent came or went, and no longer once that was ended',
    needs: ['presence', 'second'],
    run: async (bench) => {
      const hints = { open: 0, ended: 0 };
      const heard = (name: keyof typeof hints): (() => void) => {
        const part = presence(bench.adapter);
        if (!part.onPresentChange) throw new SkipCheck('it is only asked who is there');
        const end = part.onPresentChange(() => void (hints[name] += 1));
        bench.closing(end);
        return end;
      };
      heard('open');
      heard('ended')();
      await bench.listen();
      const before = { ...hints };
      const second = await bench.second();
      const listener = await bench.listen(null, { adapter: second });
      await bench.eventually('a hint comes', () => ok(hints.open > before.open, 'nothing was said of who came'));
      const there = await present(bench);
      const arrived = hints.open;
      listener.stop();
      await second.close();
      await bench.eventually('another comes', () => ok(hints.open > arrived, 'nothing was said of who left'));
      const left = await present(bench);
      ok(there.length >= left.length, 'there are more after one has left');
      equal(hints.ended, 0, 'hints for who had ended it');
    },
  },
];

interface Watching {
  /** Who was there last; `null` = nothing was heard. */
  last: readonly Presence[] | null;
  readonly end: () => void;
}

function watch(bench: Bench, conversationId: string, adapter: MessagingAdapter): Watching {
  const sink: PresenceSink = {
    present: (presences) => {
      watching.last = presences;
    },
    lost: () => undefined,
  };
  const watching: Watching = { last: null, end: presence(adapter).subscribe(conversationId, sink) };
  bench.closing(watching.end);
  return watching;
}

/** Says it again and again, as elements do: time passes while it is on its way, and what is said is believed for a while only. */
function sayUntil(
  bench: Bench,
  said: OwnPresence,
  what: string,
  isSeen: () => void,
): Promise<{ readonly believedMs: number }> {
  return bench.eventually(what, async () => {
    const answer = await presence(bench.adapter).set(said);
    isSeen();
    return answer;
  });
}

function short(presences: readonly Presence[] | null): readonly string[] {
  return (presences ?? []).map(({ id, kind, activity }) => `${kind} ${id} ${activity}`);
}

/** Who is logged in. Others may be asked, and given time to answer. */
async function present(bench: Bench): Promise<readonly string[]> {
  const asked = presence(bench.adapter).listPresent();
  await bench.subject.advance?.(1_000);
  return asked;
}

function presence(adapter: MessagingAdapter): PresencePart {
  const part = adapter.part('presence');
  if (!part) throw new SkipCheck('nobody says who is where');
  return part;
}
