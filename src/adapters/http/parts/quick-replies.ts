import type { QuickRepliesPart } from '../../../ports/parts/quick-replies.ts';
import { segment } from '../http-calls.ts';
import type { HttpCalls } from '../http-calls.ts';

/** Prepared answers. */
export function quickRepliesPart(calls: HttpCalls): QuickRepliesPart {
  return {
    list: (options) => calls.get('/quick-replies', options),
    saveGroup: ({ id, ...body }, options) => calls.put(`/quick-reply-groups/${segment(id)}`, body, options),
    saveReply: ({ id, ...body }, options) => calls.put(`/quick-replies/${segment(id)}`, body, options),
    removeGroup: (id, options) => calls.remove(`/quick-reply-groups/${segment(id)}`, options),
    removeReply: (id, options) => calls.remove(`/quick-replies/${segment(id)}`, options),
    reorder: (order, options) => calls.post('/quick-replies/order', order, options),
  };
}
