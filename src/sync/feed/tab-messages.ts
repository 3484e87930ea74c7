import type { ChangeBatch, LinkState } from '../../ports/adapter.ts';

/** What tabs tell each other. `beat` says that the leader lives, how its stream does and how far it got. */
export type TabMessage =
  | { readonly v: 1; readonly type: 'batch'; readonly batch: ChangeBatch }
  | { readonly v: 1; readonly type: 'reset'; readonly cursor: string | null }
  | { readonly v: 1; readonly type: 'beat'; readonly link: LinkState; readonly cursor: string | null }
  | { readonly v: 1; readonly type: 'hello' };

const types = new Set(['batch', 'reset', 'beat', 'hello']);

/** Reads what another tab said; `null` for what another version of the library may say. */
export function parseTabMessage(message: unknown): TabMessage | null {
  if (typeof message !== 'object' || message === null || !('v' in message) || !('type' in message)) return null;
  const isKnown = message.v === 1 && typeof message.type === 'string' && types.has(message.type);
  // Tabs share origin and profile, and `v` names the format: the rest is as this version writes it.
  return isKnown ? (message as TabMessage) : null;
}
