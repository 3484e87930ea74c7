import type { Conversation } from '../../domain/model.ts';
import type { ConversationChange } from '../../ports/adapter.ts';
import type { Bench } from './bench.ts';
import type { Check } from './check.ts';
import { SkipCheck } from './check.ts';
import { equal, ok, rejectsWith } from './expect.ts';

/** Changes of a conversation: each does what it says, shows in lists, and conflicts are noticed. */
export const updateChecks: readonly Check[] = [
  {
    id: 'UP1',
    title: 'assigning gives the conversation a co-worker, and taking it away makes it new',
    needs: ['assign'],
    run: async (bench) => {
      const { id: agentId } = bench.session.agent;
      const assigned = await change(bench, { coWorkerId: agentId });
      equal([assigned.coWorkerId, assigned.state], [agentId, 'assigned'], 'co-worker and state');
      ok((await idsIn(bench, { scope: { kind: 'mine' } })).includes(assigned.id), 'it is not among mine');
      const freed = await change(bench, { coWorkerId: null });
      equal([freed.coWorkerId, freed.state], [null, 'new'], 'co-worker and state');
      ok(!(await idsIn(bench, { scope: { kind: 'mine' } })).includes(assigned.id), 'it is still among mine');
    },
  },
  {
    id: 'UP2',
    title: 'changing the branch shows in the conversation and in lists',
    needs: ['changeBranch'],
    run: async (bench) => {
      const before = await bench.current();
      const branches = (await bench.conversations()).map(({ branchId }) => branchId);
      const listed = await bench.adapter.part('directory')?.listBranches();
      const branchId = [...(listed ?? []).map(({ id }) => id), ...branches, null].find((id) => id !== before.branchId);
      if (branchId === undefined) throw new SkipCheck('there is no other branch');
      equal((await change(bench, { branchId })).branchId, branchId, 'branch');
      ok((await idsIn(bench, { branchIds: [branchId] })).includes(before.id), 'it is not in the branch’s list');
    },
  },
  {
    id: 'UP3',
    title: 'archiving moves the conversation to the archive, and nobody waits there',
    needs: ['archive'],
    run: async (bench) => {
      const { id, state, waitingSince } = await change(bench, { state: 'archived' });
      equal([state, waitingSince], ['archived', null], 'state and waiting');
      ok((await idsIn(bench, { states: ['archived'] })).includes(id), 'it is not in the archive');
      ok(!(await idsIn(bench, { states: ['new', 'assigned'] })).includes(id), 'it is still among the open ones');
    },
  },
  {
    id: 'UP4',
    title: 'spam is kept apart and has no co-worker',
    needs: ['markSpam'],
    run: async (bench) => {
      const { id, state, coWorkerId } = await change(bench, { state: 'spam' });
      equal([state, coWorkerId], ['spam', null], 'state and co-worker');
      ok(!(await idsIn(bench, { states: ['new', 'assigned'] })).includes(id), 'it is still among the open ones');
    },
  },
  {
    id: 'UP5',
    title: 'tags are added once and taken away, and lists know them',
    needs: ['tag'],
    run: async (bench) => {
      const tag = bench.text();
      const { id } = await change(bench, { addTags: [tag] });
      equal(
        (await change(bench, { addTags: [tag] })).tags.filter((own) => own === tag),
        [tag],
        'the tag',
      );
      equal(await idsIn(bench, { tags: [tag] }), [id], 'conversations with the tag');
      ok(!(await change(bench, { removeTags: [tag] })).tags.includes(tag), 'the tag is still there');
    },
  },
  {
    id: 'UP6',
    title: 'reading up to the last message leaves nothing unread; reading up to an older one again changes nothing',
    needs: ['incoming'],
    run: async (bench) => {
      const first = await bench.incoming();
      const second = await bench.incoming();
      ok((await bench.current()).unreadCount >= 2, 'two new messages are not unread');
      equal((await change(bench, { readUpTo: first.id })).firstUnreadMessageId, second.id, 'the first unread message');
      const read = await change(bench, { readUpTo: second.id });
      equal([read.unreadCount, read.firstUnreadMessageId], [0, null], 'unread');
      equal((await change(bench, { readUpTo: first.id })).unreadCount, 0, 'unread after a late mark');
    },
  },
  {
    id: 'UP7',
    title: 'marking unread makes the customer’s last message unread, and the list shows it',
    needs: ['markUnread', 'incoming'],
    run: async (bench) => {
      const last = await bench.incoming();
      await change(bench, { readUpTo: last.id });
      const marked = await change(bench, { readUpTo: 'none' });
      equal([marked.unreadCount, marked.firstUnreadMessageId], [1, last.id], 'unread');
      ok((await idsIn(bench, { unreadOnly: true })).includes(marked.id), 'it is not among the unread ones');
    },
  },
  {
    id: 'UP13',
    title: 'marking unread from a message on makes it and the customer’s later ones unread, and earlier ones read',
    needs: ['markUnreadFrom', 'incoming'],
    run: async (bench) => {
      const first = await bench.incoming();
      const second = await bench.incoming();
      const third = await bench.incoming();
      await change(bench, { readUpTo: third.id });
      const back = await change(bench, { unreadFrom: second.id });
      equal([back.unreadCount, back.firstUnreadMessageId], [2, second.id], 'unread from the second on');
      ok((await idsIn(bench, { unreadOnly: true })).includes(back.id), 'it is not among the unread ones');
      const further = await change(bench, { unreadFrom: first.id });
      equal([further.unreadCount, further.firstUnreadMessageId], [3, first.id], 'unread from the first on');
      const forth = await change(bench, { unreadFrom: third.id });
      equal([forth.unreadCount, forth.firstUnreadMessageId], [1, third.id], 'unread from the third on');
      equal((await bench.current()).unreadCount, 1, 'unread afterwards');
      const nobody = bench.adapter.update(forth.id, { unreadFrom: 'nobody-has-this-id' });
      await rejectsWith(['invalid'], 'a message that does not exist', nobody);
    },
  },
  {
    id: 'UP8',
    title: 'an outdated ifVersion is refused as conflict and changes nothing; the current one passes',
    needs: ['conflict-check'],
    run: async (bench) => {
      const wish = firstWish(bench);
      const old = (await bench.current()).version;
      await bench.send();
      const before = await bench.settled();
      const { id } = before;
      await rejectsWith(['conflict'], 'an outdated version', bench.adapter.update(id, wish, { ifVersion: old }));
      equal(changeable(await bench.current()), changeable(before), 'the conversation after the conflict');
      const after = await bench.updateCurrent(id, wish);
      ok(after.version > before.version, 'the version did not grow');
    },
  },
  {
    id: 'UP9',
    title: 'of two who change the same version one is refused as conflict',
    needs: ['conflict-check', 'second'],
    run: async (bench) => {
      const second = await bench.second();
      await bench.eventually('one of them passes', async () => {
        const { id, version: ifVersion } = await bench.settled();
        const wish = firstWish(bench);
        const outcomes = await Promise.allSettled([
          bench.adapter.update(id, wish, { ifVersion }),
          second.update(id, wish, { ifVersion }),
        ]);
        const passed = outcomes.filter(({ status }) => status === 'fulfilled').length;
        if (passed > 1) throw new Error('both changes of one version passed');
        equal(passed, 1, 'changes that passed');
      });
    },
  },
  {
    id: 'UP10',
    title: 'changing a conversation that does not exist is rejected as not-found',
    needs: [],
    run: async (bench) => {
      await rejectsWith(['not-found'], 'it', bench.adapter.update('nobody-has-this-id', firstWish(bench)));
    },
  },
  {
    id: 'UP11',
    title: 'what a change answers is what everybody reads afterwards',
    needs: [],
    run: async (bench) => {
      await bench.settled();
      const answered = await change(bench, firstWish(bench));
      equal(await bench.current(), answered, 'the conversation');
      const listed = (await bench.conversations()).find(({ id }) => id === answered.id);
      equal(listed, answered, 'the conversation in the list');
    },
  },
  {
    id: 'UP12',
    title: 'linking an unmatched sender gives its conversation and history to the record, once, and later ones find it',
    needs: ['link', 'open', 'conflict-check'],
    run: async (bench) => {
      const { conversation: known, channel } = await bench.target();
      if (known.recipient.kind === 'unmatched') throw new SkipCheck('there is no record to link to');
      const address = `+31698${String(bench.random.whole(100_000, 1_000_000))}`;
      const { id, recipient } = await bench.adapter.open({ address, channel: channel.channel });
      equal(recipient.kind, 'unmatched', 'who has a number that nobody has');
      await rejectsWith(['invalid'], 'nobody', bench.adapter.update(id, { recipientId: 'nobody-has-this-id' }));
      const linked = await bench.updateCurrent(id, { recipientId: known.recipient.id });
      equal(linked.recipient, known.recipient, 'the recipient');
      const events = (await bench.history({ kind: 'recipient', recipientId: known.recipient.id }))
        .filter(({ conversationId }) => conversationId === id)
        .map(({ content }) => (content.kind === 'event' ? content.event.type : content.kind));
      equal([events[0], events.at(-1)], ['started', 'linked'], 'the history of the record');
      const again = await bench.adapter.open({ address, channel: channel.channel });
      equal(again.recipient.id, known.recipient.id, 'whom the number belongs to');
      equal((await bench.updateCurrent(id, { recipientId: known.recipient.id })).version, linked.version, 'version');
      const other = (await bench.conversations()).find((one) => one.recipient.id !== known.recipient.id);
      if (other) {
        const second = bench.adapter.update(id, { recipientId: other.recipient.id });
        await rejectsWith(['conflict', 'invalid'], 'a second record', second);
      }
    },
  },
  {
    id: 'UP14',
    title: 'a link that a co-worker made is undone: the sender, its history and later ones are unmatched again',
    needs: ['link', 'open', 'conflict-check'],
    run: async (bench) => {
      const { conversation: known, channel } = await bench.target();
      if (known.recipient.kind === 'unmatched') throw new SkipCheck('there is no record to link to');
      await rejectsWith(['conflict'], 'what nobody linked', bench.adapter.update(known.id, { recipientId: null }));
      const address = `+31697${String(bench.random.whole(100_000, 1_000_000))}`;
      const opened = await bench.adapter.open({ address, channel: channel.channel });
      const { id } = opened;
      equal((await bench.updateCurrent(id, { recipientId: null })).version, opened.version, 'version with no link');
      const linked = await bench.updateCurrent(id, { recipientId: known.recipient.id });
      await rejectsWith(
        ['conflict'],
        'an old version',
        bench.adapter.update(id, { recipientId: null }, { ifVersion: linked.version - 1 }),
      );
      const undone = await bench.updateCurrent(id, { recipientId: null });
      equal([undone.recipient, undone.linkedFrom ?? null], [opened.recipient, null], 'the recipient');
      const messages = await bench.history({ kind: 'recipient', recipientId: opened.recipient.id });
      const events = messages.map(({ content }) => (content.kind === 'event' ? content.event.type : content.kind));
      equal([events[0], events.at(-2), events.at(-1)], ['started', 'linked', 'unlinked'], 'the history of the sender');
      const theirs = await bench.history({ kind: 'recipient', recipientId: known.recipient.id });
      ok(!theirs.some(({ conversationId }) => conversationId === id), 'the record still has messages of the sender');
      const again = await bench.adapter.open({ address, channel: channel.channel });
      equal(again.recipient.kind, 'unmatched', 'whom the number belongs to');
    },
  },
  {
    id: 'IN1',
    title: 'what a customer writes is in the history once, unread, and the customer waits',
    needs: ['incoming'],
    run: async (bench) => {
      const before = await bench.current();
      const { channel } = await bench.target();
      const message = await bench.incoming();
      equal([message.direction, message.channel, message.status], ['incoming', channel.channel, null], 'the message');
      const after = await bench.current();
      equal(after.unreadCount, before.unreadCount + 1, 'unread');
      equal([after.lastIncomingChannel, after.lastMessage?.id], [channel.channel, message.id], 'the last message');
      ok(after.waitingSince !== null, 'nobody waits');
      equal((await bench.targetHistory()).filter(({ id }) => id === message.id).length, 1, 'copies in the history');
    },
  },
];

async function change(bench: Bench, wish: ConversationChange) {
  const { conversation } = await bench.target();
  return bench.adapter.update(conversation.id, wish);
}

async function idsIn(bench: Bench, query: Parameters<Bench['conversations']>[0]): Promise<readonly string[]> {
  return (await bench.conversations(query)).map(({ id }) => id);
}

/** What an agent can change, apart from what happens to a conversation by itself. */
function changeable({ state, coWorkerId, branchId, tags }: Conversation): unknown {
  return { state, coWorkerId, branchId, tags };
}

/** A change that this backend can do. */
function firstWish(bench: Bench): ConversationChange {
  const { can } = bench.session.capabilities;
  if (can.tag) return { addTags: [bench.text()] };
  if (can.assign) return { coWorkerId: bench.session.agent.id };
  if (can.archive) return { state: 'archived' };
  throw new SkipCheck('the backend can change nothing');
}
