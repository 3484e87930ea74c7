import { expect } from '@open-wc/testing';
import type { ConversationElementsEventMap } from '../../src/elements/events.ts';
import { memoryStorage } from '../../src/testing/index.ts';
import { ago, seedOf, type Talk } from '../../stories/support.ts';
import { allByRole, byRole, textOf } from './by-role.ts';
import { type Bench, composerBench } from './composer-bench.ts';
import { talkOf, timelineBench } from './timeline-bench.ts';

const hour = 60;
const talk = (channel: 'whatsapp' | 'sms', minutes = 10): Talk =>
  talkOf([
    { at: ago(minutes + 5, 'm'), direction: 'outgoing', channel, text: 'Which size?' },
    { at: ago(minutes, 'm'), direction: 'incoming', channel, text: 'Forty-two, please' },
  ]);

const quote = ({ composer }: Bench): HTMLElement[] => allByRole(composer, 'group', /^Answer to/);

async function answering(options: Parameters<typeof composerBench>[1] = {}): Promise<Bench> {
  const bench = await composerBench('talk', { data: seedOf([talk('whatsapp')]), ...options });
  bench.composer.compose({
    ...{ conversationId: 'talk', channel: 'whatsapp', by: 'same-channel', text: null },
    replyToId: 'talk-1',
  });
  await bench.until(() => quote(bench).length === 1);
  return bench;
}

async function newest(bench: Bench) {
  const page = await bench.world.adapter.listMessages({ kind: 'conversation', conversationId: 'talk' }, { limit: 100 });
  return page.items.at(-1);
}

function press(bench: Bench, key: string): void {
  bench.text.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
}

describe('conversation-timeline: reply', () => {
  async function replies(data: Talk, attributes: Readonly<Record<string, string>>): Promise<HTMLElement[]> {
    const bench = await timelineBench(data, { attributes });
    for (const row of bench.articles()) {
      row.focus();
      await bench.pass();
      await bench.until('.tools');
    }
    bench.articles().at(-1)?.focus();
    await bench.pass();
    return allByRole(bench.timeline, 'button', 'Reply');
  }

  it('[A12] asks for an answer to the message in use', async () => {
    const asked: ConversationElementsEventMap['message-compose-request']['detail'][] = [];
    const listen = (event: Event): void => {
      asked.push((event as ConversationElementsEventMap['message-compose-request']).detail);
    };
    document.addEventListener('message-compose-request', listen);
    const [button] = await replies(talk('whatsapp'), { replies: '' });
    button?.click();
    document.removeEventListener('message-compose-request', listen);
    expect(asked).to.deep.equal([
      { conversationId: 'talk', channel: 'whatsapp', by: 'same-channel', text: null, replyToId: 'talk-1' },
    ]);
  });

  it('[A12] is not offered on a channel without quotes, after the reply window, or where nobody takes it up', async () => {
    expect(await replies(talk('sms'), { replies: '' })).to.have.length(0);
    expect(await replies(talk('whatsapp', 25 * hour), { replies: '' })).to.have.length(0);
    expect(await replies(talk('whatsapp'), {})).to.have.length(0);
  });
});

describe('composer: answering a message', () => {
  it('[A12] shows what is answered, and sends the text as the answer to it, once', async () => {
    const bench = await answering();
    expect(textOf(quote(bench)[0]))
      .to.contain('Answer to Aïsha de Vries')
      .and.to.contain('Forty-two, please');
    expect(bench.text.matches(':focus')).to.equal(true);
    await bench.type('Noted');
    bench.send().click();
    await bench.pass(500);
    const sent = await newest(bench);
    expect([sent?.content, sent?.replyToId]).to.deep.equal([{ kind: 'text', text: 'Noted' }, 'talk-1']);
    expect(quote(bench)).to.have.length(0);
    await bench.type('And another thing');
    bench.send().click();
    await bench.pass(500);
    expect((await newest(bench))?.replyToId).to.equal(null);
  });

  it('[B12] keeps the quote in the draft, with and without a text', async () => {
    for (const text of ['', 'Noted']) {
      const storage = memoryStorage();
      const before = await answering({ storage });
      await before.type(text);
      await before.pass(1000);
      before.composer.remove();
      const after = await composerBench('talk', { data: seedOf([talk('whatsapp')]), storage: storage.peer() });
      await after.until(() => quote(after).length === 1);
      expect(after.text.value).to.equal(text);
    }
  });

  it('[A12] is cancelled with Escape and with the button; the text stays', async () => {
    for (const cancel of ['Escape', 'button']) {
      const bench = await answering();
      await bench.type('Noted');
      if (cancel === 'Escape') press(bench, 'Escape');
      else byRole(bench.composer, 'button', 'Do not quote').click();
      await bench.pass();
      expect(quote(bench)).to.have.length(0);
      expect(bench.text.value).to.equal('Noted');
      expect(bench.text.matches(':focus')).to.equal(true);
      bench.send().click();
      await bench.pass(500);
      expect((await newest(bench))?.replyToId).to.equal(null);
    }
  });

  it('[A12] stays with its channel: by text message nothing is quoted', async () => {
    const bench = await answering();
    byRole(bench.composer, 'radio', /^SMS/).click();
    await bench.pass();
    expect(quote(bench)).to.have.length(0);
    await bench.type('Noted');
    bench.send().click();
    await bench.pass(500);
    const sent = await newest(bench);
    expect([sent?.channel, sent?.replyToId]).to.deep.equal(['sms', null]);
  });
});
