import { contactsContent, interactiveReply } from '../../../../src/domain/cm-content.ts';
import { asObject, numberAt, own, textAt } from '../../../../src/domain/cm-values.ts';
import type { JsonObject } from '../../../../src/domain/cm-values.ts';
import { failureReasonOf } from '../../../../src/domain/failures.ts';
import type { Attachment, Content, DeliveryStatus } from '../../../../src/domain/model.ts';
import { incomingReaction } from '../../../../src/domain/reactions.ts';
import type { RevisionType } from '../../../../src/domain/revisions.ts';
import { approvalStatus } from './whatsapp-templates.ts';
import type { Delivery, ProviderIncoming, ProviderStatus } from '../provider.ts';

const statuses: ReadonlyMap<string, DeliveryStatus> = new Map([
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['read', 'read'],
  ['failed', 'failed'],
]);
const fileKinds = ['image', 'video', 'audio', 'document', 'sticker'] as const;
const mostDescribed = 60;

/** Reads a webhook of the Cloud API: several accounts, messages and statuses may come in one. Nothing is thrown. */
export function readWhatsAppEvents(body: unknown): readonly Delivery[] {
  const entries = listAt(asObject(body), 'entry');
  if (entries.length === 0) return [{ type: 'refused', path: 'entry', problem: 'missing' }];
  return entries
    .flatMap((entry) => listAt(entry, 'changes'))
    .flatMap((change) => {
      const value = asObject(own(change, 'value'));
      const field = textAt(change, 'field');
      if (field === 'message_template_status_update') return templateStatusOf(value);
      return field === 'messages' ? valueDeliveries(value) : [];
    });
}

function templateStatusOf(value: JsonObject | null): readonly Delivery[] {
  const templateId = textAt(value, 'message_template_id');
  if (templateId === null) return [];
  const reason = textAt(value, 'reason');
  const statusReason = reason === null || reason.toUpperCase() === 'NONE' ? null : reason.slice(0, 300);
  return [{ type: 'template', value: { templateId, status: approvalStatus(textAt(value, 'event')), statusReason } }];
}

function valueDeliveries(value: JsonObject | null): readonly Delivery[] {
  const names = new Map(
    listAt(value, 'contacts').map((contact) => [
      textAt(contact, 'wa_id'),
      textAt(asObject(own(contact, 'profile')), 'name'),
    ]),
  );
  const to = textAt(asObject(own(value, 'metadata')), 'display_phone_number');
  const messages = listAt(value, 'messages').map((message) => incomingOf(message, { names, to }));
  return [...messages, ...listAt(value, 'statuses').flatMap(statusOf)];
}

interface Around {
  readonly names: ReadonlyMap<string | null, string | null>;
  readonly to: string | null;
}

function incomingOf(message: JsonObject, { names, to }: Around): Delivery {
  const from = textAt(message, 'from');
  const id = textAt(message, 'id');
  const at = secondsAt(message, 'timestamp');
  if (from === null || id === null || at === null) {
    const path = from === null ? 'from' : id === null ? 'id' : 'timestamp';
    return { type: 'refused', path: `messages[].${path}`, problem: 'missing' };
  }
  const reaction = textAt(message, 'type') === 'reaction' ? asObject(own(message, 'reaction')) : null;
  const revision = revisionOf(message);
  const value: ProviderIncoming = {
    channel: 'whatsapp',
    from: phoneOf(from),
    fromName: names.get(from) ?? null,
    to: to === null ? null : phoneOf(to.replace(/\D/g, '')),
    at,
    reference: null,
    messageId: id,
    messageContext:
      revision?.original ?? textAt(reaction, 'message_id') ?? textAt(asObject(own(message, 'context')), 'id'),
    contents: [contentOf(revision?.message ?? message)],
    ...(revision && { revision: revision.type }),
    ...(reaction && { reaction: incomingReaction(textAt(reaction, 'emoji')) }),
    deduplicationKey: `whatsapp ${id}`,
  };
  return { type: 'message', value };
}

/** That the customer changed or took back what they wrote: which message, and what it says now. */
function revisionOf(message: JsonObject): {
  readonly type: RevisionType;
  readonly original: string;
  readonly message: JsonObject | null;
} | null {
  const name = textAt(message, 'type');
  const type = name === 'edit' ? 'edited' : name === 'revoke' ? 'deleted' : null;
  if (name === null || type === null) return null;
  const part = asObject(own(message, name));
  const original = textAt(part, 'original_message_id');
  return original === null ? null : { type, original, message: asObject(own(part, 'message')) };
}

function contentOf(message: JsonObject): Content {
  const type = textAt(message, 'type') ?? '';
  const part = asObject(own(message, type));
  const file = fileKinds.find((kind) => kind === type);
  if (file && part) return { kind: file, attachment: attachmentOf(part, file), caption: textAt(part, 'caption') };
  if (type === 'text') return { kind: 'text', text: textAt(part, 'body') ?? '' };
  if (type === 'button') return { kind: 'text', text: textAt(part, 'text') ?? '' };
  const cards = type === 'contacts' ? contactsContent(own(message, type)) : null;
  if (cards) return cards;
  const chosen = type === 'interactive' ? interactiveReply(part) : null;
  if (chosen) return chosen;
  const latitude = numberAt(part, 'latitude');
  const longitude = numberAt(part, 'longitude');
  if (type === 'location' && latitude !== null && longitude !== null)
    return { kind: 'location', latitude, longitude, label: textAt(part, 'name') ?? textAt(part, 'address') };
  // Whatever it is, the customer wrote: it is shown as something we cannot show.
  return { kind: 'unsupported', description: type.slice(0, mostDescribed) };
}

/** The file itself has to be fetched with the account's token, by this id. */
function attachmentOf(part: JsonObject, kind: string): Attachment {
  return {
    id: textAt(part, 'id') ?? '',
    name: textAt(part, 'filename') ?? kind,
    mimeType: textAt(part, 'mime_type')?.split(';', 1)[0]?.trim() ?? 'application/octet-stream',
    sizeBytes: null,
    url: null,
    thumbnailUrl: null,
    altText: null,
    durationMs: null,
  };
}

/** A status without our reference is of a message that somebody else sent from the same number. */
function statusOf(report: JsonObject): readonly Delivery[] {
  const reference = textAt(report, 'biz_opaque_callback_data');
  const status = statuses.get(textAt(report, 'status') ?? '');
  if (reference === null || status === undefined) return [];
  const to = textAt(report, 'recipient_id');
  const value: ProviderStatus = {
    reference,
    to: to === null ? null : phoneOf(to),
    status,
    at: secondsAt(report, 'timestamp'),
    failure: status === 'failed' ? failureOf(listAt(report, 'errors')[0] ?? null) : null,
  };
  return [{ type: 'status', value }];
}

function failureOf(error: JsonObject | null): ProviderStatus['failure'] {
  const code = textAt(error, 'code');
  const details = textAt(asObject(own(error, 'error_data')), 'details');
  return {
    reason: code === null ? 'unknown' : failureReasonOf('whatsapp', code),
    providerCode: code,
    detail: (details ?? textAt(error, 'title'))?.slice(0, 500) ?? null,
  };
}

/** Digits are a number without its plus; anything else is an id that has none. */
function phoneOf(id: string): string {
  return /^[1-9]\d{6,14}$/.test(id) ? `+${id}` : id;
}

function secondsAt(object: JsonObject, key: string): number | null {
  const seconds = numberAt(object, key);
  return seconds === null ? null : seconds * 1000;
}

function listAt(object: JsonObject | null, key: string): readonly JsonObject[] {
  const list = own(object, key);
  return Array.isArray(list) ? list.map(asObject).filter((item) => item !== null) : [];
}
