import type { QuickReplyGroup } from '../../domain/quick-replies.ts';
import type { QuickRepliesPart, QuickReplyDraft } from '../../ports/parts/quick-replies.ts';
import type { Bench } from './bench.ts';
import { SkipCheck } from './check.ts';
import type { Check } from './check.ts';
import { equal, ok, rejectsWith } from './expect.ts';

/** Prepared answers: made, changed, ordered, removed. */
export const quickReplyChecks: readonly Check[] = [
  {
    id: 'PQ1',
    title: 'a new group and a new reply come last, and saving them again after a lost answer makes no second one',
    needs: ['quickReplies'],
    run: async (bench) => {
      const part = replies(bench);
      const draft = { id: bench.clientId(), name: bench.text() };
      const group = await part.saveGroup(draft);
      equal(await part.saveGroup(draft), group, 'the group saved again');
      const [first, second] = [aReply(bench, group), aReply(bench, group)];
      const saved = [await part.saveReply(first), await part.saveReply(second)];
      equal(await part.saveReply(second), saved[1], 'the reply saved again');
      const list = await part.list();
      equal(list.at(-1), { ...group, replies: saved }, 'the last group');
      equal(list.filter(({ id }) => id === group.id).length, 1, 'how often it is listed');
    },
  },
  {
    id: 'PQ2',
    title: 'an outdated change is a conflict that changes nothing, and what breaks a rule is invalid',
    needs: ['quickReplies'],
    run: async (bench) => {
      const part = replies(bench);
      const group = await aGroup(bench);
      const reply = await part.saveReply(aReply(bench, group));
      const changed = { ...aReply(bench, group), id: reply.id };
      const now = await part.saveReply(changed, { ifVersion: reply.version });
      ok(now.version > reply.version, 'the version did not grow');
      const late = part.saveReply({ ...aReply(bench, group), id: reply.id }, { ifVersion: reply.version });
      await rejectsWith(['conflict'], 'the same version again', late);
      await rejectsWith(['conflict'], 'removing it', part.removeReply(reply.id, { ifVersion: reply.version }));
      equal(repliesOf(await part.list(), group.id), [now], 'the replies');
      await rejectsWith(['invalid'], 'a group without a name', part.saveGroup({ id: bench.clientId(), name: ' ' }));
      const taken = { id: bench.clientId(), name: group.name.toUpperCase() };
      await rejectsWith(['invalid'], 'a second group of a name', part.saveGroup(taken));
      const homeless = { ...aReply(bench, group), groupId: 'nobody-has-this-id' };
      await rejectsWith(['not-found'], 'a reply of no group', part.saveReply(homeless));
    },
  },
  {
    id: 'PQ3',
    title: 'an order is kept, what is not named follows, and a reply can move to another group',
    needs: ['quickReplies'],
    run: async (bench) => {
      const part = replies(bench);
      const [one, other] = [await aGroup(bench), await aGroup(bench)];
      const [a, b, c] = [aReply(bench, one), aReply(bench, one), aReply(bench, one)];
      for (const reply of [a, b, c]) await part.saveReply(reply);
      const order = { kind: 'replies', groupId: one.id, ids: [c.id, 'nobody-has-this-id'] } as const;
      equal(idsIn(await part.reorder(order), one.id), [c.id, a.id, b.id], 'the replies in their new order');
      const groups = await part.reorder({ kind: 'groups', ids: [other.id, one.id] });
      equal(
        groups.slice(0, 2).map(({ id }) => id),
        [other.id, one.id],
        'the groups in their new order',
      );
      await part.saveReply({ ...a, groupId: other.id });
      const list = await part.list();
      equal([idsIn(list, one.id), idsIn(list, other.id)], [[c.id, b.id], [a.id]], 'the replies after one moved');
    },
  },
  {
    id: 'PQ4',
    title: 'what is removed is gone with everything in it, and removing it again succeeds',
    needs: ['quickReplies'],
    run: async (bench) => {
      const part = replies(bench);
      const group = await aGroup(bench);
      const [a, b] = [aReply(bench, group), aReply(bench, group)];
      for (const reply of [a, b]) await part.saveReply(reply);
      await part.removeReply(a.id);
      await part.removeReply(a.id);
      equal(idsIn(await part.list(), group.id), [b.id], 'the replies that are left');
      await part.removeGroup(group.id);
      await part.removeGroup(group.id);
      ok(!(await part.list()).some(({ id }) => id === group.id), 'the group is still there');
    },
  },
];

function replies({ adapter }: Bench): QuickRepliesPart {
  const part = adapter.part('quickReplies');
  if (!part) throw new SkipCheck('there are no quick replies');
  return part;
}

function aGroup(bench: Bench): Promise<QuickReplyGroup> {
  return replies(bench).saveGroup({ id: bench.clientId(), name: bench.text() });
}

function aReply(bench: Bench, { id: groupId }: QuickReplyGroup): QuickReplyDraft {
  return { id: bench.clientId(), groupId, texts: [{ language: null, text: bench.text() }], attachments: [] };
}

function repliesOf(groups: readonly QuickReplyGroup[], wanted: string): QuickReplyGroup['replies'] {
  return groups.find(({ id }) => id === wanted)?.replies ?? [];
}

function idsIn(groups: readonly QuickReplyGroup[], wanted: string): readonly string[] {
  return repliesOf(groups, wanted).map(({ id }) => id);
}
