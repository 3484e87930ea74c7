import { cmReference, toCmStatus } from '../../../src/domain/cm-messages.ts';
import type { Message } from '../../../src/domain/model.ts';
import type { PhoneFailure } from './texts.ts';

/** How messages to customers end. */
export type Ending = 'read' | 'delivered' | 'failed' | 'silence';

/** What the phone network does, chosen on the page. */
export interface EndingChoice {
  readonly ending: Ending;
  /** For `failed`. */
  readonly reason: PhoneFailure;
}

/** Codes as CM.com would report them. */
export const endingCodes: Readonly<Record<PhoneFailure, readonly [code: string, description: string]>> = {
  unreachable: ['131026', 'Message undeliverable'],
  'invalid-number': ['303', 'Not a phone number'],
  'opted-out': ['131050', 'The recipient has opted out'],
  'window-closed': ['131047', 'More than 24 hours since the customer last replied'],
  'unsupported-content': ['131051', 'Unsupported message type'],
  'provider-down': ['500', 'Internal error'],
  rejected: ['403', 'Rejected'],
  policy: ['131049', 'Not delivered to maintain healthy ecosystem engagement'],
  unknown: ['999', 'Unknown error'],
};

/** A report that is due some time after a message was sent. */
export interface DueReport {
  readonly afterMs: number;
  readonly body: unknown;
}

/** The status reports CM.com would send about a message, in order; none for silence. */
export function reportsOf(
  { clientId, channel }: Message,
  to: string,
  { ending, reason }: EndingChoice,
  now: number,
): readonly DueReport[] {
  if (clientId === null || ending === 'silence') return [];
  const base = { reference: cmReference(clientId), to };
  if (ending === 'failed') {
    const [errorCode, errorDescription] = endingCodes[reason];
    return [
      { afterMs: 700, body: toCmStatus({ ...base, status: 'failed', at: now + 700, errorCode, errorDescription }) },
    ];
  }
  const delivered = { afterMs: 600, body: toCmStatus({ ...base, status: 'delivered', at: now + 600 }) };
  // An SMS is never reported as read.
  if (ending === 'delivered' || channel === 'sms') return [delivered];
  return [delivered, { afterMs: 1600, body: toCmStatus({ ...base, status: 'read', at: now + 1600 }) }];
}

const choiceKey = 'erp-demo-phone-ending';
const silentKey = 'erp-demo-phone-silent';
const silentKept = 200;

/** The choice as it was left, on this device. */
export function loadChoice(): EndingChoice {
  const stored = readJson(choiceKey) as Partial<EndingChoice> | null;
  const ending = stored?.ending ?? 'read';
  return { ending, reason: stored?.reason ?? 'unreachable' };
}

export function saveChoice(choice: EndingChoice): void {
  localStorage.setItem(choiceKey, JSON.stringify(choice));
}

/** Messages that were met with silence stay silent, also when another ending is chosen later. */
export function isSilenced(messageId: string): boolean {
  return silenced().includes(messageId);
}

export function silence(messageId: string): void {
  localStorage.setItem(silentKey, JSON.stringify([...silenced(), messageId].slice(-silentKept)));
}

function silenced(): readonly string[] {
  const stored = readJson(silentKey);
  return Array.isArray(stored) ? (stored as string[]) : [];
}

function readJson(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}
