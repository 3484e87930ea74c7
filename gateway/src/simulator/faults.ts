import { AdapterError } from '../../../src/ports/adapter-error.ts';

/** What the simulated provider does wrong. Everything absent works. */
export interface Faults {
  /** So many of the next messages are taken but never answered. */
  readonly acceptThenTimeOut: number;
  /** So many of the next messages are refused with this code. */
  readonly reject: number;
  readonly rejectCode: number;
  /** So many of the next calls are told to come back later, with nothing taken. */
  readonly tooMany: number;
  /** How often each webhook is delivered more than once. */
  readonly duplicate: number;
  /** Reports come in the opposite order. */
  readonly reorder: boolean;
  /** How long a webhook takes to come, ms. */
  readonly delayMs: number;
  /** How long an answer takes, ms. */
  readonly answerAfterMs: number;
  /** No reports at all. */
  readonly silence: boolean;
  /** What becomes of messages that were taken: SMS are never reported as read. */
  readonly ending: Ending;
  /** For the ending `failed`: the code and words of the report. */
  readonly failCode: string;
  readonly failDescription: string;
}

/** How a message that was taken can end. */
export type Ending = (typeof endings)[number];

const endings = ['read', 'delivered', 'failed'] as const;

/** A provider that does everything right. */
export const noFaults: Faults = {
  acceptThenTimeOut: 0,
  reject: 0,
  rejectCode: 500,
  tooMany: 0,
  duplicate: 0,
  reorder: false,
  delayMs: 0,
  answerAfterMs: 0,
  silence: false,
  ending: 'read',
  failCode: '131026',
  failDescription: 'Message undeliverable',
};

/** Faults from a body that names only what is different; refuses what it does not know. */
export function faultsFrom(body: unknown): Faults {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new AdapterError('invalid', 'faults are an object');
  for (const [name, value] of Object.entries(body)) {
    if (!isFault(name, value))
      throw new AdapterError('invalid', `${name} is no fault, or has another kind of value`, { path: name });
  }
  return { ...noFaults, ...body };
}

function isFault(name: string, value: unknown): boolean {
  if (!Object.hasOwn(noFaults, name) || typeof value !== typeof noFaults[name as keyof Faults]) return false;
  if (name === 'ending') return endings.includes(value as Ending);
  if (typeof value === 'string') return value.length <= 200;
  return typeof value !== 'number' || (value >= 0 && value <= 1e6);
}
