import { asObject, own, textAt } from '../../../src/domain/cm-values.ts';
import type { JsonObject } from '../../../src/domain/cm-values.ts';

/** One message that the provider was asked to send. */
export interface LedgerEntry {
  /** When, epoch ms. */
  readonly at: number;
  readonly reference: string;
  readonly from: string;
  readonly to: string;
  /** Names of CM.com. */
  readonly channels: readonly string[];
  readonly text: string;
  /** Files, templates and what else is no plain text, as asked for. */
  readonly richContent: unknown;
}

/** What was asked for, or the error CM.com would answer. */
export type ReadSend =
  | { readonly ok: true; readonly entries: readonly LedgerEntry[] }
  | { readonly ok: false; readonly errorCode: number; readonly details: string };

/** Reads the body of a send as strictly as CM.com does. */
export function readSend(body: unknown, at: number): ReadSend {
  const list = own(asObject(own(asObject(body), 'messages')), 'msg');
  if (!Array.isArray(list) || list.length === 0) return no(203, 'The msg array is incorrect');
  const entries: LedgerEntry[] = [];
  for (const item of list) {
    const read = readMessage(asObject(item), at);
    if (!read.ok) return read;
    entries.push(...read.entries);
  }
  return { ok: true, entries };
}

function readMessage(message: JsonObject | null, at: number): ReadSend {
  const from = textAt(message, 'from') ?? '';
  if (!/^(?:[A-Za-z0-9 ]{1,11}|\d{1,18})$/.test(from)) return no(301, 'The from is invalid');
  const reference = textAt(message, 'reference') ?? '';
  if (!/^[A-Za-z0-9]{0,32}$/.test(reference)) return no(305, 'The reference is invalid');
  const text = textAt(asObject(own(message, 'body')), 'content') ?? '';
  const richContent = own(message, 'richContent') ?? null;
  if (text === '' && richContent === null) return no(304, 'The body is empty');
  const to = own(message, 'to');
  if (!Array.isArray(to) || to.length === 0) return no(302, 'The to is invalid');
  const channels = own(message, 'allowedChannels');
  const entries: LedgerEntry[] = [];
  for (const recipient of to) {
    const number = textAt(asObject(recipient), 'number');
    if (number === null || /[+\s-]/.test(number)) return no(303, 'The to is not a phone number');
    const names = Array.isArray(channels) ? channels.map(String) : [];
    entries.push({ at, reference, from, to: number, channels: names, text, richContent });
  }
  return { ok: true, entries };
}

function no(errorCode: number, details: string): ReadSend {
  return { ok: false, errorCode, details };
}
