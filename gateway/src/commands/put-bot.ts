import type { Chatbot } from '../../../src/domain/chatbot.ts';
import { AdapterError } from '../../../src/ports/adapter-error.ts';
import type { Seal } from '../sealing.ts';
import { listCoWorkers } from '../store/directory.ts';
import { putCoWorker } from '../store/introduce.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
import type { StoredBot } from '../store/settings.ts';
import type { Unit } from '../store/unit.ts';

/** What may be seen of a chatbot. */
export interface BotSettings extends Chatbot {
  /** Where it is told what customers write. */
  readonly url: string;
}

/** A chatbot as it is written; its secret goes in and never comes out. */
export interface NewBot extends BotSettings {
  /** What its webhooks are signed with, at least 16 characters; absent = the one that is stored stays. */
  readonly secret?: string;
}

const shortestSecret = 16;

/** What may be seen of the stored chatbot. */
export function shownBot(bot: StoredBot | null): BotSettings | null {
  if (!bot) return null;
  const { id, name, isActive, channels, url } = bot;
  return { id, name, isActive, channels, url };
}

/** Keeps a chatbot and makes it a co-worker; `null` takes it away. */
export async function putBot(
  unit: Unit,
  bot: NewBot | null,
  { seal, trusted }: { readonly seal: Seal | null; readonly trusted: ReadonlySet<string> },
): Promise<StoredBot | null> {
  const { sql, tenant } = unit;
  const before = await readSetting(sql, tenant, 'bot');
  const stored = bot && { ...checked(bot, trusted), sealed: sealedSecret(bot, { before, seal, tenant }) };
  if (stored) {
    const known = (await listCoWorkers(sql, tenant)).find(({ id }) => id === stored.id);
    if (known && !known.permissions.includes('bot')) throw invalid('bot.id', 'that is a co-worker of flesh and blood');
    const { id, name } = stored;
    await putCoWorker(sql, tenant, { id, name, branchId: null, teamIds: [], permissions: ['bot'] });
  }
  await writeSetting(sql, tenant, 'bot', stored);
  return stored;
}

/** The secret of a stored chatbot. */
export function botSecret(seal: Seal | null, tenant: string, { sealed }: StoredBot): string {
  return mustSeal(seal).open(sealed, placeOf(tenant));
}

function checked({ id, name, isActive, channels, url }: NewBot, trusted: ReadonlySet<string>): BotSettings {
  if (id.trim() === '' || id.length > 200) throw invalid('bot.id', 'no id');
  if (name.trim() === '' || name.length > 200) throw invalid('bot.name', 'no name');
  const { protocol, origin } = URL.canParse(url) ? new URL(url) : { protocol: '', origin: '' };
  if (protocol !== 'https:' && !trusted.has(origin)) throw invalid('bot.url', 'no address that begins with https://');
  return { id, name, isActive, channels, url };
}

function sealedSecret(
  { secret }: NewBot,
  { before, seal, tenant }: { readonly before: StoredBot | null; readonly seal: Seal | null; readonly tenant: string },
): string {
  if (secret === undefined && before) return before.sealed;
  if (secret === undefined || secret.length < shortestSecret)
    throw invalid('bot.secret', `at least ${shortestSecret} characters are needed`);
  return mustSeal(seal).close(secret, placeOf(tenant));
}

function mustSeal(seal: Seal | null): Seal {
  if (seal) return seal;
  throw new AdapterError('unsupported', 'no key for secrets is set, so none can be kept');
}

/** A sealed secret that is copied into another tenant's row opens nothing. */
function placeOf(tenant: string): string {
  return JSON.stringify([tenant, 'bot']);
}

function invalid(path: string, problem: string): AdapterError {
  return new AdapterError('invalid', `${path}: ${problem}`, { path });
}
