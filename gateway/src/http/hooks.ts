import type { Core } from '../core.ts';
import { takeIncoming } from '../commands/incoming.ts';
import { takeStatus } from '../commands/statuses.ts';
import type { Account } from '../providers/provider.ts';

/** Which of a provider's two webhooks. */
export type HookKind = 'messages' | 'status';

/** What became of a delivery, for logs and metrics. */
export type HookOutcome = 'taken' | 'duplicate' | 'early' | 'refused';

const keptLength = 100_000;
/** NUL, and halves of characters whose other half is missing. */
const unkeepable = /\0|\p{Surrogate}/gu;

/**
 * Takes in what a provider delivers; resolves when it is committed. What nobody can read is kept for a person: asking the
 * provider to repeat it for a month would not make it readable.
 */
export async function takeDelivery(core: Core, account: Account, kind: HookKind, text: string): Promise<HookOutcome> {
  const body = parsed(text);
  if (kind === 'messages') {
    const read = account.provider.parseIncoming(body);
    if (!read.ok) return refuse(core, account, { kind, text, ...read });
    const from = core.parts.addresses.normalize(read.value.channel, read.value.from);
    const { duplicate } = await core.write(account.tenant, (unit) => takeIncoming(unit, { ...read.value, from }));
    return duplicate ? 'duplicate' : 'taken';
  }
  const read = account.provider.parseStatus(body);
  if (!read.ok) return refuse(core, account, { kind, text, ...read });
  const message = await core.write(account.tenant, (unit) => takeStatus(unit, read.value));
  return message ? 'taken' : 'early';
}

/** Databases keep no NUL and no half of a character; a customer's message is worth more than either. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text, (_, value: unknown) =>
      typeof value === 'string' ? value.replace(unkeepable, '\ufffd') : value,
    );
  } catch {
    return undefined;
  }
}

async function refuse(
  core: Core,
  { tenant }: Account,
  letter: { readonly kind: HookKind; readonly text: string; readonly path: string; readonly problem: string },
): Promise<HookOutcome> {
  const { kind, text, path, problem } = letter;
  const body = text.replaceAll('\0', '\ufffd').slice(0, keptLength);
  const { db, newId, clock } = core.parts;
  await db.query(
    'insert into dead_letter (tenant, id, kind, body, path, problem, at) values ($1, $2, $3, $4, $5, $6, $7)',
    [tenant, newId(), kind, body, path, problem, clock.now()],
  );
  return 'refused';
}
