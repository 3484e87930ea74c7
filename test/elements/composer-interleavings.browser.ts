import { expect } from '@open-wc/testing';
import { morning, seedOf } from '../../stories/support.ts';
import { allByRole, textOf } from './by-role.ts';
import { composerBench } from './composer-bench.ts';

const names = { aisha: 'Aïsha', jansen: 'Annelies', mehmet: 'Mehmet' };
const conversations = ['aisha', 'jansen', 'mehmet'] as const;

/** A row of numbers that looks like chance and is the same each time. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

async function run(seed: number): Promise<Record<string, readonly string[]>> {
  const next = chance(seed);
  const bench = await composerBench('aisha', { data: seedOf(morning), attributes: { 'no-send-guard': '' } });
  const { composer, text, world } = bench;
  // What the agent sees, and so whom a text is meant for: another conversation shows only after a render.
  const seen = (): string => {
    const to = textOf(composer.shadowRoot?.querySelector('[part=recipient]'));
    return conversations.find((id) => to.includes(names[id])) ?? '';
  };
  const steps: readonly (() => unknown)[] = [
    () => (composer.conversationId = conversations[next(3)] ?? 'aisha'),
    () => {
      const to = seen();
      if (text.readOnly || to === '') return;
      text.value = `${to}: ${next(1000)}`;
      text.dispatchEvent(new Event('input', { bubbles: true }));
    },
    () => void composer.send(),
    () => {
      allByRole(composer, 'button', /^Send to /)[0]?.click();
    },
    () => {
      allByRole(composer, 'radio', /^(SMS|WhatsApp)$/)[next(2)]?.click();
    },
    () => bench.pass(0),
    () => bench.pass(next(900)),
  ];
  for (let step = 0; step < 60; step += 1) await Promise.resolve(steps[next(steps.length)]?.());
  await bench.pass(30_000);
  const sent: Record<string, readonly string[]> = {};
  for (const conversationId of conversations) {
    const page = await world.adapter.listMessages({ kind: 'conversation', conversationId }, { limit: 100 });
    sent[conversationId] = page.items.flatMap(({ content, clientId, direction }) =>
      direction === 'outgoing' && clientId !== null && content.kind === 'text' ? [content.text] : [],
    );
  }
  composer.remove();
  return sent;
}

describe('composer: texts under random interleavings', () => {
  const all: string[] = [];

  for (let seed = 1; seed <= 12; seed += 1)
    it(`[B12] the text of one conversation never leaves in another (seed ${seed})`, async () => {
      for (const [conversationId, texts] of Object.entries(await run(seed)))
        for (const text of texts.filter((one) => /^(aisha|jansen|mehmet):/.test(one))) {
          expect(text.startsWith(`${conversationId}:`), `“${text}” left in ${conversationId}`).to.equal(true);
          all.push(text);
        }
    });

  it('did send something', () => {
    expect(all.length).to.be.greaterThan(12);
  });
});
