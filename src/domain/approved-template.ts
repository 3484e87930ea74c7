import type { ChannelKind, TemplateFilling, TemplateValue } from './model.ts';

/** Only `approved` may be sent (TP1). */
export type ApprovalStatus = 'approved' | 'pending' | 'rejected' | 'paused' | 'disabled';

/** What a template is for; the provider may put it into another category. */
export type TemplateCategory = 'marketing' | 'utility' | 'authentication';

/** How customers take a template; `red` may be paused soon. All may be sent. */
export type TemplateQuality = 'green' | 'yellow' | 'red' | 'unknown';

/** What an agent enters in one place of a template. */
export type ParameterType = TemplateValue['type'];

/** The files a header can show. */
export type TemplateMedia = 'image' | 'video' | 'document';

/** One place of a template that is filled when it is sent. */
export interface TemplateParameter {
  /** `1`, `2`… or a name in small letters; the same as between the braces. */
  readonly name: string;
  readonly type: ParameterType;
  /** What to call the field; `null` shows the name. */
  readonly label: string | null;
  readonly example: string | null;
  /** ISO 4217 code where the template settles the currency; `null` lets the agent choose, or it is no money. */
  readonly currency: string | null;
  /** Which of the recipient's values fills it by itself, e.g. `FirstName`; `null` goes by the parameter's name (TP15). */
  readonly source: string | null;
}

/** What stands above the text. */
export type TemplateHeader =
  | { readonly type: 'text'; readonly text: string; readonly parameters: readonly TemplateParameter[] }
  | { readonly type: TemplateMedia; readonly exampleUrl: string | null }
  | { readonly type: 'location' };

/** A button under the text. */
export type TemplateButton =
  | { readonly type: 'quick-reply'; readonly label: string }
  /** `url` ends in `{{1}}`, or in a name, where its end is filled in. */
  | { readonly type: 'url'; readonly label: string; readonly url: string; readonly parameter: TemplateParameter | null }
  | { readonly type: 'phone'; readonly label: string; readonly phone: string }
  | { readonly type: 'copy-code'; readonly label: string; readonly example: string | null }
  /** A kind that these elements do not know how to send, e.g. a form; the template is shown and not offered. */
  | { readonly type: 'unsupported'; readonly label: string; readonly providerType: string };

/** One language of a template that is registered with the provider and approved by it (B7). */
export interface ApprovedTemplate {
  readonly id: string;
  /** The same in all its languages. */
  readonly name: string;
  /** As the provider writes it, e.g. `nl` or `en_US`; each language is approved by itself. */
  readonly language: string;
  readonly channel: ChannelKind;
  /** The own number it belongs to; `null` for all of them. */
  readonly accountId: string | null;
  readonly category: TemplateCategory;
  readonly status: ApprovalStatus;
  /** The provider's words for a rejection or pause. */
  readonly statusReason: string | null;
  readonly quality: TemplateQuality;
  readonly parameterFormat: TemplateFilling['parameterFormat'];
  readonly header: TemplateHeader | null;
  readonly body: { readonly text: string; readonly parameters: readonly TemplateParameter[] };
  readonly footer: string | null;
  readonly buttons: readonly TemplateButton[];
}

/** Why a template is shown but not offered (TP1). */
export type TemplateRefusal = Exclude<ApprovalStatus, 'approved'> | 'other-account' | 'unsupported-button';

/**
 * Why a template may not be sent from an own number now; `null` when it may.
 * @param accountId - the number the message would leave from; `null` when the backend has only one
 */
export function templateRefusal(template: ApprovedTemplate, accountId: string | null): TemplateRefusal | null {
  if (template.accountId !== null && accountId !== null && template.accountId !== accountId) return 'other-account';
  if (template.status !== 'approved') return template.status;
  return template.buttons.some(({ type }) => type === 'unsupported') ? 'unsupported-button' : null;
}
