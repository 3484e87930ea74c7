import { fileType, signatureBytes } from '../../../src/domain/file-type.ts';
import { channelTarget } from '../../../src/domain/channel-choice.ts';
import { channelsOfMessages, withUsedChannels } from '../../../src/domain/used-channels.ts';
import type {
  Branch,
  Conversation,
  ConversationTemplate,
  CoWorker,
  Message,
  Recipient,
} from '../../../src/domain/model.ts';
import { AdapterError } from '../../../src/ports/adapter-error.ts';
import type { AddressBook } from '../addresses.ts';
import { putCoWorker } from '../store/introduce.ts';
import { importFile } from '../store/uploads.ts';
import type { ImportedFile } from '../store/uploads.ts';
import type { Unit } from '../store/unit.ts';
import { putSettings } from './import-settings.ts';
import type { ImportedSettings } from './import-settings.ts';
import { putTemplate } from './templates.ts';

/** What a host brings: its records, settings, and the history of an earlier system. Everything absent stays as it is. */
export interface ImportData extends ImportedSettings {
  readonly coWorkers?: readonly CoWorker[];
  readonly branches?: readonly Branch[];
  /** Phone numbers in any spelling; they are stored as E.164 where they can be read. */
  readonly recipients?: readonly Recipient[];
  /** Conversations that are not here yet; known ones are left as they are. */
  readonly conversations?: readonly Conversation[];
  /** Messages of those conversations, in any order. */
  readonly messages?: readonly Message[];
  /** Bytes of files that messages or quick replies carry. */
  readonly files?: readonly ImportedFile[];
  /** All templates; those that are not named any more go. */
  readonly templates?: readonly ConversationTemplate[];
}

/** How much was written. */
export interface Imported {
  readonly recipients: number;
  readonly conversations: number;
  readonly messages: number;
}

/** Takes records, settings and history in, in one transaction. The same import again changes nothing. */
export async function importData(unit: Unit, data: ImportData, addresses: AddressBook): Promise<Imported> {
  const { sql, tenant } = unit;
  for (const coWorker of data.coWorkers ?? []) await putCoWorker(sql, tenant, coWorker);
  for (const branch of data.branches ?? []) await putBranch(unit, branch);
  for (const recipient of data.recipients ?? []) await unit.putRecipient(withAddresses(recipient, addresses));
  if (data.templates) await putTemplates(unit, data.templates);
  await putSettings(unit, data);
  const messages = byConversation(data.messages ?? []);
  const counts = { recipients: data.recipients?.length ?? 0, conversations: 0, messages: 0 };
  for (const conversation of data.conversations ?? []) {
    if (await isKnown(unit, conversation.id)) continue;
    const own = messages.get(conversation.id) ?? [];
    await putHistory(unit, withChannels(conversation, addresses), own);
    counts.conversations += 1;
    counts.messages += own.length;
  }
  for (const file of data.files ?? []) await putFile(unit, file);
  return counts;
}

/** A page shows what the bytes are, whatever the host says. */
async function putFile(unit: Unit, file: ImportedFile): Promise<void> {
  const { name, mimeType: declaredType } = file.attachment;
  const head = Buffer.from(file.base64.slice(0, signatureBytes * 2), 'base64');
  const { mimeType, previewable } = fileType(head.subarray(0, signatureBytes), { name, declaredType });
  await importFile(unit, file, { mimeType, previewable });
}

function byConversation(messages: readonly Message[]): ReadonlyMap<string, readonly Message[]> {
  const groups = new Map<string, Message[]>();
  for (const message of messages) {
    const group = groups.get(message.conversationId);
    if (group) group.push(message);
    else groups.set(message.conversationId, [message]);
  }
  return groups;
}

async function isKnown(unit: Unit, id: string): Promise<boolean> {
  const rows = await unit.sql.query('select 1 as known from conversation where tenant = $1 and id = $2', [
    unit.tenant,
    id,
  ]);
  return rows.length > 0;
}

async function putHistory(unit: Unit, conversation: Conversation, messages: readonly Message[]): Promise<void> {
  const positions = new Set(messages.map(({ position }) => position));
  if (positions.size < messages.length)
    throw new AdapterError('invalid', `two messages of ${conversation.id} have one position`, { path: 'messages' });
  const added = messages.map((message) => {
    const target = message.channel === null ? null : channelTarget(conversation, message.channel);
    return { message, address: target?.address ?? null };
  });
  await unit.putConversation(withUsedChannels(conversation, channelsOfMessages(messages)), added);
  for (const { clientId, id } of messages) {
    if (clientId === null) continue;
    // A device that asks after its message finds it, though nobody can repeat the command it came from.
    await unit.sql.query(
      "insert into accepted (tenant, client_id, asked, message_id) values ($1, $2, '', $3) on conflict do nothing",
      [unit.tenant, clientId, id],
    );
  }
}

async function putBranch({ sql, tenant }: Unit, branch: Branch): Promise<void> {
  await sql.query(
    `insert into branch (tenant, id, data) values ($1, $2, $3::text::json)
     on conflict (tenant, id) do update set data = excluded.data`,
    [tenant, branch.id, JSON.stringify(branch)],
  );
}

async function putTemplates(unit: Unit, templates: readonly ConversationTemplate[]): Promise<void> {
  await unit.sql.query('delete from conversation_template where tenant = $1', [unit.tenant]);
  for (const template of templates) await putTemplate(unit, { version: 1, ...template });
}

function withAddresses(recipient: Recipient, addresses: AddressBook): Recipient {
  const normalized = recipient.addresses.map(({ channel, value }) => ({
    channel,
    value: addresses.normalize(channel, value),
  }));
  return { ...recipient, addresses: normalized };
}

function withChannels(conversation: Conversation, addresses: AddressBook): Conversation {
  const channels = conversation.channels.map((channel) => ({
    ...channel,
    address: addresses.normalize(channel.channel, channel.address),
  }));
  return { ...conversation, channels };
}
