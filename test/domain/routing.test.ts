import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { routeToTeam, routingFaults } from '../../src/domain/routing.ts';
import type { IncomingAccount, RoutingRule } from '../../src/domain/routing.ts';
import type { Team } from '../../src/domain/teams.ts';

const teams: readonly Team[] = [
  { id: 'sales', name: 'Sales', isDefault: false },
  { id: 'service', name: 'Service', isDefault: true },
  { id: 'night', name: 'Night', isDefault: false },
];
const rules: readonly RoutingRule[] = [
  { channel: 'whatsapp', accountId: null, teamId: 'sales' },
  { channel: 'whatsapp', accountId: '+31850000001', teamId: 'night' },
  { channel: 'sms', accountId: '3669', teamId: 'gone' },
];

describe('where a new conversation goes', () => {
  const rows: readonly [string, string, IncomingAccount, readonly Team[], string | null][] = [
    ['RO1', 'the number’s own team', { channel: 'whatsapp', accountId: '+31850000001' }, teams, 'night'],
    ['RO1', 'another number of the channel', { channel: 'whatsapp', accountId: '+31850000002' }, teams, 'sales'],
    ['RO1', 'a channel that names no number', { channel: 'whatsapp', accountId: null }, teams, 'sales'],
    ['RO2', 'a channel that is routed nowhere', { channel: 'viber', accountId: 'page' }, teams, 'service'],
    ['RO2', 'without a default team', { channel: 'viber', accountId: 'page' }, teams.slice(0, 1), null],
    ['RO3', 'a team that is gone', { channel: 'sms', accountId: '3669' }, teams, 'service'],
  ];
  for (const [rule, title, account, known, expected] of rows)
    it(`[${rule}] ${title}: ${expected ?? 'to nobody'}`, () => {
      assert.equal(routeToTeam(account, rules, known), expected);
    });

  it('[RO4] rules name teams that exist, and each number once', () => {
    assert.deepEqual(routingFaults(rules.slice(0, 2), teams), []);
    const repeated = [...rules, { channel: 'whatsapp', accountId: null, teamId: 'night' } as const];
    assert.deepEqual(routingFaults(repeated, teams), [
      { path: 'rules[2].teamId', type: 'no-team' },
      { path: 'rules[3].accountId', type: 'repeated' },
    ]);
  });
});
