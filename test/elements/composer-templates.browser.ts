import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Message } from '../../src/domain/model.ts';
import { ago, morning, seedOf, type WorldOptions, withPart } from '../../stories/support.ts';
import { approvedTemplates, prepared } from '../../stories/prepared.ts';
import { allByRole, byRole, descriptionOf, nameOf, textOf } from './by-role.ts';
import { type Bench, composerBench } from './composer-bench.ts';

const world = (closed: 'closed' | 'open' = 'open'): WorldOptions => {
  const data = seedOf(morning);
  const conversations = (data.conversations ?? []).map((conversation) => ({
    ...conversation,
    channels: conversation.channels.map((channel) =>
      closed === 'closed' && channel.channel === 'whatsapp' ? { ...channel, lastIncomingAt: ago(25, 'h') } : channel,
    ),
  }));
  return { data: { ...data, ...prepared, conversations } };
};

const dialogs = ({ composer }: Bench): HTMLElement[] => allByRole(composer, 'dialog', 'Send template');
const dialog = ({ composer }: Bench): HTMLElement => byRole(composer, 'dialog', 'Send template');
const options = (bench: Bench): HTMLElement[] => allByRole(dialog(bench), 'option');
const send = (bench: Bench): HTMLElement => byRole(dialog(bench), 'button', /^Send template to /);
const field = (bench: Bench, name: string): HTMLInputElement =>
  byRole(dialog(bench), 'textbox', name) as HTMLInputElement;
const phone = (bench: Bench): HTMLElement => byRole(dialog(bench), 'group', 'What the customer sees');

async function opened(bench: Bench): Promise<Bench> {
  byRole(bench.composer, 'button', 'Choose template').click();
  await bench.until(() => dialogs(bench).length === 1 && options(bench).length > 0);
  return bench;
}

async function filling(name: string, options_: WorldOptions = world(), conversation = 'aisha'): Promise<Bench> {
  const bench = await opened(await composerBench(conversation, options_));
  options(bench)
    .find((option) => textOf(option).includes(name))
    ?.click();
  await bench.until(() => allByRole(dialog(bench), 'button', /^Send template to /).length === 1);
  return bench;
}

async function enter(bench: Bench, name: string, value: string): Promise<void> {
  const input = field(bench, name);
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await bench.pass();
}

async function sentTemplates({ world: { adapter } }: Bench): Promise<Message[]> {
  const page = await adapter.listMessages({ kind: 'conversation', conversationId: 'aisha' }, { limit: 100 });
  return page.items.filter(({ content }) => content.kind === 'template');
}

describe('approved templates in the composer', () => {
  beforeEach(() => localStorage.clear());

  it('[B7] stays over the page, as it is, when its element is moved, and closes when it is removed', async () => {
    const bench = await filling('hello again', world());
    const { parentElement } = bench.composer;
    const box = document.createElement('div');
    parentElement?.append(box);
    box.append(bench.composer);
    await bench.until(() => dialogs(bench).length === 1);
    expect(dialog(bench).matches(':modal')).to.equal(true);
    bench.composer.remove();
    await new Promise(requestAnimationFrame);
    box.append(bench.composer);
    await bench.until(() => allByRole(bench.composer, 'button', 'Choose template').length === 1);
    expect(dialogs(bench)).to.have.length(0);
  });

  it('[B7] opens by the button Choose template, with every template and the search focused', async () => {
    const bench = await opened(await composerBench('aisha', world()));
    expect(options(bench).map((option) => textOf(option).split(' ').slice(0, 2).join(' '))).to.deep.equal([
      'appointment reminder',
      'hello again',
      'invoice reminder',
      'route to',
      'your badge',
      'discount now',
      'summer party',
    ]);
    expect(bench.composer.shadowRoot?.activeElement).to.equal(byRole(dialog(bench), 'combobox', 'Search templates'));
  });

  it('[B6] is the way on while free text is locked, and there only once', async () => {
    const bench = await composerBench('aisha', world('closed'));
    byRole(bench.composer, 'radio', 'WhatsApp').click();
    await bench.pass();
    expect(allByRole(bench.composer, 'button', 'Choose template')).to.have.length(1);
    await opened(bench);
    expect(dialogs(bench)).to.have.length(1);
  });

  it('[B7] finds by words and picks by keys; the first empty field has the focus', async () => {
    const bench = await opened(await composerBench('aisha', world()));
    await sendKeys({ type: 'vestiging afspraak' });
    await bench.pass();
    expect(textOf(dialog(bench))).to.contain('No template with “vestiging afspraak”');
    byRole(dialog(bench), 'combobox', 'Search templates').focus();
    (byRole(dialog(bench), 'combobox', 'Search templates') as HTMLInputElement).select();
    await sendKeys({ type: 'reminder' });
    await bench.pass();
    expect(options(bench)).to.have.length(2);
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    await bench.pass();
    expect(nameOf(bench.composer.shadowRoot?.activeElement ?? document.body)).to.equal('Factuurnummer');
  });

  it('[B7] chooses the language of the recipient and says why; another one keeps what was entered', async () => {
    const bench = await filling('appointment reminder');
    const language = byRole(dialog(bench), 'combobox', 'Language') as HTMLSelectElement;
    expect(language.selectedOptions[0]?.textContent.trim()).to.equal('Dutch');
    expect(descriptionOf(language)).to.equal('The language of Aïsha de Vries.');
    await enter(bench, 'Locatie', 'Vestiging Utrecht');
    language.value = 'appointment-en';
    language.dispatchEvent(new Event('change', { bubbles: true }));
    await bench.pass();
    expect(textOf(phone(bench))).to.contain('Hello Aïsha, see you on');
    expect(textOf(phone(bench))).to.contain('at Vestiging Utrecht. Until then.');
  });

  it('[B7] prefills from the recipient, marks what is missing, and sends only when complete', async () => {
    const bench = await filling('appointment reminder');
    expect(field(bench, 'Voornaam').value).to.equal('Aïsha');
    expect(send(bench).ariaDisabled).to.equal('true');
    expect(descriptionOf(send(bench))).to.equal('Still to be filled in: Datum en tijd, Locatie');
    expect(allByRole(phone(bench), 'button').map(nameOf)).to.deep.equal([
      'Datum en tijd: to be filled in',
      'Locatie: to be filled in',
    ]);
    send(bench).click();
    await bench.pass(100);
    expect(await sentTemplates(bench)).to.have.length(0);
    expect(bench.composer.shadowRoot?.activeElement).to.equal(field(bench, 'Datum en tijd'));
    expect(descriptionOf(field(bench, 'Datum en tijd'))).to.equal('Must be filled in.');
  });

  it('[B7] sends it with its values, in the language of the template, to whom the composer is for', async () => {
    const bench = await filling('appointment reminder');
    await enter(bench, 'Datum en tijd', '2026-11-24T14:30');
    await enter(bench, 'Locatie', 'Vestiging Utrecht');
    expect(send(bench).ariaDisabled).to.equal('false');
    expect(nameOf(send(bench))).to.match(/^Send template to Aïsha de Vries, \+31 6 \d{4} \d{4}, by WhatsApp$/);
    send(bench).click();
    await bench.until(() => dialogs(bench).length === 0);
    await bench.pass(1000);
    const [message] = await sentTemplates(bench);
    expect(message?.channel).to.equal('whatsapp');
    expect(message?.content).to.include({
      name: 'appointment_reminder',
      language: 'nl',
      body: 'Dag Aïsha, wij zien je graag op 24 november 2026 om 14:30 bij Vestiging Utrecht. Tot dan.',
    });
    expect(await sentTemplates(bench)).to.have.length(1);
  });

  it('[B7] sends once, however often Send is pressed', async () => {
    const bench = await filling('appointment reminder');
    await enter(bench, 'Datum en tijd', '2026-11-24T14:30');
    await enter(bench, 'Locatie', 'Utrecht');
    send(bench).click();
    send(bench).click();
    await bench.until(() => dialogs(bench).length === 0);
    await bench.pass(1000);
    expect(await sentTemplates(bench)).to.have.length(1);
  });

  it('[B7] reads typed fields as the agent types them and as the provider takes them', async () => {
    const bench = await filling('invoice reminder');
    await enter(bench, 'Factuurnummer', '12a');
    field(bench, 'Factuurnummer').dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
    await bench.pass();
    expect(descriptionOf(field(bench, 'Factuurnummer'))).to.equal('Is not a number.');
    await enter(bench, 'Factuurnummer', '2026');
    await enter(bench, 'Bedrag', '12.505');
    await enter(bench, 'Vervaldatum', '2026-12-01');
    await enter(bench, 'Button “Betalen”: Betaalcode', 'a b');
    expect(descriptionOf(send(bench))).to.equal('Still to be filled in: Bedrag, Button “Betalen”: Betaalcode');
    await enter(bench, 'Bedrag', '12.50');
    await enter(bench, 'Button “Betalen”: Betaalcode', 'AB-1');
    expect(textOf(phone(bench))).to.match(/factuur 2.?026 van € 12,50 vervalt op 1 december 2026/u);
    expect(textOf(phone(bench))).to.contain('https://example.com/pay/AB-1');
    expect(send(bench).ariaDisabled).to.equal('false');
  });

  it('[B7] shows what was paused or rejected with the reason, and sends it not', async () => {
    const bench = await filling('summer party');
    expect(textOf(dialog(bench))).to.contain('paused by WhatsApp and cannot be sent now. Reason: Too many recipients');
    expect(send(bench).ariaDisabled).to.equal('true');
    send(bench).click();
    await bench.pass(500);
    expect(await sentTemplates(bench)).to.have.length(0);
  });

  it('[B7] asks again before it leaves: what was paused meanwhile stays', async () => {
    let isPaused = false;
    const bench = await filling('appointment reminder', {
      ...world(),
      adapt: withPart(
        'approvedTemplates',
        (part) =>
          part && {
            ...part,
            get: async (id) => {
              const template = await part.get(id);
              return isPaused ? { ...template, status: 'paused' } : template;
            },
          },
      ),
    });
    await enter(bench, 'Datum en tijd', '2026-11-24T14:30');
    await enter(bench, 'Locatie', 'Utrecht');
    isPaused = true;
    send(bench).click();
    await bench.until(() => send(bench).ariaDisabled === 'true');
    expect(textOf(dialog(bench))).to.contain('paused by WhatsApp');
    expect(await sentTemplates(bench)).to.have.length(0);
  });

  it('[B17] marketing waits until the agent says that the customer agreed', async () => {
    const bench = await filling('hello again');
    expect(send(bench).ariaDisabled).to.equal('true');
    byRole(dialog(bench), 'checkbox', 'Aïsha de Vries agreed to receive marketing.').click();
    await bench.pass();
    expect(send(bench).ariaDisabled).to.equal('false');
  });

  it('[B12] keeps the values as a draft beside the text, and sends them without it', async () => {
    const bench = await composerBench('aisha', world());
    await bench.type('Even iets anders');
    await opened(bench);
    options(bench)[0]?.click();
    await bench.pass();
    await enter(bench, 'Locatie', 'Vestiging Utrecht');
    byRole(dialog(bench), 'button', 'Close').click();
    await bench.until(() => dialogs(bench).length === 0);
    await bench.pass(1000);
    const drafts = await bench.world.storage.loadDrafts();
    expect(drafts.map(({ key }) => key.mode).sort()).to.deep.equal(['reply', 'template']);
    await opened(bench);
    expect(field(bench, 'Locatie').value).to.equal('Vestiging Utrecht');
    await enter(bench, 'Datum en tijd', '2026-11-24T14:30');
    send(bench).click();
    await bench.until(() => dialogs(bench).length === 0);
    await bench.pass(1000);
    expect(bench.text.value).to.equal('Even iets anders');
    const left = await bench.world.storage.loadDrafts();
    expect(left.map(({ key }) => key.mode)).to.deep.equal(['reply']);
  });

  it('[B7] remembers favourites and what was sent last', async () => {
    const bench = await filling('invoice reminder');
    byRole(dialog(bench), 'button', 'Favourite').click();
    await bench.pass();
    expect(byRole(dialog(bench), 'button', 'Favourite').ariaPressed).to.equal('true');
    expect(textOf(options(bench)[0])).to.contain('invoice reminder');
  });

  it('uploads a file for a header, and a file of another kind cannot be sent', async () => {
    const bench = await filling('your badge');
    const input = field(bench, 'Header: File: Choose a picture');
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
    const pick = async (file: File): Promise<void> => {
      const transfer = new DataTransfer();
      transfer.items.add(file);
      input.files = transfer.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
      await bench.until(() => textOf(phone(bench)).includes(file.name) || textOf(dialog(bench)).includes('could not'));
    };
    await pick(new File([png], 'pas.png', { type: 'image/png' }));
    expect(textOf(phone(bench))).to.contain('pas.png');
    expect(send(bench).ariaDisabled).to.equal('false');
    await pick(new File(['%PDF-1.7\n'], 'pas.pdf', { type: 'application/pdf' }));
    expect(send(bench).ariaDisabled).to.equal('true');
  });

  it('says that templates could not be loaded, and tries again', async () => {
    let failures = 1;
    const adapt = withPart(
      'approvedTemplates',
      (part) =>
        part && {
          ...part,
          list: (...asked) => (failures-- > 0 ? Promise.reject(new Error('down')) : part.list(...asked)),
        },
    );
    const bench = await composerBench('aisha', { ...world(), adapt });
    byRole(bench.composer, 'button', 'Choose template').click();
    await bench.until(() => allByRole(bench.composer, 'button', 'Try again').length === 1);
    byRole(bench.composer, 'button', 'Try again').click();
    await bench.until(() => options(bench).length === 7);
    expect(options(bench)).to.have.length(approvedTemplates.length - 1);
  });

  it('is not offered without the part, in a note, or to whom refused', async () => {
    const bench = await composerBench('aisha', world());
    byRole(bench.composer, 'radio', 'Note').click();
    await bench.pass();
    expect(allByRole(bench.composer, 'button', 'Choose template')).to.have.length(0);
    const data = world().data ?? {};
    const conversations = (data.conversations ?? []).map((conversation) => ({
      ...conversation,
      channels: conversation.channels.map((channel) => ({ ...channel, consent: 'denied' as const })),
    }));
    const refused = await composerBench('aisha', { data: { ...data, conversations } });
    expect(allByRole(refused.composer, 'button', 'Choose template')).to.have.length(0);
  });
});
