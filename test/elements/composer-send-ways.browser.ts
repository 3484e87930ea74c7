import { expect } from '@open-wc/testing';
import { ago, morning, phoneOf, seedOf, type WorldOptions, withoutPart } from '../../stories/support.ts';
import { allByRole, byRole, textOf } from './by-role.ts';
import { type Bench, composerBench } from './composer-bench.ts';

const minute = 60_000;
const hour = 60 * minute;

async function opened(bench: Bench): Promise<HTMLElement> {
  byRole(bench.composer, 'button', 'More ways to send').click();
  await bench.until(() => allByRole(bench.composer, 'button', 'Send and archive').length === 1);
  return byRole(bench.composer, 'dialog', 'More ways to send');
}

const waiting = ({ world, composer }: Bench) =>
  world.adapter.part('schedule')?.list(composer.conversationId ?? '') ?? [];
const undo = ({ composer }: Bench): HTMLElement[] => allByRole(composer, 'button', 'Undo');

async function scheduled(bench: Bench, preset = /^Tomorrow morning/): Promise<void> {
  await bench.type('Tot dinsdag!');
  byRole(await opened(bench), 'button', preset).click();
  await bench.pass(500);
}

describe('composer: send later', () => {
  it('[B16] keeps the text until its time and empties the field; what waits is listed', async () => {
    const bench = await composerBench('jansen');
    await scheduled(bench);
    expect(bench.text.value).to.equal('');
    expect(await waiting(bench)).to.have.length(1);
    const list = bench.composer.shadowRoot?.querySelector('[part=scheduled]');
    expect(textOf(list)).to.match(/^1 message waits for its time Tot dinsdag! .+9:00 AM · SMS/);
    expect(await bench.accepted()).not.to.include('Tot dinsdag!');
  });

  it('[B16] sends it at its time, once', async () => {
    const bench = await composerBench('jansen');
    await scheduled(bench, /^In an hour/);
    await bench.pass(2 * hour);
    await bench.pass(minute);
    expect((await bench.accepted()).filter((text) => text === 'Tot dinsdag!')).to.have.length(1);
    expect(bench.composer.shadowRoot?.querySelector('[part=scheduled]')).to.equal(null);
  });

  it('[B16] takes it back into the message', async () => {
    const bench = await composerBench('jansen');
    await scheduled(bench);
    await bench.type('En');
    bench.composer.shadowRoot?.querySelector('details')?.setAttribute('open', '');
    byRole(bench.composer, 'button', /^Take back the message of /).click();
    await bench.pass(500);
    expect(bench.text.value).to.equal('En\nTot dinsdag!');
    expect(await waiting(bench)).to.have.length(0);
    await bench.pass(48 * hour);
    expect(await bench.accepted()).not.to.include('Tot dinsdag!');
  });

  it('[B16] shows the zone, and refuses a time that is past', async () => {
    const bench = await composerBench('jansen');
    await bench.type('Tot dinsdag!');
    const menu = await opened(bench);
    expect(textOf(menu)).to.contain('Time zone: Europe/Amsterdam');
    const time = byRole(menu, 'textbox', 'Date and time') as HTMLInputElement;
    time.value = '2020-01-01T10:00';
    time.dispatchEvent(new Event('input', { bubbles: true }));
    await bench.pass();
    expect(textOf(menu)).to.contain('This time is past.');
    const button = byRole(menu, 'button', 'Send at this time');
    expect(button.ariaDisabled).to.equal('true');
    button.click();
    await bench.pass(500);
    expect(await waiting(bench)).to.have.length(0);
    expect(bench.text.value).to.equal('Tot dinsdag!');
  });

  it('[B6] offers no time at which the reply window is closed', async () => {
    const data = seedOf(morning);
    const conversations = (data.conversations ?? []).map((conversation) => ({
      ...conversation,
      channels: conversation.channels.map((channel) => ({
        ...channel,
        ...(channel.channel === 'whatsapp' && { lastIncomingAt: ago(22, 'h') }),
      })),
    }));
    const bench = await composerBench('aisha', { data: { ...data, conversations } });
    await bench.type('Tot dinsdag!');
    const menu = await opened(bench);
    const preset = byRole(menu, 'button', /^Tomorrow morning/);
    expect(preset.ariaDisabled).to.equal('true');
    expect(textOf(preset)).to.contain('The reply window is closed by then.');
    expect(byRole(menu, 'button', /^In an hour/).ariaDisabled).to.equal('false');
  });

  it('keeps the text when the backend refuses, and says why', async () => {
    const bench = await composerBench('jansen');
    bench.world.adapter.faults.offline = true;
    await scheduled(bench);
    await bench.pass(30_000);
    expect(bench.text.value).to.equal('Tot dinsdag!');
    expect(textOf(bench.composer.shadowRoot?.querySelector('.notice.critical'))).not.to.equal('');
  });

  it('is not offered without the part; sending and archiving still is', async () => {
    const bench = await composerBench('jansen', { adapt: withoutPart('schedule') } satisfies WorldOptions);
    await bench.type('Tot dinsdag!');
    const menu = await opened(bench);
    expect(allByRole(menu, 'button').map(textOf)).to.deep.equal(['Send and archive']);
  });
});

describe('composer: undo send', () => {
  const world = { attributes: { 'undo-seconds': '8' } };

  it('[B16] holds the message on the device; nothing left when it is taken back', async () => {
    const bench = await composerBench('jansen', world);
    await bench.type('Tot dinsdag!');
    bench.send().click();
    await bench.pass(500);
    expect(bench.text.value).to.equal('');
    expect(undo(bench)).to.have.length(1);
    await bench.pass(5000);
    undo(bench)[0]?.click();
    await bench.pass(500);
    expect(bench.text.value).to.equal('Tot dinsdag!');
    await bench.pass(minute);
    expect(await bench.accepted()).not.to.include('Tot dinsdag!');
  });

  it('[B16] sends it when the seconds are over, and offers nothing any more', async () => {
    const bench = await composerBench('jansen', world);
    await bench.type('Tot dinsdag!');
    bench.send().click();
    await bench.pass(7000);
    expect(await bench.accepted()).not.to.include('Tot dinsdag!');
    await bench.pass(2000);
    await bench.pass(500);
    expect((await bench.accepted()).at(-1)).to.equal('Tot dinsdag!');
    expect(undo(bench)).to.have.length(0);
  });

  it('[B16] holds it also when the connection comes back meanwhile', async () => {
    const bench = await composerBench('jansen', world);
    await bench.type('Tot dinsdag!');
    bench.send().click();
    await bench.pass(500);
    bench.world.connectivity.set(false);
    await bench.pass(100);
    bench.world.connectivity.set(true);
    await bench.pass(3000);
    expect(await bench.accepted()).not.to.include('Tot dinsdag!');
    expect(undo(bench)).to.have.length(1);
  });

  it('[B16] is off unless the host wants it', async () => {
    const bench = await composerBench('jansen');
    expect(bench.composer.undoSeconds).to.equal(0);
    await bench.type('Tot dinsdag!');
    bench.send().click();
    await bench.pass(500);
    expect((await bench.accepted()).at(-1)).to.equal('Tot dinsdag!');
  });
});

describe('composer: send and archive', () => {
  it('[B16] archives once the message has left', async () => {
    const bench = await composerBench('jansen');
    await bench.type('Graag gedaan.');
    byRole(await opened(bench), 'button', 'Send and archive').click();
    await bench.pass(1000);
    await bench.pass(1000);
    expect((await bench.accepted()).at(-1)).to.equal('Graag gedaan.');
    expect((await bench.world.adapter.getConversation('jansen')).state).to.equal('archived');
  });

  it('[B16] archives nothing while the message waits for a connection', async () => {
    const bench = await composerBench('jansen');
    await bench.type('Graag gedaan.');
    const menu = await opened(bench);
    bench.world.connectivity.set(false);
    byRole(menu, 'button', 'Send and archive').click();
    await bench.pass(1000);
    expect((await bench.world.adapter.getConversation('jansen')).state).not.to.equal('archived');
  });

  it('[B16] [D7] archives nothing when the customer wrote while the message could still be taken back, and says so', async () => {
    const bench = await composerBench('jansen', { attributes: { 'undo-seconds': '10' } });
    await bench.type('Graag gedaan.');
    byRole(await opened(bench), 'button', 'Send and archive').click();
    await bench.pass(1000);
    await bench.world.backend.incoming({ channel: 'whatsapp', from: phoneOf('jansen'), text: 'O ja, nog iets' });
    await bench.pass(10_000);
    await bench.pass(1000);
    expect((await bench.accepted()).at(-1)).to.equal('Graag gedaan.');
    expect((await bench.world.adapter.getConversation('jansen')).state).not.to.equal('archived');
    expect(textOf(byRole(bench.composer, 'alert'))).to.include('The customer wrote meanwhile');
  });
});
