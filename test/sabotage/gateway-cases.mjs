// Broken gateways, in the form of cases.mjs: the checker of gateway/test/faults must notice each.
const test = 'gateway/test/faults/invariants.test.ts';
const pattern = 'hold through lost answers';

/** @type {readonly { invariant: string, what: string, file: string, find: string, replace: string, test: string, pattern: string }[]} */
export const gatewayCases = [
  {
    invariant: 'I1',
    what: 'a gateway answers for messages that it did not write',
    file: 'gateway/src/commands/outgoing.ts',
    find: 'await unit.putConversation(next, [{ message, address: target.address }]);',
    replace:
      'await unit.putConversation(next, /[0-7]$/.test(message.id) ? [] : [{ message, address: target.address }]);',
    test,
    pattern,
  },
  {
    invariant: 'I2',
    what: 'a gateway takes a webhook that comes again for news',
    file: 'gateway/src/commands/incoming.ts',
    find: 'await unit.lock(`address ${addressKey(received.channel, received.from)}`);',
    replace:
      'received = { ...received, deduplicationKey: unit.context.newId() }; await unit.lock(`address ${addressKey(received.channel, received.from)}`);',
    test,
    pattern,
  },
  {
    invariant: 'I3',
    what: 'a gateway asks the provider again when no answer came',
    file: 'gateway/src/dispatcher.ts',
    find: "signal.addEventListener('abort', () => resolve(null), { once: true });",
    replace:
      "signal.addEventListener('abort', () => resolve({ status: 'later', afterMs: 100 } as never), { once: true });",
    test,
    pattern,
  },
  {
    invariant: 'I4',
    what: 'a gateway believes the report that came last',
    file: 'gateway/src/commands/statuses.ts',
    find: 'const message = applyStatus(before, report);',
    replace: 'const message: Message = { ...before, version: before.version + 1, status: report.status };',
    test,
    pattern,
  },
  {
    invariant: 'I5',
    what: 'a gateway does not wait for what was accepted earlier',
    file: 'gateway/src/dispatcher.ts',
    find: 'where e.tenant = d.tenant and e.conversation_id = d.conversation_id and e.position < d.position)',
    replace: 'where e.tenant = d.tenant and e.conversation_id = d.conversation_id and e.position < 0)',
    test,
    pattern,
  },
  {
    invariant: 'I6',
    what: 'a gateway’s stream leaves out part of what was committed together',
    file: 'gateway/src/feed-hub.ts',
    find: 'event.changes.flatMap((change) => forViewer(change, viewer, scope));',
    replace: 'event.changes.slice(0, 1).flatMap((change) => forViewer(change, viewer, scope));',
    test,
    pattern,
  },
  {
    invariant: 'I7',
    what: 'a gateway forgets what the provider asked to come back with',
    file: 'gateway/src/dispatcher.ts',
    find: "not_before = now() + $4::double precision * interval '1 millisecond'",
    replace: "not_before = now() + $4::double precision * interval '1 hour'",
    test,
    pattern,
  },
];
