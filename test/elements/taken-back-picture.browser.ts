import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../src/elements/conversation-details/define.ts';
import { toCmIncoming } from '../../src/domain/cm-messages.ts';
import { deepActiveElement } from '../../src/dom/focus.ts';
import type { ChangeSink, MessagingAdapter } from '../../src/ports/adapter.ts';
import { anAttachment } from '../../src/testing/index.ts';
import { ago, phoneOf, seedOf, type Line, type Talk, type World } from '../../stories/support.ts';
import { bench } from './bench.ts';
import { allByRole, textOf } from './by-role.ts';
import { talkOf, timelineBench } from './timeline-bench.ts';

const arrowRight = (): void => {
  const event = new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, composed: true });
  deepActiveElement(document)?.dispatchEvent(event);
};

/** A talk with so many pictures of the customer, the newest last; the files of the first `kept` are still there. */
async function pictures(count: number, before: readonly Line[] = [], kept = count): Promise<Talk> {
  const canvas = new OffscreenCanvas(8, 6);
  canvas.getContext('2d')?.fillRect(0, 0, 8, 6);
  const blob = await canvas.convertToBlob();
  const lines = Array.from({ length: count }, (_, index): Line => {
    const altText = `Picture ${index}`;
    const more = { id: `picture-${index}`, name: `${index}.png`, mimeType: 'image/png', altText };
    const attachment = anAttachment({
      ...more,
      url: index < kept ? URL.createObjectURL(blob) : `blob:${location.origin}/gone`,
    });
    return {
      at: ago(count - index, 'h'),
      direction: 'incoming',
      content: { kind: 'image', caption: null, attachment },
    };
  });
  return talkOf([...lines, ...before]);
}

/** The customer takes back the message with a picture. */
async function takeBack(world: World, number: number): Promise<void> {
  const page = await world.adapter.listMessages({ kind: 'conversation', conversationId: 'talk' }, { limit: 200 });
  const isWanted = (content: object): boolean =>
    'attachment' in content && (content.attachment as { readonly id: string }).id === `picture-${number}`;
  const messageContext = page.items.find(({ content }) => isWanted(content))?.id ?? 'none';
  const [channel, from, to, reference] = ['whatsapp', phoneOf('talk'), '3669', `back-${number}`] as const;
  const at = world.session.serverNow();
  const content = { kind: 'text', text: '' } as const;
  await world.backend.receive(
    toCmIncoming({ channel, from, to, at, reference, messageContext, revision: 'deleted', content }),
  );
}

/** Waits for what the feed brings, frame by frame. */
async function until(pass: (ms?: number) => Promise<void>, isDone: () => boolean): Promise<void> {
  for (let turn = 0; turn < 200 && !isDone(); turn += 1) await pass(10);
  // What is said is gathered for a moment.
  await pass(1000);
}

const said = (): string => textOf(document.querySelector('[aria-live="polite"]'));

/** Loaded by session, timeline and details on first use; over the network that takes longer than a test waits. */
async function loadChunks(): Promise<void> {
  await Promise.all([
    import('../../src/session-desk.ts'),
    import('../../src/domain/phone.ts'),
    import('../../src/domain/phone-metadata.ts'),
    import('../../src/locales/inbox.en.ts'),
    import('../../src/locales/timeline-more.en.ts'),
    import('../../src/elements/conversation-timeline/more/lightbox.ts'),
  ]);
}

/** A backend that can remove a message, as if it had never been. */
function removing() {
  const heard: { sink: ChangeSink | null; cursor: string | null } = { sink: null, cursor: null };
  const adapt = (adapter: MessagingAdapter): MessagingAdapter => {
    const subscribe = adapter.subscribe.bind(adapter);
    return Object.assign(adapter, {
      subscribe: (...[scope, sink, from]: Parameters<MessagingAdapter['subscribe']>) => {
        heard.sink = sink;
        heard.cursor = from;
        return subscribe(scope, sink, from);
      },
    });
  };
  const remove = (number: number): void => {
    const change = { type: 'message-removed', conversationId: 'talk', messageId: `talk-${number}` } as const;
    heard.sink?.batch({ previous: null, cursor: 'removed', changes: [change] });
  };
  return { adapt, remove };
}

async function timelineOf(count: number, kept = count) {
  await loadChunks();
  const { adapt, remove } = removing();
  const made = await timelineBench(await pictures(count, [], kept), { adapt });
  await made.until('button.picture');
  const open = async (number: number): Promise<void> => {
    const opener = made.root.querySelectorAll<HTMLElement>('button.picture')[number];
    opener?.focus();
    opener?.click();
    await made.until('.lightbox[open]');
  };
  const shown = (): string | null => made.root.querySelector<HTMLImageElement>('.lightbox[open] img')?.alt ?? null;
  return { ...made, open, shown, remove };
}

async function detailsOf(talk: Talk) {
  await loadChunks();
  const attributes = { 'conversation-id': 'talk' };
  const { adapt, remove } = removing();
  const made = await bench('conversation-details', { data: seedOf([talk]), height: 1200, attributes, adapt });
  const root = made.element.shadowRoot;
  if (!root) throw new Error('the details have not rendered');
  const files = (): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('.files button')];
  await until(made.pass, () => files().length > 0);
  const isOpen = (): boolean => root.querySelector('.lightbox[open]') !== null;
  return { ...made, root, files, isOpen, remove };
}

describe('a picture that is taken back', () => {
  it('[ED4] is shown large no longer; it is said, and the focus is on its message', async () => {
    const { world, open, shown, pass, root, timeline } = await timelineOf(2);
    await open(0);
    expect(shown()).to.equal('Picture 0');
    await takeBack(world, 0);
    await until(pass, () => shown() === null);
    expect(root.querySelector('.lightbox') === null, 'is closed').to.equal(true);
    expect(said()).to.include('Picture closed: its message was deleted.');
    const row = allByRole(timeline, 'article')[0];
    expect(textOf(row)).to.include('This message was deleted.');
    expect(deepActiveElement(document) === row, 'its message has the focus').to.equal(true);
  });

  it('[ED4] is shown large no longer when its message is removed without a trace', async () => {
    const { open, shown, pass, timeline, remove } = await timelineOf(3);
    await open(1);
    expect(shown()).to.equal('Picture 1');
    remove(1);
    await until(pass, () => shown() === null);
    expect(shown()).to.equal(null);
    expect(said()).to.include('Picture closed: its message was deleted.');
    expect(allByRole(timeline, 'article')).to.have.length(2);
    expect(deepActiveElement(document)?.localName, 'the focus is on a message').to.equal('article');
  });

  it('[ED4] is no longer among those that arrow keys lead to', async () => {
    const { world, open, shown, pass, root } = await timelineOf(3);
    await open(0);
    await takeBack(world, 1);
    await until(pass, () => textOf(root.querySelector('.lightbox-place')) === '1 of 2');
    expect(shown()).to.equal('Picture 0');
    expect(textOf(root.querySelector('.lightbox-place'))).to.equal('1 of 2');
    arrowRight();
    expect(shown()).to.equal('Picture 2');
  });

  it('[A5] says in one line which of them it is, where texts are large and the page is narrow', async () => {
    const before = { width: window.innerWidth, height: window.innerHeight };
    await setViewport({ width: 320, height: 640 });
    document.documentElement.style.setProperty('font-size', '200%');
    try {
      const { open, root } = await timelineOf(2);
      await open(0);
      const place = root.querySelector<HTMLElement>('.lightbox-place');
      expect(textOf(place)).to.equal('1 of 2');
      expect(place?.clientHeight).to.be.lessThan(2 * 2 * 16 * 1.4);
      for (const button of root.querySelectorAll('.lightbox[open] :is(button, a)'))
        expect(button.getBoundingClientRect().right).to.be.at.most(320);
    } finally {
      document.documentElement.style.removeProperty('font-size');
      await setViewport(before);
    }
  });

  it('[A5] says of a picture among the others that its file is gone', async () => {
    const { open, shown, pass, root } = await timelineOf(2, 1);
    await until(pass, () => root.querySelector('.picture.gone') !== null);
    await open(0);
    arrowRight();
    expect(shown()).to.equal(null);
    expect(textOf(root.querySelector('.lightbox-stage'))).to.equal('This file is no longer available.');
    arrowRight();
    expect(shown()).to.equal('Picture 0');
  });

  it('[ED4] leaves the files of a conversation at once, and closes where it was opened from them', async () => {
    const { world, files, pass, isOpen } = await detailsOf(await pictures(2));
    expect(files()).to.have.length(2);
    files()[1]?.focus();
    files()[1]?.click();
    await until(pass, isOpen);
    await takeBack(world, 0);
    await until(pass, () => !isOpen());
    expect(isOpen()).to.equal(false);
    expect(said()).to.include('Picture closed: its message was deleted.');
    expect(files().map((file) => textOf(file.querySelector('.file-name')))).to.deep.equal(['1.png']);
    expect(deepActiveElement(document) === files()[0], 'what is left has the focus').to.equal(true);
  });

  for (const place of ['loaded', 'older than what is loaded'])
    it(`[ED4] leaves the files, and closes, when its message, ${place}, is removed without a trace`, async () => {
      const count = place === 'loaded' ? 0 : 120;
      const later = Array.from({ length: count }, (_, index): Line => ({
        at: ago(50, 'm') + index,
        direction: 'outgoing',
      }));
      const { files, pass, isOpen, remove } = await detailsOf(await pictures(2, later));
      files()[1]?.focus();
      files()[1]?.click();
      await until(pass, isOpen);
      remove(0);
      await until(pass, () => !isOpen());
      expect(isOpen()).to.equal(false);
      expect(said()).to.include('Picture closed: its message was deleted.');
      expect(files().map((file) => textOf(file.querySelector('.file-name')))).to.deep.equal(['1.png']);
      expect(deepActiveElement(document) === files()[0], 'what is left has the focus').to.equal(true);
    });

  it('[ED4] leaves the focus where it is said that no file is left', async () => {
    const { world, root, files, pass, isOpen } = await detailsOf(await pictures(1));
    files()[0]?.focus();
    files()[0]?.click();
    await until(pass, isOpen);
    await takeBack(world, 0);
    await until(pass, () => !isOpen());
    expect(files()).to.have.length(0);
    expect(deepActiveElement(document) === root.querySelector('.files-none')).to.equal(true);
  });

  it('[ED4] leaves the files also where its message is older than what is loaded', async () => {
    const later = Array.from({ length: 120 }, (_, index): Line => ({
      at: ago(50, 'm') + index,
      direction: 'outgoing',
    }));
    const { world, files, pass } = await detailsOf(await pictures(2, later));
    await takeBack(world, 1);
    await until(pass, () => files().length === 1);
    expect(files().map((file) => textOf(file.querySelector('.file-name')))).to.deep.equal(['0.png']);
  });
});
