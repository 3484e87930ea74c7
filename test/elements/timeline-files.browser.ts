import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { toCmIncoming } from '../../src/domain/cm-messages.ts';
import type { Content } from '../../src/domain/model.ts';
import { AdapterError } from '../../src/ports/adapter-error.ts';
import type { AdapterParts, MessagingAdapter } from '../../src/ports/adapter.ts';
import type { FileAddress } from '../../src/ports/parts/attachments.ts';
import { anAttachment } from '../../src/testing/index.ts';
import { film, voice } from '../../stories/recordings.ts';
import { ago, phoneOf, storyNow } from '../../stories/support.ts';
import { byRole } from './by-role.ts';
import { talkOf, timelineBench, type TimelineBench } from './timeline-bench.ts';

const life = 60_000;

/** A timeline with one file whose addresses live a minute each, and a backend that can be away. */
async function fileBench(kind: 'audio' | 'video', mimeType: string, address: () => string) {
  const given: string[] = [];
  const backend = { isAway: false, now: storyNow };
  const url = (): Promise<FileAddress> => {
    if (backend.isAway) return Promise.reject(new AdapterError('unavailable', 'away'));
    const made = address();
    given.push(made);
    return Promise.resolve({ url: made, thumbnailUrl: null, expiresAt: backend.now + life });
  };
  const adapt = (adapter: MessagingAdapter): MessagingAdapter => {
    const part = adapter.part.bind(adapter);
    return Object.assign(adapter, {
      part: ((name: keyof AdapterParts) =>
        name === 'attachments' ? { ...part(name), url } : part(name)) as MessagingAdapter['part'],
    });
  };
  const attachment = anAttachment({ mimeType, durationMs: 6000, url: null });
  const content: Content = { kind, caption: null, attachment };
  const bench = await timelineBench(talkOf([{ at: ago(1, 'h'), direction: 'incoming', content }]), { adapt });
  /** Addresses run out, and what is shown is rendered anew. */
  const runOut = async (): Promise<void> => {
    backend.now += 2 * life;
    await bench.pass(2 * life);
    const before = given.length;
    bench.articles()[0]?.focus();
    for (let turn = 0; turn < 20 && given.length === before; turn += 1) await bench.pass();
    bench.articles()[0]?.blur();
    await bench.pass();
  };
  return { ...bench, given, backend, runOut };
}

describe('files of messages', () => {
  it('[A5] goes on with a voice message that plays when it has a new address', async () => {
    const bench = await fileBench('audio', 'audio/wav', () => voice(6));
    await bench.until('.voice button');
    byRole(bench.timeline, 'button', 'Play').click();
    const position = bench.root.querySelector<HTMLInputElement>('.track input');
    if (position) position.value = '3';
    position?.dispatchEvent(new Event('input'));
    await bench.pass();
    await bench.runOut();
    expect(bench.given, 'asked for anew').to.have.length(2);
    expect(position?.getAttribute('aria-valuetext')).to.equal('0:03');
  });

  it('[A5] goes on with a film where it was, and begins one that nobody has seen at its new address', async () => {
    const bench = await fileBench('video', 'video/webm', film);
    await bench.until('video');
    const video = bench.root.querySelector('video');
    if (!video) throw new Error('there is no film');
    await bench.runOut();
    expect(video.getAttribute('src')).to.equal(bench.given[1]);
    video.muted = true;
    await video.play();
    await bench.runOut();
    expect(bench.given, 'asked for anew').to.have.length(3);
    expect(video.getAttribute('src')).to.equal(bench.given[1]);
  });

  describe('a voice message', () => {
    const played: HTMLAudioElement[] = [];
    const { Audio: Real } = window;
    before(() => {
      window.Audio = class extends Real {
        constructor(url?: string) {
          super(url);
          played.push(this);
        }
      };
    });
    beforeEach(() => played.splice(0));
    after(() => {
      window.Audio = Real;
    });
    const playing = (): number => played.filter(({ paused }) => !paused).length;
    /** Waits for what the browser does with media that left the page, frame by frame. */
    const silence = async (pass: () => Promise<void>): Promise<void> => {
      for (let turn = 0; turn < 50 && playing() > 0; turn += 1) await pass();
      expect(playing(), 'that play').to.equal(0);
    };
    /** By hand: browsers play nothing for a page that nobody has touched. */
    const press = async (timeline: Element, name: string): Promise<void> => {
      byRole(timeline, 'button', name).focus();
      await sendKeys({ press: 'Enter' });
    };

    it('[A5] stops when it leaves the page; back in it, it goes on where it was when it is asked to', async () => {
      const { timeline, root, pass, until } = await fileBench('audio', 'audio/wav', () => voice(6));
      await until('.voice button');
      const at = (): string | null => root.querySelector('.track input')?.getAttribute('aria-valuetext') ?? null;
      const comesTo = async (time: string): Promise<void> => {
        for (let turn = 0; turn < 200 && at() !== time; turn += 1) await pass();
        expect(at()).to.equal(time);
      };
      await press(timeline, 'Play');
      await comesTo('0:01');
      expect(playing()).to.equal(1);
      const place = timeline.parentElement;
      timeline.remove();
      await silence(pass);
      place?.append(timeline);
      await pass();
      await pass();
      expect(playing(), 'back, and nobody asked').to.equal(0);
      expect(byRole(timeline, 'button', 'Play').isConnected).to.equal(true);
      expect(at()).to.equal('0:01');
      await press(timeline, 'Play');
      await comesTo('0:02');
      expect(playing()).to.equal(1);
      await press(timeline, 'Pause');
      expect(playing()).to.equal(0);
    });

    it('[A5] does not begin when it was asked for a moment before it left the page', async () => {
      const { timeline, pass, until } = await fileBench('audio', 'audio/wav', () => voice(6));
      await until('.voice button');
      byRole(timeline, 'button', 'Play').click();
      timeline.remove();
      await pass();
      await silence(pass);
    });

    for (const [name, leave] of [
      ['its conversation is left', ({ timeline }: TimelineBench) => void (timeline.conversationId = null)],
      [
        'it is taken back',
        ({ world }: TimelineBench) => {
          const [from, at] = [phoneOf('talk'), world.session.serverNow()];
          const message = { channel: 'whatsapp', from, to: '3669', at, reference: 'back' } as const;
          const content = { kind: 'text', text: '' } as const;
          void world.backend.receive(
            toCmIncoming({ ...message, messageContext: 'talk-0', revision: 'deleted', content }),
          );
        },
      ],
    ] as const)
      it(`[A5] stops when ${name}`, async () => {
        const bench = await fileBench('audio', 'audio/wav', () => voice(6));
        await bench.until('.voice button');
        await press(bench.timeline, 'Play');
        for (let turn = 0; turn < 50 && playing() === 0; turn += 1) await bench.pass();
        expect(playing()).to.equal(1);
        leave(bench);
        await silence(() => bench.pass(10));
        expect(bench.root.querySelector('.voice') === null, 'is gone').to.equal(true);
      });

    it('[A5] goes on when its element is moved in the page', async () => {
      const { timeline, pass, until } = await fileBench('audio', 'audio/wav', () => voice(6));
      await until('.voice button');
      await press(timeline, 'Play');
      for (let turn = 0; turn < 50 && playing() === 0; turn += 1) await pass();
      timeline.parentElement?.append(timeline);
      for (let turn = 0; turn < 5; turn += 1) await pass();
      expect(playing()).to.equal(1);
      await press(timeline, 'Pause');
      expect(playing()).to.equal(0);
    });
  });

  it('[A5] says what kind of file it is behind its name, also from right to left', async () => {
    const attachment = anAttachment({ name: 'rooster.pdf', mimeType: 'application/pdf' });
    const content: Content = { kind: 'document', caption: null, attachment };
    const lines = [{ at: ago(1, 'h'), direction: 'incoming', content }] as const;
    const bench = await timelineBench(talkOf(lines), { attributes: { dir: 'rtl' } });
    await bench.until('.file-name');
    const [stem, extension] = [...(bench.root.querySelector('.file-name')?.children ?? [])];
    expect(extension?.textContent).to.equal('.pdf');
    const end = stem?.getBoundingClientRect().right ?? Number.NaN;
    expect(extension?.getBoundingClientRect().left).to.be.closeTo(end, 1);
  });

  it('[A5] keeps all of a voice message in its bubble where texts are large and the pane is narrow', async () => {
    document.documentElement.style.setProperty('font-size', '200%');
    try {
      const bench = await fileBench('audio', 'audio/wav', () => voice(6));
      bench.timeline.style.inlineSize = '320px';
      await bench.until('.voice .speed');
      await bench.pass();
      const bubble = bench.root.querySelector('.bubble')?.getBoundingClientRect();
      const speed = byRole(bench.timeline, 'button', 'Speed 1×').getBoundingClientRect();
      expect(speed.right).to.be.at.most(bubble?.right ?? 0);
    } finally {
      document.documentElement.style.removeProperty('font-size');
    }
  });

  it('[A5] says that a file could not be loaded, and gets it when it is asked again', async () => {
    const bench = await fileBench('audio', 'audio/wav', () => voice(1));
    await bench.until('.voice button');
    bench.backend.isAway = true;
    await bench.runOut();
    // The address that has run out leads nowhere either.
    URL.revokeObjectURL(bench.given[0] ?? '');
    byRole(bench.timeline, 'button', 'Play').click();
    await bench.until('.file-note');
    expect(bench.root.querySelector('.file-note')?.textContent).to.contain('The file could not be loaded.');
    bench.backend.isAway = false;
    byRole(bench.timeline, 'button', 'Try again').click();
    await bench.until('.voice button');
    expect(bench.root.querySelector('.file-note')).to.equal(null);
  });
});
