import { expect } from '@open-wc/testing';
import '../../src/elements/conversation-view/define.ts';
import type { ConversationView } from '../../src/elements/conversation-view/conversation-view.ts';
import { type Bench, bench } from './bench.ts';

const said = (): string[] =>
  [...document.querySelectorAll('body > [aria-live="polite"] > *')].map((p) => p.textContent);

/** Sanne's screen with the conversation with Aïsha open. */
async function openAisha(): Promise<Bench<ConversationView>> {
  // Chunks of their own, which on a busy machine come later than a test waits.
  await Promise.all([
    import('../../src/elements/channel-composer/define.ts'),
    import('../../src/locales/inbox.en.ts'),
    import('../../src/elements/conversation-view/soon/soon.ts'),
    import('../../src/elements/conversation-timeline/soon/soon.ts'),
    import('../../src/elements/conversation-list/soon/soon.ts'),
  ]);
  const made = await bench('conversation-view', {
    width: 800,
    height: 700,
    attributes: { 'conversation-id': 'aisha' },
  });
  for (let turn = 0; turn < 20 && made.element.commands.length === 0; turn += 1) await made.pass();
  return made;
}

describe('conversation-view for who does not look [I10]', () => {
  it('says how many messages came in other conversations of the agent, and not what they say', async () => {
    const { customerWrites, pass } = await openAisha();
    await customerWrites('mehmet', 'Hello?');
    await pass(400);
    expect(said()).to.deep.equal(['1 new message in another conversation']);
    await customerWrites('mehmet', 'Are you there?');
    await customerWrites('jansen', 'I have a question', 'sms');
    await pass(2_400);
    await pass(400);
    expect(said()).to.deep.equal(['1 new message in another conversation', '2 new messages in other conversations']);
  });

  it('reads out the open conversation once, and says nothing of those of others', async () => {
    const { customerWrites, pass } = await openAisha();
    await customerWrites('claes', 'For Joris');
    await customerWrites('aisha', 'For you');
    await pass(400);
    expect(said()).to.deep.equal(['Aïsha de Vries: For you']);
  });

  it('says each message once where a history of several conversations reads it out itself', async () => {
    const { element, customerWrites, pass } = await openAisha();
    element.shadowRoot!.querySelector('conversation-timeline')!.history = 'recent';
    for (let turn = 0; turn < 20; turn += 1) await pass(5);
    await customerWrites('mehmet', 'Hello?');
    for (let turn = 0; turn < 20; turn += 1) await pass(100);
    expect(said()).to.deep.equal(['Mehmet Yılmaz: Hello?']);
  });

  it('is silent where the messages are, and after it has left the page', async () => {
    const { element, customerWrites, pass } = await openAisha();
    const timeline = element.shadowRoot!.querySelector('conversation-timeline')!;
    timeline.announcements = 'off';
    await customerWrites('mehmet', 'Hello?');
    await pass(400);
    expect(said()).to.deep.equal([]);
    timeline.announcements = 'full';
    element.remove();
    await customerWrites('mehmet', 'Still there?');
    await pass(400);
    expect(said()).to.deep.equal([]);
  });
});
