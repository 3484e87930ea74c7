import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { allByRole, byRole, textOf } from './by-role.ts';
import { type Bench, composerBench } from './composer-bench.ts';

/** A microphone that hums, without asking anybody. */
async function humming(): Promise<{ readonly tracks: MediaStreamTrack[]; readonly restore: () => void }> {
  // No browser makes a sound before somebody has done something.
  await sendKeys({ press: 'a' });
  const context = new AudioContext();
  await context.resume();
  const hum = context.createOscillator();
  hum.start();
  const tracks: MediaStreamTrack[] = [];
  const real = navigator.mediaDevices.getUserMedia;
  navigator.mediaDevices.getUserMedia = () => {
    const to = context.createMediaStreamDestination();
    hum.connect(to);
    tracks.push(...to.stream.getTracks());
    return Promise.resolve(to.stream);
  };
  return {
    tracks,
    restore: () => {
      navigator.mediaDevices.getUserMedia = real;
      void context.close();
    },
  };
}

async function benchOf(): Promise<Bench> {
  const bench = await composerBench('aisha');
  await bench.until(() => allByRole(bench.composer, 'button', 'Record a voice note').length === 1);
  return bench;
}
const press = (bench: Bench, name: string): void => byRole(bench.composer, 'button', name).click();
const has = (bench: Bench, name: string): boolean => allByRole(bench.composer, 'button', name).length > 0;
const rows = ({ composer }: Bench): HTMLElement[] => [
  ...(composer.shadowRoot?.querySelectorAll<HTMLElement>('[part=files] li') ?? []),
];
const frames = async (count: number): Promise<void> => {
  for (let frame = 0; frame < count; frame += 1) await new Promise(requestAnimationFrame);
};

describe('composer: voice notes', () => {
  let microphone: Awaited<ReturnType<typeof humming>>;
  beforeEach(async () => {
    microphone = await humming();
  });
  afterEach(() => microphone.restore());

  it('[B18] are recorded, paused, heard and sent as Ogg with Opus', async () => {
    const bench = await benchOf();
    press(bench, 'Record a voice note');
    await bench.until(() => has(bench, 'Pause'));
    await frames(30);
    await bench.pass(4_000);
    await frames(2);
    await bench.pass();
    expect(textOf(byRole(bench.composer, 'timer'))).to.equal('0:04');
    press(bench, 'Pause');
    await bench.pass(60_000);
    expect(textOf(byRole(bench.composer, 'timer'))).to.equal('0:04');
    press(bench, 'Go on');
    await frames(30);
    press(bench, 'Stop and listen');
    await bench.until(() => rows(bench).length === 1);
    expect(microphone.tracks.map(({ readyState }) => readyState)).to.deep.equal(['ended']);
    const sound = rows(bench)[0]?.querySelector('audio');
    await bench.until(() => sound?.readyState !== 0);
    expect(sound?.error).to.equal(null);
    expect(sound?.duration).to.be.greaterThan(0.3);
    await bench.until(() => bench.send().ariaDisabled === 'false');
    await bench.composer.send();
    await bench.pass(500);
    const { items } = await bench.world.adapter.listMessages({ kind: 'conversation', conversationId: 'aisha' });
    const [content] = items
      .map((item) => item.content)
      .filter(({ kind }) => kind === 'audio')
      .slice(-1);
    expect(content && 'attachment' in content && content.attachment.mimeType).to.equal('audio/ogg; codecs=opus');
    expect(content && 'attachment' in content && content.attachment.durationMs).to.be.greaterThan(3_999);
  });

  it('[B18] are discarded, and the microphone is let go', async () => {
    const bench = await benchOf();
    press(bench, 'Record a voice note');
    await bench.until(() => has(bench, 'Discard'));
    press(bench, 'Discard');
    await bench.pass();
    expect(has(bench, 'Discard')).to.equal(false);
    expect(rows(bench)).to.have.length(0);
    expect(microphone.tracks[0]?.readyState).to.equal('ended');
  });

  it('[B18] do not follow to another customer, and wait with the draft of the one they are for', async () => {
    const bench = await benchOf();
    press(bench, 'Record a voice note');
    await bench.until(() => has(bench, 'Discard'));
    await frames(30);
    bench.composer.conversationId = 'kowalski';
    await bench.until(() => microphone.tracks[0]?.readyState === 'ended');
    await bench.until(() => has(bench, 'Record a voice note'));
    expect(rows(bench)).to.have.length(0);
    bench.composer.conversationId = 'aisha';
    await bench.until(() => rows(bench).length === 1);
    expect(textOf(rows(bench)[0])).to.contain('Voice note');
  });

  it('[B18] go on while the composer is moved', async () => {
    const bench = await benchOf();
    press(bench, 'Record a voice note');
    await bench.until(() => has(bench, 'Discard'));
    const box = document.createElement('div');
    bench.composer.parentElement?.append(box);
    box.append(bench.composer);
    await frames(30);
    expect(microphone.tracks[0]?.readyState).to.equal('live');
    await bench.until(() => has(bench, 'Stop and listen'));
    press(bench, 'Stop and listen');
    await bench.until(() => rows(bench).length === 1);
  });

  it('[B12] [B18] end when the composer leaves the page, and wait with its draft', async () => {
    const bench = await benchOf();
    press(bench, 'Record a voice note');
    await bench.until(() => has(bench, 'Discard'));
    await frames(30);
    const { parentElement } = bench.composer;
    bench.composer.remove();
    await Promise.resolve();
    expect(microphone.tracks[0]?.readyState).to.equal('ended');
    await frames(10);
    parentElement?.append(bench.composer);
    await bench.until(() => rows(bench).length === 1);
    expect(has(bench, 'Discard')).to.equal(false);
  });

  it('[B18] of which the browser has not given the microphone yet are not begun in a page that was left', async () => {
    const bench = await benchOf();
    const { getUserMedia } = navigator.mediaDevices;
    let give = (): void => undefined;
    navigator.mediaDevices.getUserMedia = async () => {
      await new Promise<void>((resolve) => (give = resolve));
      return getUserMedia.call(navigator.mediaDevices, { audio: true });
    };
    press(bench, 'Record a voice note');
    await bench.pass();
    bench.composer.remove();
    await Promise.resolve();
    give();
    await frames(2);
    expect(microphone.tracks.map(({ readyState }) => readyState)).to.deep.equal(['ended']);
  });

  it('[B18] say in words that the microphone is not allowed, or that there is none', async () => {
    const bench = await benchOf();
    for (const [name, sentence] of [
      ['NotAllowedError', 'does not allow this page to use the microphone'],
      ['NotFoundError', 'There is no microphone'],
    ] as const) {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', name));
      press(bench, 'Record a voice note');
      await bench.until(() => textOf(bench.composer.shadowRoot?.querySelector('[role=alert]')).includes(sentence));
      expect(textOf(byRole(bench.composer, 'alert'))).to.contain(sentence);
    }
  });

  it('[B18] are not offered where the channel takes no sound', async () => {
    const bench = await composerBench('jansen');
    await bench.until(() => has(bench, 'Emoji'));
    expect(has(bench, 'Record a voice note')).to.equal(false);
  });
});
