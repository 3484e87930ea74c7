import type { DeliveryStatus, Failure, Message } from './model.ts';
import { isForward } from './status-rank.ts';

export { isForward, statusRank } from './status-rank.ts';

/** What a provider or backend says became of a message. */
export interface StatusReport {
  readonly status: DeliveryStatus;
  /** When that status was reached, epoch ms. */
  readonly at: number;
  /** Why, for `failed`. */
  readonly failure?: Failure | null;
}

/**
 * Applies a report: in whatever order and however often reports arrive, the message ends the same (DS4).
 * @returns the same object when the report changes nothing
 */
export function applyStatus(message: Message, report: StatusReport): Message {
  if (message.direction !== 'outgoing' || message.status === null) return message;
  const status = isForward(message.status, report.status) ? report.status : message.status;
  const statusTimes = withTime(message.statusTimes, report);
  const failure = failureAfter(message, status, report);
  if (status === message.status && statusTimes === message.statusTimes && failure === message.failure) return message;
  return { ...message, version: message.version + 1, status, statusTimes, failure };
}

/** A status is reached once: the earliest time stays. A report that comes late still tells when. */
function withTime(times: Message['statusTimes'], { status, at }: StatusReport): Message['statusTimes'] {
  const known = times[status];
  return known !== undefined && known <= at ? times : { ...times, [status]: at };
}

function failureAfter(message: Message, status: DeliveryStatus, report: StatusReport): Failure | null {
  if (status !== 'failed') return null;
  if (report.status !== 'failed') return message.failure;
  const reported = report.failure ?? { reason: 'unknown', providerCode: null, detail: null, at: report.at };
  return message.failure === null || compareFailures(reported, message.failure) < 0 ? reported : message.failure;
}

/** Of two failures the one that says more is kept, then the earlier (DS5). */
function compareFailures(a: Failure, b: Failure): number {
  return (
    Number(a.reason === 'unknown') - Number(b.reason === 'unknown') ||
    Number(a.providerCode === null) - Number(b.providerCode === null) ||
    a.at - b.at ||
    compareText(a.reason, b.reason) ||
    compareText(a.providerCode ?? '', b.providerCode ?? '') ||
    compareText(a.detail ?? '', b.detail ?? '')
  );
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
