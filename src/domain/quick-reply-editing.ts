import { maxFiles } from './attachments.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Attachment } from './model.ts';
import { groupNameProblem, quickReplyProblems, reordered } from './quick-replies.ts';
import type { QuickReply, QuickReplyGroup, QuickReplyText } from './quick-replies.ts';

/** A group to be made or renamed. */
export interface QuickReplyGroupDraft {
  /** Made by the device (UUIDv7), so that saving again after a lost answer makes no second one. */
  readonly id: string;
  readonly name: string;
}

/** A quick reply to be made or changed. */
export interface QuickReplyDraft {
  /** Made by the device (UUIDv7). */
  readonly id: string;
  /** Another group than before moves it to the end of that one. */
  readonly groupId: string;
  readonly texts: readonly QuickReplyText[];
  readonly attachments: readonly Attachment[];
}

/** What is put into a new order. Ids that are gone are passed over; what is not named follows in its old order. */
export type QuickReplyOrder =
  | { readonly kind: 'groups'; readonly ids: readonly string[] }
  | { readonly kind: 'replies'; readonly groupId: string; readonly ids: readonly string[] };

/** All groups after an edit, or why it was not made. The same list: there was nothing to do. */
export type QuickReplyEdit = { readonly ok: true; readonly groups: readonly QuickReplyGroup[] } | Refusal;

interface Refusal {
  readonly ok: false;
  readonly code: 'invalid' | 'conflict' | 'not-found';
  readonly path: string | null;
  readonly detail: string;
}

type Groups = readonly QuickReplyGroup[];

/** QR11: a new group comes last; saved again after a lost answer it stays as it is. */
export function saveQuickReplyGroup(groups: Groups, draft: QuickReplyGroupDraft, ifVersion?: number): QuickReplyEdit {
  const { id } = draft;
  if (!/^.{1,200}$/su.test(id)) return refused('invalid', 'id', 'a text of 1 to 200 characters');
  const before = groups.find((group) => group.id === id);
  const name = draft.name.trim();
  if (before?.name === name) return { ok: true, groups };
  if (isOutdated(before, ifVersion)) return conflict;
  const problem = groupNameProblem(draft.name, groups, id);
  if (problem) return refused('invalid', 'name', problem.type);
  const group = { id, name, version: (before?.version ?? 0) + 1, replies: before?.replies ?? [] };
  return { ok: true, groups: before ? groups.map((other) => (other === before ? group : other)) : [...groups, group] };
}

/** QR11: a new reply comes last in its group, and so does one that is moved. */
export function saveQuickReply(groups: Groups, draft: QuickReplyDraft, ifVersion?: number): QuickReplyEdit {
  const { id, groupId } = draft;
  if (!/^.{1,200}$/su.test(id)) return refused('invalid', 'id', 'a text of 1 to 200 characters');
  if (!groups.some((group) => group.id === groupId))
    return refused('not-found', 'groupId', `there is no group ${groupId}`);
  const place = placeOfQuickReply(groups, id);
  const texts = draft.texts.map(({ language, text }) => ({ language, text }));
  const said = { texts, attachments: draft.attachments };
  const stays = place?.group.id === groupId;
  if (place && stays && isSame(place.reply, said)) return { ok: true, groups };
  if (isOutdated(place?.reply, ifVersion)) return conflict;
  const problem = replyProblem(said);
  if (problem) return problem;
  const reply: QuickReply = { id, version: (place?.reply.version ?? 0) + 1, ...said };
  return { ok: true, groups: stays ? replaced(groups, reply) : addedTo(without(groups, id), groupId, reply) };
}

/** QR11: with everything in it; two who remove the same agree. */
export function removeQuickReplyGroup(groups: Groups, id: string, ifVersion?: number): QuickReplyEdit {
  const group = groups.find((other) => other.id === id);
  if (!group) return { ok: true, groups };
  if (isOutdated(group, ifVersion)) return conflict;
  return { ok: true, groups: groups.filter((other) => other !== group) };
}

/** QR11: two who remove the same agree. */
export function removeQuickReply(groups: Groups, id: string, ifVersion?: number): QuickReplyEdit {
  const place = placeOfQuickReply(groups, id);
  if (!place) return { ok: true, groups };
  return isOutdated(place.reply, ifVersion) ? conflict : { ok: true, groups: without(groups, id) };
}

/** QR4. */
export function reorderQuickReplies(groups: Groups, order: QuickReplyOrder): QuickReplyEdit {
  if (order.kind === 'groups') return { ok: true, groups: reordered(groups, order.ids) };
  const { groupId, ids } = order;
  if (!groups.some((group) => group.id === groupId))
    return refused('not-found', 'groupId', `there is no group ${groupId}`);
  const after = groups.map((group) =>
    group.id === groupId ? { ...group, replies: reordered(group.replies, ids) } : group,
  );
  return { ok: true, groups: after };
}

/** A reply and the group it is in; `null` if there is none. */
export function placeOfQuickReply(
  groups: Groups,
  id: string,
): { readonly group: QuickReplyGroup; readonly reply: QuickReply } | null {
  for (const group of groups) {
    const reply = group.replies.find((other) => other.id === id);
    if (reply) return { group, reply };
  }
  return null;
}

function replaced(groups: Groups, reply: QuickReply): Groups {
  const replies = (group: QuickReplyGroup) => group.replies.map((other) => (other.id === reply.id ? reply : other));
  return groups.map((group) => ({ ...group, replies: replies(group) }));
}

function without(groups: Groups, id: string): Groups {
  return groups.map((group) => ({ ...group, replies: group.replies.filter((other) => other.id !== id) }));
}

function addedTo(groups: Groups, groupId: string, reply: QuickReply): Groups {
  return groups.map((group) => (group.id === groupId ? { ...group, replies: [...group.replies, reply] } : group));
}

type Said = Pick<QuickReply, 'texts' | 'attachments'>;

function isSame({ texts, attachments }: Said, said: Said): boolean {
  return canonicalJson({ texts, attachments }) === canonicalJson(said);
}

function replyProblem({ texts, attachments }: Said): QuickReplyEdit | null {
  const [first] = quickReplyProblems(texts);
  if (first) {
    const isAboutLanguage = first.problem.type === 'bad-language' || first.problem.type === 'same-language';
    return refused('invalid', `texts[${first.index}].${isAboutLanguage ? 'language' : 'text'}`, first.problem.type);
  }
  return attachments.length > maxFiles ? refused('invalid', 'attachments', `more than ${maxFiles}`) : null;
}

function isOutdated(current: { readonly version: number } | undefined, ifVersion: number | undefined): boolean {
  return ifVersion !== undefined && current?.version !== ifVersion;
}

const conflict = refused('conflict', null, 'it was changed or removed meanwhile');

function refused(code: Refusal['code'], path: string | null, detail: string): Refusal {
  return { ok: false, code, path, detail };
}
