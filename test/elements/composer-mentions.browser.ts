import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { allByRole, byRole, textOf } from './by-role.ts';
import { type Bench, composerBench } from './composer-bench.ts';

const names = ({ composer }: Bench): string[] =>
  allByRole(composer, 'listbox', 'Colleagues').flatMap((list) => allByRole(list, 'option').map(textOf));

async function note(): Promise<Bench> {
  const bench = await composerBench('aisha');
  byRole(bench.composer, 'radio', 'Note').click();
  await bench.pass(100);
  await bench.pass(100);
  return bench;
}

async function type(bench: Bench, ...presses: readonly (string | { readonly text: string })[]): Promise<void> {
  bench.text.focus();
  for (const press of presses) {
    await sendKeys(typeof press === 'string' ? { press } : { type: press.text });
    await bench.pass();
  }
}

async function notes({ world, composer }: Bench) {
  const { conversationId } = composer;
  const page = await world.adapter.listMessages({ kind: 'conversation', conversationId: conversationId ?? '' });
  return page.items.filter(({ direction }) => direction === 'note').map(({ content }) => content);
}

describe('composer: colleagues in notes', () => {
  it('[B13] opens a list at @ and letters, without the agent, and Enter picks the first', async () => {
    const bench = await note();
    await type(bench, { text: 'Kun jij dit, @' });
    expect(names(bench)).to.deep.equal(['Joris van den Berg', 'Lotte Claes']);
    await type(bench, { text: 'ber' });
    expect(names(bench)).to.deep.equal(['Joris van den Berg']);
    expect(bench.text.getAttribute('aria-activedescendant')).not.to.equal(null);
    await type(bench, 'Enter');
    expect(bench.text.value).to.equal('Kun jij dit, @Joris van den Berg ');
    expect(names(bench)).to.deep.equal([]);
    expect(await notes(bench)).to.have.length(0);
  });

  it('[B13] keeps whom the note names with the note', async () => {
    const bench = await note();
    await type(bench, { text: '  @lot' }, 'Tab', { text: 'wil jij bellen?' });
    expect(bench.text.value).to.equal('  @Lotte Claes wil jij bellen?');
    byRole(bench.composer, 'button', /^Add note/).click();
    await bench.pass(500);
    expect(await notes(bench)).to.deep.equal([
      {
        kind: 'text',
        text: '@Lotte Claes wil jij bellen?',
        mentions: [{ coWorkerId: 'lotte', start: 0, end: 12 }],
      },
    ]);
  });

  it('[B13] mentions nobody who is not there, and closes by Escape for that name', async () => {
    const bench = await note();
    await type(bench, { text: '@jo' }, 'Escape', { text: 'r' });
    expect(names(bench)).to.deep.equal([]);
    await type(bench, { text: ' gaat' });
    byRole(bench.composer, 'button', /^Add note/).click();
    await bench.pass(500);
    expect(await notes(bench)).to.deep.equal([{ kind: 'text', text: '@jor gaat' }]);
  });

  it('opens nothing in a reply', async () => {
    const bench = await composerBench('aisha');
    await type(bench, { text: 'Hoi @lo' });
    expect(names(bench)).to.deep.equal([]);
  });
});
