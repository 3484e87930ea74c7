import { defaultMaxAheadMs } from '../../../domain/schedule.ts';
import type { ScheduledMessage, SchedulePart } from '../../../ports/parts/schedule.ts';
import { segment } from '../http-calls.ts';
import type { HttpCalls } from '../http-calls.ts';

/** Messages that the gateway sends later. */
export function schedulePart(calls: HttpCalls): SchedulePart {
  return {
    maxAheadMs: defaultMaxAheadMs,
    sendAt: ({ clientId, ...message }, sendAt, options) =>
      calls.put<ScheduledMessage>(`/scheduled/${segment(clientId)}`, { message, sendAt }, options),
    cancel: (clientId, options) =>
      calls.post<ScheduledMessage>(`/scheduled/${segment(clientId)}/cancel`, undefined, options),
    list: (conversationId, options) =>
      calls.get<readonly ScheduledMessage[]>(`/conversations/${segment(conversationId)}/scheduled`, options),
  };
}
