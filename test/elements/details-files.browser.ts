import { expect } from '@open-wc/testing';
import '../../src/elements/conversation-details/define.ts';
import type { Content } from '../../src/domain/model.ts';
import { deepActiveElement } from '../../src/dom/focus.ts';
import { AdapterError } from '../../src/ports/adapter-error.ts';
import type { AdapterParts, MessagingAdapter } from '../../src/ports/adapter.ts';
import type { FileAddress } from '../../src/ports/parts/attachments.ts';
import { anAttachment } from '../../src/testing/index.ts';
import { ago, seedOf, storyNow } from '../../stories/support.ts';
import { bench } from './bench.ts';
import { textOf } from './by-role.ts';
import { talkOf } from './timeline-bench.ts';

const life = 60_000;

/** The details of a conversation with one file whose addresses live a minute each, and a backend that can be away. */
async function fileBench(kind: 'image' | 'document', mimeType: string) {
  await Promise.all([
    import('../../src/locales/inbox.en.ts'),
    import('../../src/locales/timeline-more.en.ts'),
    import('../../src/elements/conversation-timeline/more/lightbox.ts'),
  ]);
  const canvas = new OffscreenCanvas(8, 6);
  canvas.getContext('2d')?.fillRect(0, 0, 8, 6);
  const bytes = await canvas.convertToBlob();
  const backend: { fault: AdapterError | null; now: number; leadsTo: Blob | null; asked: number } = {
    fault: null,
    now: storyNow,
    leadsTo: bytes,
    asked: 0,
  };
  const url = (): Promise<FileAddress> => {
    backend.asked += 1;
    if (backend.fault) return Promise.reject(backend.fault);
    const address = backend.leadsTo ? URL.createObjectURL(backend.leadsTo) : `blob:${location.origin}/gone`;
    return Promise.resolve({ url: address, thumbnailUrl: null, expiresAt: backend.now + life });
  };
  const adapt = (adapter: MessagingAdapter): MessagingAdapter => {
    const part = adapter.part.bind(adapter);
    return Object.assign(adapter, {
      part: ((name: keyof AdapterParts) =>
        name === 'attachments' ? { ...part(name), url } : part(name)) as MessagingAdapter['part'],
    });
  };
  const attachment = anAttachment({ name: kind === 'image' ? 'doos.png' : 'rooster.pdf', mimeType, url: null });
  const content: Content = { kind, caption: null, attachment };
  return {
    backend,
    open: async () => {
      const made = await bench('conversation-details', {
        data: seedOf([talkOf([{ at: ago(1, 'h'), direction: 'incoming', content }])]),
        height: 1200,
        attributes: { 'conversation-id': 'talk' },
        adapt,
      });
      const root = made.element.shadowRoot;
      if (!root) throw new Error('the details have not rendered');
      const find = (selector: string): HTMLElement | null => root.querySelector<HTMLElement>(`.files ${selector}`);
      const until = async (isDone: () => boolean): Promise<void> => {
        for (let turn = 0; turn < 200 && !isDone(); turn += 1) await made.pass(10);
      };
      await until(() => find('.file') !== null);
      await made.pass();
      return { ...made, find, until, again: () => find('.file-note button') };
    },
  };
}

describe('files in conversation-details', () => {
  for (const [kind, mimeType, control] of [
    ['document', 'application/pdf', 'a.file'],
    ['image', 'image/png', 'button.file'],
  ] as const)
    it(`[D3] says that a file could not be loaded, and gets it when it is asked again: ${kind}`, async () => {
      const { backend, open } = await fileBench(kind, mimeType);
      backend.fault = new AdapterError('unavailable', 'away');
      const { find, until, again, pass } = await open();
      await until(() => again() !== null);
      expect(textOf(find('.file-note'))).to.equal('The file could not be loaded. Try again');
      expect(find(control) === null, 'there is nothing to open').to.equal(true);
      again()?.focus();
      again()?.click();
      for (let turn = 0; turn < 5; turn += 1) await pass(10);
      expect(deepActiveElement(document) === again(), 'the focus stays while it is away').to.equal(true);
      backend.fault = null;
      again()?.click();
      await until(() => find(control) !== null && again() === null);
      await pass();
      expect(again() === null, 'nothing is the matter any more').to.equal(true);
      expect(deepActiveElement(document) === find(control), 'the file has the focus').to.equal(true);
    });

  it('[D3] says that a file is gone, and asks no more', async () => {
    const { backend, open } = await fileBench('document', 'application/pdf');
    backend.fault = new AdapterError('unavailable', 'away');
    const { find, until, again, pass } = await open();
    await until(() => again() !== null);
    backend.fault = new AdapterError('not-found', 'gone');
    again()?.focus();
    again()?.click();
    await until(() => again() === null);
    expect(textOf(find('.file-note'))).to.equal('This file is no longer available.');
    expect(deepActiveElement(document) === find('.file-note'), 'has the focus').to.equal(true);
    const { asked } = backend;
    for (let turn = 0; turn < 5; turn += 1) await pass(1000);
    expect(backend.asked).to.equal(asked);
  });

  it('[D3] offers a picture again whose address has run out and cannot be renewed', async () => {
    const { backend, open } = await fileBench('image', 'image/png');
    const { find, until, again, element, pass } = await open();
    await until(() => find('img') !== null);
    backend.fault = new AdapterError('unavailable', 'away');
    backend.now += 2 * life;
    await pass(2 * life);
    // What the old address led to is not there any more.
    const image = find('img') as HTMLImageElement | null;
    image?.dispatchEvent(new Event('error'));
    element.requestUpdate();
    await until(() => again() !== null);
    expect(textOf(find('.file-note'))).to.equal('The file could not be loaded. Try again');
    backend.fault = null;
    again()?.click();
    await until(() => find('img') !== null);
    expect(find('.file-note') === null).to.equal(true);
  });
});
