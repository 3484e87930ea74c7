import type { QuickReply, QuickReplyGroup } from '../../../src/domain/quick-replies.ts';
import {
  placeOfQuickReply,
  removeQuickReply,
  removeQuickReplyGroup,
  reorderQuickReplies,
  saveQuickReply,
  saveQuickReplyGroup,
} from '../../../src/domain/quick-reply-editing.ts';
import type {
  QuickReplyDraft,
  QuickReplyEdit,
  QuickReplyGroupDraft,
  QuickReplyOrder,
} from '../../../src/domain/quick-reply-editing.ts';
import { AdapterError } from '../../../src/ports/adapter-error.ts';
import type { Sql } from '../db/db.ts';
import { holdFiles, letGo } from '../store/file-holders.ts';
import type { Holder } from '../store/file-holders.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
import type { Unit } from '../store/unit.ts';
import type { Viewer } from '../store/viewer.ts';

type Groups = readonly QuickReplyGroup[];

/** All groups of a tenant with their replies, in the order of the settings. */
export async function listQuickReplies(sql: Sql, tenant: string): Promise<Groups> {
  return (await readSetting(sql, tenant, 'quickReplies')) ?? [];
}

/** Makes or renames a group. */
export async function saveGroup(
  unit: Unit,
  draft: QuickReplyGroupDraft,
  ifVersion: number | undefined,
): Promise<QuickReplyGroup> {
  const after = await edit(unit, (groups) => saveQuickReplyGroup(groups, draft, ifVersion));
  return there(after.find(({ id }) => id === draft.id));
}

/** Makes, changes or moves a reply; everybody of the tenant may see its files from then on. */
export async function saveReply(
  unit: Unit,
  draft: QuickReplyDraft,
  { ifVersion, viewer }: { readonly ifVersion: number | undefined; readonly viewer: Viewer },
): Promise<QuickReply> {
  const holder = replyHolder(draft.id);
  const after = await edit(
    unit,
    (groups) => saveQuickReply(groups, draft, ifVersion),
    async () => {
      await letGo(unit, holder.name);
      await holdFiles(unit, draft.attachments, { holder, viewer, path: 'attachments' });
    },
  );
  return there(placeOfQuickReply(after, draft.id)?.reply);
}

/** Removes a group with everything in it. */
export async function removeGroup(unit: Unit, id: string, ifVersion: number | undefined): Promise<void> {
  await edit(
    unit,
    (groups) => removeQuickReplyGroup(groups, id, ifVersion),
    async (before) => {
      const replies = before.find((group) => group.id === id)?.replies ?? [];
      for (const reply of replies) await letGo(unit, replyHolder(reply.id).name);
    },
  );
}

/** Removes a reply. */
export async function removeReply(unit: Unit, id: string, ifVersion: number | undefined): Promise<void> {
  await edit(
    unit,
    (groups) => removeQuickReply(groups, id, ifVersion),
    () => letGo(unit, replyHolder(id).name),
  );
}

/** Puts groups, or the replies of one, into another order. */
export function reorder(unit: Unit, order: QuickReplyOrder): Promise<Groups> {
  return edit(unit, (groups) => reorderQuickReplies(groups, order));
}

/** What a quick reply carries belongs to the whole business. */
export function replyHolder(id: string): Holder {
  return { name: `quick-reply:${id}`, conversationId: null };
}

/** Makes an edit, if it changes anything together with `besides`. Gives everything as it is then. */
async function edit(
  unit: Unit,
  make: (groups: Groups) => QuickReplyEdit,
  besides: (before: Groups) => Promise<void> = () => Promise.resolve(),
): Promise<Groups> {
  await unit.lock('setting quickReplies');
  const before = await listQuickReplies(unit.sql, unit.tenant);
  const made = make(before);
  if (!made.ok) {
    const { code, path, detail } = made;
    throw new AdapterError(code, path === null ? detail : `${path}: ${detail}`, { ...(path !== null && { path }) });
  }
  if (made.groups === before) return before;
  await besides(before);
  await writeSetting(unit.sql, unit.tenant, 'quickReplies', made.groups);
  return made.groups;
}

function there<T>(saved: T | undefined): T {
  if (saved === undefined) throw new TypeError('what was just saved is not there');
  return saved;
}
