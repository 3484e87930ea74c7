import type { Conversation, Snooze } from '../../domain/model.ts';
import { toAdapterError } from '../../ports/adapter-error.ts';
import type { Bench } from './bench.ts';
import { SkipCheck } from './check.ts';

/** The backend's clock. */
export async function now({ adapter, host }: Bench): Promise<number> {
  return (await adapter.connect(host)).now;
}

/** Puts an open conversation aside; skips the check where the backend cannot. */
export async function putAside(bench: Bench, id: string, snooze: Omit<Snooze, 'since'>): Promise<Conversation> {
  try {
    return await bench.updateCurrent(id, { snooze: { ...snooze, since: await now(bench) } });
  } catch (error) {
    if (toAdapterError(error).code === 'unsupported') throw new SkipCheck('the backend puts nothing aside');
    throw error;
  }
}
