import { AdapterError } from '../../../ports/adapter-error.ts';
import { holdFiles, letGo } from './files.ts';
import { readSetting, writeSetting } from '../settings.ts';
import {
  placeOfQuickReply,
  removeQuickReply,
  removeQuickReplyGroup,
  reorderQuickReplies,
  saveQuickReply,
  saveQuickReplyGroup,
} from '../../../domain/quick-reply-editing.ts';
import type { PartAccess } from './access.ts';
import type { EmbeddedTransaction } from '../store.ts';
import type { Unit } from '../unit.ts';
import type { QuickReply, QuickReplyGroup } from '../../../domain/quick-replies.ts';
import type { QuickReplyDraft, QuickReplyEdit, QuickReplyGroupDraft } from '../../../domain/quick-reply-editing.ts';
import type { QuickRepliesPart } from '../../../ports/parts/quick-replies.ts';

type Groups = readonly QuickReplyGroup[];

/** The quick replies of the backend. Every agent may change them. */
export function quickRepliesPart({ query, command }: PartAccess): QuickRepliesPart {
  return {
    list: (options) => query(options, readGroups),
    saveGroup: (group, options) => command(options, (unit) => saveGroup(unit, group, options?.ifVersion)),
    saveReply: (reply, options) => command(options, (unit) => saveReply(unit, reply, options?.ifVersion)),
    removeGroup: (id, options) => command(options, (unit) => removeGroup(unit, id, options?.ifVersion)),
    removeReply: (id, options) => command(options, (unit) => removeReply(unit, id, options?.ifVersion)),
    reorder: (order, options) => command(options, (unit) => edit(unit, (groups) => reorderQuickReplies(groups, order))),
  };
}

/** The name under which a quick reply holds its files. */
function replyHolder(id: string): string {
  return `quick-reply:${id}`;
}

async function saveGroup(unit: Unit, draft: QuickReplyGroupDraft, ifVersion?: number): Promise<QuickReplyGroup> {
  const after = await edit(unit, (groups) => saveQuickReplyGroup(groups, draft, ifVersion));
  return there(after.find(({ id }) => id === draft.id));
}

async function saveReply(unit: Unit, draft: QuickReplyDraft, ifVersion?: number): Promise<QuickReply> {
  const { id, attachments } = draft;
  const after = await edit(
    unit,
    (groups) => saveQuickReply(groups, draft, ifVersion),
    async () => {
      await letGo(unit, replyHolder(id));
      await holdFiles(unit, attachments, { holder: replyHolder(id), path: 'attachments' });
    },
  );
  return there(placeOfQuickReply(after, id)?.reply);
}

async function removeGroup(unit: Unit, id: string, ifVersion?: number): Promise<void> {
  const before = (await readGroups(unit.tx)).find((group) => group.id === id);
  await edit(
    unit,
    (groups) => removeQuickReplyGroup(groups, id, ifVersion),
    async () => {
      for (const reply of before?.replies ?? []) await letGo(unit, replyHolder(reply.id));
    },
  );
}

async function removeReply(unit: Unit, id: string, ifVersion?: number): Promise<void> {
  await edit(
    unit,
    (groups) => removeQuickReply(groups, id, ifVersion),
    () => letGo(unit, replyHolder(id)),
  );
}

/** Makes an edit, if it changes anything together with `besides`. Gives everything as it is then. */
async function edit(
  unit: Unit,
  make: (groups: Groups) => QuickReplyEdit,
  besides: () => Promise<void> = () => Promise.resolve(),
): Promise<Groups> {
  const before = await readGroups(unit.tx);
  const made = make(before);
  if (!made.ok) {
    const { code, path, detail } = made;
    throw new AdapterError(code, path === null ? detail : `${path}: ${detail}`, { ...(path !== null && { path }) });
  }
  if (made.groups === before) return before;
  await besides();
  await writeSetting(unit.tx, 'quickReplies', made.groups);
  return made.groups;
}

function there<T>(saved: T | undefined): T {
  if (saved === undefined) throw new TypeError('what was just saved is not there');
  return saved;
}

async function readGroups(tx: EmbeddedTransaction): Promise<Groups> {
  return (await readSetting(tx, 'quickReplies')) ?? [];
}
