import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { toCmIncoming } from '../../src/domain/cm-messages.ts';
import { deepActiveElement } from '../../src/dom/focus.ts';
import { isAtEnd } from '../../src/dom/scroll-anchor.ts';
import type { Message } from '../../src/domain/model.ts';
import { AdapterError } from '../../src/ports/adapter-error.ts';
import type { AdapterParts, MessagingAdapter } from '../../src/ports/adapter.ts';
import { anAttachment } from '../../src/testing/index.ts';
import { voice } from '../../stories/recordings.ts';
import { ago, makeWorld, phoneOf, seedOf } from '../../stories/support.ts';
import { allByRole, byRole, textOf } from './by-role.ts';
import { history, talkOf, timelineBench, type TimelineBench } from './timeline-bench.ts';
import { hostDialog } from './host-dialog.ts';

/** What a message says, by its place from the end. */
const fromEnd = (bench: TimelineBench, number: number): HTMLElement => {
  const article = bench.articles().at(-number);
  if (!article) throw new Error(`there are not ${number} messages`);
  return article;
};

/** The history of 120 messages in which the last one is changed. */
function lastOf120(change: Partial<Message>): ReturnType<typeof seedOf> {
  const data = seedOf([history(120)]);
  const messages = [...(data.messages ?? [])];
  const last = messages.pop();
  return { ...data, messages: last ? [...messages, { ...last, ...change }] : messages };
}

function idOf(number: number): string {
  return seedOf([history(120)]).messages?.[number - 1]?.id ?? '';
}

const said = (text: string, minutes: number) => ({ text, at: ago(minutes, 'm') });

/** Waits for what loads page by page, frame by frame. */
async function until(bench: TimelineBench, isDone: () => boolean): Promise<void> {
  for (let turn = 0; turn < 200 && !isDone(); turn += 1) await bench.pass(10);
}

describe('conversation-timeline around its messages', () => {
  it('[B13] marks the colleagues that a note names, the agent most of all, and never guesses one', async () => {
    const text = 'Hi @Sanne Bakker and @Lotte Claes, not @Joris van den Berg';
    const named = (coWorkerId: string, name: string) => ({
      coWorkerId,
      start: text.indexOf(name),
      end: text.indexOf(name) + name.length,
    });
    const mentions = [named('sanne', '@Sanne Bakker'), named('lotte', '@Lotte Claes')];
    const content = { kind: 'text', text, mentions } as const;
    const bench = await timelineBench(talkOf([{ at: ago(1, 'h'), direction: 'note', by: 'joris', content }]));
    await bench.until('.mention');
    const row = fromEnd(bench, 1);
    expect([...row.querySelectorAll('.mention')].map((each) => each.textContent)).to.deep.equal([
      '@Sanne Bakker',
      '@Lotte Claes',
    ]);
    expect([...row.querySelectorAll('strong.own')].map((each) => each.textContent)).to.deep.equal(['@Sanne Bakker']);
    expect(row.querySelector('.text')?.textContent).to.equal(text);
  });

  it('[A12] shows what a message answers, and leads there however far back it is', async () => {
    const bench = await timelineBench(history(120), { data: lastOf120({ replyToId: idOf(5) }) });
    await bench.until('.quote');
    const lead = byRole(fromEnd(bench, 1), 'button', /^Go to the message that this one answers/);
    lead.click();
    await until(bench, () => bench.articles().some(({ textContent }) => textContent.includes('Message 5 ')));
    await bench.pass();
    const found = deepActiveElement(document);
    expect(found?.textContent).to.contain('Message 5 ');
    expect(found?.classList.contains('found')).to.equal(true);
    expect(bench.topOf((found as HTMLElement).dataset.key ?? ''), 'is on screen').to.be.within(0, 400);
  });

  it('[A12] shows nothing any more of what a message answers once that is taken back', async () => {
    const bench = await timelineBench(
      talkOf([
        { at: ago(2, 'h'), direction: 'incoming', text: 'Secret' },
        { at: ago(1, 'h'), direction: 'outgoing', text: 'Fine', fields: { replyToId: 'talk-0' } },
      ]),
    );
    await bench.until('.quote');
    const quote = (): string => bench.root.querySelector('.quote')?.textContent ?? '';
    expect(quote()).to.contain('Secret');
    await bench.world.backend.receive(
      toCmIncoming({
        ...{ channel: 'whatsapp', from: phoneOf('talk'), to: '3669', at: bench.world.session.serverNow() },
        ...{ reference: 'back', messageContext: 'talk-0', revision: 'deleted' },
        content: { kind: 'text', text: '' },
      }),
    );
    await until(bench, () => !quote().includes('Secret'));
    expect(quote()).to.contain('This message was deleted.');
    expect(bench.root.textContent).to.not.contain('Secret');
  });

  it('[A12] says that a message was changed and shows on request what it said before, with the keyboard too', async () => {
    const [first, second] = ['At seven \u202egpj.exe', '<b>At</b> eight'];
    const fields = { editedAt: ago(8, 'm'), earlier: [said(first, 10), said(second, 9)] };
    const bench = await timelineBench(
      talkOf([
        { at: ago(10, 'm'), direction: 'incoming', text: 'At nine', fields },
        { at: ago(9, 'm'), direction: 'incoming', text: 'In the same group', fields: { editedAt: ago(9, 'm') } },
        { at: ago(8, 'm'), direction: 'incoming', text: 'Also' },
      ]),
    );
    await bench.until('.changed');
    const [row, plain] = bench.articles();
    if (!row || !plain) throw new Error('there are no messages');
    expect(row.getAttribute('aria-label')).to.contain('edited');
    expect(plain.querySelector('.edited')?.textContent, 'says so without what it said').to.equal('edited');
    row.focus();
    await bench.pass();
    await bench.until('.tools');
    const button = byRole(row, 'button', /^edited/);
    expect(button.closest('[aria-hidden=true]') === null).to.equal(true);
    expect(button.getBoundingClientRect().height).to.be.at.least(24);
    const dialog = hostDialog(bench.timeline);
    button.focus();
    await sendKeys({ press: 'Enter' });
    await bench.pass();
    expect(button.ariaExpanded).to.equal('true');
    const versions = [...row.querySelectorAll('.version dd')].map(({ textContent }) => textContent.trim());
    expect(versions).to.deep.equal([first, second]);
    expect(row.querySelector('.version b') === null, 'is text').to.equal(true);
    await sendKeys({ press: 'Escape' });
    await bench.pass();
    expect(row.querySelector('.version') === null).to.equal(true);
    expect(deepActiveElement(document) === button, 'keeps the focus').to.equal(true);
    expect(dialog.open, 'the key was not the page’s').to.equal(true);
    await sendKeys({ press: 'Escape' });
    expect(deepActiveElement(document) === row).to.equal(true);
  });

  it('[A12] shows a list as the customer saw it, opens and closes it by the keyboard, and what was chosen from it', async () => {
    const content = {
      kind: 'list',
      header: 'Your first day',
      body: 'When?',
      footer: 'Before Friday',
      button: 'Choose',
      sections: [{ title: 'Monday', rows: [{ title: '<i>Eight</i>', description: 'At the gate' }] }],
    } as const;
    const bench = await timelineBench(
      talkOf([
        { at: ago(3, 'm'), direction: 'outgoing', content, status: 'read' },
        { at: ago(2, 'm'), direction: 'incoming', content: { kind: 'choice', title: 'Eight', description: 'Gate' } },
      ]),
    );
    await bench.until('.choices');
    const [row, answer] = bench.articles();
    if (!row || !answer) throw new Error('there are no messages');
    expect(answer.querySelector('.bubble')?.textContent.replace(/\s+/g, ' ')).to.contain('Eight').and.contain('Gate');
    const dialog = hostDialog(bench.timeline);
    const item = (): HTMLElement | null => row.querySelector<HTMLElement>('.choices li');
    expect(item()?.checkVisibility(), 'is behind its button').to.equal(false);
    row.focus();
    await bench.pass();
    await sendKeys({ press: 'Enter' });
    const opener = row.querySelector<HTMLElement>('summary');
    expect(deepActiveElement(document) === opener, 'is the first thing in it').to.equal(true);
    await sendKeys({ press: 'Enter' });
    expect(item()?.checkVisibility()).to.equal(true);
    expect(item()?.querySelector('bdi')?.textContent).to.equal('<i>Eight</i>');
    await sendKeys({ press: 'Escape' });
    expect(item()?.checkVisibility()).to.equal(false);
    expect(deepActiveElement(document) === opener).to.equal(true);
    expect(dialog.open, 'the key was not the page’s').to.equal(true);
    await sendKeys({ press: 'Escape' });
    expect(deepActiveElement(document) === row).to.equal(true);
  });

  it('[A12] says that and when a message was taken back, and never what it said', async () => {
    const fields = { deletedAt: ago(9, 'm'), editedAt: ago(10, 'm'), earlier: [said('Secret', 12)] };
    const bench = await timelineBench(talkOf([{ at: ago(12, 'm'), direction: 'incoming', text: 'Secrets', fields }]));
    const [row] = bench.articles();
    if (!row) throw new Error('there is no message');
    expect(row.querySelector('.bubble time')?.getAttribute('datetime')).to.equal(
      new Date(fields.deletedAt).toISOString(),
    );
    row.focus();
    await bench.pass();
    await bench.until('.tools');
    byRole(row, 'button', 'Details').click();
    await bench.pass();
    expect(row.textContent).to.contain('This message was deleted').and.not.to.contain('Secret');
  });

  it('[A11] marks where messages are missing and fills it when it comes into view, without a jump', async () => {
    // About as short as a history with a gap can be: each step takes frames, and a busy machine has few of them.
    const bench = await timelineBench(history(200), { attributes: { 'message-id': idOf(5) } });
    await until(bench, () => bench.articles().some(({ textContent }) => textContent.includes('Message 5 ')));
    const texts = (): readonly string[] =>
      bench.articles().map(({ textContent }) => /Message \d+/.exec(textContent)?.[0] ?? '');
    let seen = 0;
    const observer = new MutationObserver(() => {
      seen += bench.root.querySelectorAll('.hole').length;
    });
    observer.observe(bench.root, { childList: true, subtree: true });
    for (let turn = 0; turn < 80 && !isAtEnd(bench.scroller); turn += 1) {
      const [before] = bench.articles().filter((row) => bench.topOf(row.dataset.key ?? '') >= 0);
      const top = bench.topOf(before?.dataset.key ?? '');
      await bench.pass(20);
      expect(bench.topOf(before?.dataset.key ?? ''), 'stays where it is').to.be.closeTo(top, 1);
      await bench.scrollTo(bench.scroller.scrollTop + 400);
      const numbers = texts().map((text) => Number(text.slice(8)));
      const holes = bench.root.querySelectorAll('.hole').length;
      const breaks = numbers.slice(1).filter((number, index) => number !== (numbers[index] ?? 0) + 1).length;
      expect(breaks, `${numbers.join(' ')} has no unmarked hole`).to.be.at.most(holes);
    }
    observer.disconnect();
    expect(seen, 'a hole was there').to.be.greaterThan(0);
    expect(isAtEnd(bench.scroller)).to.equal(true);
    expect(bench.root.querySelector('.hole')).to.equal(null);
  }).timeout(30_000);

  it('[A11] says that what is missing could not be loaded, and loads it when it is asked again', async () => {
    const bench = await timelineBench(history(200), { attributes: { 'message-id': idOf(60) } });
    await until(bench, () => bench.root.querySelector('.found') !== null);
    const { faults } = bench.world.adapter;
    faults.every({ kind: 'error', error: new AdapterError('forbidden', 'test') }, 'listMessages');
    for (let turn = 0; turn < 40 && !bench.root.querySelector('.hole'); turn += 1) {
      await bench.scrollTo(bench.scroller.scrollTop + 400);
      await bench.pass(10);
    }
    const said = (): string => textOf(bench.root.querySelector('.hole [role="status"]'));
    expect(said()).to.equal('Messages in between are not loaded');
    const load = byRole(bench.timeline, 'button', 'Load');
    load.focus();
    load.click();
    await until(bench, () => said() !== 'Loading');
    expect(said()).to.equal('Messages in between could not be loaded');
    expect(deepActiveElement(document) === load, 'keeps the focus').to.equal(true);
    faults.every(null, 'listMessages');
    byRole(bench.timeline, 'button', 'Try again').click();
    await until(bench, () => !bench.root.querySelector('.hole'));
    expect(bench.root.querySelector('.hole') === null).to.equal(true);
    expect(deepActiveElement(document)?.localName).to.equal('article');
  });

  it('[A10] opens at a message, with it marked and on screen', async () => {
    const bench = await timelineBench(history(120), { attributes: { 'message-id': idOf(60) } });
    await until(bench, () => bench.root.querySelector('.found') !== null);
    await bench.pass(10);
    const article = bench.articles().find(({ textContent }) => textContent.includes('Message 60 '));
    expect(bench.topOf(article?.dataset.key ?? '')).to.be.within(0, 440);
    expect(isAtEnd(bench.scroller)).to.equal(false);
  });

  it('[A11] is where it was when it is taken out of the page and put back', async () => {
    const bench = await timelineBench(history(700));
    for (let turn = 0; turn < 25; turn += 1) await bench.scrollTo(0);
    await bench.scrollTo(1200);
    const [row] = bench.articles().filter(({ dataset }) => bench.topOf(dataset.key ?? '') >= 0);
    const key = row?.dataset.key ?? '';
    const top = bench.topOf(key);
    const parent = bench.timeline.parentElement;
    bench.timeline.remove();
    await bench.pass(1000);
    parent?.append(bench.timeline);
    await until(bench, () => Number.isFinite(bench.topOf(key)));
    await bench.pass(100);
    expect(bench.topOf(key)).to.be.closeTo(top, 2);
  });

  it('[A11] is where it was when it is put back with a provider that begins anew, as kept pages are', async () => {
    const data = seedOf([history(60)]);
    const bench = await timelineBench(history(60), { data });
    await bench.scrollTo(1200);
    const [row] = bench.articles().filter(({ dataset }) => bench.topOf(dataset.key ?? '') >= 0);
    const key = row?.dataset.key ?? '';
    const top = bench.topOf(key);
    const provider = bench.timeline.parentElement;
    const box = provider?.parentElement;
    provider?.remove();
    await bench.pass(1000);
    const { session } = makeWorld({ data, clock: bench.clock });
    if (provider) box?.append(Object.assign(provider, { session }));
    await until(bench, () => Number.isFinite(bench.topOf(key)));
    await bench.pass(100);
    expect(bench.topOf(key)).to.be.closeTo(top, 2);
  });

  it('[A12] shows reactions with who gave them', async () => {
    const by = (name: string) => ({ kind: 'customer', id: name, name }) as const;
    const reactions = [
      { emoji: '👍', by: by('Aïsha'), at: ago(1, 'h') },
      { emoji: '👍', by: by('Piotr'), at: ago(1, 'h') },
      { emoji: '❤️', by: by('Aïsha'), at: ago(1, 'h') },
    ];
    const bench = await timelineBench(history(120), { data: lastOf120({ reactions }) });
    await bench.until('.reaction');
    const [thumbs, heart] = fromEnd(bench, 1).querySelectorAll('.reaction');
    expect(thumbs?.getAttribute('aria-label')).to.equal('👍 by Aïsha, Piotr');
    expect(thumbs?.textContent).to.contain('2');
    expect(heart?.getAttribute('aria-label')).to.equal('❤️ by Aïsha');
  });

  it('[A3] shows when a message got how far, and what the provider said', async () => {
    const at = ago(2, 'h');
    const bench = await timelineBench(
      talkOf([
        {
          at,
          direction: 'outgoing',
          text: 'Hello',
          status: 'failed',
          failure: { reason: 'unreachable', providerCode: '131026', detail: 'Undeliverable', at },
        },
      ]),
    );
    bench.timeline.focus();
    await bench.until('.tools');
    const details = byRole(bench.timeline, 'button', 'Details');
    details.click();
    await bench.pass();
    const list = bench.root.querySelector('.details');
    expect(list?.textContent).to.contain('Failed');
    expect(list?.textContent).to.contain('131026');
    expect(list?.textContent).to.contain('Undeliverable');
    expect(byRole(bench.timeline, 'button', 'Details').ariaExpanded).to.equal('true');
  });

  it('[A12] shows WhatsApp’s signs as what they mean, and never as markup', async () => {
    const bench = await timelineBench(
      talkOf([{ at: ago(1, 'h'), direction: 'incoming', text: '*Bold <b>x</b>* and _www.voorbeeld.nl_' }]),
    );
    await bench.until('.text strong');
    await bench.until('.text em a');
    const text = bench.root.querySelector('.text');
    expect(text?.querySelector('strong')?.textContent).to.equal('Bold <b>x</b>');
    expect(text?.querySelector('b')).to.equal(null);
    expect(text?.querySelector('em a')?.getAttribute('href')).to.equal('https://www.voorbeeld.nl/');
  });

  it('[A12] leaves the signs of a text message alone', async () => {
    const bench = await timelineBench(
      talkOf([{ at: ago(1, 'h'), direction: 'incoming', text: '*Bold*', channel: 'sms' }]),
    );
    expect(bench.root.querySelector('.text')?.textContent).to.equal('*Bold*');
  });

  it('[A5] shows a picture large; keys zoom, change and close, and the focus comes back', async () => {
    const files = await Promise.all([pictureUrl(), pictureUrl()]);
    const bench = await timelineBench(
      talkOf(
        files.map((url, index) => ({
          at: ago(2 - index, 'h'),
          direction: 'incoming',
          content: {
            kind: 'image',
            caption: null,
            attachment: anAttachment({
              id: `picture-${index}`,
              mimeType: 'image/png',
              url,
              altText: `Picture ${index}`,
            }),
          },
        })),
      ),
    );
    await bench.until('.picture');
    const opener = bench.root.querySelector<HTMLElement>('button.picture');
    if (!opener) throw new Error('there is no picture');
    opener.focus();
    opener.click();
    await bench.until('.lightbox[open]');
    const dialog = bench.root.querySelector<HTMLDialogElement>('.lightbox');
    const image = (): HTMLImageElement | null | undefined => dialog?.querySelector('img');
    const press = (key: string): void => {
      deepActiveElement(document)?.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }),
      );
    };
    expect(image()?.alt).to.equal('Picture 0');
    press('ArrowRight');
    expect(image()?.alt).to.equal('Picture 1');
    const middle = (): readonly number[] => {
      const { left, right, top, bottom } = image()?.getBoundingClientRect() ?? new DOMRect();
      return [(left + right) / 2, (top + bottom) / 2].map(Math.round);
    };
    await image()?.decode();
    const before = middle();
    press('+');
    expect(image()?.classList.contains('large')).to.equal(true);
    expect(middle(), 'zooms into the middle').to.deep.equal(before);
    for (let step = 0; step < 4; step += 1) press('+');
    expect(Math.abs((middle()[0] ?? 0) - (before[0] ?? 0)), 'zooms into the middle').to.be.at.most(2);
    press('0');
    expect(image()?.classList.contains('large')).to.equal(false);
    dialog?.close();
    await bench.pass();
    expect(bench.root.querySelector('.lightbox')).to.equal(null);
    expect(deepActiveElement(document) === opener, 'has the focus again').to.equal(true);
    opener.click();
    await bench.until('.lightbox[open]');
    bench.root.host.parentElement?.append(bench.root.host);
    const again = bench.root.querySelector<HTMLDialogElement>('.lightbox');
    expect(again?.matches(':modal'), 'over the page after the element was moved').to.equal(true);
    again?.close();
    await bench.pass();
    expect(deepActiveElement(document) === opener, 'has the focus again after the move').to.equal(true);
  });

  it('[A5] plays a voice message with its waveform, from where and as fast as somebody wants', async () => {
    const attachment = anAttachment({ mimeType: 'audio/wav', durationMs: 6000, url: voice(6) });
    const content = { kind: 'audio', caption: null, attachment } as const;
    const bench = await timelineBench(talkOf([{ at: ago(1, 'h'), direction: 'incoming', content }]));
    await bench.until('.voice button');
    const strokes = (): number => bench.root.querySelector('.wave path')?.getAttribute('d')?.split('M').length ?? 0;
    expect(strokes(), 'a line before it is read').to.equal(2);
    byRole(bench.timeline, 'button', 'Play').click();
    for (let turn = 0; turn < 200 && strokes() < 3; turn += 1) await bench.pass();
    expect(strokes(), 'fifty strokes').to.equal(51);
    const position = bench.root.querySelector<HTMLInputElement>('.track input');
    if (position) position.value = '3';
    position?.dispatchEvent(new Event('input'));
    await bench.pass();
    expect(position?.getAttribute('aria-valuetext')).to.equal('0:03');
    byRole(bench.timeline, 'button', 'Speed 1×').click();
    expect(byRole(bench.timeline, 'button', 'Speed 1.5×').textContent.trim()).to.equal('1.5×');
  });

  it('[A5] asks for a new address when the old one has run out, once', async () => {
    const url = await pictureUrl();
    let asked = 0;
    const adapt = (adapter: MessagingAdapter): MessagingAdapter => {
      const part = adapter.part.bind(adapter);
      return Object.assign(adapter, {
        part: ((name: keyof AdapterParts) => {
          if (name !== 'attachments') return part(name);
          return {
            ...part(name),
            url: () => {
              asked += 1;
              return Promise.resolve({ url, thumbnailUrl: null, expiresAt: null });
            },
          };
        }) as MessagingAdapter['part'],
      });
    };
    const attachment = anAttachment({ mimeType: 'image/png', url: `blob:${location.origin}/has-run-out` });
    const bench = await timelineBench(
      talkOf([{ at: ago(1, 'h'), direction: 'incoming', content: { kind: 'image', caption: null, attachment } }]),
      { adapt },
    );
    await until(bench, () => bench.root.querySelector<HTMLImageElement>('.picture img')?.src === url);
    expect(bench.root.querySelector<HTMLImageElement>('.picture img')?.src).to.equal(url);
    expect(asked).to.equal(1);
    expect(allByRole(bench.timeline, 'link')).to.have.length(0);
  });
});

/** The address of a picture that is really there. */
async function pictureUrl(): Promise<string> {
  const canvas = new OffscreenCanvas(8, 6);
  canvas.getContext('2d')?.fillRect(0, 0, 8, 6);
  return URL.createObjectURL(await canvas.convertToBlob());
}
