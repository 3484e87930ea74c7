import type { ChannelKind } from './model.ts';
import type { Team } from './teams.ts';

/** Which team answers what comes in on an own number, page or sender (F11). */
export interface RoutingRule {
  readonly channel: ChannelKind;
  /** The own number, page or sender; `null` = every one on this channel. */
  readonly accountId: string | null;
  readonly teamId: string;
}

/** Where a customer's message came in. */
export interface IncomingAccount {
  readonly channel: ChannelKind;
  readonly accountId: string | null;
}

/**
 * The team that a new conversation goes to: that of the account, else of the channel, else the default one (RO1, RO2).
 * @returns `null` where there is no default team either
 */
export function routeToTeam(
  { channel, accountId }: IncomingAccount,
  rules: readonly RoutingRule[],
  teams: readonly Team[],
): string | null {
  // RO3
  const valid = rules.filter((rule) => rule.channel === channel && teams.some(({ id }) => id === rule.teamId));
  const exact = valid.find((rule) => rule.accountId !== null && rule.accountId === accountId);
  const general = valid.find((rule) => rule.accountId === null);
  return (exact ?? general)?.teamId ?? teams.find(({ isDefault }) => isDefault)?.id ?? null;
}

/** What is wrong with a rule. */
export interface RoutingFault {
  /** Such as `rules[2].teamId`. */
  readonly path: string;
  readonly type: 'no-team' | 'repeated';
}

/** RO4: everything that is wrong with rules that somebody entered. */
export function routingFaults(rules: readonly RoutingRule[], teams: readonly Team[]): readonly RoutingFault[] {
  const seen = new Set<string>();
  return rules.flatMap(({ channel, accountId, teamId }, index): RoutingFault[] => {
    const key = JSON.stringify([channel, accountId]);
    const isRepeated = seen.has(key);
    seen.add(key);
    if (isRepeated) return [{ path: `rules[${index}].accountId`, type: 'repeated' }];
    return teams.some(({ id }) => id === teamId) ? [] : [{ path: `rules[${index}].teamId`, type: 'no-team' }];
  });
}
