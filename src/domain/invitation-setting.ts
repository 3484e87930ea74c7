import type { ConversationTemplate } from './model.ts';

/** The setting that names the invitation (F2): a template's code, and the own WhatsApp number for its link. */
export interface InvitationSetting {
  readonly code: string;
  /** E.164. */
  readonly whatsappNumber: string;
}

/** Why an invitation cannot be set, and which field of it says so. */
export interface InvitationProblem {
  readonly path: keyof InvitationSetting;
  readonly detail: string;
}

/** All languages of a code; case does not matter (CT6). */
export function templatesOfCode(
  templates: readonly ConversationTemplate[],
  code: string,
): readonly ConversationTemplate[] {
  return templates.filter((template) => isSame(template.code, code));
}

/** CT9: the invitation, unless nothing is left of its template. */
export function invitationInForce(
  invitation: InvitationSetting | null,
  templates: readonly ConversationTemplate[],
): InvitationSetting | null {
  return invitation && templatesOfCode(templates, invitation.code).length > 0 ? invitation : null;
}

/** CT9: when the last text of its code gets another code, it is still the invitation. */
export function invitationAfterRename(
  invitation: InvitationSetting | null,
  templates: readonly ConversationTemplate[],
  { from, to }: { readonly from: string; readonly to: string },
): InvitationSetting | null {
  const isRenamed = invitation && isSame(invitation.code, from) && templatesOfCode(templates, from).length === 0;
  return isRenamed ? { ...invitation, code: to.trim() } : invitation;
}

/** CT9: an invitation has a template and a number in full; `null` if it may be set. */
export function invitationProblem(
  { code, whatsappNumber }: InvitationSetting,
  templates: readonly ConversationTemplate[],
): InvitationProblem | null {
  if (templatesOfCode(templates, code).length === 0) return { path: 'code', detail: 'no template has it' };
  if (!/^\+[1-9]\d{5,14}$/.test(whatsappNumber))
    return { path: 'whatsappNumber', detail: 'not in the form +31612345678' };
  return null;
}

function isSame(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}
