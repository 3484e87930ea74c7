import { usesPhoneNumber } from '../../../src/domain/phone-based.ts';
import {
  newChannel,
  senderAmong,
  startConversation,
  unmatchedRecipient,
} from '../../../src/domain/conversation-rules.ts';
import type { ChannelKind, Conversation, ConversationChannel, Recipient } from '../../../src/domain/model.ts';
import type { OpenRequest } from '../../../src/ports/adapter.ts';
import { AdapterError } from '../../../src/ports/adapter-error.ts';
import { addressKey } from '../addresses.ts';
import type { AddressBook } from '../addresses.ts';
import { getRecipient } from '../store/directory.ts';
import type { Unit } from '../store/unit.ts';
import { maySee, placeOf } from '../store/viewer.ts';
import type { Sender } from './accept.ts';
import { conversationsWith, matchesOf } from './matching.ts';
import { newEvent } from './new-messages.ts';

/**
 * Finds the open conversation with somebody or starts one, in one act: two who press together get the same one.
 *
 * @param request - with the address normalised
 */
export async function openConversation(unit: Unit, request: OpenRequest, sender: Sender): Promise<Conversation> {
  const { viewer } = sender;
  const recipient =
    'recipientId' in request ? await getRecipient(unit.sql, viewer, request.recipientId) : await reached(unit, request);
  await unit.lock(`recipient ${recipient.id}`);
  const open = (await conversationsWith(unit, [recipient.id], ['new', 'assigned'])).sort(
    (a, b) => b.lastActivityAt - a.lastActivityAt || (a.id < b.id ? 1 : -1),
  );
  const mine = open.find((conversation) => maySee(viewer, placeOf(conversation)));
  if (mine) return mine;
  if (open.length > 0)
    throw new AdapterError('forbidden', 'another branch has an open conversation with this recipient');
  const conversation = startConversation({
    id: unit.context.newId(),
    recipient,
    channels: channelsOf(recipient, sender.channels),
    startedAt: unit.now,
    // Who writes first looks after it, unless the customer's record names somebody.
    coWorkerId: recipient.coWorkerId ?? viewer.agent.id,
    branchId: recipient.branchId ?? viewer.agent.branchId,
  });
  const started = newEvent(unit, conversation, { type: 'started' }, { by: viewer });
  await unit.putConversation(conversation, [{ message: started, address: null }]);
  return conversation;
}

/** The request with its address in the one form in which addresses are stored; refuses what is no address. */
export function normalizedRequest(request: OpenRequest, addresses: AddressBook): OpenRequest {
  if ('recipientId' in request) return request;
  const address = addresses.read(request.channel, request.address);
  if (address !== null) return { ...request, address };
  throw new AdapterError('invalid', `that is no address on ${request.channel}`, { path: 'address' });
}

/** Whom an address belongs to: the one record that has it, else a stand-in for a sender nobody could match. */
async function reached(
  unit: Unit,
  { channel, address }: { readonly address: string; readonly channel: ChannelKind },
): Promise<Recipient> {
  await unit.lock(`address ${addressKey(channel, address)}`);
  const { recipient: found } = senderAmong(await matchesOf(unit, { channel, address }));
  if (found) return found;
  const recipient = unmatchedRecipient(unit.context.newId(), { channel, address });
  await unit.putRecipient(recipient);
  return recipient;
}

/** The ways to write to a recipient; one phone number serves every channel that uses numbers. */
function channelsOf({ addresses }: Recipient, available: readonly ChannelKind[]): readonly ConversationChannel[] {
  const channels = addresses.flatMap(({ channel, value }) => {
    if (channel !== 'phone') return [newChannel(channel, value, null)];
    const kind = available.find(usesPhoneNumber);
    return kind ? [newChannel(kind, value, null)] : [];
  });
  const unique = new Map(channels.map((channel) => [`${channel.channel} ${channel.address}`, channel]));
  return [...unique.values()];
}
