import type { BulkProgress, BulkResult, BulkSkip, BulkUndo } from '../domain/bulk.ts';
import type { PartCalls } from './guard-calls.ts';
import { keyedPage } from './guard-keyed.ts';
import type { BulkOptions, BulkPart, BulkReport } from './parts/bulk.ts';
import type { Check } from './validate.ts';
import { aCount, anId, aNumber, aString, just, oneOf, orNull, shape, variant } from './validate.ts';
import { both } from './validate-reading.ts';

const progress = shape<BulkProgress>({ total: orNull(aCount), done: aCount, skipped: aCount, failed: aCount });
const report = shape<BulkReport>({
  operationId: anId,
  state: oneOf<BulkReport['state']>({ finished: 1, stopped: 1 }),
  progress,
});
const undo = shape<BulkUndo>({ conversationId: anId, edit: shape({}), ifVersion: aNumber });
const result = variant('outcome', {
  done: shape({ conversationId: anId, undo }),
  skipped: shape({
    conversationId: anId,
    reason: oneOf<BulkSkip>({
      ...{ 'nothing-to-do': 1, 'tag-required': 1, 'nobody-wrote': 1, 'changed-since': 1 },
      'customer-wrote': 1,
    }),
  }),
  failed: shape({ conversationId: anId, code: aString }),
} satisfies Record<BulkResult['outcome'], Check>) as Check<BulkResult>;

/** Nothing malformed comes from bulk actions, nor anything about another one; progress that cannot be read is not told. */
export function guardBulk(part: BulkPart, calls: PartCalls): BulkPart {
  const about = (operationId: string): Check<BulkReport> => both(report, shape({ operationId: just(operationId) }));
  return {
    run: (request, options) =>
      calls.one('run', about(request.operationId), () => part.run(request, guarded(options)), options),
    stop: (operationId, options) => calls.done(() => part.stop(operationId, options), options),
    undo: (operationId, options) =>
      calls.one('undo', about(operationId), () => part.undo(operationId, guarded(options)), options),
    listResults: (operationId, request, options) => {
      const understand = keyedPage({ call: 'listResults', check: result, key: 'conversationId' }, calls, request);
      return calls.guard.call(() => part.listResults(operationId, request, options), understand, options);
    },
  };
}

function guarded(options: BulkOptions | undefined): BulkOptions {
  const { onProgress } = options ?? {};
  if (!onProgress) return { ...options };
  return {
    ...options,
    onProgress: (value) => {
      if (!progress(value) && !options?.signal?.aborted) onProgress(value);
    },
  };
}
