import { AdapterError } from '../../ports/adapter-error.ts';
import { addressKey } from './addresses.ts';
import { newEvent } from './new-messages.ts';
import { channelsOf } from './recipient-channels.ts';
import { matchesFor, openConversations } from './senders.ts';
import { newChannel, senderAmong, startConversation, unmatchedRecipient } from '../../domain/conversation-rules.ts';
import type { AddressBook } from './addresses.ts';
import type { Unit } from './unit.ts';
import type { Conversation, ConversationChannel, CoWorker, Recipient } from '../../domain/model.ts';
import type { OpenRequest } from '../../ports/adapter.ts';

type Wanted = Extract<OpenRequest, { readonly address: string }>;

/**
 * Finds the open conversation with somebody or starts one, in one act: two who press together get the same one.
 *
 * @param request - with the address normalised
 */
export async function openConversation(unit: Unit, request: OpenRequest, agent: CoWorker): Promise<Conversation> {
  const recipient = 'recipientId' in request ? await known(unit, request.recipientId) : await reached(unit, request);
  const [open] = [...(await openConversations(unit, recipient.id, ['new', 'assigned']))].sort(
    (a, b) => b.lastActivityAt - a.lastActivityAt || (a.id < b.id ? 1 : -1),
  );
  if (open) return 'address' in request ? withAddress(unit, open, request) : open;
  const own = channelsOf(recipient, unit.context.channels);
  const conversation = startConversation({
    id: unit.context.newId('conversation'),
    recipient,
    channels: 'address' in request ? channelsWith(own, request) : own,
    startedAt: unit.now,
    // Who writes first looks after it, unless the customer's record names somebody.
    coWorkerId: recipient.coWorkerId ?? agent.id,
    branchId: recipient.branchId ?? agent.branchId,
  });
  const started = await newEvent(unit, conversation, { type: 'started' }, { by: agent });
  await unit.putConversation(conversation, [{ message: started, address: null }]);
  return conversation;
}

/** The request with its address in the one form in which addresses are stored; rejects what is no address. */
export function normalizedRequest(request: OpenRequest, addresses: AddressBook): OpenRequest {
  if ('recipientId' in request) return request;
  const address = addresses.read(request.channel, request.address);
  if (address !== null) return { ...request, address };
  throw new AdapterError('invalid', `that is no address on ${request.channel}`, { path: 'address' });
}

async function known(unit: Unit, id: string): Promise<Recipient> {
  const row = await unit.tx.get('recipients', id);
  if (!row) throw new AdapterError('not-found', `there is no recipient ${id}`);
  return row.recipient;
}

/** Whom an address belongs to: the one record that has it, else a stand-in for a sender nobody could match. */
async function reached(unit: Unit, request: Wanted): Promise<Recipient> {
  const { recipient: found } = senderAmong(await matchesFor(unit, request));
  if (found) return found;
  const recipient = unmatchedRecipient(unit.context.newId('recipient'), request);
  await unit.putRecipient(recipient);
  return recipient;
}

/** Another number of the same person was meant: from now on the conversation knows it too. */
async function withAddress(unit: Unit, open: Conversation, wanted: Wanted): Promise<Conversation> {
  const channels = channelsWith(open.channels, wanted);
  if (channels === open.channels) return open;
  const conversation = { ...open, version: open.version + 1, channels };
  await unit.putConversation(conversation);
  return conversation;
}

/** The channels with the one that was asked for; first, so that it is written to unless the customer used another. */
function channelsWith(
  channels: readonly ConversationChannel[],
  { channel, address }: Wanted,
): readonly ConversationChannel[] {
  const isKnown = channels.some((used) => addressKey(used.channel, used.address) === addressKey(channel, address));
  return isKnown ? channels : [newChannel(channel, address, null), ...channels];
}
