import { asObject, own, textAt } from '../../../src/domain/cm-values.ts';
import type { CmChannel } from '../../../src/domain/cm-messages.ts';
import { AdapterError } from '../../../src/ports/adapter-error.ts';
import { cmChannels } from '../providers/cm/cm-request.ts';

/** A customer's message in few words. */
export interface Inbound {
  readonly channel: CmChannel;
  readonly from: string;
  readonly text: string;
  readonly to: string | null;
  readonly name: string;
  /** When it was written, epoch ms; `null` = now. */
  readonly at: number | null;
}

/** Reads `{ channel, from, text, to?, name?, at? }`; the channel by our name or CM.com's. */
export function inboundOf(body: unknown): Inbound {
  const object = asObject(body);
  const channel = channelNamed(textAt(object, 'channel') ?? '');
  const from = textAt(object, 'from');
  const text = own(object, 'text');
  const at = own(object, 'at');
  if (channel === null) throw new AdapterError('invalid', 'there is no such channel', { path: 'channel' });
  if (from === null) throw new AdapterError('invalid', 'from is missing', { path: 'from' });
  if (typeof text !== 'string') throw new AdapterError('invalid', 'text is missing', { path: 'text' });
  if (at !== undefined && (typeof at !== 'number' || !Number.isInteger(at) || Math.abs(at) > 8.64e15))
    throw new AdapterError('invalid', 'at is a time in ms', { path: 'at' });
  return { channel, from, text, to: textAt(object, 'to'), name: textAt(object, 'name') ?? '', at: at ?? null };
}

function channelNamed(text: string): CmChannel | null {
  const wanted = text.toLowerCase();
  const found = [...cmChannels].find(([channel, name]) => channel === wanted || name.toLowerCase() === wanted);
  return (found?.[0] ?? null) as CmChannel | null;
}
