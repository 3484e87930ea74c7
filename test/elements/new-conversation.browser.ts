import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/conversation-list/define.ts';
import { AdapterError } from '../../src/ports/adapter-error.ts';
import { inbox } from '../../stories/inbox-seed.ts';
import { withoutPart, withPart } from '../../stories/support.ts';
import { type Bench, bench } from './bench.ts';
import { allByRole, byRole, textOf } from './by-role.ts';
import { hasTools } from './has-tools.ts';

type List = HTMLElementTagNameMap['conversation-list'];

const refuse = (): Promise<never> => Promise.reject(new AdapterError('unavailable', 'test'));

async function listBench(
  attributes: Record<string, string> = {},
  adapt = withoutPart('presence'),
): Promise<Bench<List>> {
  await Promise.all([
    import('../../src/elements/conversation-list/soon/soon.ts'),
    import('../../src/elements/conversation-list/tools/tools.ts'),
    import('../../src/locales/inbox.en.ts'),
    import('../../src/domain/start-number.ts'),
    import('../../src/domain/phone-metadata.ts'),
  ]);
  const list = await bench('conversation-list', {
    data: inbox,
    height: 900,
    width: 420,
    locale: 'en-NL',
    attributes: { scope: 'branch', ...attributes },
    adapt,
  });
  while (!hasTools(list.element)) await list.pass();
  return list;
}

const dialog = ({ element }: Bench<List>): HTMLElement => byRole(element, 'dialog', 'New conversation');

async function start(list: Bench<List>, number: string): Promise<string[]> {
  const opened = await find(list, number);
  await press(list, /^Start/);
  return opened;
}

/** Types into the dialog and waits for what the directory finds. */
async function find(list: Bench<List>, text: string): Promise<string[]> {
  const opened: string[] = [];
  list.element.addEventListener('conversation-change', ({ detail }) => opened.push(detail.conversationId ?? ''));
  byRole(list.element, 'button', 'New conversation').click();
  await list.pass();
  const field = byRole(dialog(list), 'textbox', 'Name or mobile number') as HTMLInputElement;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await frames(list);
  return opened;
}

async function frames(list: Bench<List>): Promise<void> {
  for (let frame = 0; frame < 20; frame += 1) {
    await new Promise(requestAnimationFrame);
    await list.pass();
  }
}

async function press(list: Bench<List>, name: RegExp): Promise<void> {
  await list.pass();
  byRole(dialog(list), 'button', name).click();
  // What reads numbers comes as a chunk.
  await frames(list);
}

describe('a new conversation from the list', () => {
  it('[B19] starts with a number in any spelling and shows the conversation', async () => {
    const list = await listBench();
    const opened = await start(list, '06 - 11 22 33 44');
    expect(opened).to.have.length(1);
    expect(list.element.conversationId).to.equal(opened[0]);
    const row = byRole(list.element, 'option', /^\+31 6 1122 3344/);
    expect(row.ariaSelected).to.equal('true');
    expect(allByRole(list.element, 'dialog')).to.have.length(0);
  });

  it('[B19] finds the one that is open with the number', async () => {
    const list = await listBench();
    const [first] = await start(list, '0611223344');
    const [again] = await start(list, '+31 6 1122 3344');
    expect(again ?? first).to.equal(first);
  });

  it('[B19] asks about a doubtful number before anything happens', async () => {
    const list = await listBench();
    const opened = await start(list, '030 231 0000');
    expect(opened).to.have.length(0);
    expect(textOf(dialog(list))).to.contain('The numbering plan of this country does not know this number.');
    await press(list, /^Start anyway$/);
    expect(opened).to.have.length(1);
  });

  it('[B19] refuses what is no number, with the reason', async () => {
    const list = await listBench();
    const opened = await start(list, 'hello');
    expect(opened).to.have.length(0);
    expect(textOf(dialog(list))).to.contain('This is not a phone number.');
  });

  it('[B19] finds contacts and resources by name or by number in any spelling, and starts with the chosen one', async () => {
    const [known] = inbox.recipients ?? [];
    const number = known?.addresses[0]?.value ?? '';
    for (const text of [known?.name.slice(0, 6) ?? '', number.replace('+31', '0')]) {
      const list = await listBench();
      const opened = await find(list, text);
      expect(textOf(dialog(list)), text).to.contain('One record found');
      const option = byRole(dialog(list), 'radio', new RegExp(`^${known?.name ?? ''}`)) as HTMLInputElement;
      expect(opened).to.have.length(0);
      option.click();
      await press(list, /^Start conversation$/);
      expect(opened).to.have.length(1);
      const conversation = await list.world.adapter.getConversation(opened[0] ?? '');
      expect(conversation.recipient.id).to.equal(known?.id);
    }
  });

  it('[B19] leads from a name to those found: by Arrow down, and in words when it is taken for a number', async () => {
    const list = await listBench();
    const [known] = inbox.recipients ?? [];
    await find(list, known?.name.slice(0, 6) ?? '');
    await press(list, /^Start conversation$/);
    expect(textOf(dialog(list))).to.contain('Choose one of those found, or enter a mobile number.');
    byRole(dialog(list), 'textbox', 'Name or mobile number').focus();
    await sendKeys({ press: 'ArrowDown' });
    await list.pass();
    const option = byRole(dialog(list), 'radio', new RegExp(`^${known?.name ?? ''}`)) as HTMLInputElement;
    expect([option.checked, option.matches(':focus')]).to.deep.equal([true, true]);
    expect(textOf(dialog(list))).not.to.contain('Choose one of those found');
  });

  it('[B19] says that nobody was found, and goes on with a number', async () => {
    const list = await listBench();
    await find(list, 'Nobody of this name');
    expect(textOf(dialog(list))).to.contain('Nobody found.');
    expect(allByRole(dialog(list), 'radio')).to.have.length(0);
  });

  it('[B19] says why the directory did not answer; a number still starts', async () => {
    const list = await listBench(
      {},
      withPart('directory', (part) => part && { ...part, searchRecipients: refuse }),
    );
    const opened = await start(list, '0611223344');
    expect(opened).to.have.length(1);
    const other = await listBench(
      {},
      withPart('directory', (part) => part && { ...part, searchRecipients: refuse }),
    );
    await find(other, 'Anna');
    expect(textOf(dialog(other))).to.contain('Contacts and resources could not be searched.');
  });

  it('[B19] asks for a number alone where there is no directory', async () => {
    const list = await listBench({}, withoutPart('directory'));
    byRole(list.element, 'button', 'New conversation').click();
    await list.pass();
    expect(allByRole(dialog(list), 'textbox', 'Mobile number')).to.have.length(1);
  });

  it('is not offered beside the card of one recipient', async () => {
    const list = await listBench({ scope: 'recipient', 'recipient-id': 'nobody' });
    expect(allByRole(list.element, 'button', 'New conversation')).to.have.length(0);
  });
});
