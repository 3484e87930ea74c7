import type { AdapterParts } from '../../ports/adapter.ts';
import { AdapterError } from '../../ports/adapter-error.ts';
import type { BackendSession, OpenRequest } from '../../ports/adapter.ts';
import type { Bench } from './bench.ts';
import type { Check } from './check.ts';
import { SkipCheck } from './check.ts';
import { equal, ok, rejectsWith } from './expect.ts';

/** Every optional part by name; one that is forgotten here does not compile. */
const partNames = Object.keys({
  directory: 1,
  templates: 1,
  templateEditing: 1,
  approvedTemplates: 1,
  quickReplies: 1,
  attachments: 1,
  presence: 1,
  assistant: 1,
  schedule: 1,
  tags: 1,
  teams: 1,
  counts: 1,
  bulk: 1,
  phoneConversion: 1,
  search: 1,
} satisfies Record<keyof AdapterParts, 1>) as (keyof AdapterParts)[];

/** Signing in, the facts it tells, errors, aborting and closing. */
export const connectChecks: readonly Check[] = [
  {
    id: 'CN1',
    title: 'connecting again gives the same tenant, agent and capabilities',
    needs: [],
    run: async ({ adapter, host, session }) => {
      const { tenantId, agent, capabilities, channels } = await adapter.connect(host);
      equal(
        { tenantId, agent, capabilities, channels },
        {
          tenantId: session.tenantId,
          agent: session.agent,
          capabilities: session.capabilities,
          channels: session.channels,
        },
        'the second answer',
      );
    },
  },
  {
    id: 'CN2',
    title: 'what is sent is stamped with the clock that connect tells',
    needs: [],
    run: async (bench) => {
      const { at } = await bench.send();
      const { now } = await bench.adapter.connect(bench.host);
      ok(at >= bench.session.now - minute && at <= now + minute, `sent at ${at}, connect said ${now}`);
    },
  },
  {
    id: 'CN3',
    title: 'the parts that are listed are there and no others',
    needs: [],
    run: ({ adapter, session }) => {
      for (const name of partNames)
        equal(adapter.part(name) !== undefined, session.capabilities.parts.includes(name), `part ${name} is there`);
      return Promise.resolve();
    },
  },
  {
    id: 'CN4',
    title: 'a page is never longer than asked for, nor than limits.maxPageSize',
    needs: [],
    run: async ({ adapter, session }) => {
      const { maxPageSize } = session.capabilities.limits;
      const query = { scope: { kind: 'all' }, sort: 'newest' } as const;
      const asked = await adapter.listConversations(query, { limit: 1 });
      ok(asked.items.length <= 1, `1 was asked for, ${asked.items.length} came`);
      const most = await adapter.listConversations(query, { limit: maxPageSize + 1 });
      ok(most.items.length <= maxPageSize, `at most ${maxPageSize} are promised, ${most.items.length} came`);
      const messages = await adapter.listMessages({ kind: 'recent', scope: { kind: 'all' } }, { limit: 1 });
      ok(messages.items.length <= 1, `1 message was asked for, ${messages.items.length} came`);
    },
  },
  {
    id: 'CN5',
    title: 'a text longer than limits.maxTextLength is refused as invalid and not stored',
    needs: [],
    run: async (bench) => {
      const { maxTextLength } = bench.session.capabilities.limits;
      if (maxTextLength > 200_000) throw new SkipCheck('maxTextLength is practically endless');
      const outgoing = await bench.outgoing({ content: { kind: 'text', text: 'a'.repeat(maxTextLength + 1) } });
      await rejectsWith(['invalid'], 'a text that is too long', bench.adapter.send(outgoing));
      ok(!(await isStored(bench, outgoing.clientId)), 'the refused text is in the history');
    },
  },
  {
    id: 'CN6',
    title: 'what the capabilities deny is refused as unsupported',
    needs: [],
    run: async (bench) => {
      for (const [name, attempt] of await deniedAttempts(bench))
        await rejectsWith(['unsupported'], `${name}, which capabilities deny,`, attempt());
    },
  },
  {
    id: 'CN7',
    title: 'what does not exist is rejected as not-found, whatever its id looks like',
    needs: [],
    run: async ({ adapter }) => {
      for (const id of ['nobody-has-this-id', '__proto__', 'constructor', '../..', "' OR 1=1 --", 'ü'.repeat(500)]) {
        await rejectsWith(['not-found'], `conversation ${id.slice(0, 20)}`, adapter.getConversation(id));
        await rejectsWith(
          ['not-found'],
          `the history of ${id.slice(0, 20)}`,
          adapter.listMessages({ kind: 'conversation', conversationId: id }),
        );
      }
    },
  },
  {
    id: 'CN8',
    title: 'rejections are AdapterErrors before anybody wraps them',
    needs: [],
    run: async ({ subject }) => {
      const error: unknown = await subject.adapter.getConversation('nobody-has-this-id').then(
        () => null,
        (reason: unknown) => reason,
      );
      ok(error instanceof Error && error.name === AdapterError.name, `it rejected with ${String(error)}`);
    },
  },
  {
    id: 'CN9',
    title: 'a call whose signal is aborted already rejects as aborted and does nothing',
    needs: [],
    run: async (bench) => {
      // Not through the validated adapter: it would answer in the adapter's place.
      const { adapter } = bench.subject;
      const signal = AbortSignal.abort();
      const { conversation } = await bench.target();
      const outgoing = await bench.outgoing();
      await rejectsWith(['aborted'], 'getConversation', adapter.getConversation(conversation.id, { signal }));
      await rejectsWith(['aborted'], 'send', adapter.send(outgoing, { signal }));
      ok(!(await isStored(bench, outgoing.clientId)), 'the aborted message is in the history');
    },
  },
  {
    id: 'CN10',
    title: 'a send that is aborted under way either happened or did not, and the history tells which',
    needs: [],
    run: async (bench) => {
      const abort = new AbortController();
      const outgoing = await bench.outgoing();
      const sending = bench.subject.adapter.send(outgoing, { signal: abort.signal }).then(
        () => true,
        (error: unknown) => (error instanceof Error && 'code' in error && error.code === 'aborted' ? false : error),
      );
      abort.abort();
      const outcome = await sending;
      ok(typeof outcome === 'boolean', `it rejected with ${String(outcome)}`);
      const stored = (await bench.targetHistory()).filter(({ clientId }) => clientId === outgoing.clientId);
      ok(stored.length <= 1, 'it was stored twice');
      ok(!outcome || stored.length === 1, 'it resolved and is not in the history');
    },
  },
  {
    id: 'CN11',
    title: 'what was answered does not change afterwards',
    needs: [],
    run: async (bench) => {
      const { conversation } = await bench.target();
      const before = await bench.adapter.getConversation(conversation.id);
      const copy = structuredClone(before);
      await bench.send();
      equal(before, copy, 'the conversation that was read before the send');
    },
  },
  {
    id: 'CN12',
    title: 'after close calls reject, streams are silent, and closing again does no harm',
    needs: [],
    run: async (bench) => {
      const { adapter } = bench.subject;
      const { conversation } = await bench.target();
      let heard = 0;
      const count = (): void => void (heard += 1);
      adapter.subscribe({ kind: 'all' }, { batch: count, link: count, reset: count }, null);
      await bench.quiet();
      await adapter.close();
      heard = 0;
      await rejectsWith(['aborted', 'unavailable', 'unsupported'], 'a call', adapter.getConversation(conversation.id));
      await bench.quiet();
      ok(heard === 0, `the stream spoke ${heard} times`);
      await adapter.close();
    },
  },
];

const minute = 60_000;

async function isStored(bench: Bench, clientId: string): Promise<boolean> {
  return (await bench.targetHistory()).some((message) => message.clientId === clientId);
}

type Attempts = readonly (readonly [name: keyof BackendSession['capabilities']['can'], () => Promise<unknown>])[];

async function deniedAttempts(bench: Bench): Promise<Attempts> {
  const { adapter, session } = bench;
  const { conversation, channel } = await bench.target();
  const { id, recipient } = conversation;
  const note = await bench.note();
  const byRecipient: OpenRequest = { recipientId: recipient.id };
  const all: Attempts = [
    ['findByClientId', () => adapter.findMessage(bench.clientId())],
    ['notes', () => adapter.addNote(note)],
    ['open', () => adapter.open(byRecipient)],
    ['open', () => adapter.open({ address: channel.address, channel: channel.channel })],
    ['assign', () => adapter.update(id, { coWorkerId: session.agent.id })],
    ['changeBranch', () => adapter.update(id, { branchId: null })],
    ['archive', () => adapter.update(id, { state: 'archived' })],
    ['markSpam', () => adapter.update(id, { state: 'spam' })],
    ['tag', () => adapter.update(id, { addTags: ['conformance'] })],
    ['markUnread', () => adapter.update(id, { readUpTo: 'none' })],
    ['markUnreadFrom', () => adapter.update(id, { unreadFrom: 'any' })],
    ['link', () => adapter.update(id, { recipientId: recipient.id })],
    ['search', () => adapter.listConversations({ scope: { kind: 'all' }, sort: 'newest', text: recipient.name })],
  ];
  return all.filter(([name]) => !session.capabilities.can[name]);
}
