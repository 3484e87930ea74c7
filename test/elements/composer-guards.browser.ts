import { expect } from '@open-wc/testing';
import type { ChannelAccount } from '../../src/domain/model.ts';
import { ago, morning, seedOf, type WorldOptions } from '../../stories/support.ts';
import { ownNumbers } from '../../stories/prepared.ts';
import { allByRole, byRole, descriptionOf, nameOf, textOf } from './by-role.ts';
import { type Bench, composerBench } from './composer-bench.ts';

const review = ({ composer }: Bench): HTMLElement[] => allByRole(composer, 'button', 'Send anyway');
const said = ({ composer }: Bench): string => textOf(composer.shadowRoot?.querySelector('#review'));
const from = ({ composer }: Bench): HTMLSelectElement => byRole(composer, 'combobox', /^from/) as HTMLSelectElement;

async function customerWrites(bench: Bench, text: string): Promise<void> {
  const conversation = await bench.world.adapter.getConversation('aisha');
  const used = conversation.channels.find(({ channel }) => channel === 'whatsapp');
  const { address = '', accountId } = used ?? {};
  await bench.world.backend.incoming({ channel: 'whatsapp', from: address, ...(accountId && { to: accountId }), text });
  await bench.pass(500);
}

async function begun(options: Parameters<typeof composerBench>[1] = {}): Promise<Bench> {
  const bench = await composerBench('aisha', options);
  await bench.pass(500);
  await bench.type('Tot dinsdag!');
  return bench;
}

async function press(bench: Bench): Promise<void> {
  bench.send().click();
  await bench.pass(500);
}

describe('composer: review before sending', () => {
  it('[B14] asks when the customer wrote since the text was begun, and shows what', async () => {
    const bench = await begun();
    await customerWrites(bench, 'Toch liever woensdag');
    await press(bench);
    expect(said(bench)).to.match(/^Aïsha de Vries wrote another message at 2:40 PM\. Toch liever woensdag$/);
    expect(await bench.accepted()).not.to.include('Tot dinsdag!');
    expect(nameOf(bench.composer.shadowRoot?.activeElement ?? document.body)).to.equal('Review and keep writing');
  });

  it('[B14] sends after the agent looked, or at once if they want to', async () => {
    const bench = await begun();
    await customerWrites(bench, 'Toch liever woensdag');
    await press(bench);
    byRole(bench.composer, 'button', 'Review and keep writing').click();
    await bench.pass();
    expect(review(bench)).to.have.length(0);
    expect(document.activeElement).to.equal(bench.text);
    await customerWrites(bench, 'Of donderdag');
    await press(bench);
    expect(review(bench)).to.have.length(1);
    review(bench)[0]?.click();
    await bench.pass(500);
    expect((await bench.accepted()).at(-1)).to.equal('Tot dinsdag!');
  });

  it('[B14] asks nothing about what was there before, or about own messages', async () => {
    const bench = await composerBench('aisha');
    await customerWrites(bench, 'Hallo?');
    await bench.type('Tot dinsdag!');
    await press(bench);
    await bench.type('En neem je pas mee.');
    await press(bench);
    expect(review(bench)).to.have.length(0);
    expect((await bench.accepted()).slice(-2)).to.deep.equal(['Tot dinsdag!', 'En neem je pas mee.']);
  });

  it('[B14] asks when a colleague took the conversation over', async () => {
    const bench = await begun();
    await bench.world.adapter.update('aisha', { coWorkerId: 'joris' });
    await bench.pass(500);
    await press(bench);
    expect(said(bench)).to.equal('The conversation was assigned to somebody else.');
  });

  it('[B14] can be left off by the host', async () => {
    const bench = await begun({ attributes: { 'no-send-guard': '' } });
    await customerWrites(bench, 'Toch liever woensdag');
    await press(bench);
    expect((await bench.accepted()).at(-1)).to.equal('Tot dinsdag!');
  });
});

describe('composer: own numbers', () => {
  // What was chosen by hand is remembered in this browser.
  beforeEach(() => localStorage.clear());
  after(() => localStorage.clear());

  const world = (accounts: readonly ChannelAccount[] = ownNumbers): WorldOptions => {
    const data = seedOf(morning);
    const conversations = (data.conversations ?? []).map((conversation) => ({
      ...conversation,
      channels: conversation.channels.map((channel) => ({
        ...channel,
        accountId: channel.channel === 'whatsapp' ? 'wa-utrecht' : null,
        lastIncomingAt: channel.channel === 'whatsapp' ? ago(1, 'h') : channel.lastIncomingAt,
      })),
    }));
    return { data: { ...data, conversations, accounts } };
  };

  it('[B15] offers those of the channel; the one the customer wrote to comes first', async () => {
    const bench = await composerBench('aisha', world());
    expect([...from(bench).options].map((option) => option.textContent.trim())).to.deep.equal([
      'Utrecht · +31 8 5888 2040',
      'Antwerpen · +32 3808 1234 (template only)',
      'Rotterdam · +31 1 0808 1234 (switched off)',
    ]);
    expect(from(bench).value).to.equal('wa-utrecht');
  });

  it('[B15] sends from the one that is chosen, without asking whether it changed', async () => {
    const bench = await composerBench('aisha', world());
    byRole(bench.composer, 'radio', 'SMS').click();
    await bench.pass();
    await bench.type('Tot dinsdag!');
    from(bench).value = 'sms-name';
    from(bench).dispatchEvent(new Event('change', { bubbles: true }));
    await bench.pass();
    expect(descriptionOf(from(bench))).to.equal('Cannot be answered');
    await press(bench);
    const page = await bench.world.adapter.listMessages({ kind: 'conversation', conversationId: 'aisha' });
    expect(page.items.at(-1)?.accountId).to.equal('sms-name');
  });

  it('[B15] remembers the choice over a reload, for that conversation and that co-worker', async () => {
    const onSms = async (conversationId: string, options: WorldOptions = {}): Promise<Bench> => {
      const bench = await composerBench(conversationId, { ...world(), ...options });
      byRole(bench.composer, 'radio', 'SMS').click();
      await bench.pass();
      return bench;
    };
    const before = await onSms('aisha');
    const first = from(before).value;
    from(before).value = 'sms-name';
    from(before).dispatchEvent(new Event('change', { bubbles: true }));
    await before.pass();
    before.composer.remove();
    expect(from(await onSms('aisha')).value).to.equal('sms-name');
    expect(from(await onSms('mehmet')).value).to.equal(first);
    expect(from(await onSms('aisha', { agentId: 'joris' })).value).to.equal(first);
  });

  it('[B15] locks free text where the customer never wrote to the number', async () => {
    const bench = await composerBench('aisha', world());
    from(bench).value = 'wa-antwerp';
    from(bench).dispatchEvent(new Event('change', { bubbles: true }));
    await bench.pass();
    expect(bench.text.readOnly).to.equal(true);
    expect(bench.send().ariaDisabled).to.equal('true');
    from(bench).value = 'wa-utrecht';
    from(bench).dispatchEvent(new Event('change', { bubbles: true }));
    await bench.pass();
    expect(bench.text.readOnly).to.equal(false);
  });

  it('[B15] asks nobody where there is one number', async () => {
    const bench = await composerBench('aisha', world(ownNumbers.slice(0, 1)));
    expect(allByRole(bench.composer, 'combobox')).to.have.length(0);
  });

  it('[B17] locks with the reason, for every own number, and says so', async () => {
    const { data } = world();
    const conversations = (data?.conversations ?? []).map((conversation) => ({
      ...conversation,
      channels: conversation.channels.map((channel) => ({ ...channel, consent: 'denied' as const })),
    }));
    const bench = await composerBench('aisha', { data: { ...data, conversations } });
    expect(bench.text.readOnly).to.equal(true);
    expect(textOf(bench.composer.shadowRoot?.querySelector('[part=lock]'))).to.match(/does not want/);
  });
});
