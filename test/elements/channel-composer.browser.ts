import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { deepActiveElement } from '../../src/dom/focus.ts';
import type { ConversationChannel } from '../../src/domain/model.ts';
import { ago, morning, seedOf, type WorldOptions } from '../../stories/support.ts';
import { allByRole, byRole, descriptionOf, nameOf, textOf } from './by-role.ts';
import { type Bench, composerBench } from './composer-bench.ts';
import { hostDialog } from './host-dialog.ts';

const hour = 3_600_000;
const minute = 60_000;
const said = (urgency: 'polite' | 'assertive' = 'polite'): string[] =>
  [...document.querySelectorAll(`body > [aria-live="${urgency}"] > *`)].map((line) => line.textContent);
const checked = ({ composer }: Bench): string[] =>
  allByRole(composer, 'radio')
    .filter((radio) => radio.ariaChecked === 'true')
    .map(nameOf);
const radio = ({ composer }: Bench, name: string): HTMLElement => byRole(composer, 'radio', name);
const part = ({ composer }: Bench, name: string): string =>
  textOf(composer.shadowRoot?.querySelector(`[part~="${name}"]`));
const press = (target: HTMLElement, key: string, options: KeyboardEventInit = {}): boolean =>
  target.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...options }),
  );

/** The seed with the channels of one conversation changed. */
function withChannels(
  id: string,
  change: (channel: ConversationChannel) => Partial<ConversationChannel>,
): WorldOptions {
  const data = seedOf(morning);
  const conversations = (data.conversations ?? []).map((conversation) =>
    conversation.id === id
      ? { ...conversation, channels: conversation.channels.map((one) => ({ ...one, ...change(one) })) }
      : conversation,
  );
  return { data: { ...data, conversations } };
}
/** WhatsApp's window of `aisha` closes in so many milliseconds. */
const closingIn = (ms: number): WorldOptions =>
  withChannels('aisha', ({ channel }) => (channel === 'whatsapp' ? { lastIncomingAt: ago(24, 'h') + ms } : {}));
const addressOf = async ({ world }: Bench, id: string): Promise<string> =>
  (await world.adapter.getConversation(id)).channels[0]?.address ?? '';

describe('channel-composer', () => {
  it('is a region with a text box named Message in the light DOM', async () => {
    const { composer, text } = await composerBench('aisha');
    expect(text.getRootNode()).to.equal(composer.getRootNode());
    expect(byRole(composer, 'region', 'Composer')).to.exist;
    expect(byRole(composer, 'textbox', 'Message')).to.equal(text);
  });

  it('uses a text area that the page put there, with its own name', async () => {
    const { composer, pass } = await composerBench('aisha');
    const own = document.createElement('textarea');
    own.setAttribute('aria-label', 'Reply to customer');
    const second = document.createElement('channel-composer');
    second.conversationId = 'aisha';
    second.append(own);
    composer.after(second);
    await pass();
    expect(second.querySelectorAll('textarea')).to.have.length(1);
    expect(own.getAttribute('aria-label')).to.equal('Reply to customer');
  });

  describe('choosing a channel', () => {
    it('[B1] offers SMS, WhatsApp and the invitation, and says how long the window is open', async () => {
      const bench = await composerBench('aisha');
      const options = allByRole(byRole(bench.composer, 'radiogroup', 'Channel'), 'radio');
      expect(options.map(nameOf)).to.deep.equal(['SMS', 'WhatsApp', 'WhatsApp invitation']);
      expect(descriptionOf(radio(bench, 'WhatsApp'))).to.equal('23h 52m left');
    });

    it('[B1][B5] begins with WhatsApp while its window is open and the customer used it last, else with SMS', async () => {
      expect(checked(await composerBench('aisha'))).to.include('WhatsApp');
      expect(checked(await composerBench('jansen'))).to.include('SMS');
      expect(checked(await composerBench('claes'))).to.include('SMS');
    });

    it('chooses by arrow keys, one stop for Tab', async () => {
      const bench = await composerBench('aisha');
      radio(bench, 'WhatsApp').focus();
      await sendKeys({ press: 'ArrowRight' });
      await bench.pass();
      expect(checked(bench)).to.include('WhatsApp invitation');
      expect(deepActiveElement(document) === radio(bench, 'WhatsApp invitation'), 'has the focus').to.equal(true);
      await sendKeys({ press: 'ArrowRight' });
      await bench.pass();
      expect(checked(bench)).to.include('SMS');
      const group = byRole(bench.composer, 'radiogroup', 'Channel');
      expect(allByRole(group, 'radio').filter(({ tabIndex }) => tabIndex === 0)).to.have.length(1);
    });

    it('[B5] follows the customer to another channel while nothing is typed', async () => {
      const bench = await composerBench('jansen');
      await bench.world.backend.incoming({ channel: 'whatsapp', from: await addressOf(bench, 'jansen'), text: 'Hi' });
      await bench.pass(100);
      expect(checked(bench)).to.include('WhatsApp');
    });

    it('[B13] names recipient, number and channel in the Send button', async () => {
      const bench = await composerBench('aisha');
      expect(nameOf(bench.send())).to.match(/^Send to Aïsha de Vries, \+31 6 \d{4} \d{4}, by WhatsApp$/);
      radio(bench, 'WhatsApp invitation').click();
      await bench.pass();
      expect(nameOf(bench.send())).to.match(/^Send WhatsApp invitation to Aïsha de Vries, \+31 6 \d{4} \d{4}, by SMS$/);
    });
  });

  describe('sending', () => {
    it('[B3] sends by the button, tells, and empties the text', async () => {
      const bench = await composerBench('aisha');
      const told: unknown[] = [];
      bench.composer.addEventListener('message-send-request', (event) => told.push(event.detail));
      bench.composer.addEventListener('message-sent', (event) => told.push(event.detail.conversationId));
      await bench.type('Hello');
      bench.send().click();
      await bench.pass(100);
      expect((await bench.accepted()).at(-1)).to.equal('Hello');
      expect(bench.text.value).to.equal('');
      expect(told).to.deep.equal([{ conversationId: 'aisha', channel: 'whatsapp', text: 'Hello' }, 'aisha']);
    });

    it('keeps the text when the page cancels', async () => {
      const bench = await composerBench('aisha');
      bench.composer.addEventListener('message-send-request', (event) => event.preventDefault());
      await bench.type('Hello');
      bench.send().click();
      await bench.pass(100);
      expect(await bench.accepted()).not.to.include('Hello');
      expect(bench.text.value).to.equal('Hello');
    });

    it('[B3] sends by Shift+Ctrl+S and by Enter', async () => {
      const bench = await composerBench('aisha');
      await bench.type('One');
      press(bench.text, 'S', { ctrlKey: true, shiftKey: true, code: 'KeyS' });
      await bench.pass(100);
      await bench.type('Two');
      press(bench.text, 'Enter');
      await bench.pass(100);
      expect((await bench.accepted()).slice(-2)).to.deep.equal(['One', 'Two']);
    });

    it('[B3] sends by Ctrl+Enter only, when so set', async () => {
      const bench = await composerBench('aisha', { attributes: { 'send-key': 'ctrl-enter' } });
      expect(bench.text.enterKeyHint).to.equal('enter');
      await bench.type('Hello');
      expect(press(bench.text, 'Enter')).to.equal(true);
      await bench.pass(100);
      expect(bench.text.value).to.equal('Hello');
      expect(press(bench.text, 'Enter', { ctrlKey: true })).to.equal(false);
      await bench.pass(100);
      expect((await bench.accepted()).at(-1)).to.equal('Hello');
    });

    it('[B3] sends by Shift+Ctrl+S from anywhere in the view around it, but not from a page around it', async () => {
      const bench = await composerBench('aisha');
      const keys = { ctrlKey: true, shiftKey: true, code: 'KeyS' };
      await bench.type('Hello');
      press(document.body, 'S', keys);
      await bench.pass(100);
      expect(bench.text.value).to.equal('Hello');
      const view = document.createElement('div');
      bench.composer.before(view);
      const beside = document.createElement('button');
      view.attachShadow({ mode: 'open' }).append(beside, bench.composer);
      await bench.pass();
      press(beside, 'S', keys);
      await bench.pass(100);
      expect((await bench.accepted()).at(-1)).to.equal('Hello');
    });

    it('leaves Shift+Enter to the text', async () => {
      const bench = await composerBench('aisha');
      await bench.type('Hello');
      expect(press(bench.text, 'Enter', { shiftKey: true })).to.equal(true);
      await bench.pass(100);
      expect(bench.text.value).to.equal('Hello');
    });

    it('[B3] never sends while an input method composes', async () => {
      const bench = await composerBench('aisha');
      await bench.type('こん');
      press(bench.text, 'Enter', { isComposing: true });
      press(bench.text, 'Enter', { keyCode: 229 });
      press(bench.text, 'S', { ctrlKey: true, shiftKey: true, isComposing: true });
      await bench.pass(100);
      expect(bench.text.value).to.equal('こん');
      expect(await bench.accepted()).not.to.include('こん');
    });

    it('does not write into a composition', async () => {
      const bench = await composerBench('aisha');
      bench.text.dispatchEvent(new CompositionEvent('compositionstart'));
      bench.text.value = 'こn';
      await bench.pass(100);
      expect(bench.text.value).to.equal('こn');
      bench.text.value = 'こん';
      bench.text.dispatchEvent(new CompositionEvent('compositionend'));
      await bench.pass(100);
      expect(bench.composer.value).to.equal('こん');
    });

    it('[B3][I3] sends once, however often and however Send is pressed', async () => {
      const bench = await composerBench('aisha');
      const before = (await bench.accepted()).length;
      await bench.type('Once');
      bench.send().click();
      bench.send().click();
      press(bench.text, 'Enter');
      press(bench.text, 'Enter', { repeat: true });
      press(bench.text, 'S', { ctrlKey: true, shiftKey: true });
      void bench.composer.send();
      await bench.pass(1000);
      bench.send().click();
      await bench.pass(1000);
      expect((await bench.accepted()).slice(before)).to.deep.equal(['Once']);
    });

    it('ignores a key that is held down', async () => {
      const bench = await composerBench('aisha');
      await bench.type('Held');
      press(bench.text, 'Enter', { repeat: true });
      await bench.pass(100);
      expect(bench.text.value).to.equal('Held');
    });

    it('keeps the text, with the reason, when it cannot be kept for sending', async () => {
      const bench = await composerBench('aisha');
      const failed: string[] = [];
      bench.composer.addEventListener('message-failed', (event) => failed.push(event.detail.reason));
      await bench.type('Precious');
      await bench.pass(1000);
      bench.world.storage.faults.failNext('quota', 'enqueue');
      bench.send().click();
      await bench.pass(500);
      expect(bench.text.value).to.equal('Precious');
      expect(part(bench, 'notice')).to.equal(
        'Not sent: the storage of this browser is full. Free some space and try again.',
      );
      expect(said('assertive')).to.deep.equal([part(bench, 'notice')]);
      expect(failed).to.deep.equal(['quota']);
      bench.send().click();
      await bench.pass(100);
      expect((await bench.accepted()).at(-1)).to.equal('Precious');
      expect(part(bench, 'notice')).to.equal('');
    });

    it('lets nothing be typed from the press of Send until the message is safe', async () => {
      const bench = await composerBench('aisha');
      await bench.type('Slow');
      await bench.pass(1000);
      const pause = bench.world.storage.faults.pauseAt(1);
      bench.send().click();
      await pause.reached;
      await bench.pass();
      expect(bench.text.readOnly).to.equal(true);
      expect(bench.text.value).to.equal('Slow');
      pause.resume();
      await bench.pass(100);
      expect(bench.text.readOnly).to.equal(false);
      expect(bench.text.value).to.equal('');
    });

    it('says why when Send cannot send, and is reachable', async () => {
      const bench = await composerBench('aisha');
      const button = bench.send();
      expect(button.ariaDisabled).to.equal('true');
      expect(descriptionOf(button)).to.equal('Write a message first.');
      button.focus();
      expect(deepActiveElement(document) === button, 'has the focus').to.equal(true);
      button.click();
      await bench.pass(400);
      expect(said('assertive')).to.deep.equal(['Write a message first.']);
    });
  });

  describe('asking when the target changed', () => {
    it('keeps writing by Escape, which is then no key of a dialog of the page', async () => {
      const bench = await composerBench('jansen');
      await bench.type('Hello');
      await bench.world.backend.incoming({ channel: 'whatsapp', from: await addressOf(bench, 'jansen'), text: 'Hi' });
      await bench.pass(100);
      const dialog = hostDialog(bench.composer);
      await bench.pass(100);
      bench.send().click();
      await bench.pass(400);
      const questions = (): HTMLElement[] =>
        allByRole(bench.composer, 'group', /has written by WhatsApp since you began/);
      expect(questions()).to.have.length(1);
      await sendKeys({ press: 'Escape' });
      await bench.pass();
      expect(questions()).to.have.length(0);
      expect(dialog.open).to.equal(true);
    });

    it('asks when the customer went on by another channel since the text was begun', async () => {
      const bench = await composerBench('jansen');
      await bench.type('Hello');
      await bench.world.backend.incoming({ channel: 'whatsapp', from: await addressOf(bench, 'jansen'), text: 'Hi' });
      await bench.pass(100);
      expect(checked(bench)).to.include('SMS');
      bench.send().click();
      await bench.pass(400);
      const question = byRole(bench.composer, 'group', /has written by WhatsApp since you began\.$/);
      expect(allByRole(question, 'button').map(nameOf)).to.deep.equal([
        'Go on by WhatsApp',
        'Yes, send by SMS',
        'Keep writing',
      ]);
      expect(nameOf(deepActiveElement(document)!)).to.equal('Go on by WhatsApp');
      expect(await bench.accepted()).not.to.include('Hello');
      byRole(question, 'button', 'Yes, send by SMS').click();
      await bench.pass(100);
      expect((await bench.accepted()).at(-1)).to.equal('Hello');
    });

    it('takes the text along to the channel of the customer', async () => {
      const bench = await composerBench('jansen');
      await bench.type('Hello');
      await bench.world.backend.incoming({ channel: 'whatsapp', from: await addressOf(bench, 'jansen'), text: 'Hi' });
      await bench.pass(100);
      bench.send().click();
      await bench.pass();
      byRole(bench.composer, 'button', 'Go on by WhatsApp').click();
      await bench.pass(100);
      expect(checked(bench)).to.include('WhatsApp');
      expect(bench.text.value).to.equal('Hello');
      expect(deepActiveElement(document) === bench.text, 'has the focus').to.equal(true);
    });

    it('asks also after a reload', async () => {
      const first = await composerBench('jansen');
      await first.type('Hello');
      await first.pass(1000);
      await first.world.session.close();
      const data = withChannels('jansen', () => ({ address: '+31699999999' }));
      const bench = await composerBench('jansen', { ...data, storage: first.world.storage.peer() });
      await bench.pass(100);
      bench.send().click();
      await bench.pass(100);
      expect(part(bench, 'notice')).to.contain('It is now +31 6 9999 9999.');
    });
  });

  describe('with a reply window', () => {
    it('[B6] locks free text when the window closes, with the reason, and keeps what is typed', async () => {
      const bench = await composerBench('aisha', closingIn(2 * minute));
      await bench.type('Half a sen');
      await bench.pass(2 * minute);
      expect(part(bench, 'lock')).to.match(
        /^The reply window of WhatsApp is closed. It opens again when Aïsha de Vries writes\./,
      );
      expect(bench.text.readOnly).to.equal(true);
      expect(bench.text.value).to.equal('Half a sen');
      expect(bench.text.getAttribute('aria-description')).to.match(/^The reply window/);
      expect(bench.send().ariaDisabled).to.equal('true');
      press(bench.text, 'Enter');
      await bench.pass(400);
      expect(await bench.accepted()).not.to.include('Half a sen');
      expect(said()).to.include('The reply window of WhatsApp is closed.');
    });

    it('[B6] opens by itself when the customer writes, with the text still there', async () => {
      const bench = await composerBench('aisha', closingIn(-hour));
      radio(bench, 'WhatsApp').click();
      await bench.pass();
      expect(bench.text.readOnly).to.equal(true);
      await bench.world.backend.incoming({ channel: 'whatsapp', from: await addressOf(bench, 'aisha'), text: 'Hi' });
      await bench.pass(400);
      expect(bench.text.readOnly).to.equal(false);
      expect(checked(bench)).to.include('WhatsApp');
    });

    it('[I10] keeps the focus when the lock goes, and its buttons with it', async () => {
      const bench = await composerBench('aisha', closingIn(minute));
      await bench.pass(minute);
      byRole(bench.composer, 'button', 'Write by SMS').focus();
      await bench.world.backend.incoming({ channel: 'whatsapp', from: await addressOf(bench, 'aisha'), text: 'Hi' });
      await bench.pass(400);
      expect(deepActiveElement(document) === bench.text, 'has the focus').to.equal(true);
    });

    it('[B6] offers only ways on that work: a template, another channel with the text, or the invitation', async () => {
      const bench = await composerBench('aisha', closingIn(minute));
      await bench.type('Half a sentence');
      await bench.pass(minute);
      const ways = allByRole(bench.composer.shadowRoot!.querySelector('.lock')!, 'button');
      expect(ways.map(nameOf)).to.deep.equal(['Choose template', 'Write by SMS', 'Prepare invitation by SMS']);
      ways[1]?.click();
      await bench.pass();
      expect(checked(bench)).to.include('SMS');
      expect(bench.text.value).to.equal('Half a sentence');
      expect(deepActiveElement(document) === bench.text, 'has the focus').to.equal(true);
    });

    it('[B6] warns at an hour and at ten minutes, where the eye is and for the ears', async () => {
      const bench = await composerBench('aisha', closingIn(61 * minute));
      expect(part(bench, 'notice')).to.equal('');
      await bench.pass(minute + 400);
      expect(part(bench, 'notice')).to.equal('The reply window of WhatsApp closes in 1h.');
      await bench.pass(50 * minute);
      expect(part(bench, 'notice')).to.equal('The reply window of WhatsApp closes in 10m.');
      expect(descriptionOf(radio(bench, 'WhatsApp'))).to.equal('10m left');
      await bench.pass(minute);
      expect(part(bench, 'notice')).to.equal('The reply window of WhatsApp closes in 9m.');
    });

    it('looks at the time again when Send is pressed', async () => {
      const bench = await composerBench('aisha', closingIn(minute));
      await bench.type('Late');
      bench.clock.skew(2 * minute);
      bench.send().click();
      await bench.pass(100);
      expect(await bench.accepted()).not.to.include('Late');
    });

    it('[B17] locks a channel the customer does not want', async () => {
      const bench = await composerBench(
        'jansen',
        withChannels('jansen', () => ({ consent: 'denied' })),
      );
      expect(part(bench, 'lock')).to.match(/^Annelies Jansen-van der Meulen does not want messages by SMS\./);
      expect(bench.text.readOnly).to.equal(true);
    });
  });

  describe('inviting', () => {
    const inviting = async (id: string): Promise<Bench> => {
      const bench = await composerBench(id);
      radio(bench, 'WhatsApp invitation').click();
      await bench.until(() => part(bench, 'preview') !== '');
      return bench;
    };

    it('[B2] shows the filled template in the recipient’s language with its link, and sends it by SMS', async () => {
      const bench = await inviting('kowalski');
      const invitation = 'Dear Piotr Kowalski, chat with us: https://wa.me/31302001000';
      expect(textOf(byRole(bench.composer, 'group', 'Preview of the invitation'))).to.contain(invitation);
      expect(part(bench, 'segments')).to.match(/^1 part · \d+ left$/);
      bench.send().click();
      await bench.pass(100);
      const { items } = await bench.world.adapter.listMessages({ kind: 'conversation', conversationId: 'kowalski' });
      expect(items.at(-1)?.channel).to.equal('sms');
      expect(items.at(-1)?.content).to.deep.equal({ kind: 'text', text: invitation });
    });

    it('[B2] sends the invitation once, and goes back to writing', async () => {
      const bench = await inviting('kowalski');
      const before = (await bench.accepted()).length;
      bench.send().click();
      bench.send().click();
      await bench.pass(1000);
      expect((await bench.accepted()).length - before).to.equal(1);
      expect(checked(bench)).not.to.include('WhatsApp invitation');
    });

    it('is not offered where none is set up', async () => {
      const bench = await composerBench('aisha', { data: seedOf(morning, { invitation: null }) });
      expect(allByRole(bench.composer, 'radio', 'WhatsApp invitation')).to.have.length(0);
    });
  });

  describe('with placeholders', () => {
    it('[B9] fills them from the recipient, shows the result, and sends that', async () => {
      const bench = await composerBench('aisha');
      await bench.type('Dag {{FirstName}}!');
      expect(textOf(byRole(bench.composer, 'group', 'What will be sent'))).to.contain('Dag Aïsha!');
      bench.send().click();
      await bench.pass(100);
      expect((await bench.accepted()).at(-1)).to.equal('Dag Aïsha!');
    });

    it('[B9] marks those nobody knows, and does not send until they are mended', async () => {
      const bench = await composerBench('aisha');
      await bench.type('Voor {{Project}}');
      expect(bench.send().ariaDisabled).to.equal('true');
      expect(descriptionOf(bench.send())).to.contain('Nothing is known for: Project.');
      byRole(bench.composer, 'button', '{{Project}}').click();
      expect(bench.text.value.slice(bench.text.selectionStart, bench.text.selectionEnd)).to.equal('{{Project}}');
      bench.send().click();
      await bench.pass(100);
      expect(await bench.accepted()).not.to.include('Voor {{Project}}');
    });
  });

  describe('with limits', () => {
    it('[B11] counts the parts of a text message, and names what makes them shorter', async () => {
      const bench = await composerBench('jansen');
      await bench.type('Hello');
      expect(part(bench, 'segments')).to.equal('1 part · 155 left');
      await bench.type('geïnteresseerd');
      expect(part(bench, 'segments')).to.equal('1 part · 56 left');
      expect(byRole(bench.composer, 'group', 'Parts of 70 characters because of:')).to.exist;
      await bench.type('x'.repeat(161));
      expect(part(bench, 'segments')).to.equal('2 parts · 145 left');
    });

    it('does not send what is too long, and says by how much', async () => {
      const bench = await composerBench('aisha');
      await bench.type('x'.repeat(4096));
      expect(part(bench, 'segments')).to.equal('4,096 of 4,096');
      expect(bench.send().ariaDisabled).to.equal('false');
      await bench.type('x'.repeat(4097));
      expect(descriptionOf(bench.send())).to.equal('Too long: 4,097 of 4,096 characters.');
      await bench.type('x'.repeat(1_000_000));
      expect(bench.send().ariaDisabled).to.equal('true');
    });
  });

  describe('with drafts', () => {
    it('[B12] keeps one per conversation, mode and channel', async () => {
      const bench = await composerBench('aisha');
      await bench.type('By WhatsApp');
      radio(bench, 'SMS').click();
      await bench.pass();
      expect(bench.text.value).to.equal('');
      await bench.type('By SMS');
      radio(bench, 'Note').click();
      await bench.pass();
      await bench.type('A note');
      bench.composer.conversationId = 'mehmet';
      await bench.pass(100);
      expect(bench.text.value).to.equal('');
      bench.composer.conversationId = 'aisha';
      await bench.pass(100);
      const texts: string[] = [];
      for (const name of ['WhatsApp', 'SMS', 'Note']) {
        radio(bench, name).click();
        await bench.pass();
        texts.push(bench.text.value);
      }
      expect(texts).to.deep.equal(['By WhatsApp', 'By SMS', 'A note']);
    });

    it('[B12] marks where another draft waits', async () => {
      const bench = await composerBench('aisha');
      await bench.type('By WhatsApp');
      radio(bench, 'SMS').click();
      await bench.pass();
      expect(descriptionOf(radio(bench, 'WhatsApp'))).to.contain('Draft');
      expect(descriptionOf(radio(bench, 'SMS'))).not.to.contain('Draft');
    });

    it('[B12] survives a reload, and shows the channel it waits in', async () => {
      const first = await composerBench('aisha');
      radio(first, 'SMS').click();
      await first.pass();
      await first.type('Half a sentence');
      await first.pass(400);
      await first.world.session.close();
      const bench = await composerBench('aisha', { storage: first.world.storage.peer() });
      await bench.pass(100);
      expect(checked(bench)).to.include('SMS');
      expect(bench.text.value).to.equal('Half a sentence');
    });

    it('[B12] survives the removal of the element at once', async () => {
      const bench = await composerBench('aisha');
      await bench.type('Half a sentence');
      const parent = bench.composer.parentElement;
      bench.composer.remove();
      await bench.pass(400);
      const second = document.createElement('channel-composer');
      second.conversationId = 'aisha';
      parent?.append(second);
      await bench.pass(100);
      await second.updateComplete;
      expect(second.querySelector('textarea')?.value).to.equal('Half a sentence');
    });

    it('keeps text and focus when it is moved', async () => {
      const bench = await composerBench('aisha');
      await bench.type('Half a sentence');
      bench.composer.parentElement?.prepend(bench.composer);
      await bench.pass();
      expect(bench.text.value).to.equal('Half a sentence');
      expect(bench.composer.querySelectorAll('textarea')).to.have.length(1);
    });
  });

  describe('with notes', () => {
    it('[B13] adds a note by another command, with another name and look', async () => {
      const bench = await composerBench('aisha');
      radio(bench, 'Note').click();
      await bench.pass();
      expect(byRole(bench.composer, 'textbox', 'Internal note')).to.equal(bench.text);
      expect(nameOf(bench.send())).to.equal('Add note about Aïsha de Vries: internal, not sent');
      expect(allByRole(bench.composer, 'radiogroup', 'Channel')).to.have.length(0);
      await bench.type('For us, {{FirstName}}');
      bench.send().click();
      await bench.pass(100);
      const { items } = await bench.world.adapter.listMessages({ kind: 'conversation', conversationId: 'aisha' });
      expect(items.at(-1)?.direction).to.equal('note');
      expect(items.at(-1)?.content).to.deep.equal({ kind: 'text', text: 'For us, {{FirstName}}' });
    });

    it('[B13] begins every conversation with a reply, so that no note becomes a message', async () => {
      const bench = await composerBench('aisha');
      radio(bench, 'Note').click();
      await bench.pass();
      bench.composer.conversationId = 'mehmet';
      await bench.pass(100);
      expect(checked(bench)).to.include('Reply');
    });
  });

  describe('taking up a failed message', () => {
    const request = { conversationId: 'jansen', channel: 'sms', by: 'same-channel', text: 'Once more' } as const;
    const ask = (bench: Bench, detail: object): CustomEvent => {
      const event = new CustomEvent('message-compose-request', {
        detail,
        bubbles: true,
        composed: true,
        cancelable: true,
      });
      bench.composer.parentElement?.dispatchEvent(event);
      return event;
    };

    it('adds the text to what is typed, and takes the focus', async () => {
      const bench = await composerBench('jansen');
      await bench.type('Typed');
      ask(bench, request);
      await bench.pass();
      expect(bench.text.value).to.equal('Typed\nOnce more');
      expect(deepActiveElement(document) === bench.text, 'has the focus').to.equal(true);
    });

    it('goes to another channel that works', async () => {
      const bench = await composerBench('aisha');
      ask(bench, { ...request, conversationId: 'aisha', channel: 'whatsapp', by: 'other-channel' });
      await bench.pass();
      expect(checked(bench)).to.include('SMS');
      expect(bench.text.value).to.equal('Once more');
    });

    it('leaves it when it is about another conversation, or the page cancels', async () => {
      const bench = await composerBench('aisha');
      ask(bench, request);
      document.addEventListener('message-compose-request', (event) => event.preventDefault(), { once: true });
      ask(bench, { ...request, conversationId: 'aisha' });
      await bench.pass();
      expect(bench.text.value).to.equal('');
    });
  });

  describe('in a page', () => {
    it('takes part in a form', async () => {
      const bench = await composerBench('aisha', { attributes: { name: 'reply' } });
      const form = document.createElement('form');
      bench.composer.before(form);
      form.append(bench.composer);
      await bench.type('Hello');
      await bench.pass();
      expect(new FormData(form).get('reply')).to.equal('Hello');
      form.reset();
      await bench.pass();
      expect(bench.composer.value).to.equal('');
      expect(bench.text.value).to.equal('');
    });

    it('tells a host when Send can be pressed, and sends by its command', async () => {
      const bench = await composerBench('aisha');
      const states: boolean[] = [];
      bench.composer.addEventListener('command-state-change', (event) =>
        states.push(event.detail.commands[0]?.enabled ?? false),
      );
      await bench.type('Hello');
      await bench.composer.commands[0]?.run();
      await bench.pass(100);
      expect(states.slice(0, 2)).to.deep.equal([true, false]);
      expect((await bench.accepted()).at(-1)).to.equal('Hello');
    });

    it('speaks English where no provider gives it another language', async () => {
      const lone = document.createElement('channel-composer');
      document.body.append(lone);
      await lone.updateComplete;
      expect(byRole(lone, 'region', 'Composer')).to.exist;
      expect(lone.querySelector('textarea')?.readOnly).to.equal(true);
      lone.remove();
    });

    it('lets nothing be typed or sent while disabled', async () => {
      const bench = await composerBench('aisha', { attributes: { disabled: '' } });
      expect(bench.text.disabled).to.equal(true);
      expect(await bench.composer.send()).to.equal(false);
    });

    it('grows with its text, up to a limit', async () => {
      const bench = await composerBench('aisha');
      const small = bench.text.offsetHeight;
      await bench.type('line\n'.repeat(6));
      expect(bench.text.offsetHeight).to.be.greaterThan(small);
      await bench.type('line\n'.repeat(500));
      expect(bench.text.offsetHeight).to.be.at.most(window.innerHeight * 0.41);
    });

    it('fits 320 px, in both directions', async () => {
      for (const direction of ['ltr', 'rtl']) {
        const bench = await composerBench('aisha');
        bench.composer.style.inlineSize = '320px';
        bench.composer.dir = direction;
        await bench.type('x'.repeat(3000));
        await bench.pass();
        const section = bench.composer.shadowRoot?.querySelector('section');
        expect(section?.scrollWidth).to.be.at.most(320);
      }
    });

    it('keeps every control in its box where texts are large and the pane is narrow', async () => {
      document.documentElement.style.setProperty('font-size', '200%');
      try {
        const bench = await composerBench('aisha');
        bench.composer.style.inlineSize = '320px';
        await bench.until(() => allByRole(bench.composer, 'button').length > 6);
        await bench.pass();
        const box = bench.composer.getBoundingClientRect();
        for (const button of allByRole(bench.composer, 'button').filter((each) => each.checkVisibility())) {
          const place = button.getBoundingClientRect();
          expect(place.left, nameOf(button)).to.be.at.least(box.left);
          expect(place.right, nameOf(button)).to.be.at.most(box.right);
        }
        const to = bench.composer.shadowRoot?.querySelector('.to');
        expect(to?.clientWidth, 'whom it is for').to.be.at.least(150);
      } finally {
        document.documentElement.style.removeProperty('font-size');
      }
    });

    it('reads as the page does while it is empty, then as its text', async () => {
      const bench = await composerBench('aisha');
      bench.composer.dir = 'rtl';
      const direction = (): string => getComputedStyle(bench.text).direction;
      expect(direction()).to.equal('rtl');
      await bench.type('Hello');
      expect(direction()).to.equal('ltr');
      await bench.type('مرحبا');
      expect(direction()).to.equal('rtl');
      await bench.type('');
      expect(direction()).to.equal('rtl');
    });

    it('uses no style attribute, and passes axe', async () => {
      const bench = await composerBench('aisha');
      await bench.type('Dag {{Project}}');
      expect(bench.composer.shadowRoot?.querySelector('[style]')).to.equal(null);
      await expect(bench.composer).to.be.accessible();
    });

    it('leaves no timer behind when it goes', async () => {
      const bench = await composerBench('aisha', closingIn(hour));
      bench.composer.remove();
      await bench.pass(1000);
      const idle = bench.clock.pending;
      await bench.pass(5 * minute);
      expect(bench.clock.pending).to.be.at.most(idle);
    });
  });
});
