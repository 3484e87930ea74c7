import { approvedTemplatesPart } from './approved-templates.ts';
import { attachmentsPart } from './attachments.ts';
import { presencePart } from './presence.ts';
import { quickRepliesPart } from './quick-replies.ts';
import { schedulePart } from './schedule.ts';
import { templateEditingPart } from './template-editing.ts';
import type { PartAccess } from './access.ts';
import type { AdapterParts } from '../../../ports/adapter.ts';

/** What a composer needs beyond sending, as every embedded backend has it. */
export type ComposerParts = Required<
  Pick<AdapterParts, 'approvedTemplates' | 'quickReplies' | 'attachments' | 'templateEditing' | 'presence' | 'schedule'>
>;

/**
 * Makes these parts for one adapter.
 *
 * @param window - names the adapter, unlike any other
 * @returns the parts, and what ends them
 */
export function composerParts(
  access: PartAccess,
  window: string,
): { readonly parts: ComposerParts; readonly close: () => void } {
  const presence = presencePart(access, window);
  return {
    parts: {
      approvedTemplates: approvedTemplatesPart(access),
      quickReplies: quickRepliesPart(access),
      attachments: attachmentsPart(access),
      templateEditing: templateEditingPart(access),
      presence: presence.part,
      schedule: schedulePart(access),
    },
    close: presence.close,
  };
}
