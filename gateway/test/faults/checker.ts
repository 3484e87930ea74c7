import { statusRank } from '../../../src/domain/delivery-status.ts';
import type { Message } from '../../../src/domain/model.ts';
import type { Evidence, FinalRead, Heard } from './evidence.ts';

/** Something that may never be. */
export interface Violation {
  readonly invariant: 'I1' | 'I2' | 'I3' | 'I4' | 'I5' | 'I6' | 'I7';
  readonly what: string;
}

/** Everything that breaks an invariant (quality.md, part 1) once a run has come to rest. */
export function findViolations(evidence: Evidence): readonly Violation[] {
  const [last] = evidence.final;
  if (!last) throw new Error('nobody looked at the end');
  return [
    ...losses(evidence, last),
    ...ghosts(evidence, last),
    ...repetitions(evidence),
    ...dishonesty(evidence, last),
    ...disorder(evidence, last),
    ...divergence(evidence, last),
    ...standstill(last),
  ];
}

const outgoingIn = ({ messages }: FinalRead): readonly Message[] =>
  messages.filter(({ direction }) => direction === 'outgoing');

const textsIn = ({ messages }: FinalRead, direction: Message['direction']): readonly string[] =>
  messages.flatMap((message) =>
    message.direction === direction && message.content.kind === 'text' ? [message.content.text] : [],
  );

function losses({ sent, written }: Evidence, last: FinalRead): readonly Violation[] {
  const stored = new Set(outgoingIn(last).map(({ clientId }) => clientId));
  const taken = new Set(textsIn(last, 'incoming'));
  return [
    ...sent
      .filter(({ isAnswered, clientId }) => isAnswered && !stored.has(clientId))
      .map(({ clientId }) => ({ invariant: 'I1' as const, what: `${clientId} was answered and is not there` })),
    ...written
      .filter(({ isTaken, text }) => isTaken && !taken.has(text))
      .map(({ text }) => ({ invariant: 'I1' as const, what: `"${text}" of a customer was taken and is not there` })),
  ];
}

function ghosts({ sent, written, dispatched }: Evidence, last: FinalRead): readonly Violation[] {
  const asked = new Map(sent.map((each) => [each.clientId, each.text]));
  const outgoing = outgoingIn(last);
  const customers = textsIn(last, 'incoming');
  const known = new Set(written.map(({ text }) => text));
  const wrong = outgoing.filter(
    ({ clientId, content }) => content.kind !== 'text' || asked.get(clientId ?? '') !== content.text,
  );
  return [
    ...wrong.map(({ id }) => `${id} is there and nobody sent it so`),
    ...repeatedIn(outgoing.map(({ clientId }) => String(clientId))).map((id) => `${id} is there more than once`),
    ...customers.filter((text) => !known.has(text)).map((text) => `"${text}" was written by nobody`),
    ...repeatedIn(customers).map((text) => `"${text}" of a customer is there more than once`),
    ...dispatched.filter((id) => !asked.has(id)).map((id) => `${id} left and nobody sent it`),
  ].map((what) => ({ invariant: 'I2', what }));
}

function repetitions({ dispatched }: Evidence): readonly Violation[] {
  return repeatedIn(dispatched).map((id) => ({ invariant: 'I3', what: `${id} was handed over more than once` }));
}

function dishonesty({ heard, dispatched }: Evidence, last: FinalRead): readonly Violation[] {
  const left = new Set(dispatched);
  const claims = outgoingIn(last).filter(
    ({ status, clientId }) => isSaidToBeSent(status) && status !== 'failed' && !left.has(clientId ?? ''),
  );
  return [
    ...claims.map(({ clientId, status }) => `${clientId} is ${status} and never left`),
    ...heard.flatMap(goneBack),
  ].map((what) => ({ invariant: 'I4', what }));
}

function isSaidToBeSent(status: Message['status']): boolean {
  return status !== null && statusRank[status] >= statusRank.sent;
}

/** A device may hear a version again, never a lower status in a later one. */
function goneBack({ who, versions }: Heard): readonly string[] {
  const newest = new Map<string, Message>();
  const problems: string[] = [];
  for (const message of versions) {
    const before = newest.get(message.id);
    if (before?.status && message.status && message.version > before.version) {
      if (statusRank[message.status] < statusRank[before.status])
        problems.push(`${who}: ${message.id} went from ${before.status} back to ${message.status}`);
    }
    if (!before || message.version >= before.version) newest.set(message.id, message);
  }
  return problems;
}

/**
 * A request that was given up may still reach the provider, on a busy machine after the next one did: it was unknown
 * meanwhile, and has no place in the order.
 */
function disorder({ dispatched }: Evidence, last: FinalRead): readonly Violation[] {
  const outgoing = outgoingIn(last).filter(({ statusTimes }) => statusTimes.unknown === undefined);
  return [...new Set(outgoing.map(({ conversationId }) => conversationId))].flatMap((conversationId) => {
    const messages = outgoing.filter((message) => message.conversationId === conversationId);
    const accepted = messages.toSorted((a, b) => a.position - b.position).map(({ clientId }) => clientId ?? '');
    const left = dispatched.filter((id) => accepted.includes(id));
    const wanted = accepted.filter((id) => left.includes(id));
    const isSo = JSON.stringify([...new Set(left)]) === JSON.stringify(wanted);
    return isSo ? [] : [{ invariant: 'I5' as const, what: `${conversationId} left in another order than accepted` }];
  });
}

function divergence({ heard, final }: Evidence, last: FinalRead): readonly Violation[] {
  const truth = new Map(last.messages.map((message) => [message.id, message]));
  const reads = final.filter((read) => asText(read) !== asText(last)).map(({ who }) => `${who} reads something else`);
  const holes = heard.flatMap(({ who, messages }) =>
    [...truth.values()]
      .filter((message) => messages.get(message.id)?.version !== message.version)
      .map(({ id, version }) => `${who} has ${id} at ${messages.get(id)?.version ?? 'nothing'} instead of ${version}`),
  );
  return [...reads, ...holes].map((what) => ({ invariant: 'I6', what }));
}

function asText({ conversations, messages }: FinalRead): string {
  const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);
  return JSON.stringify([conversations.toSorted(byId), messages.toSorted(byId)]);
}

function standstill(last: FinalRead): readonly Violation[] {
  return outgoingIn(last)
    .filter(({ status, statusTimes }) => !isSaidToBeSent(status) && statusTimes.unknown === undefined)
    .map(({ clientId, status }) => ({ invariant: 'I7', what: `${clientId} stays ${status}` }));
}

function repeatedIn(list: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return [...new Set(list.filter((each) => (seen.has(each) ? true : !seen.add(each))))];
}
