import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { deepActiveElement } from '../../src/dom/focus.ts';
import type { FailureReason } from '../../src/domain/model.ts';
import { AdapterError } from '../../src/ports/adapter-error.ts';
import type { Provider } from '../../src/adapters/memory/index.ts';
import { anAttachment } from '../../src/testing/index.ts';
import { ago } from '../../stories/support.ts';
import { allByRole, byRole, nameOf, textOf } from './by-role.ts';
import { history, talkOf, timelineBench, type TimelineBench } from './timeline-bench.ts';

/** A conversation whose last message failed at the provider. */
const failedTalk = (reason: FailureReason) =>
  talkOf([
    { at: ago(2, 'h'), direction: 'incoming', text: 'Hi' },
    {
      at: ago(1, 'h'),
      direction: 'outgoing',
      text: 'Not there',
      status: 'failed',
      failure: { reason, providerCode: '131026', detail: null, at: ago(1, 'h') },
    },
  ]);
const buttons = (article: HTMLElement | undefined): string[] =>
  article ? allByRole(article, 'button').map(nameOf) : [];
const trouble = (article: HTMLElement | undefined): string => textOf(article?.querySelector('.trouble .reason'));
const refused = (code: ConstructorParameters<typeof AdapterError>[0]): AdapterError => new AdapterError(code, 'test');

async function send({ world, pass }: TimelineBench, text: string): Promise<void> {
  await world.session.send({
    conversationId: 'talk',
    channel: 'whatsapp',
    accountId: null,
    content: { kind: 'text', text },
    replyToId: null,
    draft: null,
  });
  await pass(1000);
}

/** What the timeline asks a composer to take up. */
function composeRequests({ timeline }: TimelineBench): unknown[] {
  const requests: unknown[] = [];
  timeline.addEventListener('message-compose-request', (event) => requests.push(event.detail));
  return requests;
}

/** A bench whose newest message the backend refused: it waits in the outbox for a person. */
async function refusedHere(code: ConstructorParameters<typeof AdapterError>[0] = 'invalid'): Promise<TimelineBench> {
  const bench = await timelineBench(history(6));
  bench.world.adapter.faults.next({ kind: 'error', error: refused(code) }, 'send');
  await send(bench, 'Refused');
  return bench;
}

describe('conversation-timeline in trouble', () => {
  it('[D9] says on paper what went wrong, without the ways on and without the mark of the keyboard', async () => {
    const bench = await timelineBench(failedTalk('unreachable'));
    await bench.until('.row > .tools');
    const row = bench.articles().at(-1);
    row?.focus();
    const isShown = (selector: string): boolean => row?.querySelector(selector)?.checkVisibility() ?? false;
    const ring = (): string => (row ? getComputedStyle(row).outlineStyle : '');
    expect([isShown('.trouble .reason'), isShown('.trouble button'), ring()]).to.deep.equal([true, true, 'solid']);
    await emulateMedia({ media: 'print' });
    try {
      expect([isShown('.trouble .reason'), isShown('.trouble button'), ring()]).to.deep.equal([true, false, 'none']);
    } finally {
      await emulateMedia({ media: 'screen' });
    }
  });

  it('[A4] offers to mend a message with a file that failed, and hands the file over with its caption', async () => {
    const attachment = anAttachment({ id: 'file', name: 'offer.pdf', mimeType: 'application/pdf' });
    const bench = await timelineBench(
      talkOf([
        {
          ...{ at: ago(1, 'h'), direction: 'outgoing', status: 'failed' },
          content: { kind: 'document', attachment, caption: 'Our offer' },
          failure: { reason: 'media', providerCode: '131053', detail: null, at: ago(1, 'h') },
        },
      ]),
    );
    await bench.until('.trouble');
    const requests = composeRequests(bench);
    byRole(bench.timeline, 'button', 'Edit').click();
    await bench.pass();
    expect(requests).to.deep.equal([
      {
        ...{ conversationId: 'talk', channel: 'whatsapp', by: 'same-channel', text: null },
        file: { attachment, caption: 'Our offer' },
      },
    ]);
  });

  const cases: readonly (readonly [FailureReason, string, readonly string[]])[] = [
    [
      'unreachable',
      'Not delivered: the recipient cannot be reached. It was tried for 24 hours. Wait a while before you try again. Code 131026',
      ['Retry', 'Other channel', 'Copy'],
    ],
    ['window-closed', 'Not sent: the reply window was closed. Code 131026', ['Other channel', 'Copy']],
    [
      'rejected',
      'Not sent: the provider did not accept the message. Tell your administrator. Code 131026',
      ['Edit', 'Copy'],
    ],
    ['provider-down', 'Not sent: the provider cannot be reached. Code 131026', ['Retry', 'Other channel', 'Copy']],
    [
      'invalid-number',
      'Not sent: the number is not valid. Check the number on the recipient’s card. Code 131026',
      ['Other channel', 'Copy'],
    ],
  ];
  for (const [reason, words, names] of cases)
    it(`[A4] says that a message failed because of ${reason}, and offers what helps`, async () => {
      const { articles } = await timelineBench(failedTalk(reason));
      expect(nameOf(articles()[1]!)).to.match(/, Failed$/);
      expect(trouble(articles()[1])).to.equal(words);
      expect(buttons(articles()[1])).to.deep.equal(names);
    });

  it('[A4] sends a message that failed at the provider again as a new one', async () => {
    const bench = await timelineBench(failedTalk('provider-down'));
    byRole(bench.timeline, 'button', 'Retry').click();
    await bench.pass(1000);
    expect(bench.articles()).to.have.length(3);
    expect(nameOf(bench.articles()[2]!)).to.match(/, (Accepted|Sent)$/);
  });

  it('[A4] lets a message that the backend refused be mended, copied or discarded', async () => {
    const bench = await refusedHere();
    expect(trouble(bench.articles().at(-1))).to.match(/^Not sent: the provider did not accept the message\./);
    expect(buttons(bench.articles().at(-1))).to.deep.equal(['Edit', 'Copy', 'Discard']);
  });

  it('[A4] gives the text of a refused message back to its draft, and asks a composer to take it up', async () => {
    const bench = await refusedHere();
    const requests = composeRequests(bench);
    byRole(bench.timeline, 'button', 'Edit').click();
    await bench.pass(1000);
    expect(requests).to.deep.equal([{ conversationId: 'talk', channel: 'whatsapp', by: 'same-channel', text: null }]);
    const draft = bench.world.session.openDraft({ conversationId: 'talk', mode: 'reply', channel: 'whatsapp' });
    expect(draft.value?.text).to.equal('Refused');
    draft.dispose();
    expect(bench.articles()).to.have.length(6);
  });

  it('[A4] asks for the text of a message that failed at the provider by another channel, and leaves the message', async () => {
    const bench = await timelineBench(failedTalk('unreachable'));
    const requests = composeRequests(bench);
    byRole(bench.timeline, 'button', 'Other channel').click();
    await bench.pass();
    expect(requests).to.deep.equal([
      { conversationId: 'talk', channel: 'whatsapp', by: 'other-channel', text: 'Not there' },
    ]);
    expect(bench.articles()).to.have.length(2);
  });

  it('[A4] copies the text, and says so', async () => {
    const bench = await timelineBench(failedTalk('unreachable'));
    const copied: string[] = [];
    const { writeText } = navigator.clipboard;
    navigator.clipboard.writeText = (text) => Promise.resolve(void copied.push(text));
    byRole(bench.timeline, 'button', 'Copy').click();
    await bench.pass();
    navigator.clipboard.writeText = writeText;
    expect(copied).to.deep.equal(['Not there']);
    expect(buttons(bench.articles()[1])).to.include('Copied');
  });

  it('[A4] discards only after a question, and leaves the focus in the feed', async () => {
    const bench = await refusedHere();
    const press = async (name: string): Promise<void> => {
      const button = byRole(bench.timeline, 'button', name);
      button.focus();
      button.click();
      await bench.pass(100);
    };
    await press('Discard');
    expect(textOf(bench.root.querySelector('.question'))).to.equal('Discard this message? Its text is lost.');
    await press('Keep');
    expect(deepActiveElement(document) === bench.articles().at(-1), 'has the focus').to.equal(true);
    await press('Discard');
    await press('Discard');
    expect(bench.articles()).to.have.length(6);
    expect(deepActiveElement(document) === bench.articles().at(-1), 'has the focus').to.equal(true);
  });

  it('[I10] leaves the focus on the message when a button disappears', async () => {
    const provider: Provider = { send: () => new Promise(() => {}) };
    const bench = await timelineBench(failedTalk('provider-down'), { provider });
    const retry = byRole(bench.timeline, 'button', 'Retry');
    retry.focus();
    retry.click();
    await bench.pass(100);
    expect(
      bench.articles().some((one) => one === deepActiveElement(document)),
      'is mounted',
    ).to.equal(true);
  });

  it('[I10] leaves the focus on the message when it is sent after all, and its buttons go', async () => {
    const bench = await timelineBench(history(6));
    const { faults } = bench.world.adapter;
    faults.every({ kind: 'lost-request' }, 'send');
    faults.every({ kind: 'error', error: refused('unavailable') }, 'findMessage');
    await send(bench, 'Where am I');
    await bench.pass(5000);
    byRole(bench.timeline, 'button', 'Check').focus();
    faults.every(null, 'send');
    faults.every(null, 'findMessage');
    await bench.pass(600_000);
    const [check] = allByRole(bench.timeline, 'button').filter(({ ariaLabel, textContent }) =>
      `${ariaLabel ?? ''} ${textContent}`.includes('Check'),
    );
    expect(check).to.equal(undefined);
    expect(bench.root.querySelector('.trouble')).to.equal(null);
    expect(deepActiveElement(document) === bench.articles().at(-1), 'has the focus').to.equal(true);
  });

  it('[A4] asks what became of a message without an answer, or sends it again', async () => {
    const bench = await timelineBench(history(6));
    const { faults } = bench.world.adapter;
    faults.every({ kind: 'lost-request' }, 'send');
    faults.every({ kind: 'error', error: refused('unavailable') }, 'findMessage');
    await send(bench, 'Where am I');
    await bench.pass(5000);
    const last = (): HTMLElement => bench.articles().at(-1)!;
    expect(nameOf(last())).to.match(/, Outcome unknown$/);
    expect(trouble(last())).to.equal('No answer has come. The message may have been sent.');
    expect(buttons(last())).to.deep.equal(['Check', 'Send again', 'Copy']);
    faults.every(null, 'send');
    faults.every(null, 'findMessage');
    byRole(last(), 'button', 'Check').click();
    await bench.pass(60_000);
    expect(nameOf(last())).to.match(/, (Accepted|Sent)$/);
    expect(textOf(last())).to.contain('Where am I');
  });

  it('[A4] says that it has asked when the backend knows nothing of a message yet', async () => {
    const bench = await timelineBench(history(6));
    const { faults } = bench.world.adapter;
    faults.every({ kind: 'lost-request' }, 'send');
    faults.every({ kind: 'error', error: refused('unavailable') }, 'findMessage');
    await send(bench, 'Where am I');
    await bench.pass(5000);
    const last = (): HTMLElement => bench.articles().at(-1)!;
    faults.every(null, 'findMessage');
    byRole(last(), 'button', 'Check').click();
    await bench.pass();
    await bench.pass();
    expect(nameOf(last())).to.match(/, Outcome unknown$/);
    expect(textOf(last().querySelector('.trouble'))).to.contain('Asked just now: the message is not known there yet.');
  });

  it('[A4] lets a person send again what the provider never answered about', async () => {
    const asked: string[] = [];
    const provider: Provider = {
      send: ({ reference }) => {
        asked.push(reference);
        return asked.length === 1 ? Promise.reject(new Error('cut off')) : Promise.resolve({ status: 'sent' });
      },
    };
    const bench = await timelineBench(history(6), { provider });
    await send(bench, 'Where am I');
    const unanswered = bench.articles().at(-1)!;
    expect(nameOf(unanswered)).to.match(/, Outcome unknown$/);
    expect(buttons(unanswered)).to.deep.equal(['Send again', 'Copy']);
    byRole(unanswered, 'button', 'Send again').click();
    await bench.pass(1000);
    expect(nameOf(bench.articles().at(-1)!)).to.match(/, Sent$/);
    expect(new Set(asked).size).to.equal(2);
    expect(buttons(unanswered), 'the second press of a double click sends no third one').to.deep.equal(['Copy']);
    expect(textOf(unanswered)).to.include('Sent again as a new message.');
  });

  it('says when an action did not work, and lets it be tried again', async () => {
    const bench = await refusedHere();
    const { writeText } = navigator.clipboard;
    navigator.clipboard.writeText = () => Promise.reject(new Error('denied'));
    byRole(bench.timeline, 'button', 'Copy').click();
    await bench.pass();
    navigator.clipboard.writeText = writeText;
    expect(textOf(bench.articles().at(-1))).to.contain('That did not work.');
    expect(buttons(bench.articles().at(-1))).to.include('Copy');
  });
});
