import { unwrap } from 'idb';
import type { IDBPTransaction } from 'idb';

/** What {@link wholly} needs of a transaction of idb, of whichever database and mode. */
type AnyTransaction = Pick<IDBPTransaction<unknown, string[], IDBTransactionMode>, 'done' | 'abort'>;

/**
 * Does `work` in a transaction that has begun: resolves when everything is committed, rejects when nothing is, with what
 * `asError` makes of the reason.
 */
export async function wholly<Transaction extends AnyTransaction, Result>(
  transaction: Transaction,
  work: (transaction: Transaction) => Promise<Result>,
  asError: (reason: unknown) => unknown,
): Promise<Result> {
  const committed = commitOf(transaction);
  try {
    const result = await work(transaction);
    await committed;
    return result;
  } catch (reason) {
    abort(transaction);
    // A full disk shows on the transaction; the request only says that it was aborted.
    const cause: unknown = await committed.then(
      () => reason,
      (error: unknown) => error ?? reason,
    );
    throw asError(cause);
  }
}

/** Not idb's `done`: that rejects at the first failed request, before the transaction knows why it was aborted. */
function commitOf(transaction: AnyTransaction): Promise<void> {
  transaction.done.catch(() => undefined);
  const raw: IDBTransaction = unwrap(transaction as IDBPTransaction);
  const committed = new Promise<void>((resolve, reject) => {
    raw.addEventListener('complete', () => resolve());
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- null is told apart by the caller
    raw.addEventListener('abort', () => reject(raw.error));
  });
  committed.catch(() => undefined);
  return committed;
}

function abort(transaction: AnyTransaction): void {
  try {
    transaction.abort();
  } catch {
    // it was aborted already
  }
}
