import { toCmIncoming } from '../../src/domain/cm-messages.ts';
import { expect } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import '../../src/elements/conversation-view/define.ts';
import { canvasPictures } from '../../src/documents/glyph-pictures.ts';
import { ForwardingAdapter } from '../../src/adapters/forwarding-adapter.ts';
import { AdapterError } from '../../src/ports/adapter-error.ts';
import { deepActiveElement } from '../../src/dom/focus.ts';
import { loadLinkifier } from '../../src/dom/linkify.ts';
import { inbox } from '../../stories/inbox-seed.ts';
import { ago, seedOf, withoutPart } from '../../stories/support.ts';
import { type Bench, bench, type BenchOptions } from './bench.ts';
import { readPdf } from '../documents/read-pdf.ts';
import { byRole, textOf } from './by-role.ts';

type View = HTMLElementTagNameMap['conversation-view'];

async function view(id: string | null, options: BenchOptions = {}): Promise<Bench<View>> {
  await Promise.all([
    import('../../src/elements/channel-composer/define.ts'),
    import('../../src/elements/conversation-details/define.ts'),
    import('../../src/elements/conversation-list/soon/soon.ts'),
    import('../../src/elements/conversation-list/tools/tools.ts'),
    import('../../src/elements/conversation-view/soon/soon.ts'),
    import('../../src/elements/conversation-view/tools/tools.ts'),
    import('../../src/documents/pdf-file.ts'),
    import('../../src/documents/csv-file.ts'),
    import('../../src/documents/glyph-pictures.ts'),
    import('../../src/documents/fonts/latin.ts'),
    loadLinkifier(),
    import('../../src/locales/inbox.en.ts'),
  ]);
  const made = await bench('conversation-view', {
    data: inbox,
    width: 900,
    height: 700,
    ...options,
    attributes: {
      scope: 'branch',
      sort: 'newest',
      ...(id !== null && { 'conversation-id': id }),
      ...options.attributes,
    },
  });
  while (!made.element.commands.some((command) => command.id === 'archive')) await made.pass();
  await made.pass();
  return made;
}

const dialogOf = (element: Element): HTMLDialogElement => {
  const dialog = element.shadowRoot?.querySelector('dialog');
  if (!dialog) throw new Error('no dialog is open');
  return dialog;
};
const labelled = (root: Element, text: string): HTMLElement => {
  const found = [...root.querySelectorAll('label')].find((label) => textOf(label).startsWith(text));
  if (!found) throw new Error(`there is no ${text}`);
  return found;
};

/** A backend in which this agent reads and writes, and leaves the rest to others. */
class Bystander extends ForwardingAdapter {
  override async connect(...call: Parameters<ForwardingAdapter['connect']>): ReturnType<ForwardingAdapter['connect']> {
    const session = await super.connect(...call);
    const { capabilities } = session;
    const can = { ...capabilities.can, assign: false, tag: false, archive: false };
    return { ...session, capabilities: { ...capabilities, can } };
  }
}

/** The inbox with Jansen's conversation on somebody's desk. */
const owned = (coWorkerId: string): typeof inbox => ({
  ...inbox,
  conversations: (inbox.conversations ?? []).map((one) => (one.id === 'jansen' ? { ...one, coWorkerId } : one)),
});

const saved: File[] = [];

/** What is handed to the person to save; nothing is really saved. */
async function nextFile(pass: Bench<View>['pass']): Promise<File> {
  while (saved.length === 0) await pass(50);
  const file = saved.shift();
  if (!file) throw new Error('nothing was saved');
  return file;
}

describe('conversation-view commands', () => {
  const original = URL.createObjectURL.bind(URL);
  const stop = (event: Event): void => {
    if (event.target instanceof HTMLAnchorElement && event.target.download !== '') event.preventDefault();
  };

  before(() => {
    document.addEventListener('click', stop);
    URL.createObjectURL = (file) => {
      if (file instanceof File) saved.push(file);
      return original(file);
    };
  });

  after(() => {
    document.removeEventListener('click', stop);
    URL.createObjectURL = original;
  });

  beforeEach(() => localStorage.clear());

  it('[D7] archives with tags in the same step', async () => {
    const { element, pass } = await view('aisha');
    await element.run('archive');
    await pass();
    await pass();
    labelled(dialogOf(element), '#factuur').click();
    await pass();
    byRole(dialogOf(element), 'button', 'Archive').click();
    await pass();
    await pass();
    expect(textOf(element.shadowRoot?.querySelector('.strip'))).to.include('Archived');
  });

  it('a dialog stays over the page, as it is, when the element is moved, and closes when it is removed', async () => {
    const { element, pass } = await view('aisha');
    await element.run('archive');
    await pass();
    labelled(dialogOf(element), '#factuur').click();
    await pass();
    const { parentElement } = element;
    const box = document.createElement('div');
    parentElement?.append(box);
    box.append(element);
    await pass();
    expect(dialogOf(element).matches(':modal')).to.equal(true);
    expect(labelled(dialogOf(element), '#factuur').querySelector('input')?.checked).to.equal(true);
    element.remove();
    await new Promise(requestAnimationFrame);
    box.append(element);
    await pass();
    expect(element.shadowRoot?.querySelector('dialog') === null).to.equal(true);
  });

  it('[D7] does not archive over what the customer wrote meanwhile, until told once more', async () => {
    const { element, pass, customerWrites, world } = await view('aisha');
    const state = async () => (await world.adapter.getConversation('aisha')).state;
    await element.run('archive');
    await pass();
    await customerWrites('aisha', 'O ja, nog iets');
    await pass();
    byRole(dialogOf(element), 'button', 'Archive').click();
    await pass();
    await pass();
    expect(textOf(dialogOf(element))).to.include('The customer wrote meanwhile');
    expect(await state()).to.equal('assigned');
    byRole(dialogOf(element), 'button', 'Archive anyway').click();
    await pass();
    await pass();
    expect(await state()).to.equal('archived');
  });

  it('[D5] asks for a tag before archiving where the business wants one', async () => {
    const { element, pass } = await view('jansen', {
      data: { ...inbox, tagSettings: { mayCreate: false, isRequiredToArchive: true } },
    });
    await element.run('archive');
    await pass();
    await pass();
    expect(textOf(dialogOf(element))).to.include('Choose at least one tag');
    expect(byRole(dialogOf(element), 'button', 'Archive').getAttribute('aria-disabled')).to.equal('true');
    labelled(dialogOf(element), '#factuur').click();
    await pass();
    expect(byRole(dialogOf(element), 'button', 'Archive').getAttribute('aria-disabled')).to.equal('false');
  });

  it('[AG5] asks before a conversation is taken from a colleague who may be writing in it', async () => {
    const { element, pass, world } = await view('jansen', {
      data: owned('joris'),
      adapt: withoutPart('presence'),
    });
    const owner = async () => (await world.adapter.getConversation('jansen')).coWorkerId;
    await element.run('assign-to-me');
    await pass();
    expect(textOf(dialogOf(element))).to.include('Joris van den Berg has this conversation');
    byRole(dialogOf(element), 'button', 'Cancel').click();
    await pass();
    expect(await owner()).to.equal('joris');
    await element.run('assign-to-me');
    await pass();
    byRole(dialogOf(element), 'button', 'Take over').click();
    await pass();
    await pass();
    expect(await owner()).to.equal('sanne');
  });

  it('[AG5] takes it at once from a colleague who has gone', async () => {
    const { element, pass, world } = await view('jansen', { data: owned('joris') });
    await element.run('assign-to-me');
    await pass();
    expect((await world.adapter.getConversation('jansen')).coWorkerId).to.equal('sanne');
  });

  it('says once, in the dialog, that there is no permission, and changes nothing', async () => {
    const { element, pass, world } = await view('aisha');
    world.adapter.faults.next({ kind: 'error', error: new AdapterError('forbidden', 'test') }, 'update');
    await element.run('archive');
    await pass();
    byRole(dialogOf(element), 'button', 'Archive').click();
    await pass();
    await pass();
    expect(textOf(dialogOf(element))).to.include('You have no permission for this.');
    expect(textOf(element.shadowRoot)).not.to.include('That did not work.');
    expect((await world.adapter.getConversation('aisha')).state).to.equal('assigned');
  });

  it('shows no buttons for what this agent can never do here', async () => {
    const { element } = await view('aisha', {
      adapt: (adapter) => new Bystander({ name: 'bystander', load: () => Promise.resolve(adapter), owns: true }),
    });
    const buttons = [...(element.shadowRoot?.querySelectorAll<HTMLElement>('.header [data-command]') ?? [])];
    expect(buttons.map(({ dataset }) => dataset.command)).to.deep.equal([
      ...['mark-unread', 'snooze', 'command-palette', 'open-source', 'toggle-details'],
    ]);
  });

  it('[D8] marks as spam and takes it out again', async () => {
    const { element, pass } = await view('tom');
    await element.run('mark-spam');
    await pass();
    expect(textOf(element.shadowRoot?.querySelector('.strip'))).to.equal('Spam Not spam');
    byRole(element, 'button', 'Not spam').click();
    await pass();
    expect(textOf(element.shadowRoot?.querySelector('.strip'))).to.include('Unassigned');
  });

  it('[C15] puts aside until a time: it leaves the list', async () => {
    const { element, pass } = await view('eva');
    await element.run('snooze');
    await pass();
    byRole(dialogOf(element), 'button', 'Snooze').click();
    await pass();
    await pass(2_500);
    const list = element.shadowRoot?.querySelector('conversation-list');
    expect(textOf(list?.shadowRoot)).not.to.include('Eva Smit');
  });

  it('[C14] finds a command by name and carries it out with Enter', async () => {
    const { element, pass, press } = await view('aisha');
    element.focus();
    await press('k', { ctrlKey: true });
    await pass();
    const field = dialogOf(element).querySelector('input');
    expect(deepActiveElement(document)?.ariaLabel).to.equal('Type a command or a name');
    // Its own look, not that of a bare input of the browser.
    expect(field?.offsetHeight).to.be.at.least(28);
    Object.assign(field ?? {}, { value: 'pin' });
    field?.dispatchEvent(new Event('input'));
    await pass();
    await press('Enter');
    await pass();
    await pass();
    expect(element.commands.find(({ id }) => id === 'unpin')?.enabled).to.equal(true);
  });

  it('[C14] shows keys in the order in which they are pressed, also where text runs from right to left', async () => {
    const { element, pass, press } = await view('aisha');
    element.dir = 'rtl';
    element.focus();
    await press('k', { ctrlKey: true });
    await pass();
    const keys = [...dialogOf(element).querySelectorAll('.keys')].filter(({ textContent }) => textContent !== '');
    expect(keys.length).to.be.greaterThan(3);
    expect([...new Set(keys.map((shown) => getComputedStyle(shown).direction))]).to.deep.equal(['ltr']);
  });

  it('[C14] goes to the next conversation by key, not while AltGr types or an input method composes', async () => {
    const { element, pass, press } = await view('jansen');
    element.focus();
    const target = deepActiveElement(document);
    target?.dispatchEvent(
      new KeyboardEvent('keydown', {
        key: 'ArrowDown',
        altKey: true,
        shiftKey: true,
        isComposing: true,
        bubbles: true,
        composed: true,
      }),
    );
    await pass();
    expect(element.conversationId).to.equal('jansen');
    await press('ArrowDown', { altKey: true, shiftKey: true });
    await pass();
    expect(element.conversationId).not.to.equal('jansen');
  });

  it('[C14] gives a command other keys, and switches all of them off', async () => {
    const { element, pass, press } = await view('aisha');
    await element.run('show-shortcuts');
    await pass();
    const field = labelled(dialogOf(element), 'Mark as unread').querySelector('input');
    field?.focus();
    await press('F8');
    expect(field?.value).to.equal('F8');
    await press('x');
    expect(field?.value).to.equal('F8');
    dialogOf(element).close();
    await pass();
    await element.run('mark-read');
    await pass();
    element.focus();
    await press('F8');
    await pass();
    expect(element.commands.find(({ id }) => id === 'mark-read')?.enabled).to.equal(true);
    await element.run('show-shortcuts');
    await pass();
    labelled(dialogOf(element), 'Use keyboard shortcuts').click();
    dialogOf(element).close();
    await pass();
    element.focus();
    await press('k', { ctrlKey: true });
    expect(element.shadowRoot?.querySelector('dialog')).to.equal(null);
  });

  it('[C14] opens the palette by mouse, with a conversation and without one', async () => {
    const { element, pass } = await view('aisha');
    const button = byRole(element, 'button', 'More actions');
    expect(button.title).to.equal('More actions (Ctrl+K)');
    button.click();
    await pass();
    expect(deepActiveElement(document)?.role).to.equal('combobox');
    dialogOf(element).close();
    element.select(null);
    await pass();
    byRole(element, 'button', 'Commands').click();
    await pass();
    expect(textOf(dialogOf(element))).to.include('Keyboard shortcuts');
  });

  for (const [typed, title] of [
    ['snooze', 'Snooze conversation'],
    ['tags', 'Tags'],
    ['assign', 'Assign conversation'],
  ] as const)
    it(`[C14] hands the focus on to the dialog that a command opens: ${typed}`, async () => {
      const { element, pass, press } = await view('aisha');
      await element.run('command-palette');
      await pass();
      const field = deepActiveElement(document) as HTMLInputElement;
      field.value = typed;
      field.dispatchEvent(new Event('input'));
      await pass();
      await press('Enter');
      await pass();
      await pass();
      expect([...element.shadowRoot!.querySelectorAll('dialog')].filter(({ open }) => open)).to.have.length(1);
      expect(textOf(dialogOf(element).querySelector('h2'))).to.equal(title);
      expect(dialogOf(element).contains(deepActiveElement(document))).to.equal(true);
    });

  it('[C12] [C15] moves a row that the agent pins although it has the focus, which goes with it', async () => {
    await import('../../src/controllers/row-hold.ts');
    const { element, pass } = await view('aisha');
    const list = element.shadowRoot!.querySelector('conversation-list')!;
    const first = (): string => textOf(list.shadowRoot!.querySelector('[data-index="0"] .name'));
    await pass();
    list.focus();
    const name = (): string => textOf(deepActiveElement(document)?.querySelector('.name'));
    expect(name()).to.equal('Aïsha de Vries');
    expect(first()).to.equal('Eva Smit');
    for (const [command, expected] of [
      ['pin', 'Aïsha de Vries'],
      ['unpin', 'Eva Smit'],
    ] as const) {
      await element.run(command);
      await pass();
      await pass();
      expect(first()).to.equal(expected);
      expect(name()).to.equal('Aïsha de Vries');
    }
  });

  it('[C14] has its dialogs in form, and nothing that is for print alone, before a conversation was chosen', async () => {
    const { element, pass } = await view(null);
    await element.run('show-shortcuts');
    await pass();
    expect(getComputedStyle(dialogOf(element).querySelector('.choices') ?? dialogOf(element)).listStyleType).to.equal(
      'none',
    );
    const note = element.shadowRoot?.querySelector('.print-note');
    expect(note?.checkVisibility()).to.equal(false);
  });

  it('[KB6] says which command loses its keys to another, and takes it back', async () => {
    const { element, pass, press } = await view('aisha');
    await element.run('show-shortcuts');
    await pass();
    const field = (label: string): HTMLInputElement | null =>
      labelled(dialogOf(element), label).querySelector<HTMLInputElement>('input');
    field('Snooze')?.focus();
    await press('T', { altKey: true, shiftKey: true });
    expect([field('Snooze')?.value, field('Tags')?.value]).to.deep.equal(['Alt+Shift+T', '']);
    expect(textOf(dialogOf(element))).to.include('Alt+Shift+T no longer does “Tags”, which has no keys now.');
    byRole(dialogOf(element), 'button', 'Undo').click();
    await pass();
    expect([field('Snooze')?.value, field('Tags')?.value]).to.deep.equal(['Alt+Shift+Z', 'Alt+Shift+T']);
    expect(textOf(dialogOf(element))).not.to.include('no longer does');
    expect(deepActiveElement(document)?.getAttribute('data-shortcut')).to.equal('snooze');
    field('Snooze')?.focus();
    await press('F9');
    expect(textOf(dialogOf(element))).not.to.include('no longer does');
  });

  it('[A10] marks as unread from the message that has the focus, with the same keys', async () => {
    const { element, pass, press, world } = await view('aisha');
    await element.run('mark-read');
    await pass(100);
    const timeline = element.shadowRoot?.querySelector('conversation-timeline')?.shadowRoot;
    const rows = [...(timeline?.querySelectorAll<HTMLElement>('article.incoming') ?? [])];
    rows.at(-2)?.focus();
    for (let turn = 0; turn < 200 && !timeline?.querySelector('[data-command="mark-unread"]'); turn += 1) await pass();
    await press('U', { altKey: true, shiftKey: true });
    await pass(100);
    expect((await world.adapter.getConversation('aisha')).unreadCount).to.equal(2);
  });

  it('[C14] has the keys below the name of a command where there is no room beside it', async () => {
    const before = { width: innerWidth, height: innerHeight };
    await setViewport({ width: 320, height: 700 });
    try {
      const { element, pass } = await view('aisha', { width: 320 });
      await element.run('show-shortcuts');
      await pass();
      const fields = [...dialogOf(element).querySelectorAll('input[data-shortcut]')];
      expect(fields.length).to.be.greaterThan(5);
      for (const field of fields) {
        const [name, keys] = [field.previousElementSibling?.getBoundingClientRect(), field.getBoundingClientRect()];
        expect(keys.top).to.be.at.least(name?.bottom ?? Number.NaN);
      }
    } finally {
      await setViewport(before);
    }
  });

  it('[D9] leaves of a printed page what was said, and says that there may be more', async () => {
    const { element } = await view('aisha');
    const shown = (selector: string): boolean =>
      element.shadowRoot?.querySelector(selector)?.checkVisibility({ visibilityProperty: true }) ?? false;
    const parts = ['.timeline', '.print-note', '.list-pane', '.composer', '.header .button'];
    expect(parts.map(shown)).to.deep.equal([true, false, true, true, true]);
    await emulateMedia({ media: 'print' });
    try {
      expect(parts.map(shown)).to.deep.equal([true, true, false, false, false]);
    } finally {
      await emulateMedia({ media: 'screen' });
    }
  });

  it('[D9] prints a long name whole, and no wider than the page', async () => {
    const name = 'Prinses Wilhelmina Alexandrine van Hohenzollern-Sigmaringen tot Oranje-Nassau';
    const { element } = await view('long', {
      width: 400,
      data: seedOf([
        { id: 'long', recipient: { name }, lines: [{ at: ago(5, 'm'), direction: 'incoming', text: 'Dag' }] },
      ]),
    });
    const heading = byRole(element, 'heading', name);
    expect(heading.scrollWidth).to.be.greaterThan(heading.clientWidth);
    await emulateMedia({ media: 'print' });
    try {
      expect(heading.scrollWidth).to.be.at.most(heading.clientWidth);
      expect(element.getBoundingClientRect().width).to.be.at.most(400);
    } finally {
      await emulateMedia({ media: 'screen' });
    }
  });

  it('[D9] prints no internal note of the page, as paper goes outside', async () => {
    const { element, pass, world } = await view('aisha');
    await world.session.addNote({ conversationId: 'aisha', text: 'Let op: betaalt laat', draft: null });
    await pass(100);
    const timeline = element.shadowRoot?.querySelector('conversation-timeline')?.shadowRoot;
    const isShown = (): boolean | undefined =>
      [...(timeline?.querySelectorAll('article') ?? [])]
        .find((row) => textOf(row).includes('betaalt laat'))
        ?.checkVisibility();
    expect(isShown()).to.equal(true);
    await emulateMedia({ media: 'print' });
    try {
      expect(isShown()).to.equal(false);
    } finally {
      await emulateMedia({ media: 'screen' });
    }
  });

  it('[D9] exports as CSV that calculates nothing, and leaves notes out unless they are chosen', async () => {
    const { element, pass, world } = await view('aisha');
    await world.backend.incoming({ channel: 'whatsapp', from: '+31600000000', text: 'x' });
    await world.session.addNote({ conversationId: 'aisha', text: '=1+1', draft: null });
    await pass(100);
    const exported = async (notes: boolean): Promise<string> => {
      await element.run('export');
      await pass();
      labelled(dialogOf(element), 'CSV').click();
      if (notes) labelled(dialogOf(element), 'With internal notes').click();
      await pass();
      byRole(dialogOf(element), 'button', 'Export').click();
      const file = await nextFile(pass);
      await pass();
      expect(file.name).to.match(/^conversation [\p{L} ]+ \d{4}-\d{2}-\d{2}\.csv$/u);
      return file.text();
    };
    const plain = await exported(false);
    expect(plain).to.include('Kan ik daar parkeren?');
    expect(plain).not.to.include('1+1');
    expect(await exported(true)).to.include("'=1+1");
  });

  it('[EX6] says in CSV and PDF that a message was changed or taken back, and when', async () => {
    const { element, pass, world } = await view('aisha');
    const { channels } = await world.adapter.getConversation('aisha');
    const from = channels.find(({ channel: kind }) => kind === 'whatsapp')?.address ?? '';
    const [channel, to, at] = ['whatsapp', '3669', world.session.serverNow()] as const;
    const write = async (reference: string, text: string, more: object = {}): Promise<void> => {
      const content = { kind: 'text', text } as const;
      await world.backend.receive(toCmIncoming({ channel, from, to, at, reference, content, ...more }));
    };
    for (const reference of ['R1', 'R2']) await write(reference, `Words of ${reference}`);
    await write('R3', 'Other words', { revision: 'edited', messageContext: 'R1', at: at + 60_000 });
    await write('R4', '', { revision: 'deleted', messageContext: 'R2', at: at + 60_000 });
    await pass(100);
    const exported = async (kind: 'CSV' | 'PDF'): Promise<File> => {
      await element.run('export');
      await pass();
      labelled(dialogOf(element), kind).click();
      await pass();
      byRole(dialogOf(element), 'button', 'Export').click();
      const file = await nextFile(pass);
      await pass();
      return file;
    };
    const csv = await (await exported('CSV')).text();
    expect(csv).to.match(/,Edited,Deleted\r?\n/);
    expect(csv).to.match(/Other words,,,\d{4}-[^,]+,\r?\n/);
    expect(csv).to.match(/This message was deleted\.,,,,\d{4}-[^,]+\r?\n/);
    const pages = (await readPdf(new Uint8Array(await (await exported('PDF')).arrayBuffer()))).pages.join('\n');
    expect(pages).to.match(/ · edited Tuesday/);
    expect(pages).to.match(/ · deleted Tuesday/);
    expect(csv + pages).not.to.include('Words of');
  });

  it('[D9] exports as PDF with real text and nothing that can do anything', async () => {
    const { element, pass } = await view('aisha');
    await element.run('export');
    await pass();
    byRole(dialogOf(element), 'button', 'Export').click();
    const file = await nextFile(pass);
    const found = await readPdf(new Uint8Array(await file.arrayBuffer()));
    expect(found.title).to.include('A\u00efsha');
    expect(found.language).to.equal('en');
    expect(found.pages.join('\n')).to.include('Kan ik daar parkeren?');
    expect(found.hasScripts).to.equal(false);
    expect(found.attachments).to.equal(0);
  });

  it('[D9] takes the box that a device draws for what it does not have for no picture', () => {
    const pictures = canvasPictures(document);
    // Unassigned characters, which no font has.
    expect(pictures.of('\u{e0fff}', '#000')).to.equal(null);
    expect(pictures.of('\u0378', '#000')).to.equal(null);
    expect(pictures.of('👍', '#000')?.src).to.match(/^data:image\/jpeg;base64,/);
    expect(pictures.of('✓', '#000')).not.to.equal(null);
  });

  it('[D9] puts emoji into the PDF as pictures, and asks first where the browser keeps pictures to itself', async () => {
    const { element, pass, world } = await view('aisha');
    await world.backend.incoming({ channel: 'whatsapp', from: '+31600000000', text: 'x' });
    await world.session.addNote({ conversationId: 'aisha', text: 'Tot morgen 👍', draft: null });
    await pass(100);
    const start = async (): Promise<void> => {
      await element.run('export');
      await pass();
      labelled(dialogOf(element), 'With internal notes').click();
      await pass();
      byRole(dialogOf(element), 'button', 'Export').click();
    };
    await start();
    const shown = await (await nextFile(pass)).text();
    expect(shown).to.include('/Subtype /Image');
    while (element.shadowRoot?.querySelector('dialog')) await pass(20);

    const real = CanvasRenderingContext2D.prototype.getImageData;
    CanvasRenderingContext2D.prototype.getImageData = function (x, y, width, height) {
      return new ImageData(new Uint8ClampedArray(width * height * 4).fill(x + y + 7), width, height);
    };
    try {
      await start();
      while (!textOf(dialogOf(element)).includes('cannot be drawn')) await pass(20);
      expect(textOf(dialogOf(element))).to.include('👍');
      expect(saved.length).to.equal(0);
      byRole(dialogOf(element), 'button', 'Export anyway').click();
      const { pages } = await readPdf(new Uint8Array(await (await nextFile(pass)).arrayBuffer()));
      expect(pages.join('\n')).to.match(/Tot morgen \ufffd/);
    } finally {
      CanvasRenderingContext2D.prototype.getImageData = real;
    }
  });

  it('[B19] leads who started a conversation to where it is written, also when it was on show already', async () => {
    await Promise.all([import('../../src/domain/start-number.ts'), import('../../src/domain/phone-metadata.ts')]);
    const { element, pass } = await view('tom');
    const list = element.shadowRoot?.querySelector('conversation-list') ?? element;
    const start = async (): Promise<string | undefined> => {
      byRole(list, 'button', 'New conversation').focus();
      byRole(list, 'button', 'New conversation').click();
      await pass();
      const field = dialogOf(list).querySelector('input');
      if (!field) throw new Error('there is no field');
      field.value = '+31 6 11 22 33 44';
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await pass();
      byRole(dialogOf(list), 'button', /^Start/).click();
      while (list.shadowRoot?.querySelector('dialog')) await pass();
      await pass();
      return deepActiveElement(document)?.localName;
    };
    expect(await start()).to.equal('textarea');
    expect(element.conversationId).not.to.equal('tom');
    expect(await start()).to.equal('textarea');
  });

  it('[C13] hands its view on to the list, and tells what the agent makes of it', async () => {
    const { element, heard, pass } = await view('tom', { attributes: { view: 'tab=new&sort=longest-wait' } });
    const list = element.shadowRoot?.querySelector('conversation-list');
    expect(list?.tab).to.equal('new');
    const told = heard('view-change');
    byRole(list ?? element, 'tab', 'Spam').click();
    await pass();
    expect(told.at(-1)?.detail.view).to.equal('tab=spam&scope=branch&sort=longest-wait');
    expect(element.view).to.equal('tab=spam&scope=branch&sort=longest-wait');
  });
});
