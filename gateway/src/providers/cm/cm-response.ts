import { asObject, own, textAt } from '../../../../src/domain/cm-values.ts';
import { failureReasonOf } from '../../../../src/domain/failures.ts';
import type { ProviderAnswer } from '../ask-provider.ts';
import type { ProviderResult } from '../provider.ts';

const longestDetail = 300;
const slowDownMs = 1_000;

/**
 * What CM.com's answer means for the one message that was asked for; `null` when it does not say whether the message was
 * taken. Only a refusal in CM.com's own words counts as one: a proxy in between may answer after the message went through.
 */
export function readCmResponse({ status, retryAfterMs, body }: ProviderAnswer): ProviderResult | null {
  if (status === 429) return { status: 'later', afterMs: retryAfterMs ?? slowDownMs, scope: 'channel' };
  const root = asObject(body);
  const list = own(root, 'messages');
  const message = Array.isArray(list) ? asObject(list[0]) : null;
  if (message) {
    if (textAt(message, 'status')?.toLowerCase() === 'accepted') return { status: 'sent' };
    const code = textAt(message, 'messageErrorCode');
    return code === null ? null : failed(code, textAt(message, 'messageDetails'));
  }
  const code = textAt(root, 'errorCode');
  if (status >= 400 && status < 500 && code !== null && code !== '0') return failed(code, textAt(root, 'details'));
  if (status === 401 || status === 403) return failed('101', `HTTP ${status}`);
  return null;
}

function failed(code: string, detail: string | null): ProviderResult {
  const failure = {
    reason: failureReasonOf('cm', code),
    providerCode: code,
    detail: detail?.slice(0, longestDetail) ?? null,
  };
  return { status: 'failed', failure };
}
