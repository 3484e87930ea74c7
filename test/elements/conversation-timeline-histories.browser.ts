import { expect } from '@open-wc/testing';
import { toCmIncoming } from '../../src/domain/cm-messages.ts';
import { deepActiveElement } from '../../src/dom/focus.ts';
import type { MessagingAdapter } from '../../src/ports/adapter.ts';
import type { SearchPart } from '../../src/ports/parts/search.ts';
import { anAttachment } from '../../src/testing/index.ts';
import { type Line, phoneOf, seedOf, storyNow } from '../../stories/support.ts';
import { allByRole, byRole, textOf } from './by-role.ts';
import { history, talkOf, timelineBench, type TimelineBench } from './timeline-bench.ts';

/** Waits for what loads page by page, frame by frame. */
async function until(bench: TimelineBench, isDone: () => boolean): Promise<void> {
  for (let turn = 0; turn < 200 && !isDone(); turn += 1) await bench.pass(10);
}

/** Two conversations with one recipient, and one with another. */
function three(): ReturnType<typeof seedOf> {
  const line = (minutes: number, text: string, channel: 'sms' | 'whatsapp') =>
    ({ at: storyNow - minutes * 60_000, direction: 'incoming', text, channel }) as const;
  const shared = { name: 'Aïsha de Vries', id: 'recipient-talk' } as const;
  const data = seedOf([
    { ...talkOf([line(300, 'Long ago', 'sms')]), id: 'old', recipient: shared, fields: { state: 'archived' } },
    { ...talkOf([line(20, 'Now', 'whatsapp')]), id: 'talk', recipient: shared },
    { ...talkOf([line(10, 'From elsewhere', 'sms')]), id: 'other', recipient: { name: 'Piotr' } },
  ]);
  const messages = (data.messages ?? []).map((message) =>
    message.conversationId === 'old' ? { ...message, recipientId: 'recipient-talk' } : message,
  );
  return { ...data, recipients: (data.recipients ?? []).slice(1), messages };
}

const choose = async (bench: TimelineBench, value: string): Promise<void> => {
  await bench.until('select');
  const select = byRole(bench.timeline, 'combobox', 'Which messages') as HTMLSelectElement;
  select.value = value;
  select.dispatchEvent(new Event('change'));
  await bench.pass(10);
};

const find = async (bench: TimelineBench, text: string): Promise<HTMLInputElement> => {
  await bench.timeline.search();
  const field = byRole(bench.timeline, 'searchbox', 'Search in this conversation') as HTMLInputElement;
  field.value = text;
  field.dispatchEvent(new Event('input'));
  await until(bench, () => bench.root.querySelector('.found-list, .search-note') !== null);
  return field;
};

const pressEnter = async (bench: TimelineBench, field: HTMLElement): Promise<void> => {
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
  for (let turn = 0; turn < 20; turn += 1) await bench.pass(5);
};

describe('conversation-timeline across conversations', () => {
  const attributes = { toolbar: '', 'recipient-id': 'recipient-talk', scope: 'all' };

  it('[A13] shows one history per recipient, with a line where another conversation begins', async () => {
    const bench = await timelineBench(talkOf([]), { data: three(), attributes });
    await choose(bench, 'recipient');
    await bench.until('.thread button');
    expect(bench.articles().map((row) => textOf(row.querySelector('.bubble')))).to.deep.equal(['Long ago', 'Now']);
    const leads = allByRole(bench.timeline, 'button', /^Open this conversation/);
    expect(leads).to.have.length(2);
    expect(textOf(bench.articles()[0])).to.contain('Archived');
  });

  it('[A13] begins a conversation with whatever stands there: an event, a note, an answer, a file', async () => {
    const at = (minutes: number): number => storyNow - minutes * 60_000;
    const content = { kind: 'document', caption: null, attachment: anAttachment({ name: 'rooster.pdf' }) } as const;
    const firsts: readonly Line[] = [
      { at: at(400), direction: 'event', content: { kind: 'event', event: { type: 'started' } } },
      { at: at(300), direction: 'note', text: 'For us' },
      { at: at(200), direction: 'incoming', text: 'Yes', fields: { replyToId: 'unknown' } },
      { at: at(100), direction: 'incoming', content },
    ];
    const recipient = { name: 'Aïsha de Vries', id: 'recipient-talk' } as const;
    const data = seedOf(firsts.map((line, index) => ({ ...talkOf([line]), id: `talk-${index}`, recipient })));
    const messages = (data.messages ?? []).map((message) => ({ ...message, recipientId: 'recipient-talk' }));
    const seed = { ...data, recipients: (data.recipients ?? []).slice(0, 1), messages };
    const bench = await timelineBench({ ...talkOf([]), id: 'talk-0' }, { data: seed, attributes });
    await choose(bench, 'recipient');
    await until(bench, () => bench.root.querySelectorAll('.thread').length === 4);
    const said = (): readonly string[] =>
      bench.articles().map((row) => textOf(row.querySelector('.bubble, div.event')));
    const wanted = [/^Conversation started · /, /Internal.*For us/, /Yes$/, /rooster\s*\.pdf/];
    for (const [index, pattern] of wanted.entries()) {
      expect(said()[index]).to.match(pattern);
      expect(textOf(bench.articles()[index]?.querySelector('.thread'))).to.not.equal('');
    }
    await choose(bench, 'conversation');
    expect(said()[0]).to.match(wanted[0] ?? /none/);
  });

  it('[A2] shows the last messages of all conversations, each naming its recipient and leading to its conversation', async () => {
    const bench = await timelineBench(talkOf([]), { data: three(), attributes });
    await choose(bench, 'recent');
    await bench.until('.thread button');
    await until(bench, () => allByRole(bench.timeline, 'button', /^Open the conversation with/).length === 3);
    const asked: string[] = [];
    bench.timeline.addEventListener('conversation-open-request', ({ detail }) => {
      asked.push(detail.conversationId);
      bench.timeline.conversationId = detail.conversationId;
    });
    byRole(bench.timeline, 'button', 'Open the conversation with Piotr').click();
    await until(bench, () => bench.articles().length === 1);
    expect(asked).to.deep.equal(['other']);
    expect(bench.timeline.history).to.equal('conversation');
    expect(textOf(bench.articles()[0])).to.contain('From elsewhere');
    expect(bench.articles()[0]?.classList.contains('found'), 'is at that message').to.equal(true);
  });

  it('[A13] says what begins above the first message: the conversation, all with the recipient, or what is shown', async () => {
    const bench = await timelineBench(talkOf([]), { data: three(), attributes });
    const edge = (): string => textOf(bench.root.querySelector('.edge'));
    expect(edge()).to.equal('Beginning of the conversation');
    await choose(bench, 'recipient');
    await until(bench, () => edge() !== 'Beginning of the conversation');
    expect(edge()).to.equal('Beginning of all messages with this recipient');
    await choose(bench, 'recent');
    await until(bench, () => bench.articles().length === 3);
    expect(edge()).to.equal('No earlier messages');
  });

  it('[A2] says that the last hundred begin above them', async () => {
    const bench = await timelineBench(history(120), { attributes: { history: 'recent', scope: 'all' } });
    await bench.scrollTo(0);
    await until(bench, () => textOf(bench.root.querySelector('.edge')).startsWith('The latest'));
    expect(bench.articles()[0]?.ariaPosInSet).to.equal('1');
    expect(textOf(bench.root.querySelector('.edge'))).to.equal('The latest 100 messages begin here');
  });

  it('[A2] does not go anywhere when the page cancels', async () => {
    const bench = await timelineBench(talkOf([]), { data: three(), attributes });
    await choose(bench, 'recent');
    await bench.until('.thread button');
    await until(bench, () => allByRole(bench.timeline, 'button', /^Open the conversation with/).length === 3);
    bench.timeline.addEventListener('conversation-open-request', (event) => event.preventDefault());
    byRole(bench.timeline, 'button', 'Open the conversation with Piotr').click();
    await bench.pass();
    expect(bench.timeline.history).to.equal('recent');
  });

  for (const [name, options] of [
    ['the backend', {}],
    [
      'what is loaded, where the backend cannot search',
      {
        adapt: (adapter: MessagingAdapter) => {
          const part = adapter.part.bind(adapter);
          return Object.assign(adapter, {
            part: ((wanted: 'search') =>
              ['search'].includes(wanted) ? undefined : part(wanted)) as MessagingAdapter['part'],
          });
        },
      },
    ],
  ] as const)
    it(`[A14] finds messages that are not mounted by ${name}, and leads from one to the next`, async () => {
      const bench = await timelineBench(history(300), options);
      const field = await find(bench, 'message 11');
      // 11, 110 … 119 and 211: every word occurs.
      expect(textOf(bench.root.querySelector('.place'))).to.equal('12 found');
      expect(textOf(bench.root.querySelector('.one mark'))).to.equal('Message');
      await pressEnter(bench, field);
      expect(textOf(bench.root.querySelector('.place'))).to.equal('1 of 12');
      expect(textOf(bench.root.querySelector('.found'))).to.contain('Message 211 ');
      await pressEnter(bench, field);
      expect(textOf(bench.root.querySelector('.found'))).to.contain('Message 119 ');
      expect(deepActiveElement(document) === field, 'the focus stays in the search').to.equal(true);
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
      await bench.pass();
      expect(bench.root.querySelector('.search')).to.equal(null);
    });

  it('[A14] drops from what was found what its sender takes back, loaded or not', async () => {
    const bench = await timelineBench(history(120));
    await find(bench, 'message 5');
    const found = (): readonly string[] =>
      [...bench.root.querySelectorAll('.found-list li')].map((item) => /Message \d+/.exec(textOf(item))?.[0] ?? '');
    const before = found();
    expect(before).to.include.members(['Message 5', 'Message 105']);
    for (const messageContext of ['talk-4', 'talk-104'])
      await bench.world.backend.receive(
        toCmIncoming({
          ...{ channel: 'whatsapp', from: phoneOf('talk'), to: '3669', at: bench.world.session.serverNow() },
          ...{ reference: `back-${messageContext}`, messageContext, revision: 'deleted' },
          content: { kind: 'text', text: '' },
        }),
      );
    await until(bench, () => found().length === before.length - 2);
    const isKept = (text: string): boolean => text !== 'Message 5' && text !== 'Message 105';
    expect(found()).to.deep.equal(before.filter(isKept));
  });

  it('[A14] says that nothing was found', async () => {
    const bench = await timelineBench(history(30));
    await find(bench, 'zebra');
    expect(textOf(bench.root.querySelector('.search-note'))).to.equal('Nothing found');
  });

  for (const { pages, words } of [
    { pages: 4, words: '3 found' },
    { pages: 40, words: 'Nothing found yet' },
  ])
    it(`[A14] looks further back by itself when ${pages} stretches hold nothing, within bounds`, async () => {
      let asked = 0;
      const bench = await timelineBench(history(30), {
        adapt: (adapter) => {
          const part = adapter.part.bind(adapter);
          const searchMessages: SearchPart['searchMessages'] = async (search) => {
            asked += 1;
            const honest = await part('search')?.searchMessages({ ...search, text: 'message 5' });
            const items = asked > pages ? (honest?.items ?? []) : [];
            return { items, nextCursor: asked > pages ? null : `${asked}`, total: null };
          };
          return Object.assign(adapter, {
            part: ((name: 'search') => (['search'].includes(name) ? { searchMessages } : part(name))) as typeof part,
          });
        },
      });
      await find(bench, 'zebra');
      await until(bench, () => (bench.root.querySelector('.search')?.textContent ?? '').includes(words));
      expect(bench.root.querySelector('.search')?.textContent).to.contain(words);
      expect(asked).to.be.at.most(20);
    });

  it('[A14] opens with Control+F inside the messages', async () => {
    const bench = await timelineBench(history(30));
    bench.timeline.focus();
    const event = new KeyboardEvent('keydown', {
      key: 'f',
      code: 'KeyF',
      ctrlKey: true,
      bubbles: true,
      composed: true,
      cancelable: true,
    });
    deepActiveElement(document)?.dispatchEvent(event);
    await bench.until('.search');
    await bench.pass();
    expect(event.defaultPrevented).to.equal(true);
    expect(deepActiveElement(document)?.tagName).to.equal('INPUT');
  });
});
