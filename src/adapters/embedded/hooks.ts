import { AdapterError } from '../../ports/adapter-error.ts';
import { call } from './calls.ts';
import { addressKey } from './addresses.ts';
import { historyPage } from './histories.ts';
import { takeIncoming } from './incoming.ts';
import { histories } from './rows.ts';
import { takeStatus } from './statuses.ts';
import { parseCmIncoming, parseCmStatus } from '../../domain/cm-messages.ts';
import type { EmbeddedBackend } from './backend.ts';
import type { IncomingResult } from './incoming.ts';
import type { DeadLetterRow } from './tables.ts';
import type { Unit } from './unit.ts';
import type { Parsed } from '../../domain/cm-messages.ts';
import type { Address } from '../../domain/model.ts';
import type { MessagePage, MessagePageRequest } from '../../ports/adapter.ts';

/** A body that was refused, kept for a person to look at. */
export type DeadLetter = DeadLetterRow;

/** What became of a status report. */
export interface StatusResult {
  /** The message it was about; `null`: not known yet, and applied as soon as it is. */
  readonly messageId: string | null;
}

/**
 * The side of the backend that faces the provider: what a webhook would receive. Each resolves when everything is
 * committed, like the 200 that a webhook answers, and may be called again with the same body without harm.
 */
export interface ProviderHooks {
  /**
   * Takes the body of CM.com's webhook for incoming messages. Rejects with `invalid` and the path of the offending field
   * when it is none; the body is then kept among the dead letters.
   */
  receive(body: unknown): Promise<IncomingResult>;
  /** Takes the body of CM.com's webhook for status reports; refuses like `receive`. */
  status(body: unknown): Promise<StatusResult>;
  /** What was refused, newest first; at most 100. */
  deadLetters(): Promise<readonly DeadLetter[]>;
  /**
   * What went to and came from one address, in any conversation, oldest first: what the customer's phone shows. Phone
   * numbers in any spelling; on a phone-based channel those of all such channels.
   */
  exchangedWith(address: Address, page?: MessagePageRequest): Promise<MessagePage>;
}

const lettersShown = 100;
/** A sender that has gone mad must not fill the disk. */
const lettersKept = 1_000;

/** The provider's side of a backend. */
export function providerHooks(backend: EmbeddedBackend): ProviderHooks {
  return {
    receive: (body) => call(undefined, () => receive(backend, body)),
    status: (body) => call(undefined, () => takeReport(backend, body)),
    deadLetters: () =>
      call(undefined, () =>
        backend.read((tx) => tx.scan('deadLetters', null, { direction: 'down', limit: lettersShown })),
      ),
    exchangedWith: (address, page = {}) => call(undefined, () => exchangedWith(backend, address, page)),
  };
}

async function receive(backend: EmbeddedBackend, body: unknown): Promise<IncomingResult> {
  const received = await parsed(backend, 'message', body, parseCmIncoming(body));
  const from = (await backend.addresses()).normalize(received.channel, received.from);
  return backend.write((unit) => takeIncoming(unit, { ...received, from }));
}

async function takeReport(backend: EmbeddedBackend, body: unknown): Promise<StatusResult> {
  const report = await parsed(backend, 'status', body, parseCmStatus(body));
  const message = await backend.write((unit) => takeStatus(unit, report));
  return { messageId: message?.id ?? null };
}

async function exchangedWith(
  backend: EmbeddedBackend,
  { channel, value }: Address,
  page: MessagePageRequest,
): Promise<MessagePage> {
  const address = (await backend.addresses()).normalize(channel, value);
  return backend.read((tx) => historyPage(tx, histories.address(addressKey(channel, address)), page));
}

async function parsed<T>(
  backend: EmbeddedBackend,
  kind: DeadLetter['kind'],
  body: unknown,
  result: Parsed<T>,
): Promise<T> {
  if (result.ok) return result.value;
  const { path, problem } = result;
  await backend.write((unit) => keepLetter(unit, { kind, body: storable(body), path, problem }));
  throw new AdapterError('invalid', `${path === '' ? 'body' : path}: ${problem}`, { path });
}

async function keepLetter(unit: Unit, letter: Omit<DeadLetter, 'at' | 'id'>): Promise<void> {
  const { now, newId } = unit.context;
  await unit.tx.put('deadLetters', { ...letter, at: now, id: newId('letter') });
  const keys = await unit.tx.scanKeys('deadLetters', null, {});
  for (const key of keys.slice(0, -lettersKept)) await unit.tx.delete('deadLetters', key);
}

/** Anything can be thrown at a webhook; a database takes only data. */
function storable(body: unknown): unknown {
  try {
    const [kept] = JSON.parse(JSON.stringify([body])) as unknown[];
    return kept;
  } catch {
    return String(body);
  }
}
