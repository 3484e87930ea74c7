import { Hono } from 'hono';
import type { ApprovedTemplate } from '../../../src/domain/approved-template.ts';
import { toCmIncoming, toCmStatus } from '../../../src/domain/cm-messages.ts';
import type { CmIncomingDraft } from '../../../src/domain/cm-messages.ts';
import type { ChannelKind } from '../../../src/domain/model.ts';
import { textOf } from '../../../src/domain/preview.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import { AdapterError } from '../../../src/ports/adapter-error.ts';
import { addressBook } from '../addresses.ts';
import { problemResponse } from '../http/problem.ts';
import { cmChannels } from '../providers/cm/cm-request.ts';
import { inboundOf } from './inbound.ts';
import { faultsFrom, noFaults } from './faults.ts';
import type { Ending, Faults } from './faults.ts';
import { Ledger } from './ledger.ts';
import type { Taken } from './ledger.ts';
import { Media } from './media.ts';
import type { MediaOptions, MediaSource } from './media.ts';
import { mediaRoutes } from './media-routes.ts';
import { phoneRoutes } from './phone-routes.ts';
import { Phones } from './phones.ts';
import { readSend } from './read-send.ts';
import type { LedgerEntry } from './read-send.ts';
import { answeredIn, shownContent } from './shown-content.ts';

/** What a simulated provider needs to know. */
export interface SimulatorOptions {
  /** Where its webhooks go: the address before `/messages` and `/status`. */
  readonly hookUrl: () => string;
  readonly productToken: string;
  readonly clock: Clock;
  /** The business's own number on a channel, where customers write to; default `3669`. */
  readonly ownNumber?: (channel: ChannelKind) => string;
  /** Where the ledger is kept, to outlive the process; default in memory. */
  readonly ledgerFile?: string;
  /** The folder of files that customers were sent and send, to outlive the process; default in memory. */
  readonly mediaFolder?: string;
  /** Files of messages from before this provider took over. */
  readonly oldMedia?: MediaOptions['old'];
  /** Where this provider itself is reached: its webhooks name files there. Without it customers send none. */
  readonly url?: () => string;
  /** The templates it has approved: customers see them whole. Others they see as their plain words. */
  readonly templates?: readonly ApprovedTemplate[];
  /** How long it takes from one report about a message to the next, ms; default no time. */
  readonly paceMs?: number;
}

/** Phones are found by E.164, however a number is spelled. */
const addresses = addressBook('NL');
const deliveryTries = 30;
const betweenTriesMs = 500;
/** After a restart so many of the latest are reported on again: the process may have ended before it could. */
const reportedAgain = 200;

/**
 * A provider that exists only here: takes what CM.com takes, writes it in a ledger, reports what became of it and hands
 * over what customers write, by the webhooks CM.com calls. Its switches make it do wrong what providers do wrong.
 */
export class Simulator {
  readonly app = new Hono();
  /** What customers have on their phones. */
  readonly phones = new Phones();
  /** The files on them. */
  readonly media: Media;
  readonly #options: SimulatorOptions;
  readonly #ledger: Ledger;
  readonly #waiting = new Set<() => void>();
  #faults: Faults = noFaults;
  #inbound = 0;
  #isClosed = false;

  constructor(options: SimulatorOptions) {
    this.#options = options;
    this.#ledger = new Ledger(options.ledgerFile ?? null);
    this.media = new Media({
      folder: options.mediaFolder ?? null,
      ...(options.oldMedia && { old: options.oldMedia }),
    });
    for (const taken of this.#ledger.taken) this.#arrives(taken);
    this.app
      .post('/v1.0/message', (context) => this.#take(context.req.raw))
      .get('/ledger', (context) => context.json({ entries: this.#ledger.entries }))
      .delete('/ledger', (context) => {
        this.#ledger.clear();
        return context.json({ entries: [] });
      })
      .post('/inbound', async (context) => context.json(await this.customerWrites(await jsonOf(context.req.raw))))
      .get('/faults', (context) => context.json(this.#faults))
      .put('/faults', async (context) => {
        this.#faults = faultsFrom(await jsonOf(context.req.raw));
        return context.json(this.#faults);
      })
      .route('/phones', phoneRoutes(this.phones))
      .route('/media', mediaRoutes(this.media));
    this.app.onError((error) =>
      problemResponse(error instanceof AdapterError ? error : new AdapterError('unavailable', error.name), ''),
    );
  }

  /** What it was asked to send, in order. */
  get ledger(): readonly LedgerEntry[] {
    return this.#ledger.entries;
  }

  /** Reports again on what was taken last before a restart; call it when the gateway answers. */
  reportAgain(): void {
    for (const taken of this.#ledger.taken.slice(-reportedAgain)) void this.#report(taken);
  }

  /** Forgets everything, as if nobody had ever written. */
  clear(): void {
    this.#faults = noFaults;
    this.#ledger.clear();
    this.phones.clear();
    this.media.clear();
  }

  /** A customer writes; resolves when the gateway has taken it. */
  async customerWrites(body: unknown): Promise<{ readonly reference: string }> {
    const inbound = await inboundOf(body, (id) => this.media.find(id));
    const { channel, from, content, answers, revision } = inbound;
    this.#inbound += 1;
    const now = this.#options.clock.now();
    const at = inbound.at ?? now;
    const reference = `mo${now.toString(36)}x${this.#inbound}`;
    const delivery = toCmIncoming({
      channel,
      from,
      fromName: inbound.name,
      to: inbound.to ?? this.#options.ownNumber?.(channel) ?? '3669',
      at,
      reference,
      messageContext: answers,
      content: this.#fetchable(content),
      ...(revision && { revision }),
    });
    const number = addresses.normalize(channel, from);
    if (revision) this.phones.revise(number, answers ?? '', revision === 'deleted' ? null : content);
    else if (content.kind === 'reaction') this.phones.react(number, answers ?? '', content.emoji);
    else {
      const known = { text: textOf(content), content, reference: null, answersId: answers, reactions: [] };
      this.phones.add({
        id: reference,
        number,
        channel,
        isMine: true,
        at,
        ...known,
        arrived: true,
        revisable: channel === 'whatsapp',
      });
    }
    await this.#deliver('messages', delivery);
    return { reference };
  }

  /** A webhook names the address of a file. */
  #fetchable(content: CmIncomingDraft['content']): CmIncomingDraft['content'] {
    if (!('attachment' in content)) return content;
    const { attachment } = content;
    const { url } = this.#options;
    if (!url) throw new AdapterError('unsupported', 'files cannot be fetched here');
    return { ...content, attachment: { ...attachment, url: `${url()}/media/${attachment.id}` } };
  }

  /** Ends every wait. */
  close(): void {
    this.#isClosed = true;
    for (const end of this.#waiting) end();
  }

  async #take(request: Request): Promise<Response> {
    if (request.headers.get('x-cm-producttoken') !== this.#options.productToken)
      return answer(400, { details: 'The product token is not known', errorCode: 101, messages: [] });
    if (this.#uses('tooMany')) return new Response(null, { status: 429, headers: { 'retry-after': '1' } });
    const read = readSend(await jsonOf(request), this.#options.clock.now());
    if (!read.ok) return answer(400, { details: read.details, errorCode: read.errorCode, messages: [] });
    if (this.#uses('reject')) return this.#reject(read.entries);
    const { silence, ending, failCode, failDescription } = this.#faults;
    const taken = read.entries.map((entry) => ({
      entry,
      ending: silence ? ('silence' as const) : ending,
      failCode,
      failDescription,
    }));
    this.#ledger.add(taken);
    for (const each of taken) {
      // The addresses do not last: phones get their files at once.
      for (const file of this.#arrives(each)) void this.media.find(file).catch(() => null);
      void this.#report(each);
    }
    if (this.#uses('acceptThenTimeOut')) await this.#wait(24 * 60 * 60 * 1000);
    await this.#wait(this.#faults.answerAfterMs);
    return answer(200, {
      details: `Created ${read.entries.length} message(s)`,
      errorCode: 0,
      messages: read.entries.map(accepted),
    });
  }

  #reject(entries: readonly LedgerEntry[]): Response {
    const { rejectCode: messageErrorCode } = this.#faults;
    const messages = entries.map((entry) => ({
      ...accepted(entry),
      status: 'Rejected',
      parts: 0,
      messageDetails: 'Rejected by the simulator',
      messageErrorCode,
    }));
    return answer(400, { details: 'One or more messages had errors', errorCode: 201, messages });
  }

  /** Returns the files that came with it. */
  #arrives({ entry, ending }: Taken): readonly string[] {
    const { reference: id, to, at } = entry;
    const channel = channelOf(entry);
    if (channel === null) return [];
    const files: string[] = [];
    const know = (source: MediaSource): string => {
      const file = this.media.know(source);
      files.push(file);
      return file;
    };
    const content = shownContent(entry, channel, { templates: this.#options.templates ?? [], know });
    const known = { text: textOf(content), content, reference: id, answersId: answeredIn(entry), reactions: [] };
    const number = to.replace(/^00/, '+');
    this.phones.add({ id, number, channel, isMine: false, at, ...known, arrived: ending !== 'failed' });
    return files;
  }

  /** The message arrives and, where the channel says so, is read; or it fails. */
  async #report({ entry, ending, failCode, failDescription }: Taken): Promise<void> {
    const { reference, to } = entry;
    if (ending === 'silence' || reference === '') return;
    const statuses = statusesOf(ending, channelOf(entry) !== 'sms');
    const ordered = this.#faults.reorder ? [...statuses].reverse() : statuses;
    for (const status of ordered) {
      await this.#wait(this.#options.paceMs ?? 0);
      const at = this.#options.clock.now();
      const failure = status === 'failed' ? { errorCode: failCode, errorDescription: failDescription } : {};
      await this.#deliver('status', toCmStatus({ reference, to, status, at, ...failure }));
    }
  }

  /** Delivers until it is taken, as CM.com does, and more than once where the switch says so. */
  async #deliver(kind: 'messages' | 'status', body: unknown): Promise<void> {
    await this.#wait(this.#faults.delayMs);
    for (let copy = 0; copy <= this.#faults.duplicate; copy += 1) {
      for (let tries = 0; tries < deliveryTries && !this.#isClosed; tries += 1) {
        if (await this.#post(kind, body)) break;
        await this.#wait(betweenTriesMs);
      }
    }
  }

  async #post(kind: 'messages' | 'status', body: unknown): Promise<boolean> {
    try {
      const { status } = await fetch(`${this.#options.hookUrl()}/${kind}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return status === 200;
    } catch {
      return false; // the gateway is away for a moment
    }
  }

  #uses(fault: 'acceptThenTimeOut' | 'reject' | 'tooMany'): boolean {
    if (this.#faults[fault] === 0) return false;
    this.#faults = { ...this.#faults, [fault]: this.#faults[fault] - 1 };
    return true;
  }

  #wait(ms: number): Promise<void> {
    if (ms === 0 || this.#isClosed) return Promise.resolve();
    return new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(end);
        resolve();
      };
      const timer = setTimeout(end, ms);
      this.#waiting.add(end);
    });
  }
}

function statusesOf(ending: Ending, reads: boolean): readonly ('sent' | 'delivered' | 'read' | 'failed')[] {
  if (ending === 'failed') return ['sent', 'failed'];
  return ending === 'read' && reads ? ['sent', 'delivered', 'read'] : ['sent', 'delivered'];
}

/** By CM.com's name; `null` for a name that is none of its channels. */
function channelOf({ channels }: LedgerEntry): ChannelKind | null {
  const named = [...cmChannels].find(([, name]) => name === (channels[0] ?? 'SMS'));
  return named?.[0] ?? null;
}

function accepted({ to, reference }: LedgerEntry): Readonly<Record<string, unknown>> {
  return { to, status: 'Accepted', reference, parts: 1, messageDetails: null, messageErrorCode: 0 };
}

function answer(status: number, body: unknown): Response {
  return Response.json(body, { status });
}

async function jsonOf(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    throw new AdapterError('invalid', 'the body is not JSON');
  }
}
