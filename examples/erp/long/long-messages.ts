import type { Author, Content, DeliveryStatus, Message } from '../../../src/domain/model.ts';
import { accounts } from '../seed/messages.ts';
import { coWorkers } from '../seed/settings.ts';

/** The conversation that `?conversation=long` opens. */
export const longConversationId = 'conversation-long';
export const longRecipientId = 'contact-long';
/** How many messages it has before those that the backend holds. */
export const longCount = 100_000;
/** Between two messages, ms: four years in all. */
export const longStep = 20 * 60_000;

const prefix = 'long-message-';
const third = 3;

const questions = [
  'Kan er morgen iemand langskomen?',
  'De ketel op de derde verdieping slaat weer af.',
  'Dank, dat is duidelijk.',
  'Wanneer is het onderhoud gepland?',
  'De bewoner van nummer 14 is na vijven thuis.',
  'Er komt een tikkend geluid uit de leiding. Het begint elke nacht rond een uur of drie en houdt een kwartier aan; daarna is het weer stil.',
  'Mag de factuur naar het nieuwe adres?',
  'Prima 👍',
];
const answers = [
  'Goedemorgen, dat plannen we in. U krijgt een bericht zodra de monteur vertrekt.',
  'De monteur is er tussen 10:00 en 12:00 uur.',
  'Dat is aangepast in het dossier.',
  'We hebben het onderdeel besteld. Zodra het binnen is, bellen we voor een afspraak; meestal duurt dat twee tot drie werkdagen.',
  'Graag gedaan. Een fijne dag!',
  'Wilt u een foto van het typeplaatje sturen? Dan nemen we meteen het juiste onderdeel mee.',
];

/** The messages of the long conversation from one place to another: the same each time, made when they are asked for. */
export function longMessages(from: number, to: number, startedAt: number): readonly Message[] {
  const length = Math.max(0, to - from);
  return Array.from({ length }, (_, index) => longMessage(from + index, startedAt));
}

/** Where a message of the long conversation stands; `-1` when it is none of them. */
export function placeOfLong(id: string): number {
  const place = id.startsWith(prefix) ? Number(id.slice(prefix.length)) : -1;
  return Number.isInteger(place) && place >= 0 && place < longCount ? place : -1;
}

function longMessage(index: number, startedAt: number): Message {
  const chance = mixed(index);
  const at = startedAt + index * longStep + (chance % (longStep / 2));
  const isNote = chance % 97 === 0;
  const isIncoming = !isNote && index % third !== 0;
  const agent = coWorkers[(index >> 6) % coWorkers.length];
  const customer: Author = { kind: 'customer', id: longRecipientId, name: 'VvE Langestraat' };
  const channel = (index >> 9) % third === 0 ? 'sms' : 'whatsapp';
  return {
    id: `${prefix}${index}`,
    clientId: null,
    conversationId: longConversationId,
    recipientId: longRecipientId,
    position: index + 1,
    version: 1,
    direction: isNote ? 'note' : isIncoming ? 'incoming' : 'outgoing',
    channel: isNote ? null : channel,
    accountId: isNote ? null : (accounts[channel] ?? null),
    author: isIncoming ? customer : { kind: 'co-worker', id: agent?.id ?? null, name: agent?.name ?? '' },
    at,
    content: contentOf(index, chance, isIncoming),
    ...(isIncoming || isNote ? { status: null, statusTimes: {} } : delivered(at, channel)),
    failure: null,
    replyToId: isIncoming && chance % 31 === 0 && index > 4 ? `${prefix}${index - 4}` : null,
    reactions: chance % 53 === 0 && !isIncoming ? [{ emoji: '👍', by: customer, at: at + longStep / 4 }] : [],
    editedAt: null,
    deletedAt: null,
  };
}

function contentOf(index: number, chance: number, isIncoming: boolean): Content {
  if (isIncoming && chance % 211 === 0)
    return { kind: 'location', latitude: 52.0907, longitude: 5.1214, label: 'Langestraat 12, Utrecht' };
  const texts = isIncoming ? questions : answers;
  const order = chance % 7 === 0 ? ` Werkbon ${100_000 + index}.` : '';
  return { kind: 'text', text: `${texts[chance % texts.length] ?? ''}${order}` };
}

function delivered(at: number, channel: 'sms' | 'whatsapp'): Pick<Message, 'status' | 'statusTimes'> {
  const status: DeliveryStatus = channel === 'sms' ? 'delivered' : 'read';
  const times = { accepted: at, sent: at + 900, delivered: at + 4_000 };
  return { status, statusTimes: status === 'read' ? { ...times, read: at + 60_000 } : times };
}

/** A number that looks like chance and is always the same for the same place. */
function mixed(index: number): number {
  let state = Math.imul(index + 1, 0x9e3779b1);
  state = Math.imul(state ^ (state >>> 15), 0x85ebca6b);
  return (state ^ (state >>> 13)) >>> 0;
}
