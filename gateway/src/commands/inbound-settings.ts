import { openingHoursFaults } from '../../../src/domain/opening-hours-faults.ts';
import type { OpeningHours, TeamHours } from '../../../src/domain/opening-hours.ts';
import type { OutOfOfficeReply } from '../../../src/domain/out-of-office.ts';
import { routingFaults } from '../../../src/domain/routing.ts';
import type { RoutingRule } from '../../../src/domain/routing.ts';
import { AdapterError } from '../../../src/ports/adapter-error.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
import type { Unit } from '../store/unit.ts';
import { maxTextLength } from './check-content.ts';

const mostRules = 1_000;
const mostExceptions = 1_000;

/** Keeps which team answers what; all rules at once. */
export async function putRouting(unit: Unit, rules: readonly RoutingRule[]): Promise<readonly RoutingRule[]> {
  if (rules.length > mostRules) throw invalid('rules', 'too many');
  const [fault] = routingFaults(rules, (await readSetting(unit.sql, unit.tenant, 'teams')) ?? []);
  if (fault) throw invalid(fault.path, fault.type);
  const kept = rules.map(({ channel, accountId, teamId }) => ({ channel, accountId, teamId }));
  await writeSetting(unit.sql, unit.tenant, 'routing', kept);
  return kept;
}

/** Keeps when a team answers; `null` = always. */
export async function putOpeningHours(
  unit: Unit,
  teamId: string,
  hours: OpeningHours | null,
): Promise<readonly TeamHours[]> {
  const { sql, tenant } = unit;
  await unit.lock('setting openingHours');
  const teams = (await readSetting(sql, tenant, 'teams')) ?? [];
  if (!teams.some(({ id }) => id === teamId)) throw new AdapterError('not-found', `there is no team ${teamId}`);
  if (hours && hours.exceptions.length > mostExceptions) throw invalid('hours.exceptions', 'too many');
  const [fault] = hours ? openingHoursFaults(hours) : [];
  if (fault) throw invalid(`hours.${fault.path}`, fault.type);
  const others = ((await readSetting(sql, tenant, 'openingHours')) ?? []).filter((each) => each.teamId !== teamId);
  const all = hours ? [...others, { teamId, hours }] : others;
  await writeSetting(sql, tenant, 'openingHours', all);
  return all;
}

/** Keeps what customers hear while nobody is there; all channels at once. */
export async function putOutOfOffice(
  unit: Unit,
  replies: readonly OutOfOfficeReply[],
): Promise<readonly OutOfOfficeReply[]> {
  const seen = new Set<string>();
  for (const [index, { channel, isActive, text }] of replies.entries()) {
    if (seen.has(channel)) throw invalid(`replies[${index}].channel`, 'repeated');
    seen.add(channel);
    if (isActive && text.trim() === '') throw invalid(`replies[${index}].text`, 'empty');
    if (text.length > maxTextLength) throw invalid(`replies[${index}].text`, 'too long');
  }
  const kept = replies.map(({ channel, isActive, text }) => ({ channel, isActive, text }));
  await writeSetting(unit.sql, unit.tenant, 'outOfOffice', kept);
  return kept;
}

function invalid(path: string, problem: string): AdapterError {
  return new AdapterError('invalid', `${path}: ${problem}`, { path });
}
