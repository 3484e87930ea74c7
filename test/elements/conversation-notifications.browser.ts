import { expect } from '@open-wc/testing';
import '../../src/elements/conversation-notifications/define.ts';
import type { ConversationNotifications } from '../../src/elements/conversation-notifications/conversation-notifications.ts';
import { remember } from '../../src/dom/remembered.ts';
import { notificationKinds } from '../../src/domain/notifications.ts';
import { aConversation } from '../../src/testing/index.ts';
import { seedOf, storyNow } from '../../stories/support.ts';
import { type Bench, bench, type BenchOptions } from './bench.ts';
import { byRole, textOf } from './by-role.ts';

/** Stands in for the browser's own: what is shown, and what a press does. */
class FakeNotification extends EventTarget {
  static permission: NotificationPermission = 'default';
  static answer: NotificationPermission = 'granted';
  static asked = 0;
  static shown: FakeNotification[] = [];
  static requestPermission(): Promise<NotificationPermission> {
    FakeNotification.asked += 1;
    FakeNotification.permission = FakeNotification.answer;
    return Promise.resolve(FakeNotification.permission);
  }
  readonly title: string;
  readonly options: NotificationOptions;
  isClosed = false;
  constructor(title: string, options: NotificationOptions) {
    super();
    this.title = title;
    this.options = options;
    FakeNotification.shown.push(this);
  }
  close(): void {
    this.isClosed = true;
    this.dispatchEvent(new Event('close'));
  }
}

/** Stands in for the browser's sound: what was played of it. */
interface Played {
  started: number;
  readonly pitches: number[];
  isClosed: boolean;
  isBlocked: boolean;
}

function useFakeAudio(): Played {
  const played: Played = { started: 0, pitches: [], isClosed: false, isBlocked: false };
  class FakeAudioContext {
    readonly currentTime = 0;
    readonly destination = {};
    constructor() {
      if (played.isBlocked) throw new DOMException('no sound here', 'NotAllowedError');
    }
    createGain() {
      const ramp = (): void => undefined;
      return {
        connect: ramp,
        gain: { setValueAtTime: ramp, linearRampToValueAtTime: ramp, exponentialRampToValueAtTime: ramp },
      };
    }
    createOscillator() {
      const oscillator = new EventTarget();
      return Object.assign(oscillator, {
        frequency: { setValueAtTime: (pitch: number) => played.pitches.push(pitch) },
        connect: () => undefined,
        start: () => (played.started += 1),
        stop: () => oscillator.dispatchEvent(new Event('ended')),
      });
    }
    close(): Promise<void> {
      played.isClosed = true;
      return Promise.resolve();
    }
  }
  Object.defineProperty(window, 'AudioContext', { value: FakeAudioContext, configurable: true, writable: true });
  return played;
}

const realAudio = window.AudioContext;
const real = window.Notification;
const everything = { desktop: true, sound: false, kinds: notificationKinds, quiet: null };

async function noticeBench(
  preferences: object = everything,
  options: BenchOptions = {},
): Promise<Bench<ConversationNotifications>> {
  await import('../../src/locales/notifications.en.ts');
  remember('notifications', preferences);
  const made = await bench('conversation-notifications', { attributes: { 'while-looking': '' }, ...options });
  await made.pass(20);
  await made.pass(5);
  return made;
}

const titles = (): string[] => FakeNotification.shown.map(({ title }) => title);
const box = ({ element }: Bench<ConversationNotifications>, label: string): HTMLInputElement =>
  [...element.shadowRoot!.querySelectorAll('label')].find((each) => textOf(each) === label)!.querySelector('input')!;
const settled = async ({ pass }: Bench<ConversationNotifications>): Promise<void> => {
  for (let turn = 0; turn < 4; turn += 1) await pass(5);
};

describe('conversation-notifications', () => {
  beforeEach(() => {
    Object.assign(FakeNotification, { permission: 'granted', answer: 'granted', asked: 0, shown: [] });
    Object.defineProperty(window, 'Notification', { value: FakeNotification, configurable: true, writable: true });
  });

  afterEach(() => {
    Object.defineProperty(window, 'Notification', { value: real, configurable: true, writable: true });
    Object.defineProperty(window, 'AudioContext', { value: realAudio, configurable: true, writable: true });
    localStorage.clear();
  });

  it('[F7] tells when a customer of mine writes, with what was written', async () => {
    const made = await noticeBench();
    await made.customerWrites('jansen', 'Gelukt?', 'sms');
    await settled(made);
    expect(titles()).to.deep.equal(['Annelies Jansen-van der Meulen']);
    expect(FakeNotification.shown[0]?.options.body).to.equal('Gelukt?');
  });

  it('[F7] tells when somebody new writes, and when a conversation is assigned to me', async () => {
    const made = await noticeBench(everything, { agentId: 'joris' });
    await made.world.backend.incoming({ channel: 'sms', from: '+31655500000', text: 'Hallo' });
    await settled(made);
    await made.world.session.update('jansen', { coWorkerId: 'joris' });
    await settled(made);
    expect(titles()).to.deep.equal([
      'New conversation: +31 6 5550 0000',
      'Assigned to you: Annelies Jansen-van der Meulen',
    ]);
  });

  it('[F7] tells once of an old conversation that is given to me, also when a page of mine is newer', async () => {
    const old = aConversation({ id: 'old', coWorkerId: 'joris', state: 'assigned', lastActivityAt: 1 });
    const newer = Array.from({ length: 60 }, (_, index) =>
      aConversation({
        id: `n${index}`,
        coWorkerId: 'sanne',
        state: 'assigned',
        lastActivityAt: storyNow - index * 1_000,
      }),
    );
    const made = await noticeBench(everything, {
      agentId: 'sanne',
      data: { ...seedOf([]), conversations: [old, ...newer] },
    });
    await made.world.session.update('old', { coWorkerId: 'sanne' });
    await settled(made);
    expect(titles()).to.deep.equal([`Assigned to you: ${old.recipient.name}`]);
  });

  it('[F7] plays a tone of its own making where sound is wanted, and ends it', async () => {
    const played = useFakeAudio();
    const made = await noticeBench({ ...everything, desktop: false, sound: true });
    await made.customerWrites('jansen', 'Gelukt?', 'sms');
    await settled(made);
    expect(titles()).to.deep.equal([]);
    expect(played.started).to.equal(1);
    expect(played.pitches).to.deep.equal([660, 880]);
    expect(played.isClosed).to.equal(true);
    byRole(made.element, 'button', 'Try the sound').click();
    expect(played.started).to.equal(2);
  });

  it('[F7] is silent where no sound is wanted, and shows the notice where the browser has none', async () => {
    const played = useFakeAudio();
    const quiet = await noticeBench();
    await quiet.customerWrites('jansen', 'Gelukt?', 'sms');
    await settled(quiet);
    expect(played.started).to.equal(0);
    played.isBlocked = true;
    const made = await noticeBench({ ...everything, sound: true });
    await made.customerWrites('jansen', 'En nu?', 'sms');
    await settled(made);
    expect(FakeNotification.shown.at(-1)?.options.body).to.equal('En nu?');
  });

  it('[F7] is silent about what was there before, what I write, and kinds that nobody wants', async () => {
    const made = await noticeBench({ ...everything, kinds: ['new'] });
    expect(titles()).to.deep.equal([]);
    await made.customerWrites('jansen', 'Gelukt?', 'sms');
    await settled(made);
    expect(titles()).to.deep.equal([]);
  });

  it('[F7] is silent in quiet hours', async () => {
    const hour = new Date(storyNow).toLocaleTimeString('nl', {
      timeZone: 'Europe/Amsterdam',
      hour: '2-digit',
      minute: '2-digit',
    });
    const made = await noticeBench({ ...everything, quiet: { from: hour, until: '23:59' } });
    await made.customerWrites('jansen', 'Gelukt?', 'sms');
    await settled(made);
    expect(titles()).to.deep.equal([]);
  });

  it('[F7] the host may tell in its own way', async () => {
    const made = await noticeBench();
    const told: string[] = [];
    made.element.addEventListener('notification-request', (event) => {
      told.push(`${event.detail.kind} ${event.detail.title}`);
      event.preventDefault();
    });
    await made.customerWrites('jansen', 'Gelukt?', 'sms');
    await settled(made);
    expect(told).to.deep.equal(['message Annelies Jansen-van der Meulen']);
    expect(titles()).to.deep.equal([]);
  });

  it('[F7] asks for permission by a press only, and keeps what was chosen for this browser', async () => {
    FakeNotification.permission = 'default';
    const made = await noticeBench({});
    expect(FakeNotification.asked).to.equal(0);
    box(made, 'Desktop notifications').click();
    await settled(made);
    expect(FakeNotification.asked).to.equal(1);
    box(made, 'a customer of mine writes').click();
    await settled(made);
    expect(JSON.parse(localStorage.getItem('conversation-elements:notifications') ?? '')).to.deep.equal({
      desktop: true,
      sound: false,
      kinds: ['new', 'assigned'],
      quiet: null,
    });
  });

  it('[F7] shows them as off when the agent refuses what the browser asks', async () => {
    Object.assign(FakeNotification, { permission: 'default', answer: 'denied' });
    const made = await noticeBench({});
    const desktop = box(made, 'Desktop notifications');
    desktop.click();
    await settled(made);
    expect([desktop.checked, desktop.disabled]).to.deep.equal([false, true]);
    expect(textOf(made.element.shadowRoot!.querySelector('#permission'))).to.match(/^This browser blocks them/);
  });

  it('[F7] says that the browser blocks them', async () => {
    FakeNotification.permission = 'denied';
    const made = await noticeBench({});
    expect(box(made, 'Desktop notifications').disabled).to.equal(true);
    expect(textOf(made.element.shadowRoot!.querySelector('#permission'))).to.match(/^This browser blocks them/);
  });

  it('[F7] a press on a notification asks the page to open the conversation', async () => {
    const made = await noticeBench();
    const asked = made.heard('conversation-open-request');
    await made.customerWrites('jansen', 'Gelukt?', 'sms');
    await settled(made);
    FakeNotification.shown[0]?.dispatchEvent(new Event('click'));
    expect(asked.map(({ detail }) => detail.conversationId)).to.deep.equal(['jansen']);
    expect(FakeNotification.shown[0]?.isClosed).to.equal(true);
  });

  it('[F7] leaves it to the tab that leads', async () => {
    const made = await noticeBench();
    Object.defineProperty(made.world.session, 'leads', { value: () => false });
    await made.customerWrites('jansen', 'Gelukt?', 'sms');
    await settled(made);
    expect(titles()).to.deep.equal([]);
  });

  it('[F7] works while its settings are hidden, and has quiet hours to set', async () => {
    const made = await noticeBench();
    box(made, 'Quiet hours').click();
    await settled(made);
    expect(box(made, 'Quiet from').value).to.equal('18:00');
    expect(byRole(made.element, 'button', 'Try the sound')).to.exist;
  });
});
