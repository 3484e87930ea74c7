import { expect } from '@open-wc/testing';
import type { Content, DeliveryStatus } from '../../src/domain/model.ts';
import { AdapterError } from '../../src/ports/adapter-error.ts';
import { anAttachment } from '../../src/testing/index.ts';
import { ago, type Line } from '../../stories/support.ts';
import { allByRole, byRole, nameOf, textOf } from './by-role.ts';
import { history, talkOf, timelineBench } from './timeline-bench.ts';

const names = (elements: readonly Element[]): string[] => elements.map(nameOf);
const incoming = (text: string, at = ago(1, 'h')): Line => ({ at, direction: 'incoming', text });
const outgoing = (status: DeliveryStatus, at = ago(1, 'h')): Line => ({
  at,
  direction: 'outgoing',
  text: 'Hi',
  status,
});
const carrying = (content: Content): Line => ({ at: ago(1, 'h'), direction: 'incoming', content });
/** What a message says, without its meta line. */
const bubble = (article: Element | undefined): HTMLElement => {
  const found = article?.querySelector<HTMLElement>('.bubble');
  if (!found) throw new Error('the message has no bubble');
  return found;
};

describe('conversation-timeline', () => {
  it('[A3] [TL6] says of each message of a group how far it got, unless the next got as far', async () => {
    const outgoing = (minutes: number, status: 'sent' | 'read') =>
      ({ at: ago(minutes, 'm'), direction: 'outgoing', text: 'Hello', status }) as const;
    const bench = await timelineBench(
      talkOf([outgoing(4, 'read'), outgoing(3, 'read'), outgoing(2, 'sent'), outgoing(1, 'read')]),
    );
    const lines = bench.articles().map((row) => textOf(row.querySelector('.status')));
    expect(lines).to.deep.equal(['', 'Read', 'Sent', 'Read']);
  });

  it('[A1] shows all messages as articles of one feed, by who, which way, when, channel and state', async () => {
    const { timeline, articles } = await timelineBench(
      talkOf([{ at: ago(26, 'h'), direction: 'outgoing', text: 'Hello', channel: 'sms', by: 'joris' }, incoming('Hi')]),
    );
    expect(byRole(timeline, 'region', 'Messages')).to.exist;
    expect(nameOf(byRole(timeline, 'feed'))).to.equal('Conversation with Aïsha de Vries');
    expect(names(articles())).to.deep.equal([
      'Joris van den Berg, Outgoing, 12:40, SMS, Delivered',
      'Aïsha de Vries, Incoming, 13:40, WhatsApp',
    ]);
    expect(articles().map((article) => article.ariaPosInSet)).to.deep.equal(['1', '2']);
    expect(articles().map((article) => article.ariaSetSize)).to.deep.equal(['2', '2']);
  });

  it('[A1] has a heading per day', async () => {
    const { timeline } = await timelineBench(
      talkOf([
        incoming('One', ago(3, 'd')),
        incoming('Two', ago(26, 'h')),
        incoming('Three'),
        incoming('Four', ago(1, 'm')),
      ]),
    );
    expect(names(allByRole(timeline, 'heading'))).to.deep.equal(['Saturday, 28 February 2026', 'Yesterday', 'Today']);
  });

  it('[A1] shows time, channel and co-worker below a group, the customer above', async () => {
    const { articles } = await timelineBench(
      talkOf([incoming('One', ago(62, 'm')), incoming('Two', ago(60, 'm')), outgoing('read', ago(50, 'm'))]),
    );
    const [first, second, third] = articles();
    expect([first, second].map((article) => article?.querySelector('.author')?.textContent)).to.deep.equal([
      'Aïsha de Vries',
      undefined,
    ]);
    expect(first?.querySelector('.meta')).to.equal(null);
    const meta = (article?: HTMLElement): string[] =>
      [...(article?.querySelector('.meta')?.children ?? [])].map(textOf);
    expect(meta(second)).to.deep.equal(['13:40 ·', 'WhatsApp']);
    expect(meta(third)).to.deep.equal(['13:50 ·', 'WhatsApp ·', 'Sanne Bakker', 'Read']);
  });

  it('[A3] shows a status as a sign with its word, and only forward', async () => {
    const { articles, world, pass } = await timelineBench(talkOf([incoming('Hi'), outgoing('sent', ago(30, 'm'))]));
    const status = (): string => textOf(articles().at(-1)?.querySelector('.status'));
    expect(status()).to.equal('Sent');
    expect(articles().at(-1)?.querySelector('.status svg')).to.exist;
    await world.session.send({
      conversationId: 'talk',
      channel: 'sms',
      accountId: null,
      content: { kind: 'text', text: 'Later' },
      replyToId: null,
      draft: null,
    });
    await pass(100);
    expect(nameOf(articles().at(-1)!)).to.match(/^Agent|^Sanne/);
    expect(['Accepted', 'Sending', 'Sent']).to.include(status());
  });

  it('[A7] shows notes as what they are: full width, a lock, and the word Internal', async () => {
    const { articles, scroller } = await timelineBench(
      talkOf([{ at: ago(1, 'h'), direction: 'note', text: 'Only for us', by: 'joris' }]),
    );
    const [note] = articles();
    expect(nameOf(note!)).to.equal('Joris van den Berg, Note, Internal, 13:40');
    expect(textOf(bubble(note))).to.equal('Internal Only for us');
    expect(bubble(note).querySelector('.internal svg')).to.exist;
    expect(bubble(note).getBoundingClientRect().width).to.be.greaterThan(scroller.clientWidth * 0.9);
  });

  it('[A9] says what happened to the conversation, and who did it', async () => {
    const { articles } = await timelineBench(
      talkOf(
        [
          carrying({ kind: 'event', event: { type: 'started' } }),
          carrying({
            kind: 'event',
            event: { type: 'assigned', coWorkerId: 'sanne', coWorkerName: 'Sanne Bakker', by: 'Joris van den Berg' },
          }),
          carrying({ kind: 'event', event: { type: 'tagged', tag: 'invoice', by: null } }),
        ].map((line) => ({ ...line, direction: 'event' as const })),
      ),
    );
    expect(articles().map((article) => textOf(article.querySelector('.event')))).to.deep.equal([
      'Conversation started · 13:40',
      'Assigned to Sanne Bakker by Joris van den Berg · 13:40',
      'Tag invoice added · 13:40',
    ]);
  });

  it('[A15] makes addresses and numbers links, and nothing else', async () => {
    const { timeline, until } = await timelineBench(
      talkOf([incoming('See www.example.nl, mail a@example.nl, call 06-12345678, not javascript:alert(1)')]),
    );
    await until('.text a');
    expect(allByRole(timeline, 'link').map((link) => [link.textContent, link.getAttribute('href')])).to.deep.equal([
      ['www.example.nl', 'https://www.example.nl/'],
      ['a@example.nl', 'mailto:a@example.nl'],
      ['06-12345678', 'tel:0612345678'],
    ]);
    expect(allByRole(timeline, 'link')[0]?.getAttribute('rel')).to.equal('noopener noreferrer nofollow');
  });

  it('[I11] keeps hostile text text, and in its box', async () => {
    const hostile = [
      '<img src=x onerror="window.hacked = true"><script>window.hacked = true</script>',
      '\u202eturned around',
      'W'.repeat(100_000),
      `z${'\u0301\u0323\u0336'.repeat(3400)}`,
    ];
    const { articles, scroller, scrollTo } = await timelineBench(talkOf(hostile.map((text) => incoming(text))));
    await scrollTo(0);
    expect('hacked' in window).to.equal(false);
    expect(scroller.querySelector('.bubble img, script')).to.equal(null);
    expect(textOf(bubble(articles()[0]))).to.equal(hostile[0]);
    expect(scroller.scrollWidth).to.equal(scroller.clientWidth);
    for (const article of articles()) {
      const box = bubble(article).getBoundingClientRect();
      expect(box.right).to.be.at.most(scroller.getBoundingClientRect().right);
      expect(getComputedStyle(bubble(article)).overflow).to.equal('clip');
    }
  });

  it('cuts a long text until somebody wants to read it, at every width, and keeps the focus', async () => {
    const texts = ['word '.repeat(2000), 'a\n'.repeat(300)];
    const { timeline, articles, pass, scrollTo } = await timelineBench(talkOf(texts.map((text) => incoming(text))));
    timeline.style.inlineSize = '320px';
    await pass();
    await scrollTo(0);
    const buttons = (): (readonly HTMLElement[])[] =>
      articles().map((article) => allByRole(article, 'button', 'Show the whole message'));
    expect(buttons().map(({ length }) => length)).to.deep.equal([1, 1]);
    for (const article of articles().slice(0, 2)) expect(bubble(article).offsetHeight).to.be.lessThan(750);
    const more = buttons()[0]?.[0];
    const top = articles()[0]?.offsetTop;
    more?.focus();
    more?.click();
    await pass();
    expect(textOf(bubble(articles()[0])).length).to.be.greaterThan(9000);
    expect(articles()[0]?.offsetTop, 'it grows at its end').to.equal(top);
    expect(timeline.shadowRoot?.activeElement === articles()[0], 'has the focus').to.equal(true);
  });

  it('shows media where that is safe, and else a file to download', async () => {
    const file = (name: string, mimeType: string, url: string | null) => anAttachment({ name, mimeType, url });
    const url = await pictureUrl();
    const { articles, until } = await timelineBench(
      talkOf([
        carrying({ kind: 'image', caption: 'Look', attachment: file('a.png', 'image/png', url) }),
        carrying({ kind: 'image', caption: null, attachment: file('a.svg', 'image/svg+xml', 'https://a.test/a.svg') }),
        carrying({ kind: 'image', caption: null, attachment: file('b.png', 'image/png', 'javascript:alert(1)') }),
        carrying({
          kind: 'document',
          caption: null,
          attachment: file('bill\u202efdp.exe', 'application/pdf', 'https://a.test/b'),
        }),
        carrying({ kind: 'audio', caption: null, attachment: file('a.ogg', 'audio/ogg', 'https://a.test/a.ogg') }),
        carrying({ kind: 'video', caption: null, attachment: file('a.mp4', 'video/mp4', 'https://a.test/a.mp4') }),
      ]),
    );
    await until('.picture');
    const [picture, svg, script, document, audio, video] = articles().map(bubble);
    expect(picture?.querySelector('img')?.src).to.equal(url);
    expect(textOf(picture)).to.equal('Look');
    expect(svg?.querySelector('img')).to.equal(null);
    expect(svg?.querySelector('a')?.download).to.equal('a.svg');
    expect(script?.querySelector('img, a')).to.equal(null);
    expect(textOf(script)).to.equal('b.png12 kBThis file is no longer available.');
    expect(textOf(document)).to.contain('bill fdp.exe');
    expect(document?.querySelector('.file-name > span')?.textContent).to.equal('.exe');
    expect(audio?.querySelector('.voice button')?.ariaLabel).to.equal('Play');
    expect(audio?.querySelector('audio'), 'nothing is fetched before somebody listens').to.equal(null);
    expect(video?.querySelector('video')?.preload).to.equal('none');
  });

  it('shows places, people, templates, buttons, and what nobody can show', async () => {
    const { articles, until } = await timelineBench(
      talkOf([
        carrying({ kind: 'location', latitude: 52.09, longitude: 5.12, label: 'Domplein' }),
        carrying({ kind: 'contacts', contacts: [{ name: 'Piotr', phones: ['+31611112222'], emails: ['p@a.test'] }] }),
        carrying({
          kind: 'template',
          name: 'x',
          language: 'nl',
          header: 'Head',
          body: 'Body',
          footer: 'Foot',
          buttons: [{ type: 'reply', label: 'Yes', value: null }],
        }),
        carrying({ kind: 'unsupported', description: 'poll' }),
      ]),
    );
    await until('.card');
    expect(articles().map((article) => textOf(bubble(article)))).to.deep.equal([
      'Domplein52.09000, 5.12000Open map',
      'Piotr+31611112222p@a.test',
      'HeadBodyFootYes',
      'Unsupported message: poll',
    ]);
    expect(bubble(articles()[1]).querySelectorAll('a')[0]?.href).to.equal('tel:+31611112222');
  });

  it('says that nobody has written yet', async () => {
    const { timeline } = await timelineBench(talkOf([]));
    expect(textOf(timeline.shadowRoot?.querySelector('.empty'))).to.contain('No messages yet');
    expect(allByRole(timeline, 'feed')).to.have.length(0);
  });

  it('says why nothing could be loaded, and tries again', async () => {
    const { timeline, world, pass, articles } = await timelineBench(talkOf([incoming('Hi')]), {
      prepare: ({ adapter }) =>
        adapter.faults.every({ kind: 'error', error: new AdapterError('forbidden', 'test') }, 'listMessages'),
    });
    expect(textOf(byRole(timeline, 'alert'))).to.contain('You have no permission for this.');
    world.adapter.faults.every(null, 'listMessages');
    byRole(timeline, 'button', 'Try again').click();
    await pass(1000);
    expect(articles()).to.have.length(1);
  });

  it('changes its words with the language, at once', async () => {
    const { timeline, articles, until } = await timelineBench(talkOf([outgoing('read')]));
    timeline.closest('conversation-provider')?.setAttribute('locale', 'nl');
    await until('[aria-label*=Gelezen]');
    expect(nameOf(articles()[0]!)).to.equal('Sanne Bakker, Uitgaand, 13:40, WhatsApp, Gelezen');
  });

  it('never uses a style attribute, and passes axe', async () => {
    const { timeline } = await timelineBench(
      talkOf([incoming('Hi'), outgoing('failed', ago(30, 'm')), { at: ago(20, 'm'), direction: 'note', text: 'Note' }]),
    );
    expect(timeline.shadowRoot?.querySelector('[style]')).to.equal(null);
    await expect(timeline).to.be.accessible();
  });

  it('leaves no timer behind when it goes, and shows the same when it is moved', async () => {
    const { timeline, clock, pass, articles } = await timelineBench(history(20, 3));
    const parent = timeline.parentElement;
    timeline.remove();
    await pass();
    const idle = clock.pending;
    parent?.append(timeline);
    await pass();
    expect(
      articles()
        .map((article) => [article.ariaPosInSet, article.ariaSetSize])
        .at(-1),
    ).to.deep.equal(['20', '20']);
    timeline.remove();
    await pass();
    expect(clock.pending).to.equal(idle);
  });
});

/** The address of a picture that is really there. */
async function pictureUrl(): Promise<string> {
  const canvas = new OffscreenCanvas(8, 6);
  canvas.getContext('2d')?.fillRect(0, 0, 8, 6);
  return URL.createObjectURL(await canvas.convertToBlob());
}
