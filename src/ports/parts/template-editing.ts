import type { InvitationSetting } from '../../domain/invitation-setting.ts';
import type { ConversationTemplate } from '../../domain/model.ts';
import type { TemplateKey } from '../../domain/template-editing.ts';
import type { CallOptions, ChangeOptions } from '../calls.ts';

/** Options of saving a conversation template. */
export interface SaveTemplateOptions extends ChangeOptions {
  /** The text that is changed or renamed; absent for a new one. `ifVersion` is its version. */
  readonly replaces?: TemplateKey;
}

export type { InvitationSetting } from '../../domain/invitation-setting.ts';

/**
 * Editing of the conversation templates that the part `templates` lists (F3). The rules are those of
 * `domain/template-editing`: what breaks one rejects with `invalid` and the path of the field (`code`, `language`,
 * `text`), an outdated version with `conflict`. Saved templates carry a `version`.
 */
export interface TemplateEditingPart {
  /** Answers with all templates of the code as they are now: another default may have changed with it. */
  save(template: ConversationTemplate, options?: SaveTemplateOptions): Promise<readonly ConversationTemplate[]>;
  /** Answers with what is left of the code. Removing what is gone succeeds. */
  remove(key: TemplateKey, options?: ChangeOptions): Promise<readonly ConversationTemplate[]>;
  /** `null` switches the invitation off. */
  saveInvitation(invitation: InvitationSetting | null, options?: CallOptions): Promise<void>;
}
