import type { Tag, TagSettings } from '../../../src/domain/tags.ts';
import type { Team } from '../../../src/domain/teams.ts';
import type { ApprovedTemplate } from '../../../src/domain/approved-template.ts';
import type { InvitationSetting } from '../../../src/domain/invitation-setting.ts';
import type { ChannelAccount } from '../../../src/domain/model.ts';
import type { QuickReplyGroup } from '../../../src/domain/quick-replies.ts';
import { putApprovedTemplates } from '../store/approved-templates.ts';
import type { PhoneField } from '../../../src/domain/phone-records.ts';
import { putPhoneField } from '../store/phone-fields.ts';
import { hold } from '../store/file-holders.ts';
import { writeSetting } from '../store/settings.ts';
import type { Unit } from '../store/unit.ts';

import { replyHolder } from './quick-replies.ts';

/** What there is one of. Everything absent stays as it is, everything given replaces what was there. */
export interface ImportedSettings {
  /** The own numbers, pages and senders, where co-workers may choose between several. */
  readonly accounts?: readonly ChannelAccount[];
  /** Template and number of the WhatsApp invitation; `null` takes it away. */
  readonly invitation?: InvitationSetting | null;
  readonly quickReplies?: readonly QuickReplyGroup[];
  /** Templates that are registered with the provider, of every status. */
  readonly approvedTemplates?: readonly ApprovedTemplate[];
  /** The host's own phone fields as they are spelled there; records that are not named keep theirs. */
  readonly phones?: readonly (PhoneField & { readonly recipientId: string })[];
  readonly tags?: readonly Tag[];
  readonly tagSettings?: TagSettings;
  readonly teams?: readonly Team[];
}

const names = ['accounts', 'invitation', 'quickReplies', 'tags', 'tagSettings', 'teams'] as const;

/** Keeps the settings that are given. */
export async function putSettings(unit: Unit, settings: ImportedSettings): Promise<void> {
  const { sql, tenant } = unit;
  for (const name of names) {
    const value = settings[name];
    if (value !== undefined) await writeSetting(sql, tenant, name, value);
  }
  if (settings.approvedTemplates) await putApprovedTemplates(sql, tenant, settings.approvedTemplates);
  for (const { recipientId, ...field } of settings.phones ?? []) await putPhoneField(sql, tenant, recipientId, field);
  for (const { id, attachments } of (settings.quickReplies ?? []).flatMap(({ replies }) => replies))
    for (const attachment of attachments) await hold(unit, attachment.id, replyHolder(id));
}
