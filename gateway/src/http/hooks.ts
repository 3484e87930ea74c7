import { takeIncoming } from '../commands/incoming.ts';
import { takeStatus } from '../commands/statuses.ts';
import { changeTemplateStatus } from '../store/approved-templates.ts';
import type { Core } from '../core.ts';
import type { Account, Delivery } from '../providers/provider.ts';

/** A webhook's request as it came. */
export interface HookCall {
  /** Last part of the address. */
  readonly kind: string;
  readonly bytes: Buffer;
  readonly header: (name: string) => string | null;
}

/** What became of one thing that was delivered, for logs and metrics. */
export type HookOutcome = 'taken' | 'duplicate' | 'early' | 'refused';

const keptLength = 100_000;
/** NUL, and halves of characters whose other half is missing. */
const unkeepable = /\0|\p{Surrogate}/gu;

/**
 * Takes in what a provider delivers; resolves when all of it is committed, with `null` for what the provider did not send.
 * What nobody can read is kept for a person: asking for it again for a month would not make it readable.
 */
export async function takeDeliveries(
  core: Core,
  account: Account,
  { kind, bytes, header }: HookCall,
): Promise<readonly HookOutcome[] | null> {
  const text = bytes.toString('utf8');
  const deliveries = account.provider.readHook({ kind, bytes, header, parse: () => parsed(text) });
  if (deliveries === null) return null;
  const outcomes: HookOutcome[] = [];
  for (const delivery of deliveries) outcomes.push(await take(core, account, delivery, { kind, text }));
  return outcomes;
}

async function take(
  core: Core,
  account: Account,
  delivery: Delivery,
  letter: { readonly kind: string; readonly text: string },
): Promise<HookOutcome> {
  switch (delivery.type) {
    case 'message': {
      const { value } = delivery;
      const from = core.parts.addresses.normalize(value.channel, value.from);
      const { channels } = account.provider;
      const received = { ...value, from };
      const { duplicate } = await core.write(account.tenant, (unit) => takeIncoming(unit, received, channels));
      return duplicate ? 'duplicate' : 'taken';
    }
    case 'status':
      return (await core.write(account.tenant, (unit) => takeStatus(unit, delivery.value))) ? 'taken' : 'early';
    case 'template':
      return (await core.write(account.tenant, (unit) => changeTemplateStatus(unit, delivery.value)))
        ? 'taken'
        : 'early';
    case 'refused':
      await keepLetter(core, account, { ...letter, ...delivery });
      return 'refused';
    default:
      return delivery satisfies never;
  }
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

async function keepLetter(
  core: Core,
  { tenant }: Account,
  letter: { readonly kind: string; readonly text: string; readonly path: string; readonly problem: string },
): Promise<void> {
  const { kind, text, path, problem } = letter;
  const body = text.replaceAll('\0', '\ufffd').slice(0, keptLength);
  const { db, newId, clock } = core.parts;
  await db.query(
    'insert into dead_letter (tenant, id, kind, body, path, problem, at) values ($1, $2, $3, $4, $5, $6, $7)',
    [tenant, newId(), kind, body, path, problem, clock.now()],
  );
}
