import type { PartCalls } from './guard-calls.ts';
import type { ApprovedTemplatesPart } from './parts/approved-templates.ts';
import type { QuickRepliesPart } from './parts/quick-replies.ts';
import type { ScheduledMessage, SchedulePart } from './parts/schedule.ts';
import { anId, aTime, just, oneOf, orNull, shape } from './validate.ts';
import { author, channelKind, content, failure } from './validate-model.ts';
import { about, both } from './validate-reading.ts';
import { approvedTemplate, quickReply, quickReplyGroup } from './validate-templates.ts';

/** Approved templates that can be trusted. */
export function guardApprovedTemplates(part: ApprovedTemplatesPart, calls: PartCalls): ApprovedTemplatesPart {
  return {
    list: (filter, request, options) =>
      calls.page('list', approvedTemplate, () => part.list(filter, request, options), { request, options }),
    get: (id, options) => calls.one('get', about(approvedTemplate, id), () => part.get(id, options), options),
  };
}

/** Quick replies that can be trusted. */
export function guardQuickReplies(part: QuickRepliesPart, calls: PartCalls): QuickRepliesPart {
  return {
    list: (options) => calls.list('list', quickReplyGroup, () => part.list(options), options),
    saveGroup: (group, options) =>
      calls.one('saveGroup', about(quickReplyGroup, group.id), () => part.saveGroup(group, options), options),
    saveReply: (reply, options) =>
      calls.one('saveReply', about(quickReply, reply.id), () => part.saveReply(reply, options), options),
    removeGroup: (id, options) => calls.done(() => part.removeGroup(id, options), options),
    removeReply: (id, options) => calls.done(() => part.removeReply(id, options), options),
    reorder: (order, options) => calls.list('reorder', quickReplyGroup, () => part.reorder(order, options), options),
  };
}

const scheduled = shape<ScheduledMessage>({
  message: shape<ScheduledMessage['message']>({
    clientId: anId,
    conversationId: anId,
    channel: channelKind,
    accountId: orNull(anId),
    content,
    replyToId: orNull(anId),
  }),
  sendAt: aTime,
  author,
  state: oneOf<ScheduledMessage['state']>({ waiting: 1, sent: 1, cancelled: 1, failed: 1 }),
  failure: orNull(failure),
});

/** Scheduled messages that can be trusted. */
export function guardSchedule(part: SchedulePart, calls: PartCalls): SchedulePart {
  const ofMessage = (clientId: string) => both(scheduled, shape({ message: shape({ clientId: just(clientId) }) }));
  const ofConversation = (id: string) => both(scheduled, shape({ message: shape({ conversationId: just(id) }) }));
  return {
    get maxAheadMs() {
      const { maxAheadMs } = part;
      return Number.isFinite(maxAheadMs) && maxAheadMs > 0 ? maxAheadMs : 0;
    },
    sendAt: (message, sendAt, options) =>
      calls.one('sendAt', ofMessage(message.clientId), () => part.sendAt(message, sendAt, options), options),
    cancel: (clientId, options) =>
      calls.one('cancel', ofMessage(clientId), () => part.cancel(clientId, options), options),
    list: (id, options) => calls.list('list', ofConversation(id), () => part.list(id, options), options),
  };
}
