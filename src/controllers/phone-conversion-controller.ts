import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type {
  ConversionFilter,
  ConversionReason,
  ConversionRow,
  ConversionVerdict,
  PhoneChange,
  PhoneRecord,
} from '../domain/phone-conversion.ts';
import { type AdapterErrorCode, toAdapterError } from '../ports/adapter-error.ts';
import type { PhoneConversionPart } from '../ports/parts/phone-conversion.ts';
import type { PhoneReadingOptions } from './phone-reader.ts';

export type { ConversionFilter, ConversionReason, ConversionRow, ConversionVerdict, PhoneRecord };

/** How far the report is. */
export type ConversionPhase =
  | { readonly kind: 'idle' }
  | { readonly kind: 'checking'; readonly read: number }
  | { readonly kind: 'failed'; readonly code: AdapterErrorCode }
  | { readonly kind: 'report' }
  | { readonly kind: 'writing'; readonly done: number; readonly all: number }
  | {
      readonly kind: 'finished';
      readonly how: 'done' | 'stopped' | 'undone';
      readonly written: number;
      /** Left alone because somebody changed them meanwhile. */
      readonly skipped: number;
      /** Why not everything was written. */
      readonly problem: AdapterErrorCode | null;
    };

/** So many numbers are written at once; between two batches the agent can stop. */
const batchSize = 50;

/** The conversion report: reads, plans, writes in batches, takes back. Nothing is written before `convert`. */
export class PhoneConversionController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #part: PhoneConversionPart | null = null;
  #phase: ConversionPhase = { kind: 'idle' };
  #rows: readonly ConversionRow[] = [];
  #counts: Readonly<Record<ConversionVerdict, number>> | null = null;
  #approved: ReadonlySet<string> = new Set();
  #written: readonly PhoneChange[] = [];
  #planner: typeof import('../domain/phone-conversion.ts') | null = null;
  #controller: AbortController | null = null;
  /** Ends the writing after the batch that is under way. */
  #writing = new AbortController();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get phase(): ConversionPhase {
    return this.#phase;
  }

  /** Every record of the report; empty until numbers were checked. */
  get rows(): readonly ConversionRow[] {
    return this.#rows;
  }

  /** How many records have each verdict; `null` until numbers were checked. */
  get counts(): Readonly<Record<ConversionVerdict, number>> | null {
    return this.#counts;
  }

  /** Doubtful records that are taken along, by id of the recipient. */
  get approved(): ReadonlySet<string> {
    return this.#approved;
  }

  /** What would be written now. */
  get changes(): readonly PhoneChange[] {
    return this.#planner?.changesOf(this.#rows, this.#approved) ?? [];
  }

  /** How many numbers of the last conversion can be taken back; looking again changes nothing about that. */
  get undoable(): number {
    const { kind } = this.#phase;
    return kind === 'finished' || kind === 'report' ? this.#written.length : 0;
  }

  hostDisconnected(): void {
    this.#controller?.abort();
    this.#writing.abort();
  }

  /** Call from `willUpdate`; another backend begins anew. */
  sync(part: PhoneConversionPart | null): void {
    if (part === this.#part) return;
    this.#part = part;
    this.#controller?.abort();
    this.#written = [];
    this.#clear({ kind: 'idle' });
  }

  /** Reads all records and plans; the dry run. */
  async check(filter: ConversionFilter, options: PhoneReadingOptions): Promise<void> {
    const part = this.#part;
    if (!part || this.#phase.kind === 'writing') return;
    this.#controller?.abort();
    const controller = new AbortController();
    this.#controller = controller;
    this.#clear({ kind: 'checking', read: 0 });
    try {
      const [planner, metadata] = await Promise.all([
        import('../domain/phone-conversion.ts'),
        options.metadata ?? import('../domain/phone-metadata.ts').then(({ phoneMetadata }) => phoneMetadata),
      ]);
      const records = await this.#readAll(part, filter, controller.signal);
      if (controller.signal.aborted) return;
      const { format, country: defaultCountry } = options;
      this.#planner = planner;
      this.#rows = planner.planConversion(records, { format, defaultCountry, metadata });
      this.#counts = planner.countVerdicts(this.#rows);
      this.#set({ kind: 'report' });
    } catch (reason) {
      if (!controller.signal.aborted) this.#set({ kind: 'failed', code: toAdapterError(reason).code });
    }
  }

  /** Takes doubtful records along, or leaves them. */
  approve(recipientIds: readonly string[], isTaken: boolean): void {
    const approved = new Set(this.#approved);
    for (const id of recipientIds) {
      if (isTaken) approved.add(id);
      else approved.delete(id);
    }
    this.#approved = approved;
    this.#host.requestUpdate();
  }

  /** Writes what the report says. */
  async convert(): Promise<void> {
    await this.#write(this.changes, 'done');
  }

  /** Takes back what was written, the last first. */
  async undo(): Promise<void> {
    if (this.#planner && this.undoable > 0) await this.#write(this.#planner.reversed(this.#written), 'undone');
  }

  /** Stops writing after the batch that is under way. */
  stop(): void {
    this.#writing.abort();
  }

  async #readAll(
    part: PhoneConversionPart,
    filter: ConversionFilter,
    signal: AbortSignal,
  ): Promise<readonly PhoneRecord[]> {
    const records: PhoneRecord[] = [];
    let cursor: string | null = null;
    do {
      const page: { readonly limit: number; readonly cursor?: string } = {
        limit: 200,
        ...(cursor !== null && { cursor }),
      };
      const { items, nextCursor } = await part.listPhoneRecords(filter, page, { signal });
      records.push(...items);
      cursor = nextCursor;
      if (!signal.aborted) this.#set({ kind: 'checking', read: records.length });
    } while (cursor !== null && !signal.aborted);
    return records;
  }

  async #write(changes: readonly PhoneChange[], how: 'done' | 'undone'): Promise<void> {
    const [part, planner] = [this.#part, this.#planner];
    if (!part || !planner || this.#phase.kind === 'writing' || changes.length === 0) return;
    this.#writing = new AbortController();
    const { signal } = this.#writing;
    const written: PhoneChange[] = [];
    let done = 0;
    let problem: AdapterErrorCode | null = null;
    for (const batch of planner.inBatches(changes, batchSize)) {
      if (signal.aborted || problem) break;
      this.#set({ kind: 'writing', done, all: changes.length });
      try {
        const results = await part.writePhoneChanges(batch);
        written.push(...batch.filter((_, index) => results[index]?.outcome === 'written'));
        done += batch.length;
      } catch (reason) {
        problem = toAdapterError(reason).code;
      }
    }
    // What was not reached can still be taken back; the last was the first.
    if (how === 'undone') this.#written = this.#written.slice(0, changes.length - done);
    else if (written.length > 0) this.#written = written;
    const isStopped = how === 'done' && problem === null && done < changes.length;
    this.#set({
      kind: 'finished',
      how: isStopped ? 'stopped' : how,
      written: written.length,
      skipped: done - written.length,
      problem,
    });
  }

  #clear(phase: ConversionPhase): void {
    this.#rows = [];
    this.#counts = null;
    this.#approved = new Set();
    this.#set(phase);
  }

  #set(phase: ConversionPhase): void {
    this.#phase = phase;
    this.#host.requestUpdate();
  }
}
