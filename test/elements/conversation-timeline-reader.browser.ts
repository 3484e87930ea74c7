import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { toCmIncoming } from '../../src/domain/cm-messages.ts';
import { deepActiveElement } from '../../src/dom/focus.ts';
import { isAtEnd } from '../../src/dom/scroll-anchor.ts';
import type { MessagingAdapter } from '../../src/ports/adapter.ts';
import { AdapterError } from '../../src/ports/adapter-error.ts';
import { deferred } from '../../src/testing/index.ts';
import { ago, type WorldOptions } from '../../stories/support.ts';
import { allByRole, byRole, textOf } from './by-role.ts';
import { counted, history, talkOf, timelineBench, type TimelineBench } from './timeline-bench.ts';

const said = (urgency: 'polite' | 'assertive' = 'polite'): string[] =>
  [...document.querySelectorAll(`body > [aria-live="${urgency}"] > *`)].map((line) => line.textContent);
const active = (): Element | null => deepActiveElement(document);
const unreadOf = async ({ world }: TimelineBench): Promise<number> =>
  (await world.adapter.getConversation('talk')).unreadCount;
/** Lets a test decide whether somebody looks at the page. */
function attention(isLooking: boolean): void {
  document.hasFocus = () => isLooking;
  window.dispatchEvent(new Event(isLooking ? 'focus' : 'blur'));
}

describe('conversation-timeline for somebody who reads', () => {
  beforeEach(() => attention(true));
  after(() => Reflect.deleteProperty(document, 'hasFocus'));

  describe('with the keyboard', () => {
    const lines = [
      { at: ago(3, 'h'), direction: 'incoming' as const, text: 'See www.example.nl and www.example.be' },
      { at: ago(2, 'h'), direction: 'incoming' as const, text: 'Two' },
      { at: ago(1, 'h'), direction: 'incoming' as const, text: 'Three' },
    ];

    it('is one stop for Tab: the latest message, or the one focused last', async () => {
      const { timeline, articles, pass } = await timelineBench(talkOf(lines));
      await pass();
      const stops = (): number[] => articles().map((article) => article.tabIndex);
      expect(stops()).to.deep.equal([-1, -1, 0]);
      timeline.focus();
      expect(active() === articles()[2], 'has the focus').to.equal(true);
      await sendKeys({ press: 'ArrowUp' });
      await pass();
      expect(active() === articles()[1], 'has the focus').to.equal(true);
      expect(stops()).to.deep.equal([-1, 0, -1]);
      expect([...(timeline.shadowRoot?.querySelectorAll('a') ?? [])].map((link) => link.tabIndex)).to.satisfy(
        (indexes: number[]) => indexes.every((index) => index === -1),
      );
    });

    it('moves by arrows, Page Up, Page Down, Home and End, and stops at both ends', async () => {
      const { timeline, articles } = await timelineBench(talkOf(lines));
      timeline.focus();
      const at = async (key: string): Promise<number> => {
        await sendKeys({ press: key });
        return articles().indexOf(active() as HTMLElement);
      };
      expect([await at('ArrowDown'), await at('PageUp'), await at('Home'), await at('ArrowUp')]).to.deep.equal([
        2, 1, 0, 0,
      ]);
      expect([await at('PageDown'), await at('End')]).to.deep.equal([1, 2]);
    });

    const place = (): string => (active() as HTMLElement | null)?.dataset.key ?? '';
    /** The number of the focused message. */
    const at = (): number => Number(/Message (\d+)/.exec(textOf(active()))?.[1]);

    it('goes to the very first message and to the very last with Home and End, without what lies between', async () => {
      const bench = await timelineBench(history(700));
      const pages = counted(bench.world.adapter, 'listMessages');
      bench.timeline.focus();
      expect(at()).to.equal(700);
      await sendKeys({ press: 'Home' });
      for (let turn = 0; turn < 5; turn += 1) await bench.pass(20);
      expect(at(), 'is the beginning').to.equal(1);
      expect(active()?.ariaPosInSet).to.equal('1');
      expect(bench.topOf(place()), 'is on screen').to.be.within(0, 440);
      expect(pages.count(), 'pages that were read for it').to.be.at.most(4);
      await sendKeys({ press: 'ArrowDown' });
      expect(at(), 'goes on from there').to.equal(2);
      await sendKeys({ press: 'End' });
      await bench.pass();
      expect(at()).to.equal(700);
      expect(bench.topOf(place()), 'is on screen').to.be.within(0, 440);
      pages.stop();
    });

    it('goes to both ends from a message that somebody was led to, with messages missing on both sides', async () => {
      const bench = await timelineBench(history(700));
      expect(await bench.timeline.showMessage('talk-350')).to.equal(true);
      await bench.pass();
      expect(at()).to.equal(351);
      await sendKeys({ press: 'Home' });
      for (let turn = 0; turn < 5; turn += 1) await bench.pass(20);
      expect(at()).to.equal(1);
      expect(bench.topOf(place()), 'is on screen').to.be.within(0, 440);
      expect(await bench.timeline.showMessage('talk-350')).to.equal(true);
      await bench.pass();
      await sendKeys({ press: 'End' });
      await bench.pass();
      expect(at()).to.equal(700);
      expect(bench.topOf(place()), 'is on screen').to.be.within(0, 440);
    });

    it('[I10] goes to the first message that is loaded where the beginning cannot be had, or is not wanted any more', async () => {
      const gate = deferred<undefined>();
      const world = { isAway: true };
      const adapt = (adapter: MessagingAdapter): MessagingAdapter => {
        const list = adapter.listMessages.bind(adapter);
        return Object.assign(adapter, {
          listMessages: async (...asked: Parameters<MessagingAdapter['listMessages']>) => {
            const isBeginning = asked[1]?.direction === 'newer' && asked[1].cursor === undefined;
            if (isBeginning && world.isAway) throw new AdapterError('unavailable', 'away');
            if (isBeginning) await gate.promise;
            return list(...asked);
          },
        });
      };
      const bench = await timelineBench(history(700), { adapt });
      bench.timeline.focus();
      await sendKeys({ press: 'Home' });
      for (let turn = 0; turn < 3; turn += 1) await bench.pass(20);
      expect(at(), 'the backend is away').to.equal(651);
      world.isAway = false;
      await sendKeys({ press: 'Home' });
      await bench.pass(20);
      await sendKeys({ press: 'ArrowDown' });
      const chosen = at();
      gate.resolve(undefined);
      for (let turn = 0; turn < 5; turn += 1) await bench.pass(20);
      expect(at(), 'the reader moved on').to.equal(chosen);
      expect(bench.topOf(place()), 'is on screen').to.be.within(0, 440);
    });

    it('enters the controls of a message with Enter and leaves them with Escape', async () => {
      const { timeline, articles, pass, until } = await timelineBench(talkOf(lines));
      await until('a');
      timeline.focus();
      await sendKeys({ press: 'Home' });
      await pass();
      await sendKeys({ press: 'Enter' });
      expect(textOf(active())).to.equal('www.example.nl');
      await sendKeys({ press: 'Tab' });
      expect(textOf(active())).to.equal('www.example.be');
      await sendKeys({ press: 'Escape' });
      expect(active() === articles()[0], 'has the focus').to.equal(true);
    });

    it('scrolls the focused message into view', async () => {
      const { timeline, scroller, articles, pass } = await timelineBench(history(60));
      timeline.focus();
      for (let step = 0; step < 20; step += 1) await sendKeys({ press: 'ArrowUp' });
      await pass();
      const row = active()?.getBoundingClientRect();
      expect(
        articles().some((one) => one === active()),
        'is mounted',
      ).to.equal(true);
      expect(row?.top).to.be.at.least(scroller.getBoundingClientRect().top - 1);
    });

    it('[I10] keeps the focus while messages arrive, and mounted however far the agent scrolls', async () => {
      const { timeline, articles, receive, scrollTo, scroller } = await timelineBench(history(300));
      timeline.focus();
      const row = active();
      await receive('News');
      expect(active() === row, 'has the focus').to.equal(true);
      for (let step = 0; step < 14; step += 1) await scrollTo(Math.max(0, scroller.scrollTop - 1500));
      expect(active() === row, 'has the focus').to.equal(true);
      expect(
        articles().some((one) => one === row),
        'is mounted',
      ).to.equal(true);
    });

    it('reads the nth latest message with Alt and a digit, without moving the focus', async () => {
      const { timeline, clock, pass } = await timelineBench(talkOf(lines));
      timeline.focus();
      const row = active();
      await sendKeys({ down: 'Alt' });
      await sendKeys({ press: '2' });
      await sendKeys({ up: 'Alt' });
      await clock.advance(400);
      expect(said()).to.deep.equal(['Aïsha de Vries, Incoming, 12:40, WhatsApp: Two']);
      expect(active() === row, 'has the focus').to.equal(true);
      const view = document.createElement('div');
      timeline.before(view);
      const beside = document.createElement('button');
      view.attachShadow({ mode: 'open' }).append(beside, timeline);
      await pass();
      beside.dispatchEvent(new KeyboardEvent('keydown', { key: '1', altKey: true, bubbles: true, composed: true }));
      await clock.advance(5000);
      expect(said().at(-1)).to.equal('Aïsha de Vries, Incoming, 13:40, WhatsApp: Three');
      timeline.readLatest(9);
      await clock.advance(5000);
      expect(said().at(-1)).to.equal('There is no such message.');
    });
  });

  describe('with the ears', () => {
    it('[I10] hears each message of the customer once, however many timelines show it', async () => {
      const bench = await timelineBench(history(5));
      const second = document.createElement('conversation-timeline');
      second.conversationId = 'talk';
      bench.timeline.parentElement?.append(second);
      await bench.pass(1);
      await bench.receive('Hello');
      await bench.pass(3000);
      expect(said()).to.deep.equal(['Aïsha de Vries: Hello']);
    });

    it('hears a burst as a number', async () => {
      const bench = await timelineBench(history(5));
      for (let index = 0; index < 12; index += 1)
        await bench.world.backend.incoming({ channel: 'whatsapp', from: '+31612345678', text: `Message ${index}` });
      await bench.pass(3000);
      expect(said().join()).to.match(/^(1\d|\d) new messages/);
    });

    it('hears nothing of what was there, of earlier pages, or of its own', async () => {
      const bench = await timelineBench(history(200, 2));
      await bench.scrollTo(0);
      await send(bench, 'Own');
      await bench.pass(3000);
      expect(said()).to.deep.equal([]);
      expect(said('assertive')).to.deep.equal([]);
    });

    it('hears only that something came, or nothing, when so set', async () => {
      const bench = await timelineBench(history(5), { attributes: { announcements: 'brief' } });
      await bench.receive('Secret');
      expect(said()).to.deep.equal(['1 new message']);
      bench.timeline.announcements = 'off';
      await bench.receive('Silent');
      await bench.pass(5000);
      expect(said()).to.deep.equal(['1 new message']);
    });

    it('[I10] hears that a message was changed or deleted once, with its words only when all is said', async () => {
      const bench = await timelineBench(history(5));
      let count = 0;
      const write = async (text: string, revision?: 'edited' | 'deleted'): Promise<void> => {
        const [from, at] = ['+31612345678', bench.clock.now()];
        const named = revision ? { revision, messageContext: 'R0' } : {};
        const content = { kind: 'text', text } as const;
        const reference = `R${(count += 1) - 1}`;
        const body = toCmIncoming({ channel: 'whatsapp', from, to: '3669', at, reference, content, ...named });
        await bench.world.backend.receive(body);
        await bench.pass(5000);
      };
      await write('At seven');
      await write('At eight', 'edited');
      expect(said()).to.deep.equal(['Aïsha de Vries: At seven', 'Aïsha de Vries: edited: At eight']);
      await bench.pass(20_000);
      bench.timeline.announcements = 'brief';
      await write('At nine', 'edited');
      expect(said()).to.deep.equal(['Aïsha de Vries: edited']);
      bench.timeline.announcements = 'off';
      await write('At ten', 'edited');
      expect(said()).to.deep.equal(['Aïsha de Vries: edited']);
      bench.timeline.announcements = 'full';
      await bench.pass(20_000);
      await write('', 'deleted');
      expect(said()).to.deep.equal(['Aïsha de Vries: This message was deleted.']);
      expect(said('assertive')).to.deep.equal([]);
    });

    it('hears of a failed message once, at once', async () => {
      const bench = await timelineBench(history(5), refusingProvider());
      const failures: unknown[] = [];
      bench.timeline.addEventListener('message-failed', (event) => failures.push(event.detail.reason));
      await send(bench, 'Hello');
      await bench.pass(5000);
      expect(said('assertive')).to.deep.equal(['Message to Aïsha de Vries was not sent.']);
      expect(failures).to.deep.equal(['blocked']);
    });
  });

  describe('marks as read', () => {
    it('as soon as the newest message is on screen and the page has the focus', async () => {
      attention(false);
      const bench = await timelineBench(history(10, 2));
      await bench.pass(5000);
      expect(await unreadOf(bench)).to.equal(2);
      attention(true);
      await bench.pass(100);
      expect(await unreadOf(bench)).to.equal(0);
    });

    it('without rendering the messages again, and notices when they are marked unread after that', async () => {
      const bench = await timelineBench(history(10));
      await bench.pass(1000);
      const renders = counted(bench.timeline, 'render');
      await bench.receive('New');
      await bench.pass(1000);
      renders.stop();
      expect(await unreadOf(bench)).to.equal(0);
      expect(renders.count()).to.equal(1);
      await bench.world.session.markUnread('talk');
      await bench.pass(5000);
      expect([await unreadOf(bench), bench.root.querySelectorAll('.unread').length]).to.deep.equal([1, 1]);
    });

    it('not before the agent has scrolled to the newest', async () => {
      const bench = await timelineBench(history(80, 30));
      await bench.pass(5000);
      expect(await unreadOf(bench)).to.equal(30);
      for (let step = 0; step < 20; step += 1) await bench.scrollTo(bench.scroller.scrollTop + 400);
      await bench.pass(100);
      expect(await unreadOf(bench)).to.equal(0);
    });

    it('[A10] not while messages that came when nobody looked begin above the screen; a button leads there', async () => {
      const bench = await timelineBench(history(20));
      attention(false);
      for (let number = 1; number <= 12; number += 1)
        await bench.receive(`Away ${number} ${'and some words '.repeat(9)}`);
      expect(isAtEnd(bench.scroller), 'still follows the end').to.equal(true);
      attention(true);
      await bench.pass(100);
      expect(await unreadOf(bench)).to.equal(12);
      const button = byRole(bench.timeline, 'button', 'Go to the first of 12 unread messages');
      button.click();
      for (let turn = 0; turn < 5; turn += 1) await bench.pass(100);
      const divider = bench.root.querySelector('.unread')!.getBoundingClientRect();
      expect(divider.top - bench.scroller.getBoundingClientRect().top).to.be.within(0, 200);
      expect(textOf(active())).to.contain('Away 1 ');
      expect(await unreadOf(bench)).to.equal(0);
      await bench.timeline.jumpToLatest();
      await bench.pass();
      expect(allByRole(bench.timeline, 'button', /^Go to the first/)).to.have.length(0);
    });

    it('[A10] not when a message that comes late stands above the screen: it is said, and a button leads there', async () => {
      const bench = await timelineBench(history(40));
      const sent = { from: '+31612345678', to: '3669', at: bench.clock.now() - 9 * 3_600_000, reference: 'late' };
      const content = { kind: 'text', text: 'Delayed' } as const;
      await bench.world.backend.receive(toCmIncoming({ channel: 'whatsapp', ...sent, content }));
      await bench.pass(1000);
      expect(isAtEnd(bench.scroller)).to.equal(true);
      expect(await unreadOf(bench)).to.equal(1);
      expect(said()).to.deep.equal(['Aïsha de Vries: Delayed']);
      byRole(bench.timeline, 'button', 'Go to the unread message').click();
      for (let turn = 0; turn < 5; turn += 1) await bench.pass(100);
      expect(textOf(active())).to.contain('Delayed');
    });

    it('[A10] at once when all that came while nobody looked is on screen', async () => {
      const bench = await timelineBench(history(20));
      attention(false);
      for (const text of ['One', 'Two']) await bench.receive(text);
      expect(await unreadOf(bench)).to.equal(2);
      attention(true);
      await bench.pass(100);
      expect(await unreadOf(bench)).to.equal(0);
      expect(allByRole(bench.timeline, 'button', /^Go to the first/)).to.have.length(0);
    });

    it('two seconds later with after-delay, unless the agent looks away', async () => {
      const bench = await timelineBench(history(10, 1), { attributes: { 'read-policy': 'after-delay' } });
      await bench.pass(1500);
      attention(false);
      await bench.pass(5000);
      expect(await unreadOf(bench)).to.equal(1);
      attention(true);
      await bench.pass(2100);
      expect(await unreadOf(bench)).to.equal(0);
    });

    it('when the agent answers with on-reply, never with manual', async () => {
      const bench = await timelineBench(history(10, 1), { attributes: { 'read-policy': 'on-reply' } });
      await bench.pass(5000);
      expect(await unreadOf(bench)).to.equal(1);
      await send(bench, 'Answer');
      await bench.pass(100);
      expect(await unreadOf(bench)).to.equal(0);
      bench.timeline.readPolicy = 'manual';
      await bench.receive('More');
      await send(bench, 'Answer');
      expect(await unreadOf(bench)).to.equal(1);
    });

    it('[C5] but leaves unread what somebody marked unread, until the agent answers', async () => {
      const bench = await timelineBench(history(10));
      await bench.world.session.markUnread('talk');
      await bench.pass(5000);
      expect(await unreadOf(bench)).to.equal(1);
      await bench.receive('More');
      expect(await unreadOf(bench)).to.equal(2);
      await send(bench, 'Answer');
      expect(await unreadOf(bench)).to.equal(0);
    });
  });

  describe('marks as unread', () => {
    /** Presses the tool of the nth latest message, as the keyboard does. */
    async function markFrom(bench: TimelineBench, number: number): Promise<void> {
      const article = bench.articles().at(-number);
      article?.focus();
      await bench.pass();
      await bench.until('.tools');
      byRole(bench.timeline, 'button', 'Mark unread from here').click();
      await bench.pass(100);
    }
    const divider = ({ root }: TimelineBench): string => textOf(root.querySelector('.unread'));

    it('[A10] from a message of the customer on, with the divider before it, and says so', async () => {
      const bench = await timelineBench(history(12, 3));
      await bench.pass(100);
      expect(await unreadOf(bench)).to.equal(0);
      await markFrom(bench, 2);
      expect(await unreadOf(bench)).to.equal(2);
      expect(divider(bench)).to.equal('2 unread messages');
      const next = bench.root.querySelector('.unread')?.nextElementSibling;
      expect(next?.textContent).to.contain('Message 11 ');
      await bench.pass(5000);
      expect(said()).to.contain('Marked as unread from here.');
    });

    it('[A10] and leaves them so while the agent looks on, scrolls, leaves the page and comes back', async () => {
      for (const policy of ['on-view', 'after-delay']) {
        const bench = await timelineBench(history(12, 1), { attributes: { 'read-policy': policy } });
        await bench.pass(2100);
        await markFrom(bench, 1);
        await bench.scrollTo(0);
        await bench.scrollTo(10_000);
        attention(false);
        attention(true);
        await bench.receive('More');
        await bench.pass(5000);
        expect(await unreadOf(bench), policy).to.equal(2);
      }
    });

    it('[A10] until the agent opens the conversation anew', async () => {
      const bench = await timelineBench(history(12, 1));
      await bench.pass(100);
      await markFrom(bench, 1);
      bench.timeline.conversationId = null;
      await bench.pass();
      bench.timeline.conversationId = 'talk';
      await bench.pass(100);
      await bench.pass(100);
      expect(await unreadOf(bench)).to.equal(0);
    });

    it('[A10] and other timelines of the conversation follow, without reading it', async () => {
      const bench = await timelineBench(history(12, 3));
      const other = document.createElement('conversation-timeline');
      other.conversationId = 'talk';
      bench.timeline.after(other);
      await bench.pass(100);
      await markFrom(bench, 3);
      await bench.pass(5000);
      expect(await unreadOf(bench)).to.equal(3);
      expect(textOf(other.shadowRoot?.querySelector('.unread') ?? null)).to.equal('3 unread messages');
    });

    it('[A10] offers it only for messages of the customer', async () => {
      const bench = await timelineBench(history(12, 1));
      const [answer] = bench.articles().filter(({ classList }) => classList.contains('outgoing'));
      answer?.focus();
      await bench.pass();
      await bench.until('.tools');
      expect(byRole(bench.timeline, 'button', 'Details').isConnected).to.equal(true);
      expect(allByRole(bench.timeline, 'button', 'Mark unread from here')).to.deep.equal([]);
    });
  });
});

async function send({ world, pass }: TimelineBench, text: string): Promise<void> {
  await world.session.send({
    conversationId: 'talk',
    channel: 'whatsapp',
    accountId: null,
    content: { kind: 'text', text },
    replyToId: null,
    draft: null,
  });
  await pass(1000);
}

/** A provider that refuses every message. */
function refusingProvider(): WorldOptions {
  return {
    provider: {
      send: () =>
        Promise.resolve({ status: 'failed', failure: { reason: 'blocked', providerCode: '1', detail: null } }),
    },
  };
}
