import { AdapterError } from '../../../ports/adapter-error.ts';
import { canonicalJson } from '../cursors.ts';
import { holdFiles, letGo } from './files.ts';
import { readSetting, writeSetting } from '../settings.ts';
import { maxFiles } from '../../../domain/attachments.ts';
import { groupNameProblem, quickReplyProblems, reordered } from '../../../domain/quick-replies.ts';
import type { PartAccess } from './access.ts';
import type { EmbeddedTransaction } from '../store.ts';
import type { Unit } from '../unit.ts';
import type { QuickReply, QuickReplyGroup } from '../../../domain/quick-replies.ts';
import type {
  QuickRepliesPart,
  QuickReplyDraft,
  QuickReplyGroupDraft,
  QuickReplyOrder,
} from '../../../ports/parts/quick-replies.ts';

type Groups = readonly QuickReplyGroup[];

/** The quick replies of the backend. Every agent may change them. */
export function quickRepliesPart({ query, command }: PartAccess): QuickRepliesPart {
  return {
    list: (options) => query(options, readGroups),
    saveGroup: (group, options) => command(options, (unit) => saveGroup(unit, group, options?.ifVersion)),
    saveReply: (reply, options) => command(options, (unit) => saveReply(unit, reply, options?.ifVersion)),
    removeGroup: (id, options) => command(options, (unit) => removeGroup(unit, id, options?.ifVersion)),
    removeReply: (id, options) => command(options, (unit) => removeReply(unit, id, options?.ifVersion)),
    reorder: (order, options) => command(options, (unit) => reorder(unit, order)),
  };
}

/** The name under which a quick reply holds its files. */
export function replyHolder(id: string): string {
  return `quick-reply:${id}`;
}

async function saveGroup(unit: Unit, draft: QuickReplyGroupDraft, ifVersion?: number): Promise<QuickReplyGroup> {
  const groups = await readGroups(unit.tx);
  const id = checkedId(draft.id);
  const before = groups.find((group) => group.id === id);
  const name = draft.name.trim();
  // Saved again after a lost answer.
  if (before?.name === name) return before;
  checkVersion(before, ifVersion);
  const problem = groupNameProblem(draft.name, groups, id);
  if (problem) throw invalid('name', problem.type);
  const group = { id, name, version: (before?.version ?? 0) + 1, replies: before?.replies ?? [] };
  await writeGroups(unit, before ? groups.map((other) => (other.id === id ? group : other)) : [...groups, group]);
  return group;
}

async function saveReply(unit: Unit, draft: QuickReplyDraft, ifVersion?: number): Promise<QuickReply> {
  const groups = await readGroups(unit.tx);
  const id = checkedId(draft.id);
  const target = groups.find((group) => group.id === draft.groupId);
  if (!target) throw new AdapterError('not-found', `there is no group ${draft.groupId}`, { path: 'groupId' });
  const place = placeOf(groups, id);
  const before = place?.reply;
  const texts = draft.texts.map(({ language, text }) => ({ language, text }));
  const said = { texts, attachments: draft.attachments };
  const stays = place?.group === target;
  // Saved again after a lost answer.
  if (before && stays && canonicalJson(partsOf(before)) === canonicalJson(said)) return before;
  checkVersion(before, ifVersion);
  checkReply(said);
  await letGo(unit, replyHolder(id));
  await holdFiles(unit, draft.attachments, { holder: replyHolder(id), path: 'attachments' });
  const reply: QuickReply = { id, version: (before?.version ?? 0) + 1, ...said };
  await writeGroups(unit, stays ? replaced(groups, reply) : addedTo(without(groups, id), target.id, reply));
  return reply;
}

function replaced(groups: Groups, reply: QuickReply): Groups {
  return groups.map((group) => ({
    ...group,
    replies: group.replies.map((other) => (other.id === reply.id ? reply : other)),
  }));
}

function without(groups: Groups, id: string): Groups {
  return groups.map((group) => ({ ...group, replies: group.replies.filter((other) => other.id !== id) }));
}

function addedTo(groups: Groups, groupId: string, reply: QuickReply): Groups {
  return groups.map((group) => (group.id === groupId ? { ...group, replies: [...group.replies, reply] } : group));
}

async function removeGroup(unit: Unit, id: string, ifVersion?: number): Promise<void> {
  const groups = await readGroups(unit.tx);
  const group = groups.find((other) => other.id === id);
  if (!group) return;
  checkVersion(group, ifVersion);
  for (const reply of group.replies) await letGo(unit, replyHolder(reply.id));
  await writeGroups(
    unit,
    groups.filter((other) => other !== group),
  );
}

async function removeReply(unit: Unit, id: string, ifVersion?: number): Promise<void> {
  const groups = await readGroups(unit.tx);
  const place = placeOf(groups, id);
  if (!place) return;
  checkVersion(place.reply, ifVersion);
  await letGo(unit, replyHolder(id));
  await writeGroups(unit, without(groups, id));
}

async function reorder(unit: Unit, order: QuickReplyOrder): Promise<Groups> {
  const groups = await readGroups(unit.tx);
  if (order.kind === 'replies' && !groups.some(({ id }) => id === order.groupId))
    throw new AdapterError('not-found', `there is no group ${order.groupId}`, { path: 'groupId' });
  const after =
    order.kind === 'groups'
      ? reordered(groups, order.ids)
      : groups.map((group) =>
          group.id === order.groupId ? { ...group, replies: reordered(group.replies, order.ids) } : group,
        );
  await writeGroups(unit, after);
  return after;
}

function checkReply({ texts, attachments }: ReturnType<typeof partsOf>): void {
  const [first] = quickReplyProblems(texts);
  if (first) {
    const isAboutLanguage = first.problem.type === 'bad-language' || first.problem.type === 'same-language';
    throw invalid(`texts[${first.index}].${isAboutLanguage ? 'language' : 'text'}`, first.problem.type);
  }
  if (attachments.length > maxFiles) throw invalid('attachments', `more than ${maxFiles}`);
}

function partsOf({ texts, attachments }: QuickReply): Pick<QuickReply, 'texts' | 'attachments'> {
  return { texts, attachments };
}

function checkVersion(current: { readonly version: number } | undefined, ifVersion: number | undefined): void {
  if (ifVersion === undefined || current?.version === ifVersion) return;
  throw new AdapterError('conflict', current ? `it is at version ${current.version}, not ${ifVersion}` : 'it is gone');
}

function checkedId(id: string): string {
  if (typeof id === 'string' && id !== '' && id.length <= 200) return id;
  throw invalid('id', 'a text of 1 to 200 characters');
}

function placeOf(groups: Groups, id: string): { readonly group: QuickReplyGroup; readonly reply: QuickReply } | null {
  for (const group of groups) {
    const reply = group.replies.find((other) => other.id === id);
    if (reply) return { group, reply };
  }
  return null;
}

async function readGroups(tx: EmbeddedTransaction): Promise<Groups> {
  return (await readSetting(tx, 'quickReplies')) ?? [];
}

function writeGroups(unit: Unit, groups: Groups): Promise<void> {
  return writeSetting(unit.tx, 'quickReplies', groups);
}

function invalid(path: string, message: string): AdapterError {
  return new AdapterError('invalid', `${path}: ${message}`, { path });
}
