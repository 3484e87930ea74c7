import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import '../src/elements/conversation-timeline/define.ts';
import type { ConversationTimeline } from '../src/elements/conversation-timeline/conversation-timeline.ts';
import type { Attachment, Content, Failure, FailureReason } from '../src/domain/model.ts';
import { AdapterError } from '../src/ports/adapter-error.ts';
import { anAttachment, anOutboxEntry, aText } from '../src/testing/index.ts';
import { playable, turn } from './playable.ts';
import {
  ago,
  choicesOf,
  frame,
  morning,
  provide,
  seedOf,
  storyNow,
  type Line,
  type Talk,
  type WorldOptions,
} from './support.ts';

export default {
  title: 'Elements/conversation-timeline',
  component: 'conversation-timeline',
} satisfies Meta;

const panel = (id: string, options: WorldOptions = {}, width = '44rem'): TemplateResult =>
  provide(
    frame(html`<conversation-timeline conversation-id=${id}></conversation-timeline>`, { width, height: '36rem' }),
    options,
  );

/** The same with a button of the latest message pressed. */
const opened = (button: string, options: WorldOptions): TemplateResult =>
  provide(
    frame(
      html`<conversation-timeline
        conversation-id="talk"
        ${ref((element) => void press(element as ConversationTimeline | undefined, button))}
      ></conversation-timeline>`,
      { width: '44rem', height: '36rem' },
    ),
    options,
  );

/** Two conversations with one recipient; the older one is archived. */
function twoConversations(): NonNullable<WorldOptions['data']> {
  const recipient = { name: 'Aïsha de Vries', language: 'nl', id: 'recipient-first' } as const;
  const older: readonly Line[] = [
    { at: ago(50, 'd'), direction: 'incoming', text: 'Hebben jullie werk in de zorg?', channel: 'sms' },
    { at: ago(49.9, 'd'), direction: 'outgoing', text: 'Zeker, ik bel je morgen.', channel: 'sms' },
  ];
  const newer: readonly Line[] = [
    { at: ago(3, 'h'), direction: 'incoming', text: 'Kan ik deze week beginnen?' },
    { at: ago(2, 'h'), direction: 'outgoing', text: 'Donderdag om acht uur!', status: 'read' },
  ];
  const data = seedOf([
    { id: 'first', recipient, lines: older, fields: { state: 'archived' } },
    { id: 'second', recipient, lines: newer },
  ]);
  const messages = (data.messages ?? []).map((message) => ({ ...message, recipientId: 'recipient-first' }));
  return { ...data, recipients: (data.recipients ?? []).slice(0, 1), messages };
}

async function lookFor(timeline: ConversationTimeline | undefined, text: string): Promise<void> {
  await timeline?.search();
  const field = timeline?.shadowRoot?.querySelector<HTMLInputElement>('.search input');
  if (!field) return;
  field.value = text;
  field.dispatchEvent(new Event('input'));
}

async function press(timeline: ConversationTimeline | undefined, selector: string): Promise<void> {
  for (let frames = 0; frames < 200 && timeline; frames += 1) {
    await new Promise(requestAnimationFrame);
    timeline.focus();
    const button = timeline.shadowRoot?.querySelector<HTMLElement>(selector);
    if (!button) continue;
    button.click();
    return;
  }
}

const talk = (lines: readonly Line[], more: Partial<Talk> = {}): WorldOptions => ({
  data: seedOf([{ id: 'talk', recipient: { name: 'Aïsha de Vries', language: 'nl' }, lines, ...more }]),
});

const failure = (reason: FailureReason, providerCode: string | null = null): Failure => ({
  reason,
  providerCode,
  detail: null,
  at: ago(3, 'h'),
});

/** Two channels, two days, two unread messages. */
export const Conversation: StoryObj = {
  ...playable('conversation-timeline', { conversationId: 'aisha' }, { choices: choicesOf(seedOf(morning)) }),
  render: (args) =>
    provide(
      frame(html`<conversation-timeline ${turn(args)}></conversation-timeline>`, { width: '44rem', height: '36rem' }),
    ),
};

/** Every status an outgoing message can have, from the outbox to read. */
export const Statuses: StoryObj = {
  render: () =>
    panel('talk', {
      ...talk([
        { at: ago(60, 'm'), direction: 'incoming', text: 'Hoe laat kom je?' },
        { at: ago(50, 'm'), direction: 'outgoing', text: 'Gelezen', status: 'read' },
        { at: ago(40, 'm'), direction: 'outgoing', text: 'Afgeleverd', status: 'delivered', channel: 'sms' },
        { at: ago(30, 'm'), direction: 'outgoing', text: 'Verzonden', status: 'sent', by: 'joris' },
        { at: ago(20, 'm'), direction: 'outgoing', text: 'Aangenomen', status: 'accepted' },
      ]),
      prepare: ({ adapter, storage }) => {
        for (const call of ['send', 'findMessage'] as const)
          adapter.faults.every({ kind: 'silence', commit: 'before' }, call);
        const target = {
          conversationId: 'talk',
          recipientId: 'recipient-talk',
          recipientName: 'Aïsha de Vries',
          channel: 'whatsapp' as const,
          accountId: null,
          address: '+31612345678',
        };
        for (const [state, text] of [
          ['unknown', 'Niemand weet of dit aankwam'],
          ['queued', 'Wacht op verbinding'],
        ] as const)
          void storage.enqueue(
            anOutboxEntry({
              target,
              content: aText(text),
              state,
              queuedAt: ago(2, 'm'),
              attempts: state === 'unknown' ? 1 : 0,
            }),
            null,
          );
      },
    }),
};

/** Each reason in words, with what can be done about it. */
export const Failures: StoryObj = {
  render: () =>
    panel(
      'talk',
      talk([
        { at: ago(9, 'h'), direction: 'incoming', text: 'Kun je me de planning sturen?' },
        ...(
          [
            ['window-closed', '131047'],
            ['unreachable', '131026'],
            ['invalid-number', '303'],
            ['opted-out', '402'],
            ['provider-down', '500'],
            ['rejected', '305'],
            ['account', '102'],
          ] as const
        ).map(([reason, code], index): Line => ({
          at: ago(8 - index, 'h'),
          direction: 'outgoing',
          text: 'De planning staat klaar.',
          status: 'failed',
          failure: failure(reason, code),
        })),
      ]),
    ),
};

/** A note is for colleagues: full width, a lock, another colour, and the word. */
export const Notes: StoryObj = {
  render: () =>
    panel(
      'talk',
      talk([
        { at: ago(3, 'h'), direction: 'incoming', text: 'Ik wil graag een andere contactpersoon.' },
        {
          at: ago(2.5, 'h'),
          direction: 'note',
          text: 'Heeft vorige week twee keer tevergeefs gebeld. Even oppakken?',
          by: 'joris',
        },
        { at: ago(2, 'h'), direction: 'outgoing', text: 'Dat regel ik. Joris belt u vanmiddag.', status: 'read' },
      ]),
    ),
};

/** Colleagues that a note names stand out, the agent's own name most of all; a name that merely looks like one does not. */
export const Mentions: StoryObj = {
  render: () => {
    const text = 'Hoi @Sanne Bakker, pak jij dit op? @Lotte Claes weet ervan. (Vragen: @Joris van den Berg)';
    const at = (name: string): { readonly start: number; readonly end: number } => ({
      start: text.indexOf(name),
      end: text.indexOf(name) + name.length,
    });
    const mentions = [
      { coWorkerId: 'sanne', ...at('@Sanne Bakker') },
      { coWorkerId: 'lotte', ...at('@Lotte Claes') },
    ];
    return panel(
      'talk',
      talk([
        { at: ago(3, 'h'), direction: 'incoming', text: 'Ik wil graag een andere contactpersoon.' },
        { at: ago(2, 'h'), direction: 'note', by: 'joris', content: { kind: 'text', text, mentions } },
      ]),
    );
  },
};

/** What a campaign, a bot and another system sent says so (A8). */
export const Origins: StoryObj = {
  render: () =>
    panel(
      'talk',
      talk([
        {
          at: ago(3, 'h'),
          direction: 'outgoing',
          text: 'Uw jaarlijkse onderhoudsbeurt komt eraan.',
          status: 'delivered',
          fields: { author: { kind: 'campaign', id: 'spring', name: 'Voorjaarsactie' } },
        },
        { at: ago(2, 'h'), direction: 'incoming', text: 'Kan dat in april?' },
        {
          at: ago(119, 'm'),
          direction: 'outgoing',
          text: 'Ik verbind u door met een medewerker.',
          status: 'read',
          fields: { author: { kind: 'bot', id: 'bot', name: 'Warmtebot' } },
        },
        {
          at: ago(30, 'm'),
          direction: 'outgoing',
          text: 'Uw afspraak staat in de agenda.',
          channel: 'sms',
          status: 'sent',
          fields: { author: { kind: 'system', id: 'planning', name: 'Planning' } },
        },
      ]),
    ),
};

/** What happened to the conversation stands between the messages. */
export const Events: StoryObj = {
  render: () => {
    const event = (at: number, content: Extract<Content, { kind: 'event' }>['event']): Line => ({
      at,
      direction: 'event',
      content: { kind: 'event', event: content },
    });
    return panel(
      'talk',
      talk([
        event(ago(26, 'h'), { type: 'started' }),
        { at: ago(26, 'h') + 1, direction: 'incoming', text: 'Is de vacature nog open?', channel: 'sms' },
        event(ago(25, 'h'), {
          type: 'assigned',
          coWorkerId: 'sanne',
          coWorkerName: 'Sanne Bakker',
          by: 'Joris van den Berg',
        }),
        event(ago(24, 'h'), { type: 'tagged', tag: 'vacature', by: 'Sanne Bakker' }),
        { at: ago(5, 'h'), direction: 'outgoing', text: 'Ja, nog een week.', channel: 'sms', status: 'delivered' },
        event(ago(4, 'h'), { type: 'branch-changed', branchId: 'antwerp', branchName: 'Antwerpen', by: null }),
        event(ago(1, 'h'), { type: 'archived', by: 'Sanne Bakker' }),
      ]),
    );
  },
};

/** Links, e-mail addresses and phone numbers can be followed. */
export const Links: StoryObj = {
  render: () =>
    panel(
      'talk',
      talk([
        {
          at: ago(30, 'm'),
          direction: 'incoming',
          text: 'Zie www.voorbeeld.nl/vacatures?id=12, mail aisha@voorbeeld.nl of bel 06-12345678.\njavascript:alert(1) is geen link.',
        },
        { at: ago(20, 'm'), direction: 'outgoing', text: 'Dank, ik kijk op https://voorbeeld.nl.', status: 'read' },
      ]),
    ),
};

/** Everything with one recipient, across conversations and channels, with a line where another conversation begins (A13). */
export const AllWithRecipient: StoryObj = {
  render: () =>
    provide(
      frame(
        html`<conversation-timeline
          conversation-id="second"
          recipient-id="recipient-first"
          history="recipient"
          toolbar
        ></conversation-timeline>`,
        { width: '44rem', height: '36rem' },
      ),
      { data: twoConversations() },
    ),
};

/** The last 100 messages across conversations, each naming its recipient (A2). */
export const Recent: StoryObj = {
  render: () =>
    provide(
      frame(html`<conversation-timeline history="recent" scope="all" toolbar></conversation-timeline>`, {
        width: '44rem',
        height: '36rem',
      }),
    ),
};

/** The search, with what was found and how far it came (A14). */
export const Search: StoryObj = {
  tags: ['!autodocs'],
  render: () =>
    provide(
      frame(
        html`<conversation-timeline
          conversation-id="talk"
          toolbar
          ${ref((element) => void lookFor(element as ConversationTimeline | undefined, 'planning'))}
        ></conversation-timeline>`,
        { width: '44rem', height: '36rem' },
      ),
      longHistory(300, 0),
    ),
};

/** What answers another message, reactions, and an edited and a deleted message. */
export const Around: StoryObj = {
  render: () =>
    panel(
      'talk',
      talk([
        { at: ago(50, 'm'), direction: 'outgoing', text: 'Kun je morgen om acht uur beginnen?', status: 'read' },
        {
          at: ago(40, 'm'),
          direction: 'incoming',
          text: 'Ja hoor, tot morgen!',
          fields: {
            replyToId: 'talk-0',
            reactions: [
              { emoji: '👍', by: { kind: 'co-worker', id: 'sanne', name: 'Sanne Bakker' }, at: ago(30, 'm') },
              { emoji: '🎉', by: { kind: 'co-worker', id: 'joris', name: 'Joris van den Berg' }, at: ago(29, 'm') },
            ],
          },
        },
        {
          at: ago(20, 'm'),
          direction: 'incoming',
          text: 'Mag het ook half negen zijn?',
          fields: {
            editedAt: ago(18, 'm'),
            earlier: [
              { text: 'Mag het ook half tien zijn?', at: ago(20, 'm') },
              { text: 'Mag het ook half 9 zijn?', at: ago(19, 'm') },
            ],
          },
        },
        { at: ago(12, 'm'), direction: 'incoming', text: 'Of later.', fields: { editedAt: ago(11, 'm') } },
        { at: ago(10, 'm'), direction: 'incoming', text: 'Weg', fields: { deletedAt: ago(9, 'm') } },
        {
          at: ago(5, 'm'),
          direction: 'outgoing',
          text: 'Half negen is prima.',
          status: 'read',
          fields: { replyToId: 'talk-long-gone' },
        },
      ]),
    ),
};

/** WhatsApp's own signs, as the customer's phone shows them. */
export const Formatting: StoryObj = {
  render: () =>
    panel(
      'talk',
      talk([
        {
          at: ago(30, 'm'),
          direction: 'incoming',
          text: '*Belangrijk:* de deur is _niet_ op slot, ~code 1234~ `code 5678`.\n```regel 1\nregel 2```\n2 * 3 * 4 en snake_case_naam blijven zo.',
        },
        { at: ago(20, 'm'), direction: 'outgoing', text: '*Dank!* Zie _www.voorbeeld.nl_.', status: 'read' },
        { at: ago(10, 'm'), direction: 'incoming', text: '*Per sms* blijft alles zoals getypt.', channel: 'sms' },
      ]),
    ),
};

/** A message that was changed, with what it said before. */
export const EarlierTexts: StoryObj = {
  tags: ['!autodocs'],
  render: () =>
    opened(
      '.changed [aria-expanded]',
      talk([
        {
          at: ago(20, 'm'),
          direction: 'incoming',
          text: 'Mag het ook half negen zijn?',
          fields: {
            editedAt: ago(18, 'm'),
            earlier: [
              { text: 'Mag het ook half tien zijn?', at: ago(20, 'm') },
              { text: 'Mag het ook half 9 zijn?\nIk kom met de trein.', at: ago(19, 'm') },
            ],
          },
        },
      ]),
    ),
};

/** When a message got how far, open beside it. */
export const Details: StoryObj = {
  tags: ['!autodocs'],
  render: () =>
    opened(
      '.tools [aria-expanded]:not(.opener)',
      talk([
        {
          at: ago(30, 'm'),
          direction: 'outgoing',
          text: 'De planning staat klaar.',
          status: 'failed',
          failure: { reason: 'unreachable', providerCode: '131026', detail: 'Message undeliverable', at: ago(28, 'm') },
          fields: {
            statusTimes: { accepted: ago(30, 'm'), sent: ago(29.9, 'm'), failed: ago(28, 'm') },
            accountId: '+31858882040',
          },
        },
      ]),
    ),
};

/** Pictures, sound, film, files, places, people, templates and what nobody can show. */
export const Kinds: StoryObj = {
  render: () => {
    const at = (index: number): number => ago(600 - index * 10, 'm');
    const file = (fields: Partial<Attachment>): Attachment => anAttachment({ url: null, ...fields });
    const contents: readonly Content[] = [
      {
        kind: 'image',
        caption: 'Mijn certificaat',
        attachment: file({ name: 'certificaat.png', mimeType: 'image/png', url: picture() }),
      },
      {
        kind: 'sticker',
        caption: null,
        attachment: file({ name: 'smile.webp', mimeType: 'image/webp', url: picture() }),
      },
      {
        kind: 'image',
        caption: null,
        attachment: file({ name: 'logo.svg', mimeType: 'image/svg+xml', url: 'https://example.test/logo.svg' }),
      },
      {
        kind: 'document',
        caption: null,
        attachment: file({
          name: 'Arbeidsovereenkomst-voor-bepaalde-tijd-met-uitzendbeding-2026-def-v3.pdf',
          mimeType: 'application/pdf',
          sizeBytes: 2_345_678,
          url: 'https://example.test/a.pdf',
        }),
      },
      {
        kind: 'document',
        caption: null,
        attachment: file({
          name: 'factuur\u202efdp.exe',
          mimeType: 'application/octet-stream',
          url: 'https://example.test/x',
        }),
      },
      { kind: 'document', caption: null, attachment: file({ name: 'verlopen.docx', mimeType: 'application/msword' }) },
      {
        kind: 'audio',
        caption: null,
        attachment: file({ name: 'spraak.ogg', mimeType: 'audio/ogg', url: blob('audio/ogg') }),
      },
      {
        kind: 'video',
        caption: null,
        attachment: file({ name: 'film.mp4', mimeType: 'video/mp4', url: blob('video/mp4') }),
      },
      { kind: 'location', latitude: 52.0907, longitude: 5.1214, label: 'Domplein, Utrecht' },
      {
        kind: 'contacts',
        contacts: [{ name: 'Piotr Kowalski', phones: ['+31 6 1111 2222'], emails: ['piotr@example.test'] }],
      },
      {
        kind: 'template',
        name: 'afspraak',
        language: 'nl',
        header: 'Uw afspraak',
        body: 'U wordt verwacht op dinsdag om 10 uur.',
        footer: 'Antwoord STOP om u af te melden',
        buttons: [
          { type: 'reply', label: 'Bevestigen', value: null },
          { type: 'reply', label: 'Verzetten', value: null },
        ],
      },
      {
        kind: 'interactive',
        body: 'Kies een dagdeel',
        footer: null,
        buttons: [{ type: 'reply', label: 'Ochtend', value: null }],
      },
      { kind: 'unsupported', description: 'poll' },
    ];
    const lines = contents.map((content, index): Line => ({
      at: at(index),
      direction: index >= 10 && index < 12 ? 'outgoing' : 'incoming',
      content,
      ...(index >= 10 && index < 12 && { status: 'read' as const }),
    }));
    return panel('talk', talk(lines));
  },
};

/** Three hundred messages: opened at the first unread one, with a way to the latest. */
export const LongHistory: StoryObj = { render: () => panel('talk', longHistory(300, 14)) };

/** In a fact box of 320 px. */
export const Narrow: StoryObj = { render: () => panel('kowalski', {}, '20rem') };

/** Text that tries to break out: it stays text, and in its box. */
export const HostileText: StoryObj = {
  render: () =>
    panel(
      'talk',
      talk(
        [
          { at: ago(9, 'm'), direction: 'incoming', text: '<img src=x onerror=alert(1)><script>alert(1)</script>' },
          { at: ago(8, 'm'), direction: 'incoming', text: '\u202eThis text turns around\u202c and this not' },
          { at: ago(7, 'm'), direction: 'incoming', text: 'W'.repeat(100_000) },
          { at: ago(6, 'm'), direction: 'incoming', text: `z${'\u0301\u0323\u0336'.repeat(3400)}algo` },
          { at: ago(5, 'm'), direction: 'incoming', text: 'مرحبا، موعدنا الساعة 10 صباحا' },
          { at: ago(4.5, 'm'), direction: 'incoming', text: 'Een megabyte aan woorden. '.repeat(40_000) },
          { at: ago(4, 'm'), direction: 'incoming', text: '*_~`'.repeat(5_000) },
          { at: ago(3.5, 'm'), direction: 'incoming', text: `${'> '.repeat(500)}diep geciteerd` },
          {
            at: ago(3, 'm'),
            direction: 'incoming',
            content: {
              kind: 'image',
              caption: null,
              attachment: anAttachment({
                name: 'kapot.png',
                mimeType: 'image/png',
                url: URL.createObjectURL(new Blob(['no picture'])),
              }),
            },
          },
          {
            at: ago(2, 'm'),
            direction: 'incoming',
            text: 'Antwoord op een antwoord op een antwoord',
            fields: { replyToId: 'talk-3' },
          },
          {
            at: ago(1, 'm'),
            direction: 'incoming',
            text: 'Gewijzigd',
            fields: {
              editedAt: ago(0.5, 'm'),
              earlier: [
                { text: `<b>${'W'.repeat(4000)}`, at: ago(1, 'm') },
                { text: `\u202e${'z\u0301\u0323'.repeat(900)}`, at: ago(0.9, 'm') },
              ],
            },
          },
          { at: ago(0.4, 'm'), direction: 'outgoing', content: hostileList, status: 'read' },
          {
            at: ago(0.3, 'm'),
            direction: 'incoming',
            content: { kind: 'choice', title: `\u202e${'W'.repeat(300)}`, description: '<b>' },
          },
        ],
        { recipient: { name: '\u202eevil<b>' } },
      ),
      '20rem',
    ),
};

const hostileList: Content = {
  kind: 'list',
  header: '<script>alert(1)</script>',
  body: 'W'.repeat(10_000),
  footer: '\u202egpj.exe',
  button: `\u202e${'W'.repeat(300)}`,
  sections: [{ title: 'W'.repeat(300), rows: [{ title: 'W'.repeat(300), description: '\u202e<b>'.repeat(99) }] }],
};

/** Before the first messages are there. */
export const Loading: StoryObj = {
  render: () =>
    panel('aisha', {
      prepare: ({ adapter }) => adapter.faults.every({ kind: 'silence', commit: 'before' }, 'listMessages'),
    }),
};

/** Nobody has written yet. */
export const Empty: StoryObj = { render: () => panel('talk', talk([])) };

/** The messages could not be loaded. */
export const LoadFailed: StoryObj = {
  render: () =>
    panel('aisha', {
      prepare: ({ adapter }) =>
        adapter.faults.every({ kind: 'error', error: new AdapterError('forbidden', 'story') }, 'listMessages'),
    }),
};

/** The window, the morning, everything read. */
export const AllRead: StoryObj = { render: () => panel('jansen', { data: seedOf(morning) }) };

/** A conversation of `count` messages with the last `unread` of them unread. */
function longHistory(count: number, unread: number): WorldOptions {
  const lines = Array.from({ length: count }, (_, index): Line => {
    const isIncoming = index >= count - unread || index % 3 !== 0;
    return {
      at: storyNow - (count - index) * 47 * 60_000,
      direction: isIncoming ? 'incoming' : 'outgoing',
      text: `${index + 1}. ${'Een zin over de planning van deze week. '.repeat((index % 4) + 1)}`,
      ...(!isIncoming && { status: 'read' as const }),
    };
  });
  return talk(lines, { unread });
}

/** A picture of the page's own, because stories ask nobody for anything. */
function picture(): string {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: 400, height: 300 });
  const context = canvas.getContext('2d');
  if (context) {
    context.fillStyle = '#6b8fb5';
    context.fillRect(0, 0, 400, 300);
    context.fillStyle = '#f2d5a0';
    context.beginPath();
    context.arc(200, 150, 80, 0, 7);
    context.fill();
  }
  const bytes = Uint8Array.from(atob(canvas.toDataURL('image/png').split(',')[1] ?? ''), (character) =>
    character.charCodeAt(0),
  );
  return URL.createObjectURL(new Blob([bytes], { type: 'image/png' }));
}

function blob(type: string): string {
  return URL.createObjectURL(new Blob([], { type }));
}
