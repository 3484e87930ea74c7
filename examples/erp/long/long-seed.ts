import type { EmbeddedData } from '../../../src/adapters/embedded/data.ts';
import { newChannel, startConversation } from '../../../src/domain/conversation-rules.ts';
import type { Conversation, Recipient } from '../../../src/domain/model.ts';
import { accounts, ConversationWriter } from '../seed/messages.ts';
import { createRandom } from '../seed/random.ts';
import { longConversationId, longCount, longRecipientId, longStep } from './long-messages.ts';

const minute = 60_000;
const address = '+31612300000';

const recipient: Recipient = {
  id: longRecipientId,
  kind: 'contact',
  name: 'VvE Langestraat',
  firstName: null,
  organisation: 'Vereniging van Eigenaren',
  language: 'nl',
  addresses: [{ channel: 'phone', value: address }],
  coWorkerId: 'agent-1',
  branchId: 'branch-utrecht',
};

/** The demo's data with one conversation more, the longest. */
export function withLongConversation(data: EmbeddedData, now: number): EmbeddedData {
  const { conversation, messages } = written(now);
  return {
    ...data,
    recipients: [...(data.recipients ?? []), recipient],
    conversations: [...(data.conversations ?? []), conversation],
    messages: [...(data.messages ?? []), ...messages],
  };
}

/** The last words of the long conversation; it is as old as its first message. */
function written(now: number): Pick<ConversationWriter, 'conversation' | 'messages'> {
  const startedAt = now - 60 * minute;
  const begun = startConversation({
    id: longConversationId,
    recipient,
    channels: [newChannel('whatsapp', address, accounts.whatsapp ?? null)],
    startedAt,
  });
  const owned: Conversation = { ...begun, state: 'assigned', coWorkerId: 'agent-1', branchId: 'branch-utrecht' };
  const writer = new ConversationWriter(createRandom(1), owned, { address, preferred: 'whatsapp', isFaithful: true });
  const said = (speaker: 'c' | 'a', text: string, before: number): void =>
    writer.say({ speaker, text, at: now - before * minute }, 'agent-1');
  said('c', 'Goedemorgen, hier de VvE. We schrijven elkaar al vier jaar; het archief telt 100.000 berichten.', 45);
  said('a', 'Goedemorgen! Alles staat nog hier: blader gerust terug, of zoek een werkbon.', 40);
  said('c', 'Fijn. Kan de ketel van blok B deze week nog nagekeken worden?', 30);
  said('a', 'Donderdag om 10:00 uur staat gepland.', 20);
  writer.readAllBut(0);
  return {
    conversation: { ...writer.conversation, startedAt: startedAt - (longCount + 1) * longStep },
    messages: writer.messages.filter(({ direction }) => direction !== 'event'),
  };
}
