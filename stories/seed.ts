import type { EmbeddedData } from '../src/adapters/memory/index.ts';
import type {
  ChannelKind,
  Content,
  Conversation,
  ConversationChannel,
  Message,
  Recipient,
} from '../src/domain/model.ts';
import { previewOf } from '../src/domain/preview.ts';
import { aBranch, aClientId, aConversation, aCoWorker, aMessage, aRecipient, aTemplate } from '../src/testing/index.ts';

/** When it is in the stories: Tuesday 3 March 2026, 14:40 in Amsterdam. */
export const storyNow = Date.UTC(2026, 2, 3, 13, 40);

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** So long ago, in epoch ms. */
export const ago = (amount: number, unit: 'm' | 'h' | 'd'): number =>
  storyNow - amount * { m: minuteMs, h: hourMs, d: dayMs }[unit];

export const branches = [aBranch({ id: 'utrecht', name: 'Utrecht' }), aBranch({ id: 'antwerp', name: 'Antwerpen' })];

export const coWorkers = [
  aCoWorker({ id: 'sanne', name: 'Sanne Bakker', branchId: 'utrecht' }),
  aCoWorker({ id: 'joris', name: 'Joris van den Berg', branchId: 'utrecht' }),
  aCoWorker({ id: 'lotte', name: 'Lotte Claes', branchId: 'antwerp' }),
];

/** One message of a story: when, which way, what. */
export interface Line {
  readonly at: number;
  readonly direction: Message['direction'];
  readonly text?: string;
  readonly content?: Content;
  readonly channel?: ChannelKind;
  readonly by?: string;
  readonly status?: Message['status'];
  readonly failure?: Message['failure'];
  /** Anything else of the message. */
  readonly fields?: Partial<Message>;
}

/** A conversation of a story. */
export interface Talk {
  readonly id: string;
  readonly recipient: Partial<Recipient> & { readonly name: string };
  readonly lines: readonly Line[];
  /** Incoming messages at the end that nobody has read. */
  readonly unread?: number;
  readonly fields?: Partial<Conversation>;
}

/** The number of the recipient of a conversation. */
export const phoneOf = (id: string): string =>
  `+316${String(10_000_000 + (Array.from(id).reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 89_999_999))}`;

function recipientOf({ id, recipient }: Talk): Recipient {
  const address = phoneOf(id);
  return aRecipient({
    id: `recipient-${id}`,
    firstName: recipient.name.split(' ')[0] ?? null,
    organisation: null,
    addresses: [
      { channel: 'phone', value: address },
      { channel: 'whatsapp', value: address },
    ],
    coWorkerId: 'sanne',
    branchId: 'utrecht',
    ...recipient,
  });
}

function messagesOf(talk: Talk): readonly Message[] {
  return talk.lines.map((line, index) => {
    const { direction, by = 'sanne' } = line;
    const author: Message['author'] =
      direction === 'incoming'
        ? { kind: 'customer', id: `recipient-${talk.id}`, name: talk.recipient.name }
        : direction === 'event'
          ? { kind: 'system', id: null, name: '' }
          : { kind: 'co-worker', id: by, name: coWorkers.find(({ id }) => id === by)?.name ?? by };
    const status = line.status ?? (direction === 'outgoing' ? 'delivered' : null);
    return aMessage({
      id: `${talk.id}-${index}`,
      clientId: direction === 'incoming' || direction === 'event' ? null : aClientId(),
      conversationId: talk.id,
      recipientId: `recipient-${talk.id}`,
      position: index + 1,
      direction,
      channel: direction === 'note' || direction === 'event' ? null : (line.channel ?? 'whatsapp'),
      author,
      at: line.at,
      content: line.content ?? { kind: 'text', text: line.text ?? '' },
      status,
      statusTimes: status ? { [status]: line.at } : {},
      failure: line.failure ?? null,
      ...line.fields,
    });
  });
}

function conversationOf(talk: Talk, messages: readonly Message[]): Conversation {
  const { id, name, kind, firstName, organisation, language } = recipientOf(talk);
  const incoming = messages.filter(({ direction }) => direction === 'incoming');
  const lastAnswer = messages.findLast(({ direction }) => direction === 'outgoing')?.at ?? 0;
  const last = messages.findLast(({ direction }) => direction !== 'event');
  const lastIncoming = incoming.at(-1);
  const channel = (kindOfChannel: ChannelKind): ConversationChannel => ({
    channel: kindOfChannel,
    accountId: null,
    address: phoneOf(talk.id),
    lastIncomingAt: incoming.findLast((message) => message.channel === kindOfChannel)?.at ?? null,
    consent: 'unknown',
    overrides: null,
  });
  const unread = talk.unread ?? 0;
  return aConversation({
    id: talk.id,
    recipient: { id, name, kind, firstName, organisation, language },
    coWorkerId: 'sanne',
    branchId: 'utrecht',
    channels: [channel('whatsapp'), channel('sms')],
    lastIncomingChannel: lastIncoming?.channel ?? null,
    startedAt: messages[0]?.at ?? storyNow,
    lastActivityAt: last?.at ?? storyNow,
    lastMessage: last ? previewOf(last) : null,
    unreadCount: unread,
    firstUnreadMessageId: unread > 0 ? (incoming.at(-unread)?.id ?? null) : null,
    waitingSince: incoming.find(({ at }) => at > lastAnswer)?.at ?? null,
    ...talk.fields,
  });
}

/** Backend data for some conversations, with everything that is derived from their messages. */
export function seedOf(talks: readonly Talk[], extra: EmbeddedData = {}): EmbeddedData {
  const told = talks.map((talk) => ({ talk, messages: messagesOf(talk) }));
  return {
    coWorkers,
    branches,
    recipients: talks.map(recipientOf),
    conversations: told.map(({ talk, messages }) => conversationOf(talk, messages)),
    messages: told.flatMap(({ messages }) => messages),
    templates: [
      aTemplate({ code: 'WHATSAPP', language: 'nl', text: 'Beste {{Customer}}, app ons via {{WhatsAppLink}}' }),
      aTemplate({
        code: 'WHATSAPP',
        language: 'en',
        isDefault: false,
        text: 'Dear {{Customer}}, chat with us: {{WhatsAppLink}}',
      }),
    ],
    invitation: { code: 'WHATSAPP', whatsappNumber: '+31302001000' },
    ...extra,
  };
}

const incoming = (at: number, text: string, more: Partial<Line> = {}): Line => ({
  at,
  direction: 'incoming',
  text,
  ...more,
});
const outgoing = (at: number, text: string, more: Partial<Line> = {}): Line => ({
  at,
  direction: 'outgoing',
  text,
  ...more,
});

/** A morning at a temporary employment agency: what the stories show unless they need something of their own. */
export const morning: readonly Talk[] = [
  {
    id: 'aisha',
    recipient: { name: 'Aïsha de Vries', organisation: 'Bakkerij De Vries', language: 'nl' },
    unread: 2,
    lines: [
      outgoing(ago(26, 'h'), 'Goedemiddag Aïsha, kun je dinsdag om 10 uur langskomen voor een kennismaking?', {
        channel: 'sms',
        status: 'read',
      }),
      incoming(ago(22, 'h'), 'Hoi Sanne, dinsdag lukt!'),
      outgoing(ago(21.9, 'h'), 'Fijn. Neem je een geldig legitimatiebewijs mee?', { status: 'read' }),
      incoming(ago(9, 'm'), 'Prima, dan zie ik u dinsdag om 10 uur.'),
      incoming(ago(8, 'm'), 'Kan ik daar parkeren?'),
    ],
    fields: { tags: ['kennismaking'] },
  },
  {
    id: 'mehmet',
    recipient: { name: 'Mehmet Yılmaz', kind: 'resource', language: 'nl' },
    unread: 1,
    lines: [
      outgoing(ago(30, 'h'), 'Mehmet, kun je vrijdag invallen bij het distributiecentrum?'),
      incoming(ago(21, 'h'), 'Ja hoor. Hoe laat moet ik er zijn?'),
    ],
  },
  {
    id: 'jansen',
    recipient: { name: 'Annelies Jansen-van der Meulen', organisation: 'Zorggroep Rivierenland', language: 'nl' },
    lines: [
      incoming(ago(3, 'h'), 'Wij zoeken voor komende week twee verzorgenden. Hebben jullie iemand?', {
        channel: 'sms',
      }),
      outgoing(ago(2.5, 'h'), 'Ik kijk het direct na en kom er vanmiddag op terug.', {
        channel: 'sms',
        status: 'delivered',
      }),
    ],
  },
  {
    id: 'kowalski',
    recipient: { name: 'Piotr Kowalski', kind: 'resource', language: 'en' },
    lines: [
      incoming(ago(5, 'h'), 'I will be ten minutes late today, sorry.'),
      outgoing(ago(4.9, 'h'), 'Thanks for telling me, I let them know.', {
        status: 'failed',
        failure: { reason: 'unreachable', providerCode: '131026', detail: null, at: ago(4.8, 'h') },
      }),
    ],
    fields: { tags: ['planning'] },
  },
  {
    id: 'unknown',
    recipient: { name: '', kind: 'unmatched', language: null },
    unread: 1,
    lines: [incoming(ago(50, 'm'), 'Goedemorgen, is de vacature voor heftruckchauffeur nog open?', { channel: 'sms' })],
    fields: { state: 'new', coWorkerId: 'sanne' },
  },
  {
    id: 'photo',
    recipient: { name: 'Fatima El Amrani', kind: 'resource', language: 'nl' },
    lines: [
      outgoing(ago(2, 'd'), 'Kun je een foto van je heftruckcertificaat sturen?', { status: 'read' }),
      {
        at: ago(47, 'h'),
        direction: 'incoming',
        content: {
          kind: 'image',
          caption: null,
          attachment: {
            id: 'photo-file',
            name: 'certificaat.jpg',
            mimeType: 'image/jpeg',
            sizeBytes: 182_000,
            url: null,
            thumbnailUrl: null,
            altText: null,
            durationMs: null,
          },
        },
      },
    ],
  },
  {
    id: 'claes',
    recipient: { name: 'Wout Claes', organisation: 'Haven Logistics Antwerpen', language: 'nl-BE' },
    lines: [
      incoming(ago(4, 'd'), 'Kunnen we de planning van volgende week doornemen?'),
      outgoing(ago(4, 'd') + 10 * minuteMs, 'Zeker, ik bel je morgen om 9 uur.', { by: 'joris' }),
      { at: ago(3.9, 'd'), direction: 'note', text: 'Wil graag een vast aanspreekpunt.', by: 'joris' },
    ],
    fields: { coWorkerId: 'joris', branchId: 'antwerp' },
  },
  {
    id: 'schmidt',
    recipient: { name: 'Jürgen Schmidt', organisation: 'Schmidt Metallbau GmbH', language: 'de' },
    lines: [
      incoming(ago(40, 'd'), 'Vielen Dank für die schnelle Hilfe!', { channel: 'sms' }),
      outgoing(ago(40, 'd') + hourMs, 'Gern geschehen. Bis zum nächsten Mal!', { channel: 'sms', status: 'delivered' }),
    ],
    fields: { state: 'archived' },
  },
  {
    id: 'dewit',
    recipient: { name: 'Kees de Wit', language: 'nl' },
    lines: [
      incoming(Date.UTC(2025, 10, 20, 9), 'Bedankt, tot volgend jaar.', { channel: 'sms' }),
      outgoing(Date.UTC(2025, 10, 20, 10), 'Tot dan, Kees.', { channel: 'sms', status: 'delivered' }),
    ],
  },
];

/** As many conversations as wanted, each a quarter of an hour older than the one before. */
export function many(count: number): readonly Talk[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `many-${String(index).padStart(4, '0')}`,
    recipient: { name: `Klant ${String(index + 1).padStart(4, '0')}` },
    lines: [incoming(ago(15 * (index + 1), 'm'), `Bericht ${index + 1}`)],
  }));
}

/** What can be chosen in these data: their conversations and recipients, or none. */
export function choicesOf({ conversations = [], recipients = [] }: EmbeddedData): {
  readonly conversationId: readonly (string | null)[];
  readonly recipientId: readonly (string | null)[];
} {
  const ids = (items: readonly { readonly id: string }[]): readonly (string | null)[] => [
    null,
    ...items.map(({ id }) => id),
  ];
  return { conversationId: ids(conversations), recipientId: ids(recipients) };
}
