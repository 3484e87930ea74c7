import { AdapterError } from '../../ports/adapter-error.ts';
import { addressKey } from './addresses.ts';
import { openConversations } from './incoming.ts';
import { newEvent } from './new-messages.ts';
import { usesPhoneNumber } from '../../domain/channels.ts';
import { matchRecipients, newChannel, startConversation, unmatchedRecipient } from '../../domain/conversation-rules.ts';
import type { AddressBook } from './addresses.ts';
import type { Sender } from './accept.ts';
import type { Unit } from './unit.ts';
import type { ChannelKind, Conversation, ConversationChannel, Recipient } from '../../domain/model.ts';
import type { OpenRequest } from '../../ports/adapter.ts';

/**
 * Finds the open conversation with somebody or starts one, in one act: two who press together get the same one.
 *
 * @param request - with the address normalised
 */
export async function openConversation(unit: Unit, request: OpenRequest, sender: Sender): Promise<Conversation> {
  const recipient = 'recipientId' in request ? await known(unit, request.recipientId) : await reached(unit, request);
  const [open] = [...(await openConversations(unit, recipient.id, ['new', 'assigned']))].sort(
    (a, b) => b.lastActivityAt - a.lastActivityAt || (a.id < b.id ? 1 : -1),
  );
  if (open) return open;
  const conversation = startConversation({
    id: unit.context.newId('conversation'),
    recipient,
    channels: channelsOf(recipient, sender.channels),
    startedAt: unit.now,
    // Who writes first looks after it, unless the customer's record names somebody.
    coWorkerId: recipient.coWorkerId ?? sender.agent.id,
    branchId: recipient.branchId ?? sender.agent.branchId,
  });
  const started = await newEvent(unit, conversation, { type: 'started' }, { by: sender.agent });
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
async function reached(
  unit: Unit,
  request: { readonly address: string; readonly channel: ChannelKind },
): Promise<Recipient> {
  const { channel, address } = request;
  const key = addressKey(channel, address);
  const rows = await unit.tx.scan('recipients', 'address', { lower: key, upper: key });
  const matches = matchRecipients(
    rows.map(({ recipient }) => recipient),
    { channel, address },
    (a, b) => addressKey(channel, a) === addressKey(channel, b),
  );
  const records = matches.filter(({ kind }) => kind !== 'unmatched');
  const [record] = records;
  if (record && records.length === 1) return record;
  const standIn = matches.find(({ kind }) => kind === 'unmatched');
  if (standIn) return standIn;
  const recipient = unmatchedRecipient(unit.context.newId('recipient'), { channel, address });
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
