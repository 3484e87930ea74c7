import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { render } from 'lit';
import '../../src/elements/conversation-view/define.ts';
import { localization } from '../../src/controllers/localization.ts';
import { viewBanners } from '../../src/elements/conversation-view/soon/banners.ts';
import { fallbackMessages } from '../../src/locales/messages.ts';
import { viewSoonEn } from '../../src/locales/view-soon.en.ts';
import type { ConversationView } from '../../src/elements/conversation-view/conversation-view.ts';
import { deepActiveElement } from '../../src/dom/focus.ts';
import { ForwardingAdapter } from '../../src/adapters/forwarding-adapter.ts';
import { AdapterError } from '../../src/ports/adapter-error.ts';
import { aRecipient, memoryStorage } from '../../src/testing/index.ts';
import { makeWorld, morning, seedOf } from '../../stories/support.ts';
import { bench, type BenchOptions } from './bench.ts';
import { allByRole, byRole, nameOf, textOf } from './by-role.ts';
import { hostDialog } from './host-dialog.ts';

const wide = 1200;
const middle = 800;
const narrow = 320;

const viewBench = async (options: BenchOptions = {}) => {
  // Chunks of their own, which on a busy machine come later than a test waits.
  await Promise.all([
    import('../../src/elements/channel-composer/define.ts'),
    import('../../src/elements/conversation-details/define.ts'),
    import('../../src/locales/inbox.en.ts'),
    import('../../src/elements/conversation-view/soon/soon.ts'),
    import('../../src/elements/conversation-view/tools/tools.ts'),
    import('../../src/elements/conversation-timeline/soon/soon.ts'),
    import('../../src/elements/conversation-list/soon/soon.ts'),
    import('../../src/elements/conversation-list/tools/tools.ts'),
    import('../../src/elements/conversation-timeline/soon/soon.ts'),
  ]);
  return bench('conversation-view', {
    width: middle,
    height: 700,
    ...options,
    attributes: { sort: 'newest', ...options.attributes },
  });
};

const isShown = (region: Element): boolean => getComputedStyle(region).visibility === 'visible';
const regions = (view: Element): string[] =>
  allByRole(view, 'region')
    .filter((region) => isShown(region))
    .map((region) => nameOf(region));
const enabled = (view: ConversationView): string[] => view.commands.filter((one) => one.enabled).map(({ id }) => id);
const banner = (view: ConversationView): string =>
  [...(view.shadowRoot?.querySelectorAll('.banner') ?? [])].map((one) => textOf(one)).join(' ');

const newcomer = seedOf(morning, {
  recipients: [aRecipient({ id: 'recipient-new', name: 'Hanna Vermeulen', coWorkerId: 'sanne' })],
});

const nobodys = seedOf(
  morning.map((talk) => (talk.id === 'aisha' ? { ...talk, fields: { state: 'new', coWorkerId: null } } : talk)),
);

/** A colleague presses a moment earlier, each time. */
class Quicker extends ForwardingAdapter {
  override async update(
    ...[id, change, options]: Parameters<ForwardingAdapter['update']>
  ): ReturnType<ForwardingAdapter['update']> {
    if (change.coWorkerId === 'sanne') await super.update(id, { coWorkerId: 'joris' });
    return super.update(id, change, options);
  }
}

describe('conversation-view', () => {
  it('[B3] [B14] [B16] hands on to its composer which key sends, how long a text can be taken back, and whether to ask', async () => {
    const { element } = await viewBench({
      attributes: { 'conversation-id': 'aisha', 'send-key': 'ctrl-enter', 'undo-seconds': '5', 'no-send-guard': '' },
    });
    const composer = element.shadowRoot?.querySelector('channel-composer');
    expect(composer?.sendKey).to.equal('ctrl-enter');
    expect(composer?.undoSeconds).to.equal(5);
    expect(composer?.noSendGuard).to.equal(true);
  });

  it('[A10] hands on to its messages what marks them as read', async () => {
    const unread = async (policy: string) => {
      const attributes = { 'conversation-id': 'aisha', 'read-policy': policy };
      const { world, pass } = await viewBench({ attributes });
      await pass(3000);
      return (await world.adapter.getConversation('aisha')).unreadCount;
    };
    expect(await unread('manual')).to.equal(2);
    expect(await unread('on-view')).to.equal(0);
  });

  it('[A12] offers to answer a message of the customer with a quote of it', async () => {
    const { element } = await viewBench({ attributes: { 'conversation-id': 'aisha' } });
    const timeline = element.shadowRoot?.querySelector('conversation-timeline');
    expect([timeline?.replies, timeline?.toolbar]).to.deep.equal([true, true]);
  });

  beforeEach(() => localStorage.clear());

  describe('panes', () => {
    it('are as many as its own width allows from the first one on, though its provider gives it a place only later', async () => {
      const { session } = makeWorld();
      const box = document.createElement('div');
      Object.assign(box.style, { display: 'grid', width: '1200px', height: '700px' });
      // As of a page's own HTML: the view is connected before the provider has rendered where it stands.
      const provider = document.createElement('conversation-provider');
      Object.assign(provider, { session, locale: 'en' });
      const view = document.createElement('conversation-view');
      provider.append(view);
      box.append(provider);
      const modes: (string | undefined)[] = [];
      const mode = (): void => void modes.push(view.shadowRoot?.querySelector<HTMLElement>('.panes')?.dataset.mode);
      document.body.append(box);
      await view.updateComplete;
      mode();
      await new Promise((resolve) => requestAnimationFrame(resolve));
      await view.updateComplete;
      mode();
      expect(modes).to.deep.equal(['three', 'three']);
      box.remove();
      await session.close();
    });

    it('has the regions Conversations, Messages, Composer and Details from 960 px', async () => {
      const { element } = await viewBench({ width: wide, attributes: { 'conversation-id': 'aisha' } });
      expect(regions(element)).to.deep.equal(['Conversations', 'Messages', 'Composer', 'Details']);
    });

    it('opens the details as a sheet from 640 px, and closes them with Escape', async () => {
      const { element, pass } = await viewBench({ attributes: { 'conversation-id': 'aisha' } });
      const dialog = hostDialog(element);
      await pass();
      expect(regions(element)).to.deep.equal(['Conversations', 'Messages', 'Composer']);
      byRole(element, 'button', 'Details').click();
      await pass();
      byRole(element, 'button', 'Close details').focus();
      await sendKeys({ press: 'Escape' });
      await pass();
      expect(dialog.open, 'the key was not the page’s').to.equal(true);
      expect(regions(element)).not.to.include('Details');
      expect(nameOf(deepActiveElement(document) ?? element)).to.equal('Details');
    });

    it('shows one pane below 640 px: the list, then the messages with the way back, focus with it', async () => {
      const { element, pass } = await viewBench({ width: narrow });
      expect(regions(element)).to.deep.equal(['Conversations']);
      byRole(element, 'option', /^Mehmet/).focus();
      byRole(element, 'option', /^Mehmet/).click();
      await pass();
      expect(regions(element)).to.deep.equal(['Messages', 'Composer']);
      expect(textOf(deepActiveElement(document))).to.equal('Mehmet Yılmaz');
      byRole(element, 'button', 'Back to conversations').click();
      await pass();
      expect(regions(element)).to.deep.equal(['Conversations']);
      expect(element.conversationId).to.equal(null);
    });

    it('follows its own width, not that of the window', async () => {
      const { element, pass } = await viewBench({ width: wide, attributes: { 'conversation-id': 'aisha' } });
      const box = element.closest('div');
      Object.assign(box?.style ?? {}, { width: '500px' });
      await pass();
      await pass();
      expect(regions(element)).to.deep.equal(['Messages', 'Composer']);
    });

    for (const { dir, key } of [
      { dir: 'ltr', key: 'ArrowRight' },
      { dir: 'rtl', key: 'ArrowLeft' },
    ] as const)
      it(`moves the divider with the keys in ${dir}, and remembers the width`, async () => {
        const { element, press, pass } = await viewBench({ dir });
        const separator = byRole(element, 'separator', 'Width of the conversation list');
        const before = Number(separator.ariaValueNow);
        separator.focus();
        await press(key);
        expect(Number(separator.ariaValueNow)).to.equal(before + 16);
        const list = byRole(element, 'region', 'Conversations').getBoundingClientRect();
        expect(Math.round(list.width)).to.equal(before + 16);
        await press('Home');
        expect(separator.ariaValueNow).to.equal(separator.ariaValueMin);
        await press('End');
        expect(separator.ariaValueNow).to.equal(separator.ariaValueMax);
        await pass();
        const again = await viewBench({ dir });
        expect(byRole(again.element, 'separator').ariaValueNow).to.equal(separator.ariaValueNow);
      });

    it('moves the divider with the pointer, and leaves the messages at least 320 px', async () => {
      const { element, pass } = await viewBench();
      const separator = byRole(element, 'separator');
      separator.setPointerCapture = () => undefined;
      const point = (type: string, clientX: number): void => {
        separator.dispatchEvent(new PointerEvent(type, { clientX, pointerId: 1, bubbles: true }));
      };
      point('pointerdown', 260);
      point('pointermove', 300);
      await pass();
      expect(separator.ariaValueNow).to.equal('300');
      point('pointermove', 2000);
      point('pointerup', 2000);
      point('pointermove', 100);
      await pass();
      expect(byRole(element, 'region', 'Messages').getBoundingClientRect().width).to.be.at.least(319);
      expect(separator.ariaValueNow).to.equal(separator.ariaValueMax);
    });

    it('remembers that the third pane was closed', async () => {
      const first = await viewBench({ width: wide, attributes: { 'conversation-id': 'aisha' } });
      byRole(first.element, 'button', 'Close details').click();
      await first.pass();
      const second = await viewBench({ width: wide, attributes: { 'conversation-id': 'aisha' } });
      expect(regions(second.element)).not.to.include('Details');
    });

    it('leaves the messages room to read where the box is low, and lets the composer be reached', async () => {
      const attributes = { 'conversation-id': 'aisha' };
      const { element, pass } = await viewBench({ width: narrow, height: 220, attributes });
      await pass();
      const timeline = element.shadowRoot?.querySelector('conversation-timeline');
      const feed = timeline?.shadowRoot?.querySelector('.scroll');
      expect(feed?.clientHeight).to.be.at.least(100);
      const writing = byRole(element, 'textbox');
      writing.focus();
      await pass();
      const [box, place] = [element.getBoundingClientRect(), writing.getBoundingClientRect()];
      expect(place.top).to.be.at.least(box.top);
      expect(place.bottom).to.be.at.most(box.bottom + 1);
    });

    it('shows the name beside or above its buttons where texts are large and the pane is narrow', async () => {
      document.documentElement.style.setProperty('font-size', '200%');
      try {
        const attributes = { 'conversation-id': 'aisha' };
        const { element, pass } = await viewBench({ width: narrow, height: 900, attributes });
        await pass();
        const name = byRole(element, 'heading', 'Aïsha de Vries');
        expect(name.clientWidth).to.be.at.least(190);
        expect(name.scrollWidth, 'is not cut').to.be.at.most(name.clientWidth);
        const box = element.getBoundingClientRect();
        const buttons = [...(name.closest('.header')?.querySelectorAll('button') ?? [])];
        expect(buttons.length).to.be.greaterThan(2);
        for (const button of buttons) expect(button.getBoundingClientRect().right).to.be.at.most(box.right);
      } finally {
        document.documentElement.style.removeProperty('font-size');
      }
    });

    it('fills its box and never makes the page scroll', async () => {
      for (const width of [narrow, middle, wide]) {
        const { element } = await viewBench({ width, attributes: { 'conversation-id': 'aisha' } });
        const { height } = element.getBoundingClientRect();
        expect(Math.round(height)).to.equal(700);
        expect(element.scrollWidth, `${width} px`).to.be.at.most(width);
      }
    });
  });

  it('leaves the header its room where texts are twice as large in a narrow, low box', async () => {
    document.documentElement.style.fontSize = '200%';
    try {
      const { element, pass } = await viewBench({ width: narrow, attributes: { 'conversation-id': 'aisha' } });
      await pass();
      const header = element.shadowRoot!.querySelector('.header')!;
      const { bottom } = header.getBoundingClientRect();
      const buttons = [...header.querySelectorAll('button')].filter((button) => button.checkVisibility());
      expect(buttons.map((button) => nameOf(button))).to.include('More actions');
      for (const button of buttons) expect(button.getBoundingClientRect().bottom, nameOf(button)).to.be.at.most(bottom);
    } finally {
      document.documentElement.style.fontSize = '';
    }
  });

  describe('keyboard', () => {
    it('leads from region to region with F6 and back with Shift+F6', async () => {
      const { element, press } = await viewBench({ width: wide, attributes: { 'conversation-id': 'jansen' } });
      element.focus();
      const where = (): string => {
        for (let one: Node | null = deepActiveElement(document); one; one = one.parentNode ?? (one as ShadowRoot).host)
          if (one instanceof HTMLElement && one.matches('[data-region]'))
            return [...one.classList].find((name) => /composer|-pane/.test(name)) ?? '';
        return '';
      };
      const forward: string[] = [where()];
      for (let step = 0; step < 4; step += 1) {
        await press('F6');
        forward.push(where());
      }
      expect(forward).to.deep.equal(['list-pane', 'messages-pane', 'composer', 'details-pane', 'list-pane']);
      await press('F6', { shiftKey: true });
      expect(where()).to.equal('details-pane');
      await press('F6', { shiftKey: true });
      expect(deepActiveElement(document)?.localName).to.equal('textarea');
    });
  });

  describe('conversations', () => {
    it('[C2] switches by choosing another row, and tells', async () => {
      const { element, heard, pass } = await viewBench({ attributes: { 'conversation-id': 'aisha' } });
      const told = heard('conversation-change');
      byRole(element, 'option', /^Annelies/).click();
      await pass();
      expect(told.map(({ detail }) => detail.conversationId)).to.deep.equal(['jansen']);
      expect(textOf(byRole(element, 'heading', /Annelies/))).to.equal('Annelies Jansen-van der Meulen');
      expect(textOf(element.shadowRoot?.querySelector('.heading'))).to.include('Zorggroep Rivierenland');
    });

    it('stays where it is when the page opens the conversation elsewhere', async () => {
      const { element, pass } = await viewBench({ attributes: { 'conversation-id': 'aisha' } });
      element.parentElement?.addEventListener('conversation-open-request', (event) => event.preventDefault());
      byRole(element, 'option', /^Annelies/).click();
      await pass();
      expect(element.conversationId).to.equal('aisha');
    });

    it("[C1] opens a recipient's newest conversation from their card, once", async () => {
      const { element, pass } = await viewBench({ width: narrow, attributes: { 'recipient-id': 'recipient-jansen' } });
      await pass();
      expect(element.conversationId).to.equal('jansen');
      byRole(element, 'button', 'Back to conversations').click();
      await pass();
      await pass();
      expect(element.conversationId).to.equal(null);
    });

    it("shows another recipient's conversation when the page moves on to their card", async () => {
      const { element, pass } = await viewBench({ attributes: { 'recipient-id': 'recipient-jansen' } });
      await pass();
      expect(element.conversationId).to.equal('jansen');
      element.recipientId = 'recipient-mehmet';
      await element.updateComplete;
      expect(element.conversationId).to.equal(null);
      await pass();
      await pass();
      expect(element.conversationId).to.equal('mehmet');
    });

    for (const width of [narrow, middle])
      it(`[B19] offers to start the first conversation with a recipient at ${width} px`, async () => {
        const { element, pass } = await viewBench({
          width,
          data: newcomer,
          attributes: { 'recipient-id': 'recipient-new' },
        });
        await pass();
        expect(textOf(byRole(element, 'region', 'Messages'))).to.include('No conversation with Hanna Vermeulen yet');
        byRole(element, 'button', 'Start conversation').click();
        await pass();
        await pass();
        expect(element.conversationId).to.be.a('string');
        expect(regions(element)).to.include('Composer');
      });

    it('[D7] takes an archived conversation up again, and keeps the focus', async () => {
      const { element, pass } = await viewBench({ attributes: { 'conversation-id': 'schmidt' } });
      while (!textOf(element.shadowRoot?.querySelector('.strip')).includes('Take up again')) await pass();
      const button = byRole(element, 'button', 'Take up again');
      button.focus();
      button.click();
      await pass();
      await pass();
      expect(element.shadowRoot?.querySelector('.strip')).to.equal(null);
      expect(element.shadowRoot?.activeElement?.localName).to.equal('h2');
    });

    it('offers a new conversation in place of an archived one', async () => {
      const { element, pass } = await viewBench({ attributes: { 'conversation-id': 'schmidt' } });
      expect(textOf(element.shadowRoot?.querySelector('.strip'))).to.include('Archived');
      byRole(element, 'button', 'Start a new conversation').click();
      await pass();
      await pass();
      expect(element.conversationId).not.to.equal('schmidt');
      expect(element.shadowRoot?.activeElement?.localName).to.equal('textarea');
      expect(textOf(byRole(element, 'heading', /Jürgen/))).to.equal('Jürgen Schmidt');
    });

    it('[D1] offers to take a conversation that is nobody’s, and tells who has it now', async () => {
      const { element, heard, pass } = await viewBench({
        data: seedOf(
          morning.map((talk) => (talk.id === 'aisha' ? { ...talk, fields: { state: 'new', coWorkerId: null } } : talk)),
        ),
        attributes: { scope: 'all', 'conversation-id': 'aisha' },
      });
      const told = heard('conversation-assigned');
      byRole(element, 'button', 'Assign to me').click();
      await pass();
      expect(told.map(({ detail }) => detail.conversation.coWorkerId)).to.deep.equal(['sanne']);
      expect(element.shadowRoot?.querySelector('.strip')).to.equal(null);
    });

    it('[D1] tells the one who lost when two press together, and keeps what they were writing', async () => {
      const { element, heard, pass } = await viewBench({
        data: nobodys,
        attributes: { scope: 'all', 'conversation-id': 'aisha' },
        adapt: (adapter) => new Quicker({ name: 'quicker', load: () => Promise.resolve(adapter), owns: true }),
      });
      const told = heard('conversation-assigned');
      const text = element.shadowRoot?.querySelector('channel-composer')?.querySelector('textarea');
      Object.assign(text ?? {}, { value: 'Ik kijk het na' });
      text?.dispatchEvent(new Event('input', { bubbles: true }));
      byRole(element, 'button', 'Assign to me').click();
      await pass();
      await pass();
      expect(banner(element)).to.include('Joris van den Berg was quicker');
      expect(told).to.have.length(0);
      expect(text?.value).to.equal('Ik kijk het na');
    });

    it('[D1] takes it all the same when only a message came in between', async () => {
      const { element, world, heard, pass } = await viewBench({
        data: nobodys,
        attributes: { scope: 'all', 'conversation-id': 'aisha' },
      });
      const told = heard('conversation-assigned');
      world.adapter.faults.next({ kind: 'error', error: new AdapterError('conflict', 'test') }, 'update');
      byRole(element, 'button', 'Assign to me').click();
      await pass();
      await pass();
      expect(told.map(({ detail }) => detail.conversation.coWorkerId)).to.deep.equal(['sanne']);
    });

    it('shows who it is, how to reach them and until when, in the details', async () => {
      const { element, pass } = await viewBench({
        width: wide,
        attributes: { scope: 'all', 'conversation-id': 'claes' },
      });
      const shown = (): string =>
        textOf(byRole(element, 'region', 'Details').querySelector('conversation-details')?.shadowRoot);
      while (!shown().includes('Priority')) await pass();
      const details = shown();
      expect(details).to.include('Wout Claes');
      expect(details).to.include('Haven Logistics Antwerpen');
      expect(details).to.include('Joris van den Berg');
      expect(details).to.include('Antwerpen');
      expect(details).to.include('Template reply only');
      expect(details).to.match(/\+31 6 \d{4} \d{4}/);
    });
  });

  describe('commands', () => {
    it('[D11] lists id, label and state, in the language of the reader', async () => {
      const { element } = await viewBench({ attributes: { 'conversation-id': 'schmidt' } });
      expect(element.commands.map(({ id }) => id)).to.deep.equal([
        'send',
        'mark-read',
        'mark-unread',
        'assign-to-me',
        'open-source',
        'retry-failed',
        'start-conversation',
        'previous-conversation',
        'next-conversation',
        'toggle-details',
        'assign',
        'change-branch',
        'tag',
        'archive',
        'reopen',
        'mark-spam',
        'not-spam',
        'snooze',
        'wake',
        'pin',
        'unpin',
        'export',
        'search',
        'command-palette',
        'show-shortcuts',
      ]);
      expect(element.commands.find(({ id }) => id === 'open-source')?.label).to.equal('Open source record');
    });

    it('[D11] has the ids that the page of hosts lists, so that a ribbon can be drawn before they have loaded', async () => {
      const { element } = await viewBench({ attributes: { 'conversation-id': 'schmidt' } });
      const page = await (await fetch('/docs/embedding.md')).text();
      const [, section = ''] = page.split('## Your own ribbon');
      const [list = ''] = section.split('\n## ');
      const listed = [...list.matchAll(/^\| `([a-z-]+)`/gm)].map(([, id]) => id);
      expect(listed).to.deep.equal(element.commands.map(({ id }) => id));
    });

    it('[D11] carries out a command that is asked for before it has loaded', async () => {
      const { element, pass } = await viewBench();
      const second = document.createElement('conversation-view');
      second.style.blockSize = '300px';
      element.after(second);
      await second.run('command-palette');
      await pass();
      const dialog = second.shadowRoot?.querySelector('dialog');
      expect(dialog?.open).to.equal(true);
      dialog?.close();
    });

    for (const name of ['itself', 'the page around it'])
      it(`[D11] carries nothing out while ${name} is inert`, async () => {
        const { element, pass } = await viewBench({ attributes: { 'conversation-id': 'jansen' } });
        await pass();
        const inert = name === 'itself' ? element : element.parentElement?.parentElement;
        inert?.setAttribute('inert', '');
        for (const id of ['command-palette', 'assign', 'mark-unread', 'next-conversation']) await element.run(id);
        await element.commands.find(({ id }) => id === 'tag')?.run();
        await pass();
        expect(element.shadowRoot?.querySelector('dialog') === null, 'no dialog').to.equal(true);
        expect(element.conversationId).to.equal('jansen');
        inert?.removeAttribute('inert');
        await element.run('command-palette');
        await pass();
        const dialog = element.shadowRoot?.querySelector('dialog');
        expect(dialog?.open, 'afterwards').to.equal(true);
        dialog?.close();
      });

    it('[D11] opens no dialog that nobody sees, which would keep the page from being used', async () => {
      const { element, pass } = await viewBench({ attributes: { 'conversation-id': 'jansen' } });
      await pass();
      element.style.display = 'none';
      await element.run('command-palette');
      await pass();
      expect(element.shadowRoot?.querySelector('dialog') === null, 'no dialog').to.equal(true);
      element.style.display = '';
      await pass();
      expect(element.shadowRoot?.querySelector('dialog') === null, 'not later either').to.equal(true);
      await element.run('command-palette');
      await pass();
      const dialog = element.shadowRoot?.querySelector('dialog');
      expect(dialog?.open, 'when asked again').to.equal(true);
      dialog?.close();
    });

    it('[D11] tells when something can be done that could not, and only then', async () => {
      const { element, heard, pass } = await viewBench();
      const told = heard('command-state-change');
      expect(enabled(element)).to.deep.equal([
        'previous-conversation',
        'next-conversation',
        'search',
        'command-palette',
        'show-shortcuts',
      ]);
      await pass();
      expect(told).to.have.length(0);
      element.select('jansen');
      await pass();
      await pass();
      expect(
        told
          .at(-1)
          ?.detail.commands.filter((one) => one.enabled)
          .map(({ id }) => id),
      ).to.deep.equal(enabled(element));
      expect(enabled(element)).to.include.members(['mark-unread', 'open-source', 'toggle-details']);
      expect(enabled(element)).not.to.include('send');
    });

    it('[D11] runs commands for a ribbon: next and previous conversation, source, read and unread', async () => {
      const { element, heard, pass } = await viewBench({ attributes: { 'conversation-id': 'jansen' } });
      const sources = heard('source-open-request');
      await element.run('next-conversation');
      await pass();
      expect(element.conversationId).to.equal('kowalski');
      await element.run('previous-conversation');
      await pass();
      expect(element.conversationId).to.equal('jansen');
      await element.run('open-source');
      expect(sources.map(({ detail }) => detail.recipient.name)).to.deep.equal(['Annelies Jansen-van der Meulen']);
      await element.run('mark-unread');
      await pass();
      expect(nameOf(byRole(element, 'option', /^Annelies/))).to.include('1 unread');
      expect(enabled(element)).to.include('mark-read');
      await element.run('mark-read');
      await pass();
      expect(nameOf(byRole(element, 'option', /^Annelies/))).not.to.include('unread');
    });

    it('[D11] does nothing for a command that is not enabled or does not exist', async () => {
      const { element } = await viewBench();
      await element.run('open-source');
      await element.run('make-coffee');
    });

    it('[D11] sends what stands in the composer', async () => {
      const { element, pass, world } = await viewBench({ attributes: { 'conversation-id': 'aisha' } });
      const text = byRole(element, 'textbox', 'Message') as HTMLTextAreaElement;
      text.value = 'Ja, achter het gebouw.';
      text.dispatchEvent(new Event('input', { bubbles: true }));
      await pass();
      expect(enabled(element)).to.include('send');
      await element.run('send');
      await pass(1000);
      const page = await world.adapter.listMessages({ kind: 'conversation', conversationId: 'aisha' });
      expect(page.items.at(-1)?.content).to.deep.equal({ kind: 'text', text: 'Ja, achter het gebouw.' });
      expect(text.value).to.equal('');
    });

    it('[A4] tries failed messages again: as new ones where the provider had refused them', async () => {
      const { element, pass, world } = await viewBench({ attributes: { 'conversation-id': 'kowalski' } });
      await pass();
      expect(enabled(element)).to.include('retry-failed');
      await element.run('retry-failed');
      await pass(1000);
      const page = await world.adapter.listMessages({ kind: 'conversation', conversationId: 'kowalski' });
      expect(page.items.filter(({ direction }) => direction === 'outgoing').map(({ status }) => status)[0]).to.equal(
        'failed',
      );
      expect(page.items.filter(({ direction }) => direction === 'outgoing')).to.have.length(2);
      await pass();
      expect(enabled(element)).not.to.include('retry-failed');
    });

    it('says why a command failed, and rejects for the ribbon', async () => {
      const { element, pass, world } = await viewBench({ attributes: { 'conversation-id': 'jansen' } });
      world.adapter.faults.next({ kind: 'error', error: new AdapterError('forbidden', 'test') }, 'update');
      const outcome = await element.run('mark-unread').then(
        () => 'done',
        (reason: unknown) => (reason as AdapterError).code,
      );
      await pass();
      expect(outcome).to.equal('forbidden');
      expect(banner(element)).to.include('That did not work. You have no permission for this.');
    });
  });

  describe('notices', () => {
    it('[I4] says since when it is offline and how many messages wait, and is silent again afterwards', async () => {
      const { element, pass, world } = await viewBench({ attributes: { 'conversation-id': 'aisha' } });
      world.adapter.faults.offline = true;
      world.connectivity.set(false);
      await pass();
      expect(banner(element)).to.equal('Offline since 2:40 PM.');
      await world.session.send({
        conversationId: 'aisha',
        channel: 'whatsapp',
        accountId: null,
        content: { kind: 'text', text: 'Ja' },
        replyToId: null,
        draft: null,
      });
      await pass();
      expect(banner(element)).to.include('1 message waits and is sent as soon as the connection is back.');
      world.adapter.faults.offline = false;
      world.connectivity.set(true);
      await pass(60_000);
      await pass(60_000);
      expect(banner(element)).to.equal('');
    });

    it('says that nothing is stored, always', async () => {
      const { element } = await viewBench({ storage: memoryStorage('none', 'denied') });
      expect(banner(element)).to.include('lost when this page closes');
      expect(allByRole(element, 'button', 'Close')).to.have.length(0);
    });

    it('says that storage is not guaranteed, until that is closed', async () => {
      const { element, pass } = await viewBench({ storage: memoryStorage('best-effort', 'not-persisted') });
      expect(banner(element)).to.include('it may remove them when space runs out');
      const top = (): number => byRole(element, 'region', 'Conversations').getBoundingClientRect().top;
      expect(top()).to.equal(element.getBoundingClientRect().top);
      byRole(element, 'button', 'Close').click();
      await pass();
      expect(banner(element)).to.equal('');
      const again = await viewBench({ storage: memoryStorage('best-effort', 'not-persisted') });
      expect(banner(again.element)).to.equal('');
    });

    it('says that the code that stores and sends could not be loaded', async () => {
      const { world } = await viewBench();
      const status = { ...world.session.status.value, storage: { mode: 'none', problem: 'not-loaded' } as const };
      const inputs = {
        status,
        localization: localization('en', 'UTC', { ...fallbackMessages, ...viewSoonEn }),
        taken: null,
        problem: null,
      };
      const place = document.createElement('div');
      render(viewBanners({ ...inputs, onCloseProblem() {} }), place);
      expect(textOf(byRole(place, 'status'))).to.equal(
        'A part of this page could not be loaded. It is tried again; until then nothing is sent. If this stays, reload the page: what you typed is kept.',
      );
    });

    it('says that the sign-in ran out and that nothing failed', async () => {
      const { element, pass, world } = await viewBench({ attributes: { 'conversation-id': 'aisha' } });
      world.adapter.faults.every({ kind: 'error', error: new AdapterError('unauthenticated', 'test') });
      await world.session.send({
        conversationId: 'aisha',
        channel: 'whatsapp',
        accountId: null,
        content: { kind: 'text', text: 'Ja' },
        replyToId: null,
        draft: null,
      });
      await pass(1000);
      await pass();
      expect(banner(element)).to.equal('Your sign-in has expired. 1 message waits for a new sign-in.');
    });

    it('shows nothing but the reason when the backend refuses the session', async () => {
      const { element } = await viewBench({
        prepare: ({ adapter }) =>
          adapter.faults.every({ kind: 'error', error: new AdapterError('forbidden', 'test') }, 'connect'),
      });
      expect(textOf(byRole(element, 'alert'))).to.equal(
        'The conversations cannot be opened. You have no permission for this.',
      );
      expect(regions(element)).to.deep.equal([]);
    });

    it('goes on trying when the server cannot be reached at first', async () => {
      const { element, pass, world } = await viewBench({
        prepare: ({ adapter }) =>
          adapter.faults.every({ kind: 'error', error: new AdapterError('unavailable', 'test') }, 'connect'),
      });
      expect(banner(element)).to.equal('The server cannot be reached. It is tried again by itself.');
      world.adapter.faults.every(null, 'connect');
      await pass(20_000);
      await pass();
      expect(banner(element)).to.equal('');
      expect(allByRole(element, 'option').length).to.be.greaterThan(5);
    });
  });
});
