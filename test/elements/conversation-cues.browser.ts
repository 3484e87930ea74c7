import { expect } from '@open-wc/testing';
import '../../src/elements/conversation-cues/define.ts';
import type { Cue } from '../../src/domain/cues.ts';
import { watched } from '../../stories/monitoring.ts';
import { phoneOf, withoutPart } from '../../stories/support.ts';
import { bench, type BenchOptions } from './bench.ts';
import { allByRole, byRole, nameOf } from './by-role.ts';

const tiles = async (options: BenchOptions = {}) => {
  await import('../../src/locales/monitor.en.ts');
  const made = await bench('conversation-cues', { data: watched, agentId: 'ines', width: 900, ...options });
  await made.pass(5);
  return { ...made, names: () => allByRole(made.element, 'button').map((tile) => nameOf(tile)) };
};

describe('conversation-cues', () => {
  it('[E2] counts what has no co-worker, an unknown sender, no branch, waits too long, is unread', async () => {
    const { names } = await tiles();
    expect(names()).to.deep.equal([
      'Without co-worker: 4',
      'Unknown sender: 2',
      'Without branch: 1',
      'Waiting too long: 2',
      'Unread: 7',
    ]);
  });

  it('[E2] counts the agent’s branch only', async () => {
    const { names } = await tiles({ agentId: 'sanne', attributes: { scope: 'branch' } });
    expect(names()).to.include('Unread: 5');
    expect(names()).to.include('Without branch: 0');
  });

  it('[E2] counts again when a customer writes or somebody is given a conversation', async () => {
    const { names, world, clock, pass } = await tiles();
    await world.backend.incoming({ channel: 'sms', from: '+31655500000', text: 'Hallo' });
    await clock.advance(1_500);
    await pass();
    expect(names().slice(0, 3)).to.deep.equal(['Without co-worker: 5', 'Unknown sender: 3', 'Without branch: 2']);
    await world.session.update('late-1', { coWorkerId: 'joris' });
    await clock.advance(1_500);
    await pass();
    expect(names()[0]).to.equal('Without co-worker: 4');
  });

  it('[E6] counts a customer as waiting too long from the minute of the target on', async () => {
    const { names, clock, pass } = await tiles({ attributes: { 'danger-after': '60', 'late-after': '90' } });
    expect(names()[3]).to.equal('Waiting too long: 2');
    await clock.advance(5 * 60_000);
    await pass();
    expect(names()[3]).to.equal('Waiting too long: 3');
  });

  it('[E2] asks the page to show what is behind a tile', async () => {
    const { element, heard } = await tiles();
    const asked = heard('cue-open-request');
    byRole(element, 'button', /^Unknown sender/).click();
    expect(asked.map(({ detail }) => detail)).to.deep.equal([{ cue: 'unmatched', scope: 'all' }]);
  });

  it('invents no figure where the backend does not count', async () => {
    const { element, names } = await tiles({ adapt: withoutPart('counts') });
    expect(names()[1]).to.equal('Unknown sender: not counted');
    const figures: readonly Cue[] = ['unmatched', 'too-late'];
    expect(figures.map((cue) => element.countOf(cue))).to.deep.equal([null, null]);
  });

  it('speaks Dutch, and stays inside 320 px right-to-left', async () => {
    await import('../../src/locales/monitor.nl.ts');
    const { element, names, pass } = await tiles({ locale: 'nl', width: 320, dir: 'rtl' });
    await pass(5);
    expect(names()[0]).to.equal('Zonder medewerker: 4');
    const box = element.getBoundingClientRect();
    for (const tile of allByRole(element, 'button')) {
      const { left, right, height } = tile.getBoundingClientRect();
      expect(left).to.be.at.least(box.left - 1);
      expect(right).to.be.at.most(box.right + 1);
      expect(height).to.be.at.least(24);
    }
  });

  it('knows a sender by any spelling of the number', async () => {
    const { names, world, clock, pass } = await tiles();
    const spelled = phoneOf('danger-1').replace('+31', '0031 (0)');
    await world.backend.incoming({ channel: 'sms', from: spelled, text: 'Ik ben het weer' });
    await clock.advance(1_500);
    await pass();
    expect(names()[1]).to.equal('Unknown sender: 2');
  });
});
