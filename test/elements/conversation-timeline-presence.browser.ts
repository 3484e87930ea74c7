import { expect } from '@open-wc/testing';
import '../../src/elements/channel-composer/define.ts';
import type { OwnPresence, Presence, PresenceSink } from '../../src/ports/parts/presence.ts';
import type { AdapterParts, MessagingAdapter } from '../../src/ports/adapter.ts';
import { storyNow } from '../../stories/support.ts';
import { textOf } from './by-role.ts';
import { history, timelineBench } from './timeline-bench.ts';

/** A backend that tells whatever a test wants, and notes what it is told. */
function withPresence(): {
  readonly adapt: (adapter: MessagingAdapter) => MessagingAdapter;
  readonly said: OwnPresence[];
  readonly tell: (presences: readonly Presence[]) => void;
  readonly watching: () => number;
} {
  const said: OwnPresence[] = [];
  const sinks = new Set<PresenceSink>();
  const presence = {
    set: (own: OwnPresence) => {
      said.push(own);
      return Promise.resolve({ believedMs: 15_000 });
    },
    subscribe: (_: string, sink: PresenceSink) => {
      sinks.add(sink);
      return () => sinks.delete(sink);
    },
  };
  return {
    said,
    watching: () => sinks.size,
    tell: (presences) => {
      for (const sink of sinks) sink.present(presences);
    },
    adapt: (adapter) => {
      const part = adapter.part.bind(adapter);
      return Object.assign(adapter, {
        part: ((name: keyof AdapterParts) => (name === 'presence' ? presence : part(name))) as MessagingAdapter['part'],
      });
    },
  };
}

const joris = (activity: Presence['activity'], until = storyNow + 15_000): Presence => ({
  id: 'joris',
  kind: 'co-worker',
  name: 'Joris',
  activity,
  until,
});

describe('conversation-timeline and who else is there [A16]', () => {
  async function opened() {
    const backend = withPresence();
    const bench = await timelineBench(history(6), { adapt: backend.adapt });
    for (let turn = 0; turn < 200 && backend.watching() === 0; turn += 1) await bench.pass();
    return { ...bench, ...backend, shown: () => textOf(bench.root.querySelector('.presence')) };
  }

  it('shows who looks and who writes', async () => {
    const { tell, pass, until, shown } = await opened();
    tell([joris('viewing')]);
    await until('.presence span');
    expect(shown()).to.contain('Joris').and.to.contain('is here too');
    tell([joris('typing')]);
    await pass();
    expect(shown()).to.contain('is replying');
    tell([]);
    await pass();
    expect(shown()).to.equal('');
  });

  it('believes nobody longer than they said', async () => {
    const { tell, pass, until, shown } = await opened();
    tell([joris('typing', storyNow + 4_000)]);
    await until('.presence span');
    await pass(5_000);
    expect(shown()).to.equal('');
  });

  it('says that this agent is there, again before that is forgotten, and that they left', async () => {
    const { said, pass, timeline, watching } = await opened();
    expect(said.at(-1)).to.deep.equal({ activity: 'viewing', conversationId: 'talk' });
    const before = said.length;
    await pass(8_000);
    expect(said.length).to.be.greaterThan(before);
    timeline.remove();
    await pass();
    expect(said.at(-1)).to.deep.equal({ activity: 'away' });
    expect(watching()).to.equal(0);
    const last = said.length;
    await pass(60_000);
    expect(said.length, 'no timer is left').to.equal(last);
  });

  it('says that this agent writes while they type, and no longer', async () => {
    const { said, pass, timeline } = await opened();
    const composer = document.createElement('channel-composer');
    Object.assign(composer, { conversationId: 'talk' });
    const field = document.createElement('textarea');
    composer.append(field);
    timeline.parentElement?.append(composer);
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await pass();
    expect(said.at(-1)?.activity).to.equal('typing');
    await pass(6_000);
    expect(said.at(-1)?.activity).to.equal('viewing');
  });
});
