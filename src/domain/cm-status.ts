import { asObject, fromCmNumber, own, parseCmTime, problem, quote, textAt, toCmNumber, toCmTime } from './cm-values.ts';
import type { JsonObject, Parsed } from './cm-values.ts';
import { failureReasonOf } from './failures.ts';
import type { DeliveryStatus, Failure } from './model.ts';

/** What became of a message of ours, as CM.com reports it. */
export interface CmStatus {
  /** The reference we sent the message with; {@link clientIdOf} turns it into its client id. */
  readonly reference: string;
  /** Whom it was sent to; E.164 where it is a phone number. */
  readonly to: string | null;
  readonly status: DeliveryStatus;
  /** When, epoch ms; `null` when the report does not say: then the time of its arrival counts. */
  readonly at: number | null;
  /** Why, for `failed`. */
  readonly failure: Omit<Failure, 'at'> | null;
}

/** CM12. A code nobody documented means no more than that the message left. */
const statuses: ReadonlyMap<string, DeliveryStatus> = new Map([
  ['0', 'sent'],
  ['1', 'failed'],
  ['2', 'delivered'],
  ['3', 'failed'],
  ['4', 'read'],
]);

/** Reads the body of CM.com's webhook for status reports. Any JSON gives a result; nothing is thrown (CM10). */
export function parseCmStatus(body: unknown): Parsed<CmStatus> {
  const messages = asObject(own(asObject(body), 'messages'));
  if (messages === null) return problem('messages', 'expected an object');
  const msg = asObject(own(messages, 'msg')); // CM11: one object, not a list
  if (msg === null) return problem('messages.msg', `expected an object, got ${quote(own(messages, 'msg'))}`);
  const reference = textAt(msg, 'reference');
  if (reference === null) return problem('messages.msg.reference', 'missing');
  const report = asObject(own(msg, 'status'));
  const code = textAt(report, 'code');
  if (report === null || code === null) return problem('messages.msg.status.code', 'missing');
  const received = textAt(msg, 'received');
  // The format of this time is not documented: a status is worth more than knowing when, so a strange one is left out.
  const at = received === null ? null : parseCmTime(received);
  const to = textAt(msg, 'to');
  const status = statuses.get(code.trim()) ?? 'sent';
  const failure = status === 'failed' ? failureOf(code.trim(), report) : null;
  return { ok: true, value: { reference, to: to === null ? null : fromCmNumber(to), status, at, failure } };
}

/** CM13. Without a code, a rejection by CM.com itself and a failure on the way are told apart. */
function failureOf(code: string, report: JsonObject): Omit<Failure, 'at'> {
  const providerCode = textAt(report, 'errorCode')?.trim() ?? null;
  const detail = textAt(report, 'errorDescription')?.slice(0, 500) ?? null;
  const isSilent = providerCode === null || providerCode === '0';
  const fallback = code === '1' ? 'rejected' : 'unknown';
  return { reason: isSilent ? fallback : failureReasonOf('cm', providerCode), providerCode, detail };
}

/** Writes a status report the way CM.com's webhook does. */
export function toCmStatus(report: {
  readonly reference: string;
  readonly to: string;
  readonly status: 'sent' | 'delivered' | 'read' | 'failed';
  readonly at: number;
  readonly errorCode?: string | null;
  readonly errorDescription?: string | null;
}): Readonly<Record<string, unknown>> {
  const code = { sent: '0', delivered: '2', failed: '3', read: '4' }[report.status];
  const { errorCode, errorDescription } = report;
  return {
    messages: {
      msg: {
        received: toCmTime(report.at),
        to: toCmNumber(report.to),
        reference: report.reference,
        status: { code, errorCode: errorCode ?? '', errorDescription: errorDescription ?? '' },
        operator: '',
      },
    },
  };
}

/** The reference a message is sent with: its client id without hyphens, as CM.com allows 32 letters and digits (CM14). */
export function cmReference(clientId: string): string {
  return clientId.replace(/[^\da-z]/giu, '').slice(0, 32);
}

/** The client id a reference stands for; `null` when it is none of ours. */
export function clientIdOf(reference: string): string | null {
  const match = /^([\da-f]{8})([\da-f]{4})([\da-f]{4})([\da-f]{4})([\da-f]{12})$/i.exec(reference.trim());
  return match ? match.slice(1).join('-').toLowerCase() : null;
}
