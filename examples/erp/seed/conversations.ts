import { newChannel, startConversation, unmatchedRecipient } from '../../../src/domain/conversation-rules.ts';
import type { Conversation, ConversationChannel, Failure, Message, Recipient } from '../../../src/domain/model.ts';
import { choose } from './choices.ts';
import { makeDialogue, scriptOf } from './dialogue.ts';
import type { Utterance } from './dialogue.ts';
import { accounts, ConversationWriter } from './messages.ts';
import type { ErpRecord } from './people.ts';
import type { Random } from './random.ts';
import { branches, tags } from './settings.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Everybody who can have a conversation: a card and its record in the directory. */
export interface Person {
  readonly record: ErpRecord;
  readonly recipient: Recipient;
  /** E.164. */
  readonly address: string;
}

/** All conversations with their messages. */
export interface SeededConversations {
  readonly conversations: readonly Conversation[];
  readonly messages: readonly Message[];
  /** Senders that nobody matched. */
  readonly unmatched: readonly Recipient[];
}

/** What a conversation is an example of. */
interface Situation {
  readonly name: 'done' | 'answered' | 'unread' | 'closing' | 'waiting' | 'failed' | 'archived';
  readonly count: number;
}

/** Together with the strangers, 150. */
const situations: readonly Situation[] = [
  { name: 'unread', count: 16 },
  { name: 'closing', count: 6 },
  { name: 'answered', count: 14 },
  { name: 'waiting', count: 6 },
  { name: 'failed', count: 9 },
  { name: 'done', count: 68 },
  { name: 'archived', count: 21 },
];

const failures: readonly Omit<Failure, 'at'>[] = [
  { reason: 'unreachable', providerCode: '131026', detail: 'Message undeliverable' },
  { reason: 'blocked', providerCode: '131050', detail: 'The customer has chosen not to receive messages' },
  { reason: 'invalid-number', providerCode: '303', detail: 'Not a phone number' },
  { reason: 'window-closed', providerCode: '131047', detail: 'Re-engagement message' },
  { reason: 'provider-down', providerCode: '500', detail: 'Internal error' },
  { reason: 'rejected', providerCode: '403', detail: 'Message has been rejected' },
  { reason: 'opted-out', providerCode: '402', detail: 'Blacklisted' },
  { reason: 'expired', providerCode: null, detail: 'Validity period expired' },
  { reason: 'unknown', providerCode: '999', detail: 'Unknown error' },
];

/** How long the reply window of those that are about to close is still open. */
const closingMinutes = [4, 13, 28, 47, 75, 110];

const owners = ['agent-1', 'agent-2', 'agent-3', 'agent-4', null];

/** Writes some 150 conversations relative to `now`. */
export function makeConversations(random: Random, people: readonly Person[], now: number): SeededConversations {
  const waiting = [...people];
  const written: ConversationWriter[] = [];
  for (const { name, count } of situations) {
    for (let index = 0; index < count; index += 1) {
      // Archived ones belong partly to people who have a newer conversation too.
      // Unread ones wait for each co-worker, and for nobody yet.
      const owner = name === 'unread' ? owners[index % owners.length] : undefined;
      const person = name === 'archived' && index % 2 === 0 ? people[index] : takeOne(random, waiting, owner);
      if (person) written.push(writeConversation(random, { person, people, name, index, now }, written.length + 1));
    }
  }
  const strangers = writeStrangers(random, now, written.length);
  const all = [...written, ...strangers.map(({ writer }) => writer)];
  return {
    conversations: all.map(({ conversation }) => conversation),
    messages: all.flatMap(({ messages }) => messages),
    unmatched: strangers.map(({ recipient }) => recipient),
  };
}

interface Task {
  readonly person: Person;
  readonly people: readonly Person[];
  readonly name: Situation['name'];
  readonly index: number;
  readonly now: number;
}

function writeConversation(random: Random, task: Task, number: number): ConversationWriter {
  const { person, people, name, index, now } = task;
  const { record } = person;
  const channel = channelFor(random, name, index);
  const endsAt = now - ageOf(random, name, index);
  const said = makeDialogue(random, {
    record,
    branch: branches.find(({ id }) => id === record.branchId)?.name ?? '',
    records: people.map((other) => other.record),
    channel,
    episodes: random.pick([2, 2, 2, 3, 3]),
    endsAt,
    recent: name !== 'done' && name !== 'archived',
    nudges: (name === 'unread' || name === 'waiting') && random.chance(0.4),
    lastWord: lastWordOf(random, name),
  });
  const agentId = record.coWorkerId ?? (record.branchId === 'branch-antwerp' ? 'agent-3' : 'agent-1');
  const writer = newWriter(random, person, {
    id: `conversation-${number}`,
    channel,
    said,
    isFaithful: name === 'closing',
  });
  let isTaken = record.coWorkerId !== null || name === 'unread';
  for (const utterance of said) {
    // Nobody's conversation becomes somebody's with the first answer.
    if (!isTaken && utterance.speaker === 'a') {
      isTaken = true;
      writer.change({ coWorkerId: agentId }, utterance.at - 200, agentId);
    }
    writer.say(utterance, agentId);
  }
  finish(random, writer, { task, agentId });
  return writer;
}

function lastWordOf(random: Random, name: Situation['name']): 'c' | 'a' | null {
  if (name === 'unread' || name === 'closing' || name === 'waiting') return 'c';
  if (name === 'archived') return null;
  return name === 'done' && random.chance(0.06) ? 'c' : 'a';
}

function channelFor(random: Random, name: Situation['name'], index: number): 'sms' | 'whatsapp' {
  if (name === 'closing') return 'whatsapp';
  if (name === 'failed') return failures[index % failures.length]?.providerCode?.startsWith('131') ? 'whatsapp' : 'sms';
  return random.chance(0.66) ? 'whatsapp' : 'sms';
}

/** How long ago the last word was, per situation. */
function ageOf(random: Random, name: Situation['name'], index: number): number {
  switch (name) {
    case 'unread':
      return index < 10 ? random.between(2, 160) * minute : random.between(3, 19) * hour;
    case 'closing':
      return 24 * hour - (closingMinutes[index % closingMinutes.length] ?? 30) * minute;
    case 'answered':
      return random.between(6, 15 * 60) * minute;
    case 'waiting':
      return random.between(26, 74) * hour;
    case 'failed':
      return random.between(1, 60) * hour;
    case 'archived':
      return random.between(20, 150) * day;
    default:
      return random.between(2, 75) * day;
  }
}

function finish(
  random: Random,
  writer: ConversationWriter,
  { task, agentId }: { readonly task: Task; readonly agentId: string },
): void {
  const { name, index } = task;
  if (name === 'answered' && index === 2) choose(writer, writer.messages.at(-1)?.at ?? task.now, agentId);
  const lastAt = writer.messages.at(-1)?.at ?? task.now;
  writer.readAllBut(name === 'unread' ? writer.unanswered : 0);
  if (random.chance(0.3)) writer.change({ addTags: [random.pick(tags).name] }, lastAt + 1_000, agentId);
  const failure = failures[index % failures.length];
  if (name === 'failed' && failure) writer.fail(failure);
  if (name === 'archived') writer.change({ state: 'archived' }, lastAt + 30 * minute, agentId);
}

function newWriter(
  random: Random,
  { recipient, address }: Person,
  start: {
    readonly id: string;
    readonly channel: 'sms' | 'whatsapp';
    readonly said: readonly Utterance[];
    readonly isFaithful: boolean;
  },
): ConversationWriter {
  const conversation = startConversation({
    id: start.id,
    recipient,
    channels: channelsOf(address, start.channel),
    startedAt: (start.said[0]?.at ?? 0) - 500,
  });
  return new ConversationWriter(random, conversation, {
    address,
    preferred: start.channel,
    isFaithful: start.isFaithful,
  });
}

function channelsOf(address: string, preferred: 'sms' | 'whatsapp'): readonly ConversationChannel[] {
  const sms = newChannel('sms', address, accounts.sms ?? null);
  return preferred === 'sms' ? [sms] : [sms, newChannel('whatsapp', address, accounts.whatsapp ?? null)];
}

/** People without a card: some wrote just now, some are spam. */
function writeStrangers(
  random: Random,
  now: number,
  before: number,
): readonly { readonly writer: ConversationWriter; readonly recipient: Recipient }[] {
  const languages = ['nl', 'nl', 'nl', 'nl', 'nl', 'en', 'en', 'en', 'de', 'fr'];
  const profiles = ['R. Meijer', null, 'Priya', null, 'Familie Aerts', 'Tom W.', null, 'Grace', 'H. Lüdenscheid', null];
  return languages.map((language, index) => {
    const address = { nl: '+316450', en: '+447700', de: '+491577', fr: '+324601' }[language] ?? '+316450';
    const from = `${address}${String(10_0000 + index * 3717)
      .slice(-(language === 'nl' ? 5 : 6))
      .padStart(5, '0')}`;
    const channel = profiles[index] === null ? 'sms' : 'whatsapp';
    const id = `unmatched-${index + 1}`;
    const recipient = unmatchedRecipient(id, { channel, address: from, name: profiles[index] ?? null });
    const at = now - random.between(5, 46 * 60) * minute;
    const conversation = startConversation({
      id: `conversation-${before + index + 1}`,
      recipient,
      channels: [newChannel(channel, from, accounts[channel] ?? null)],
      startedAt: at - 500,
    });
    const writer = new ConversationWriter(random, conversation, {
      address: from,
      preferred: channel,
      isFaithful: true,
    });
    const { stranger } = scriptOf(language);
    writer.say({ speaker: 'c', text: stranger[index % stranger.length] ?? '', at }, 'agent-1');
    return { writer, recipient };
  });
}

/** Takes somebody out of `people`; somebody of `owner` unless that is left open. */
function takeOne(random: Random, people: Person[], owner?: string | null): Person | undefined {
  const fitting = people.filter(({ record }) => owner === undefined || record.coWorkerId === owner);
  const person = random.pick(fitting);
  people.splice(people.indexOf(person), 1);
  return person;
}
