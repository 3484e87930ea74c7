import { expect } from '@open-wc/testing';
import '../../src/elements/conversation-details/define.ts';
import { ForwardingAdapter } from '../../src/adapters/forwarding-adapter.ts';
import type { MessagingAdapter } from '../../src/ports/adapter.ts';
import { inbox, namesakes } from '../../stories/inbox-seed.ts';
import { phoneOf } from '../../stories/support.ts';
import { type Bench, bench, type BenchOptions } from './bench.ts';
import { allByRole, byRole, textOf } from './by-role.ts';

type Details = HTMLElementTagNameMap['conversation-details'];

async function details(id: string, options: BenchOptions = {}): Promise<Bench<Details>> {
  await import('../../src/locales/inbox.en.ts');
  const made = await bench('conversation-details', {
    data: inbox,
    height: 1200,
    ...options,
    attributes: { 'conversation-id': id },
  });
  while (!textOf(made.element.shadowRoot).includes('Priority')) await made.pass();
  return made;
}

/** A backend that can do everything but link senders. */
class Linkless extends ForwardingAdapter {
  override async connect(...call: Parameters<ForwardingAdapter['connect']>): ReturnType<ForwardingAdapter['connect']> {
    const session = await super.connect(...call);
    const { capabilities } = session;
    return { ...session, capabilities: { ...capabilities, can: { ...capabilities.can, link: false } } };
  }
}
const withoutLink = (adapter: MessagingAdapter): MessagingAdapter =>
  new Linkless({ name: 'linkless', load: () => Promise.resolve(adapter), owns: true });

const dialogOf = (element: Element): HTMLDialogElement => {
  const dialog = element.shadowRoot?.querySelector('dialog');
  if (!dialog) throw new Error('no dialog is open');
  return dialog;
};
const option = (root: Element, text: string): HTMLElement => {
  const found = [...root.querySelectorAll('label')].find((label) => textOf(label).includes(text));
  if (!found) throw new Error(`there is no ${text}`);
  return found;
};

describe('conversation-details', () => {
  it('[D3] shows recipient, addresses, windows, co-worker, branch, tags and other conversations', async () => {
    const { element } = await details('aisha');
    const text = textOf(element.shadowRoot);
    for (const part of [
      'Aïsha de Vries',
      'Bakkerij De Vries',
      'left to reply',
      'Sanne Bakker',
      'Utrecht',
      '#kennismaking',
    ])
      expect(text).to.include(part);
    expect(text).to.include('No other conversations');
  });

  it('[D2] shows everybody, offers only who is logged in, and adds the comment as a note', async () => {
    const { element, heard, pass, world } = await details('tom');
    const told = heard('conversation-assigned');
    byRole(element, 'button', 'Change co-worker').click();
    await pass();
    await pass();
    const joris = option(dialogOf(element), 'Joris van den Berg').querySelector('input');
    expect(joris?.disabled).to.equal(true);
    expect(textOf(dialogOf(element))).to.include('not logged in');
    option(dialogOf(element), 'Sanne Bakker').click();
    const comment = dialogOf(element).querySelector('textarea');
    Object.assign(comment ?? {}, { value: 'Belt vanmiddag terug' });
    comment?.dispatchEvent(new Event('input'));
    await pass();
    byRole(dialogOf(element), 'button', 'Assign').click();
    await pass(10);
    await pass();
    expect(told.map(({ detail }) => detail.conversation.coWorkerId)).to.deep.equal(['sanne']);
    expect(element.shadowRoot?.querySelector('dialog')).to.equal(null);
    await pass(100);
    expect(world.adapter.faults.log.filter(({ call }) => call === 'addNote')).to.have.length(1);
  });

  it('[D2] offers who is not logged in where the page says so', async () => {
    const { element, pass } = await details('tom');
    const provider = element.closest('conversation-provider');
    provider?.setAttribute('assign-offline', '');
    await provider?.updateComplete;
    byRole(element, 'button', 'Change co-worker').click();
    await pass();
    await pass();
    const joris = option(dialogOf(element), 'Joris van den Berg');
    expect(textOf(joris)).to.include('not logged in');
    expect(joris.querySelector('input')?.disabled).to.equal(false);
  });

  it('[D1] [D2] says who took it while the dialog was open, keeps the comment, and assigns only when told once more', async () => {
    const { element, heard, pass, world } = await details('aisha');
    const told = heard('conversation-assigned');
    byRole(element, 'button', 'Change co-worker').click();
    await pass();
    await pass();
    const comment = dialogOf(element).querySelector('textarea');
    Object.assign(comment ?? {}, { value: 'Belt vanmiddag terug' });
    comment?.dispatchEvent(new Event('input'));
    await world.session.update('aisha', { coWorkerId: 'joris' });
    await pass();
    option(dialogOf(element), 'Unassigned').click();
    await pass();
    byRole(dialogOf(element), 'button', 'Assign').click();
    await pass(10);
    await pass();
    expect(textOf(dialogOf(element).querySelector('.lacking'))).to.equal(
      'Joris van den Berg was quicker and has this conversation now.',
    );
    expect(told).to.have.length(0);
    expect(dialogOf(element).querySelector('textarea')?.value).to.equal('Belt vanmiddag terug');
    byRole(dialogOf(element), 'button', 'Assign anyway').click();
    await pass(10);
    await pass();
    expect(told.map(({ detail }) => detail.conversation.coWorkerId)).to.deep.equal([null]);
    expect(element.shadowRoot?.querySelector('dialog')).to.equal(null);
  });

  for (const [button, within] of [
    ['Change co-worker', 'Joris van den Berg'],
    ['Change branch', 'Antwerpen'],
    ['Change tags', '#factuur'],
  ] as const)
    it(`says that there is less to choose from than there is, and asks again: ${button}`, async () => {
      const { element, pass, world } = await details('aisha');
      world.adapter.faults.offline = true;
      byRole(element, 'button', button).click();
      await pass();
      await pass();
      expect(textOf(dialogOf(element))).to.include('The server cannot be reached. Try again');
      expect(textOf(dialogOf(element))).not.to.include('There are no tags yet');
      world.adapter.faults.offline = false;
      byRole(dialogOf(element), 'button', 'Try again').focus();
      byRole(dialogOf(element), 'button', 'Try again').click();
      await pass();
      await pass();
      expect(dialogOf(element).contains(element.shadowRoot?.activeElement ?? null)).to.equal(true);
      expect(textOf(dialogOf(element))).to.include(within);
      expect(textOf(dialogOf(element))).not.to.include('cannot be reached');
    });

  it('[D3] moves to another branch', async () => {
    const { element, pass } = await details('aisha');
    byRole(element, 'button', 'Change branch').click();
    await pass();
    await pass();
    option(dialogOf(element), 'Antwerpen').click();
    await pass();
    byRole(dialogOf(element), 'button', 'Change').click();
    await pass();
    await pass();
    expect(textOf(element.shadowRoot?.querySelector('dl'))).to.include('Branch Antwerpen');
  });

  it('[D5] adds and removes tags, and makes one that is not there yet', async () => {
    const { element, pass, press } = await details('aisha');
    byRole(element, 'button', 'Change tags').click();
    await pass();
    await pass();
    option(dialogOf(element), '#kennismaking').click();
    option(dialogOf(element), '#spoed').click();
    const field = dialogOf(element).querySelector('input');
    Object.assign(field ?? {}, { value: 'Terugbellen' });
    field?.dispatchEvent(new Event('input'));
    await pass();
    field?.focus();
    await press('Enter');
    await pass();
    byRole(dialogOf(element), 'button', 'Save').click();
    await pass();
    await pass();
    expect([...(element.shadowRoot?.querySelectorAll('.tag') ?? [])].map((tag) => textOf(tag))).to.have.members([
      '#spoed',
      '#Terugbellen',
    ]);
  });

  it('[D6] keeps a note, which is never sent', async () => {
    const { element, pass, world } = await details('aisha');
    const field = element.shadowRoot?.querySelector('textarea');
    Object.assign(field ?? {}, { value: 'Parkeren kan achter het gebouw' });
    field?.dispatchEvent(new Event('input'));
    await pass();
    byRole(element, 'button', 'Add note').click();
    await pass(100);
    await pass(100);
    expect(textOf(element.shadowRoot?.querySelector('.note'))).to.include('Parkeren kan achter het gebouw');
    expect(field?.value).to.equal('');
    expect(world.adapter.faults.log.filter(({ call }) => call === 'send')).to.have.length(0);
  });

  it('[C15] sets priority, pins, and wakes what was put aside', async () => {
    const { element, pass } = await details('bram');
    expect(textOf(element.shadowRoot)).to.match(/Snoozed until .* or a reply/);
    byRole(element, 'button', 'Wake now').click();
    await pass();
    await pass();
    expect(textOf(element.shadowRoot)).not.to.include('Snoozed until');
    byRole(element, 'button', 'Pin').click();
    await pass();
    await pass();
    expect(byRole(element, 'button', 'Pinned').getAttribute('aria-pressed')).to.equal('true');
  });

  it('[D3] lists the files of the whole conversation with type, size and date', async () => {
    const withFiles = inbox.conversations?.find(({ id }) =>
      inbox.messages?.some(({ conversationId, content }) => conversationId === id && 'attachment' in content),
    );
    const { element, pass } = await details(withFiles?.id ?? '');
    await pass(10);
    await pass();
    const files = [...(element.shadowRoot?.querySelectorAll('.files .file') ?? [])];
    const carried = inbox.messages?.filter(
      ({ conversationId, content }) => conversationId === withFiles?.id && 'attachment' in content,
    );
    expect(files).to.have.length(carried?.length ?? 0);
    for (const file of files) expect(textOf(file.querySelector('.hint'))).to.match(/^\S+ · (\d.* · )?.*\d/);
  });

  it('[D10] says that a sender is no record yet, and offers no card', async () => {
    const { element } = await details('unknown');
    expect(allByRole(element, 'button', 'Open source record')).to.have.length(0);
    expect(textOf(element.shadowRoot)).to.include('This sender is no contact or resource yet.');
  });

  it('[D10] shows the records with the number, takes none by itself, and links the one that is chosen', async () => {
    const { element, pass } = await details('unknown', { data: namesakes });
    byRole(element, 'button', 'Link to a record').click();
    await pass();
    await pass();
    const dialog = dialogOf(element);
    expect(textOf(dialog)).to.include('Several records have this number. Choose the right one.');
    const radios = [...dialog.querySelectorAll<HTMLInputElement>('input[type="radio"]')];
    expect(radios.map(({ checked }) => checked)).to.deep.equal([false, false]);
    expect(byRole(dialog, 'button', 'Link').getAttribute('aria-disabled')).to.equal('true');
    option(dialog, 'Ria de Boer').click();
    await pass();
    byRole(dialog, 'button', 'Link').click();
    await pass(10);
    await pass();
    expect(element.shadowRoot?.querySelector('dialog')).to.equal(null);
    expect(textOf(element.shadowRoot?.querySelector('.who'))).to.include('Ria de Boer Transport De Boer');
    expect(element.shadowRoot?.activeElement).to.equal(byRole(element, 'button', 'Open source record'));
  });

  it('[D10] undoes a link to the wrong record, and the undoing as well; the focus stays in the card', async () => {
    const { element, pass, world } = await details('unknown', { data: namesakes });
    await world.session.update('unknown', { recipientId: 'mother' });
    await pass(10);
    expect(textOf(element.shadowRoot?.querySelector('.who'))).to.include('Linked by a co-worker.');
    byRole(element, 'button', 'Undo link').click();
    await pass(10);
    await pass();
    expect(textOf(element.shadowRoot?.querySelector('.who'))).to.match(/No longer linked to .*\. Link again/);
    expect(element.shadowRoot?.activeElement).to.equal(byRole(element, 'button', 'Link to a record'));
    byRole(element, 'button', 'Link again').click();
    await pass(10);
    await pass();
    expect(allByRole(element, 'button', 'Undo link')).to.have.length(1);
    expect(world.session.openConversation('unknown').value?.recipient.id).to.equal('mother');
  });

  it('[D10] undoes no link of a conversation that a colleague changed meanwhile, and says so', async () => {
    const { element, pass, world } = await details('unknown', { data: namesakes });
    await world.session.update('unknown', { recipientId: 'mother' });
    await pass(10);
    const undo = byRole(element, 'button', 'Undo link');
    await world.backend.adapter({ agentId: 'joris' }).update('unknown', { addTags: ['factuur'] });
    undo.click();
    await pass(10);
    await pass();
    expect(textOf(element.shadowRoot?.querySelector('[role="alert"]'))).to.not.equal('');
    expect(allByRole(element, 'button', 'Undo link')).to.have.length(1);
  });

  it('[D10] finds a record by name where none has the number, and never another sender', async () => {
    const { element, pass } = await details('unknown');
    byRole(element, 'button', 'Link to a record').click();
    await pass();
    await pass();
    const dialog = dialogOf(element);
    expect(textOf(dialog)).to.include('No record has this number. Search by name.');
    const field = byRole(dialog, 'searchbox', 'Find contact or resource') as HTMLInputElement;
    expect(element.shadowRoot?.activeElement).to.equal(field);
    for (const [typed, found] of [
      ['kowal', ['Piotr Kowalski']],
      ['nobody at all', []],
      [phoneOf('unknown'), []],
    ] as const) {
      field.value = typed;
      field.dispatchEvent(new Event('input'));
      await pass();
      await pass();
      const names = [...dialog.querySelectorAll('label .record > bdi')].map((name) => textOf(name));
      expect(names.filter((name) => !name.startsWith('+'))).to.deep.equal(found);
      expect(textOf(dialog).includes('Nobody found')).to.equal(found.length === 0);
    }
  });

  it('[D10] says in the dialog that the directory does not answer, instead of that nobody is there', async () => {
    const { element, pass, world } = await details('unknown');
    const { AdapterError } = await import('../../src/ports/adapter-error.ts');
    world.adapter.faults.every({ kind: 'error', error: new AdapterError('forbidden', 'test') }, 'searchRecipients');
    byRole(element, 'button', 'Link to a record').click();
    await pass();
    await pass();
    expect(textOf(dialogOf(element))).to.include('You have no permission for this.');
    expect(textOf(dialogOf(element))).not.to.include('No record has this number');
  });

  it('[D10] asks the host for a record, and says where to make one when the host takes no care of it', async () => {
    const { element, heard, pass } = await details('unknown');
    const asked = heard('recipient-create-request');
    const create = byRole(element, 'button', 'Create a new record');
    element.addEventListener('recipient-create-request', (event) => event.preventDefault(), { once: true });
    create.click();
    await pass();
    expect(asked.map(({ detail }) => detail)).to.deep.equal([
      { conversationId: 'unknown', address: phoneOf('unknown'), channel: 'sms', name: null },
    ]);
    expect(textOf(element.shadowRoot)).not.to.include('Make the contact or resource in your own system first.');
    create.click();
    await pass();
    expect(textOf(element.shadowRoot)).to.include('Make the contact or resource in your own system first.');
  });

  it('[D10] offers no link where the backend cannot, and neither where the sender is known', async () => {
    const known = await details('aisha');
    expect(allByRole(known.element, 'button', 'Link to a record')).to.have.length(0);
    expect(allByRole(known.element, 'button', 'Create a new record')).to.have.length(0);
    const { element } = await details('unknown', { adapt: withoutLink });
    expect(allByRole(element, 'button', 'Link to a record')).to.have.length(0);
    expect(allByRole(element, 'button', 'Create a new record')).to.have.length(1);
  });

  it('says in the alert why something could not be changed', async () => {
    const { element, pass, world } = await details('aisha');
    const { AdapterError } = await import('../../src/ports/adapter-error.ts');
    world.adapter.faults.every({ kind: 'error', error: new AdapterError('forbidden', 'test') }, 'update');
    byRole(element, 'button', 'Pin').click();
    await pass();
    await pass();
    expect(textOf(element.shadowRoot?.querySelector('[role="alert"].problem, .problem'))).to.include(
      'You have no permission for this.',
    );
  });

  it('leaves no timer behind', async () => {
    const { element, pass, world, clock } = await details('aisha');
    element.remove();
    await pass();
    await world.session.close();
    expect(clock.pending).to.equal(0);
  });
});
