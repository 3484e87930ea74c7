import { AdapterError } from '../../ports/adapter-error.ts';
import { failureFromAdapterCode } from '../../domain/failures.ts';
import type { ProviderResult } from './provider.ts';
import type { StatusReport } from '../../domain/delivery-status.ts';
import type { Clock } from '../../ports/clock.ts';

/** What a call to a provider means for the message. Never rejects. */
export async function outcomeOf(send: () => Promise<ProviderResult>, clock: Clock): Promise<StatusReport> {
  try {
    const result = await send();
    const at = clock.now();
    return result.status === 'sent' ? { status: 'sent', at } : failed(result.failure, at);
  } catch (reason) {
    // Only a provider that says so has certainly not sent the message.
    if (!(reason instanceof AdapterError) || !reason.refused) return unknownOutcome(clock.now());
    const detail = reason.message.slice(0, 500);
    return failed({ reason: failureFromAdapterCode(reason.code), providerCode: reason.code, detail }, clock.now());
  }
}

/** Nobody knows whether the message left. */
export function unknownOutcome(at: number): StatusReport {
  return { status: 'unknown', at };
}

function failed(failure: Extract<ProviderResult, { status: 'failed' }>['failure'], at: number): StatusReport {
  return { status: 'failed', at, failure: { ...failure, at } };
}
