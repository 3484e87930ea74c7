import { chooseTemplate } from './conversation-templates.ts';
import type { TemplateChoice } from './conversation-templates.ts';
import type { ConversationTemplate, RecipientSummary } from './model.ts';
import { fillPlaceholders, recipientValues } from './placeholders.ts';

/** What an invitation is made from. */
export interface InvitationInput {
  readonly templates: readonly ConversationTemplate[];
  /** The setting that names the invitation template (F2). */
  readonly code: string;
  readonly recipient: RecipientSummary;
  /** The business's own WhatsApp number, E.164. */
  readonly whatsappNumber: string;
}

/** An SMS that asks the customer to go on in WhatsApp (B2), or what the settings lack. */
export type Invitation =
  | {
      readonly ok: true;
      readonly text: string;
      readonly template: TemplateChoice;
      /** Placeholders nobody could fill; the agent mends them before sending (IV5). */
      readonly missing: readonly string[];
    }
  | { readonly ok: false; readonly reason: 'no-template' | 'no-number' };

/** Placeholder for the link in an invitation template. */
const linkName = 'WhatsAppLink';

/**
 * The link that opens a WhatsApp conversation with a number (IV1); `text` is what the customer finds typed already,
 * nothing is sent by itself (IV2).
 */
export function waMeLink(e164: string, text?: string): string {
  const link = `https://wa.me/${e164.replace(/\D/g, '')}`;
  return text ? `${link}?text=${encodeURIComponent(text)}` : link;
}

/** Makes the invitation in the recipient's language (IV3, IV6). A template that has no link gets it at the end (IV4). */
export function buildInvitation({ templates, code, recipient, whatsappNumber }: InvitationInput): Invitation {
  if (!/\d{7}/.test(whatsappNumber.replace(/\D/g, ''))) return { ok: false, reason: 'no-number' };
  const template = chooseTemplate(templates, code, recipient.language);
  if (!template) return { ok: false, reason: 'no-template' };
  const link = waMeLink(whatsappNumber);
  const values = recipientValues(recipient).set(linkName, link);
  const filled = fillPlaceholders(template.template.text, values);
  const text = filled.text.includes('wa.me/') ? filled.text : `${filled.text.trimEnd()} ${link}`;
  return { ok: true, text, template, missing: filled.missing };
}
