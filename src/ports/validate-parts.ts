import type { AdapterParts } from './adapter.ts';
import { guardAssistant } from './guard-assistant.ts';
import { guardAttachments } from './guard-attachments.ts';
import type { PartGuard } from './guard-calls.ts';
import { PartCalls } from './guard-calls.ts';
import { guardApprovedTemplates, guardQuickReplies, guardSchedule } from './guard-composer.ts';
import { guardDirectory, guardTemplateEditing, guardTemplates } from './guard-directory.ts';
import { guardBulk } from './guard-bulk.ts';
import { guardCounts, guardTags, guardTeams } from './guard-inbox.ts';
import { guardPhoneConversion } from './guard-phone-conversion.ts';
import { guardSearch } from './guard-search.ts';
import { guardPresence } from './guard-presence.ts';

type Parts = Required<AdapterParts>;

/** One guard for each part: a part that is added to the type and forgotten here does not compile. */
const guards: { readonly [K in keyof Parts]: (part: Parts[K], calls: PartCalls) => Parts[K] } = {
  directory: guardDirectory,
  templates: guardTemplates,
  templateEditing: guardTemplateEditing,
  approvedTemplates: guardApprovedTemplates,
  quickReplies: guardQuickReplies,
  attachments: guardAttachments,
  presence: guardPresence,
  assistant: guardAssistant,
  schedule: guardSchedule,
  tags: guardTags,
  teams: guardTeams,
  counts: guardCounts,
  bulk: guardBulk,
  phoneConversion: guardPhoneConversion,
  search: guardSearch,
};

/** A part behind which nobody has to doubt what it gets; the same promises as `validated` gives for the adapter. */
export function guardedPart<K extends keyof Parts>(
  name: K,
  part: NonNullable<AdapterParts[K]>,
  guard: PartGuard,
): AdapterParts[K] {
  // A part that this version does not know is between the adapter and the integrator's own element.
  if (!Object.hasOwn(guards, name)) return part;
  return guards[name](part as Parts[K], new PartCalls(guard));
}
