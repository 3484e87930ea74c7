import { expect } from '@open-wc/testing';
import { AdapterError } from '../../src/ports/adapter-error.ts';
import type { AttachmentsPart } from '../../src/ports/parts/attachments.ts';
import { deepActiveElement } from '../../src/dom/focus.ts';
import { deferred, memoryStorage } from '../../src/testing/index.ts';
import { pdf, picture } from '../../stories/files.ts';
import { prepared } from '../../stories/prepared.ts';
import { morning, seedOf, withoutPart, withPart, type WorldOptions } from '../../stories/support.ts';
import { allByRole, byRole, descriptionOf, nameOf, textOf } from './by-role.ts';
import { type Bench, composerBench } from './composer-bench.ts';

const file = (name: string, bytes: Blob = pdf(2000)): File => new File([bytes], name);
const rows = ({ composer }: Bench): HTMLElement[] => [
  ...(composer.shadowRoot?.querySelectorAll<HTMLElement>('ul[aria-label="Files to send"] > li') ?? []),
];
/** The one text field or bar of this name. */
const named = ({ composer }: Bench, kind: 'input' | 'progress', name: RegExp): HTMLInputElement => {
  const found = [...(composer.shadowRoot?.querySelectorAll<HTMLInputElement>(kind) ?? [])];
  const [field, ...more] = found.filter((each) => name.test(nameOf(each)));
  if (!field || more.length > 0) throw new Error(`${kind} named ${name}; there are: ${found.map(nameOf).join(', ')}`);
  return field;
};
const notices = ({ composer }: Bench): string =>
  [...(composer.shadowRoot?.querySelectorAll('[part=notice]') ?? [])].map(textOf).join(' ');
const reason = (bench: Bench): string => descriptionOf(bench.send());
const isReady = (bench: Bench): boolean => bench.send().ariaDisabled === 'false';
const namesOf = (bench: Bench): string[] => rows(bench).map((row) => textOf(row.querySelector('.file-name')));

/** A backend whose calls about files are others. */
const files = (change: (part: AttachmentsPart) => Partial<AttachmentsPart>): WorldOptions => ({
  adapt: withPart('attachments', (part) => part && { ...part, ...change(part) }),
});

async function benchOf(id = 'aisha', options: WorldOptions = {}): Promise<Bench> {
  const bench = await composerBench(id, options);
  // What files need is a chunk of its own.
  if (!options.adapt || bench.world.adapter.part('attachments'))
    await bench.until(() => allByRole(bench.composer, 'button', 'Attach files').length === 1);
  return bench;
}

/** What choosing in the browser's own dialog does. */
async function choose(bench: Bench, ...chosen: readonly File[]): Promise<void> {
  const before = rows(bench).length;
  const input = bench.composer.shadowRoot?.querySelector<HTMLInputElement>('#file-input');
  const data = new DataTransfer();
  for (const each of chosen) data.items.add(each);
  if (input) input.files = data.files;
  input?.dispatchEvent(new Event('change', { bubbles: true }));
  await bench.until(() => rows(bench).length > before || notices(bench) !== '');
}

/** The contents of the messages the backend has of a conversation, from the first that was sent now. */
async function sent(bench: Bench, conversationId = 'aisha'): Promise<readonly string[]> {
  const query = { kind: 'conversation', conversationId } as const;
  const { items } = await bench.world.adapter.listMessages(query, { limit: 200 });
  return items
    .filter(({ clientId, direction }) => clientId !== null && direction === 'outgoing')
    .map(({ content }) =>
      'attachment' in content
        ? `${content.kind} ${content.attachment.name} (${content.caption ?? '-'})`
        : content.kind === 'text'
          ? content.text
          : content.kind,
    );
}

describe('composer: files', () => {
  it('[A4] of a message that failed come back with their caption, and are sent again', async () => {
    const bench = await benchOf();
    await choose(bench, file('offerte.pdf'));
    await bench.until(() => isReady(bench));
    await bench.composer.send();
    await bench.pass(500);
    const { items } = await bench.world.adapter.listMessages({ kind: 'conversation', conversationId: 'aisha' });
    const content = items.at(-1)?.content;
    if (!content || !('attachment' in content)) throw new Error('no file was sent');
    bench.composer.compose({
      ...{ conversationId: 'aisha', channel: 'whatsapp', by: 'same-channel', text: null },
      file: { attachment: content.attachment, caption: 'Nu wel' },
    });
    await bench.until(() => rows(bench).length === 1 && isReady(bench));
    expect(namesOf(bench)).to.deep.equal(['offerte.pdf']);
    expect(named(bench, 'input', /caption/i).value).to.equal('Nu wel');
    await bench.composer.send();
    await bench.pass(500);
    expect((await sent(bench)).at(-1)).to.equal('document offerte.pdf (Nu wel)');
  });

  it('[B10] are chosen, uploaded at once, and become messages in their order, the text with the first', async () => {
    const bench = await benchOf();
    const before = (await sent(bench)).length;
    await choose(bench, file('offerte.pdf'), file('ingang.jpg', await picture(40, 30, 200)));
    await bench.until(() => isReady(bench));
    expect(namesOf(bench)).to.deep.equal(['offerte.pdf', 'ingang.jpg']);
    await bench.type('Hierbij de offerte');
    await bench.pass();
    expect(textOf(bench.composer.shadowRoot?.querySelector('.file-plan'))).to.equal(
      'Goes out as 2 messages, in this order. Your text goes with the first file.',
    );
    expect(await bench.composer.send()).to.equal(true);
    await bench.pass(500);
    expect((await sent(bench)).slice(before)).to.deep.equal([
      'document offerte.pdf (Hierbij de offerte)',
      'image ingang.jpg (-)',
    ]);
    expect(rows(bench)).to.have.length(0);
    expect(bench.composer.value).to.equal('');
  });

  it('[B10] ten files become ten messages in order, and an eleventh is not added', async () => {
    const bench = await benchOf();
    const before = (await sent(bench)).length;
    await choose(bench, ...Array.from({ length: 11 }, (_, index) => file(`${index + 1}.pdf`)));
    await bench.until(() => isReady(bench));
    expect(rows(bench)).to.have.length(10);
    expect(notices(bench)).to.contain('11.pdf');
    await bench.composer.send();
    await bench.pass(3_000);
    expect((await sent(bench)).slice(before)).to.deep.equal(
      Array.from({ length: 10 }, (_, index) => `document ${index + 1}.pdf (-)`),
    );
  });

  it('[B10] [I9] that are taken out again leave nothing behind in the page', async () => {
    const bench = await benchOf();
    await choose(bench, file('0.pdf'));
    const list = bench.composer.shadowRoot?.querySelector('.file-list');
    const nodes = list?.childNodes.length;
    for (let time = 1; time <= 5; time += 1) {
      await choose(bench, file(`${time}.pdf`));
      allByRole(bench.composer, 'button', /^Remove/)
        .at(-1)
        ?.click();
      await bench.until(() => rows(bench).length === 1);
    }
    expect(list?.isConnected).to.equal(true);
    expect(list?.childNodes).to.have.length(nodes ?? -1);
  });

  it('[B10] need no text; without either there is nothing to send', async () => {
    const bench = await benchOf();
    expect(isReady(bench)).to.equal(false);
    await choose(bench, file('a.pdf'));
    await bench.until(() => isReady(bench));
    byRole(bench.composer, 'button', /^Remove .?a\.pdf/).click();
    await bench.pass();
    expect(isReady(bench)).to.equal(false);
    expect(deepActiveElement(document)).to.equal(bench.text);
  });

  it('[B10] have captions and descriptions of their own, and an order that can be changed', async () => {
    const bench = await benchOf();
    const before = (await sent(bench)).length;
    await choose(bench, file('a.pdf'), file('b.jpg', await picture(40, 30, 10)));
    await bench.until(() => isReady(bench));
    byRole(bench.composer, 'button', /^Describe /).click();
    await bench.pass();
    const write = async (name: RegExp, text: string): Promise<void> => {
      const input = named(bench, 'input', name);
      input.value = text;
      input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      await bench.pass();
    };
    await write(/^Description for people/, 'De ingang');
    await write(/^Caption of .?b\.jpg/, 'Hier naar binnen');
    byRole(bench.composer, 'button', /^Move .?b\.jpg.? earlier/).click();
    await bench.pass();
    expect(namesOf(bench)).to.deep.equal(['b.jpg', 'a.pdf']);
    await bench.composer.send();
    await bench.pass(500);
    expect((await sent(bench)).slice(before)).to.deep.equal(['image b.jpg (Hier naar binnen)', 'document a.pdf (-)']);
    const { items } = await bench.world.adapter.listMessages({ kind: 'conversation', conversationId: 'aisha' });
    const contents = items.map(({ content }) => content);
    const image = contents.find((content) => content.kind === 'image' && content.caption === 'Hier naar binnen');
    expect(image && 'attachment' in image && image.attachment.altText).to.equal('De ingang');
  });

  it('[B10] go by what they hold, not by their name; programs and empty files are not added', async () => {
    const bench = await benchOf();
    await choose(
      bench,
      file('foto.jpg', pdf(500)),
      file('setup.pdf', new Blob(['MZ  '])),
      file('niets.pdf', new Blob()),
    );
    await bench.until(() => isReady(bench));
    expect(namesOf(bench)).to.deep.equal(['foto.jpg']);
    expect(notices(bench))
      .to.match(/setup\.pdf.* is a program/)
      .and.match(/niets\.pdf.* is empty/);
    await bench.composer.send();
    await bench.pass(500);
    expect((await sent(bench)).at(-1)).to.equal('document foto.jpg (-)');
  });

  it('[B10] say before sending what the channel does not take, and keep Send disabled', async () => {
    const bench = await benchOf();
    await choose(bench, file('urenstaten.zip', new Blob(['PK\u0003\u0004', new Uint8Array(100)])));
    expect(textOf(rows(bench)[0])).to.contain('cannot be sent by WhatsApp');
    expect(reason(bench)).to.contain('cannot be sent by this channel');
    expect(await bench.composer.send()).to.equal(false);
  });

  it('[B10] a picture that the channel does not take is drawn as one that it does', async () => {
    const bench = await benchOf();
    const canvas = new OffscreenCanvas(60, 40);
    canvas.getContext('2d')?.fillRect(0, 0, 30, 40);
    const bmp = await canvas.convertToBlob({ type: 'image/webp' });
    // Larger than a sticker may be, which is the one thing that may be WebP there.
    await choose(bench, file('plaat.webp', new Blob([bmp, new Uint8Array(600_000)])));
    byRole(bench.composer, 'button', /^Convert to JPEG|^Make smaller/).click();
    await bench.until(() => isReady(bench));
    expect(namesOf(bench)).to.deep.equal(['plaat.jpg']);
  });

  it('[B10] are not offered where the channel or the backend takes none', async () => {
    const sms = await composerBench('jansen');
    await sms.until(() => allByRole(sms.composer, 'button', 'Quick replies').length > 0);
    expect(allByRole(sms.composer, 'button', 'Attach files')).to.have.length(0);
    const none = await composerBench('aisha', { adapt: withoutPart('attachments') });
    await none.until(() => allByRole(none.composer, 'button', 'Quick replies').length > 0);
    expect(allByRole(none.composer, 'button', 'Attach files')).to.have.length(0);
  });

  it('[B10] are taken from the clipboard, unless that has words as well', async () => {
    const bench = await benchOf();
    const paste = (data: DataTransfer): boolean =>
      bench.text.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    const picked = new DataTransfer();
    picked.items.add(file('image.png', await picture(20, 20, 90)));
    expect(paste(picked)).to.equal(false);
    await bench.until(() => rows(bench).length === 1);
    picked.setData('text/plain', 'from a text processor');
    expect(paste(picked)).to.equal(true);
    await bench.pass();
    expect(rows(bench)).to.have.length(1);
  });

  it('[B10] can be dropped; where none can be sent the composer says so', async () => {
    const bench = await benchOf();
    const drop = async (type: string): Promise<void> => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(file('a.pdf'));
      const event = new DragEvent(type, { dataTransfer, bubbles: true, composed: true, cancelable: true });
      bench.text.dispatchEvent(event);
      expect(event.defaultPrevented).to.equal(true);
      await bench.pass();
    };
    await drop('dragover');
    expect(bench.composer.shadowRoot?.querySelector('.drop')).to.exist;
    await drop('drop');
    await bench.until(() => rows(bench).length === 1);
    expect(bench.composer.shadowRoot?.querySelector('.drop')).not.to.exist;
    byRole(bench.composer, 'radio', 'SMS').click();
    await bench.pass();
    await drop('drop');
    await bench.until(() => notices(bench) !== '');
    expect(notices(bench)).to.contain('No files can be sent by SMS.');
  });

  it('[B10] an upload shows how far it is, is paused and goes on', async () => {
    const hold = deferred();
    let isHeld = true;
    const bench = await benchOf(
      'aisha',
      files((part) => ({
        put: async (id, piece, options) => {
          options?.onProgress?.(piece.bytes.size / 2);
          if (!isHeld) return part.put(id, piece, options);
          hold.resolve();
          return new Promise((_, reject) => {
            options?.signal?.addEventListener('abort', () => reject(new AdapterError('aborted', 'paused')));
          });
        },
      })),
    );
    await choose(bench, file('a.pdf', pdf(1000)));
    await hold.promise;
    await bench.pass();
    expect(Number(named(bench, 'progress', /^Upload of .?a\.pdf/).value)).to.equal(50);
    expect(reason(bench)).to.equal('The files are still being uploaded.');
    byRole(bench.composer, 'button', /^Pause the upload/).click();
    await bench.pass();
    expect(reason(bench)).to.equal('The upload of a file is paused.');
    isHeld = false;
    byRole(bench.composer, 'button', /^Go on with the upload/).click();
    await bench.until(() => isReady(bench));
  });

  it('[B10] an upload that the backend refuses says why and can be tried again', async () => {
    let isRefused = true;
    const bench = await benchOf(
      'aisha',
      files((part) => ({
        begin: (request, options) =>
          isRefused ? Promise.reject(new AdapterError('forbidden', 'no')) : part.begin(request, options),
      })),
    );
    await choose(bench, file('a.pdf'));
    await bench.until(() => reason(bench) === 'A file could not be uploaded.');
    isRefused = false;
    byRole(bench.composer, 'button', 'Try again').click();
    await bench.until(() => isReady(bench));
  });

  it('[B12] wait with the draft: after another conversation, after a reload, in the list', async () => {
    const storage = memoryStorage();
    const bench = await benchOf('aisha', { storage });
    await choose(bench, file('offerte.pdf'));
    await bench.until(() => isReady(bench));
    bench.composer.conversationId = 'mehmet';
    await bench.until(() => rows(bench).length === 0);
    bench.composer.conversationId = 'aisha';
    await bench.until(() => rows(bench).length === 1);
    await bench.world.session.close();
    const again = await benchOf('aisha', { storage: storage.peer() });
    await again.until(() => rows(again).length === 1);
    expect(namesOf(again)).to.deep.equal(['offerte.pdf']);
  });

  it('[B12] without room on the device stay for now, and say so', async () => {
    const storage = memoryStorage();
    storage.faults.failNext('quota', 'putDraftFile');
    const bench = await benchOf('aisha', { storage });
    await choose(bench, file('a.pdf'));
    await bench.until(() => textOf(rows(bench)[0]).includes('no room for it on this device'));
    await bench.until(() => isReady(bench));
  });

  it('[I1] a message that could not be kept leaves text and files where they are, and says why', async () => {
    const storage = memoryStorage();
    const bench = await benchOf('aisha', { storage });
    await choose(bench, file('a.pdf'));
    await bench.type('Hierbij');
    await bench.until(() => isReady(bench));
    storage.faults.failNext('quota', 'enqueue');
    expect(await bench.composer.send()).to.equal(false);
    await bench.pass();
    expect(bench.composer.value).to.equal('Hierbij');
    expect(rows(bench)).to.have.length(1);
    expect(notices(bench)).not.to.equal('');
  });

  it('[B8] those of a quick reply come along', async () => {
    const bench = await benchOf('aisha', { data: seedOf(morning, prepared) });
    byRole(bench.composer, 'button', 'Quick replies').click();
    await bench.until(() => allByRole(bench.composer, 'option').length > 0);
    allByRole(bench.composer, 'option')
      .find((option) => textOf(option).includes('route'))
      ?.click();
    await bench.until(() => rows(bench).length === 1);
    expect(namesOf(bench)).to.deep.equal(['route.pdf']);
    expect(bench.text.value).to.contain('De route');
    expect(notices(bench)).to.equal('');
  });

  it('every control of a file has a name', async () => {
    const bench = await benchOf();
    await choose(bench, file('a.pdf'), file('b.jpg', await picture(40, 30, 10)));
    await bench.until(() => isReady(bench));
    const controls = rows(bench).flatMap((row) => [...row.querySelectorAll<HTMLElement>('button, input')]);
    expect(controls.length).to.be.greaterThan(6);
    expect(controls.filter((control) => nameOf(control) === '')).to.have.length(0);
    const small = controls.map((control) => control.getBoundingClientRect()).filter(({ height }) => height < 24);
    expect(small).to.have.length(0);
  });

  it('[B16] are taken back with their text before they leave, in their order', async () => {
    const bench = await composerBench('aisha', { attributes: { 'undo-seconds': '8' } });
    await bench.until(() => allByRole(bench.composer, 'button', 'Attach files').length === 1);
    const before = await sent(bench);
    await choose(bench, file('offerte.pdf'), file('voorwaarden.pdf'));
    await bench.until(() => isReady(bench));
    await bench.type('Hierbij de offerte');
    await bench.pass();
    await bench.composer.send();
    await bench.pass(500);
    expect(rows(bench)).to.have.length(0);
    byRole(bench.composer, 'button', 'Undo').click();
    await bench.until(() => rows(bench).length === 2);
    expect(namesOf(bench)).to.deep.equal(['offerte.pdf', 'voorwaarden.pdf']);
    expect(named(bench, 'input', /caption.*offerte/i).value).to.equal('Hierbij de offerte');
    await bench.pass(60_000);
    expect(await sent(bench)).to.deep.equal(before);
  });

  it('[B16] are sent later in their order, with their text; one that is taken back is in the message again', async () => {
    const bench = await benchOf();
    const before = (await sent(bench)).length;
    const later = async (): Promise<void> => {
      await choose(bench, file('offerte.pdf'), file('voorwaarden.pdf'));
      await bench.until(() => isReady(bench));
      await bench.type('Hierbij de offerte');
      byRole(bench.composer, 'button', 'More ways to send').click();
      await bench.until(() => allByRole(bench.composer, 'button', /^In an hour/).length === 1);
      byRole(bench.composer, 'button', /^In an hour/).click();
      await bench.until(() => rows(bench).length === 0);
      await bench.pass(500);
    };
    await later();
    expect(bench.text.value).to.equal('');
    const list = bench.composer.shadowRoot?.querySelector<HTMLDetailsElement>('[part=scheduled]');
    expect(textOf(list)).to.contain('2 messages wait').and.to.contain('offerte.pdf · Hierbij de offerte');
    await bench.pass(2 * 3_600_000);
    await bench.pass(60_000);
    expect((await sent(bench)).slice(before)).to.deep.equal([
      'document offerte.pdf (Hierbij de offerte)',
      'document voorwaarden.pdf (-)',
    ]);
    await later();
    bench.composer.shadowRoot?.querySelector('details')?.setAttribute('open', '');
    allByRole(bench.composer, 'button', /^Take back the message of /)[0]?.click();
    await bench.until(() => rows(bench).length === 1);
    expect(namesOf(bench)).to.deep.equal(['offerte.pdf']);
    expect(named(bench, 'input', /caption/i).value).to.equal('Hierbij de offerte');
  });
});
