import { expect, fixture, html } from '@open-wc/testing';
import '../../src/elements/channel-composer/define.ts';
import '../../src/elements/conversation-provider/define.ts';
import type { ChannelComposer } from '../../src/elements/channel-composer/channel-composer.ts';
import { type ManualClock, manualClock } from '../../src/testing/index.ts';
import { makeWorld, storyNow, type World, type WorldOptions } from '../../stories/support.ts';
import { byRole, descriptionOf } from './by-role.ts';

/** A composer whose conversation takes long to come. */
interface Slow {
  readonly composer: ChannelComposer;
  readonly text: HTMLTextAreaElement;
  readonly world: World;
  readonly clock: ManualClock;
  /** Types at the caret, as a keyboard does. */
  type(typed: string): Promise<void>;
  pass(ms?: number): Promise<void>;
  /** Lets the conversation come. */
  arrive(): Promise<void>;
  send(): HTMLElement;
}

async function slowComposer(conversationId: string | null, options: WorldOptions = {}): Promise<Slow> {
  // Loaded by composer and session on first use; over the network that takes longer than a test waits.
  await Promise.all([
    import('../../src/elements/channel-composer/tools/tools.ts'),
    import('../../src/session-desk.ts'),
  ]);
  const clock = manualClock(storyNow);
  const world = makeWorld({
    ...options,
    clock,
    prepare: (made) => {
      made.adapter.faults.every({ kind: 'slow', ms: 8_000 }, 'getConversation');
      options.prepare?.(made);
    },
  });
  await world.backend
    .adapter()
    .getConversation('')
    .catch(() => undefined);
  const provider = await fixture(
    html`<conversation-provider locale="en" .session=${world.session}></conversation-provider>`,
  );
  const composer = document.createElement('channel-composer');
  composer.conversationId = conversationId;
  provider.append(composer);
  const pass = async (ms = 0): Promise<void> => {
    for (const part of [ms, 0, 0]) {
      await clock.advance(part);
      await new Promise(requestAnimationFrame);
      await composer.updateComplete;
    }
  };
  await pass(1_000);
  const text = composer.querySelector('textarea');
  if (!text) throw new Error('the composer has no text area');
  return {
    ...{ composer, text, world, clock, pass },
    type: async (typed) => {
      text.focus();
      if (!text.readOnly) text.setRangeText(typed, text.selectionStart, text.selectionEnd, 'end');
      text.dispatchEvent(new Event('input', { bubbles: true }));
      await composer.updateComplete;
    },
    arrive: () => pass(9_000),
    send: () => byRole(composer.shadowRoot ?? composer, 'button', /^(Send|Add) ?/),
  };
}

/** Stores a draft of an earlier visit. */
async function draftOf({ world, pass }: Slow, conversationId: string, text: string): Promise<void> {
  const draft = world.session.openDraft({ conversationId, mode: 'reply', channel: 'whatsapp' });
  draft.setText(text);
  await pass(1_000);
  draft.dispose();
}

describe('channel-composer while its conversation loads', () => {
  it('[I1] takes what is typed and keeps it, caret and all, when the conversation is there', async () => {
    const slow = await slowComposer('aisha');
    await slow.type('Good mor');
    expect(slow.composer.value).to.equal('Good mor');
    await slow.arrive();
    await slow.type('ning');
    expect(slow.text.value).to.equal('Good morning');
    expect(slow.composer.value).to.equal('Good morning');
    slow.send().click();
    await slow.pass(1_000);
    const { items } = await slow.world.adapter.listMessages(
      { kind: 'conversation', conversationId: 'aisha' },
      { limit: 1 },
    );
    expect(items[0]?.content).to.deep.equal({ kind: 'text', text: 'Good morning' });
  });

  it('shows Send disabled with the reason, and says it when Send is pressed', async () => {
    const slow = await slowComposer('aisha');
    await slow.type('Hello');
    expect(slow.send().ariaDisabled).to.equal('true');
    expect(descriptionOf(slow.send())).to.equal('The conversation has not loaded yet.');
    slow.text.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true, cancelable: true }),
    );
    // What speaks comes with the tools.
    await slow.pass();
    await slow.pass(400);
    const said = [...document.querySelectorAll('body > [aria-live="assertive"] > *')].map((line) => line.textContent);
    expect(said).to.include('The conversation has not loaded yet.');
    expect(slow.text.value).to.equal('Hello');
    expect(slow.composer.commands[0]?.enabled).to.equal(false);
    await slow.arrive();
    expect(slow.send().ariaDisabled).to.equal('false');
  });

  it('[I1] puts it behind the draft that waits in the conversation, and the caret stays where one types', async () => {
    const slow = await slowComposer('aisha');
    await draftOf(slow, 'aisha', 'Dear Aïsha,');
    await slow.type('we ');
    await slow.arrive();
    await slow.type('are open');
    expect(slow.text.value).to.equal('Dear Aïsha,\nwe are open');
  });

  it('puts the caret behind the draft when nothing was typed yet', async () => {
    const slow = await slowComposer('aisha');
    await draftOf(slow, 'aisha', 'Dear Aïsha');
    slow.text.focus();
    await slow.arrive();
    await slow.type(', hello');
    expect(slow.text.value).to.equal('Dear Aïsha, hello');
  });

  it('[I1] keeps it for its own conversation when another one is chosen meanwhile', async () => {
    const slow = await slowComposer('aisha');
    await draftOf(slow, 'jansen', 'for Jansen');
    await slow.type('for Aisha');
    slow.composer.conversationId = 'jansen';
    await slow.pass();
    expect(slow.text.value).to.equal('');
    await slow.arrive();
    expect(slow.text.value).not.to.contain('Aisha');
    slow.composer.conversationId = 'aisha';
    await slow.arrive();
    expect(slow.text.value).to.equal('for Aisha');
  });

  it('keeps it beside a channel that turns out to be locked, for the channel that is not', async () => {
    const slow = await slowComposer('claes');
    await slow.type('Still there?');
    await slow.arrive();
    expect(slow.text.value).to.equal('Still there?');
  });

  it('[I1] loses no draft to a character that an input method is composing when the conversation comes', async () => {
    const slow = await slowComposer('aisha');
    await draftOf(slow, 'aisha', '前の文');
    slow.text.focus();
    slow.text.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    await slow.arrive();
    slow.text.value = '日本';
    slow.text.dispatchEvent(new Event('input', { bubbles: true }));
    await slow.pass();
    slow.text.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
    await slow.pass();
    expect(slow.text.value).to.equal('前の文\n日本');
  });

  it('takes a text that a page sets, or that stands in its text area, before the conversation is there', async () => {
    const slow = await slowComposer('aisha');
    slow.composer.value = 'from the page';
    const own = document.createElement('textarea');
    own.value = 'typed before the script came';
    const second = document.createElement('channel-composer');
    second.conversationId = 'jansen';
    second.append(own);
    slow.composer.after(second);
    await slow.arrive();
    expect(slow.composer.value).to.equal('from the page');
    expect(own.value).to.equal('typed before the script came');
    expect(second.value).to.equal('typed before the script came');
  });

  it('[I1] keeps it when the element goes before the conversation comes, for the one that is made next', async () => {
    const slow = await slowComposer('aisha');
    await slow.type('Good morning');
    const provider = slow.composer.parentElement;
    slow.composer.remove();
    const next = document.createElement('channel-composer');
    next.conversationId = 'aisha';
    provider?.append(next);
    await slow.pass();
    expect(next.querySelector('textarea')?.value).to.equal('Good morning');
    await slow.arrive();
    expect(next.querySelector('textarea')?.value).to.equal('Good morning');
    expect(next.value).to.equal('Good morning');
  });

  it('[I1] keeps it when the element is removed and put back', async () => {
    const slow = await slowComposer('aisha');
    await slow.type('Good morning');
    const provider = slow.composer.parentElement;
    slow.composer.remove();
    await slow.arrive();
    provider?.append(slow.composer);
    await slow.arrive();
    expect(slow.composer.value).to.equal('Good morning');
  });

  it('takes up a text to write anew once the conversation is there, behind what was typed', async () => {
    const slow = await slowComposer('aisha');
    const request = { conversationId: 'aisha', channel: 'whatsapp', by: 'same-channel', text: 'again' } as const;
    await slow.type('Good morning');
    const taken = slow.composer.compose(request);
    await slow.arrive();
    expect(await taken).to.equal(true);
    await slow.pass();
    expect(slow.text.value).to.equal('Good morning\nagain');
  });

  it('says that it did not take up a text for another conversation than the one that is open', async () => {
    const slow = await slowComposer('aisha');
    const request = { conversationId: 'aisha', channel: 'sms', by: 'same-channel', text: 'again' } as const;
    expect(await slow.composer.compose({ ...request, conversationId: 'jansen' })).to.equal(false);
    const overtaken = slow.composer.compose(request);
    slow.composer.conversationId = 'jansen';
    await slow.arrive();
    expect(await overtaken).to.equal(false);
    expect(slow.text.value).to.equal('');
  });

  it('takes nothing while no conversation is chosen: nobody would know whom it is for', async () => {
    const slow = await slowComposer(null);
    await slow.type('To whom?');
    expect(slow.text.readOnly).to.equal(true);
    expect(slow.text.value).to.equal('');
  });
});
