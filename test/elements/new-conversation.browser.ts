import { expect } from '@open-wc/testing';
import '../../src/elements/conversation-list/define.ts';
import { inbox } from '../../stories/inbox-seed.ts';
import { withoutPart } from '../../stories/support.ts';
import { type Bench, bench } from './bench.ts';
import { allByRole, byRole, textOf } from './by-role.ts';

type List = HTMLElementTagNameMap['conversation-list'];

async function listBench(attributes: Record<string, string> = {}): Promise<Bench<List>> {
  await Promise.all([
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
    adapt: withoutPart('presence'),
  });
  while (allByRole(list.element, 'button', 'Select several').length === 0) await list.pass();
  return list;
}

const dialog = ({ element }: Bench<List>): HTMLElement => byRole(element, 'dialog', 'New conversation');

async function start(list: Bench<List>, number: string): Promise<string[]> {
  const opened: string[] = [];
  list.element.addEventListener('conversation-change', ({ detail }) => opened.push(detail.conversationId ?? ''));
  byRole(list.element, 'button', 'New conversation').click();
  await list.pass();
  const field = byRole(dialog(list), 'textbox', /^Mobile number/) as HTMLInputElement;
  field.value = number;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await press(list, /^Start/);
  return opened;
}

async function press(list: Bench<List>, name: RegExp): Promise<void> {
  await list.pass();
  byRole(dialog(list), 'button', name).click();
  // What reads numbers comes as a chunk.
  for (let frames = 0; frames < 20; frames += 1) {
    await new Promise(requestAnimationFrame);
    await list.pass();
  }
}

describe('a new conversation from the list', () => {
  it('[B19] starts with a number in any spelling and shows the conversation', async () => {
    const list = await listBench();
    const opened = await start(list, '06 - 11 22 33 44');
    expect(opened).to.have.length(1);
    expect(list.element.conversationId).to.equal(opened[0]);
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

  it('is not offered beside the card of one recipient', async () => {
    const list = await listBench({ scope: 'recipient', 'recipient-id': 'nobody' });
    expect(allByRole(list.element, 'button', 'New conversation')).to.have.length(0);
  });
});
