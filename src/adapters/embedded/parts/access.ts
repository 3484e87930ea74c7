import type { EmbeddedBackend } from '../backend.ts';
import type { EmbeddedTransaction } from '../store.ts';
import type { Unit } from '../unit.ts';
import type { CoWorker } from '../../../domain/model.ts';
import type { CallOptions } from '../../../ports/adapter.ts';

/** How the parts of an adapter reach its backend: as all its calls do, in the name of its agent. */
export interface PartAccess {
  readonly backend: EmbeddedBackend;
  /** Reads in one transaction. */
  readonly query: <T>(
    options: CallOptions | undefined,
    body: (tx: EmbeddedTransaction, agent: CoWorker) => Promise<T>,
  ) => Promise<T>;
  /** Writes in one transaction, with its feed batch. */
  readonly command: <T>(
    options: CallOptions | undefined,
    body: (unit: Unit, agent: CoWorker) => Promise<T>,
  ) => Promise<T>;
  /** Does something that takes more than one transaction. */
  readonly call: <T>(options: CallOptions | undefined, body: () => Promise<T>) => Promise<T>;
}
