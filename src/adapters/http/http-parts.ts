import type { Branch, ConversationTemplate, CoWorker, Recipient } from '../../domain/model.ts';
import type { AdapterParts, DirectoryPart, Page, TemplatesPart } from '../../ports/adapter.ts';
import { segment } from './http-calls.ts';
import type { HttpCalls } from './http-calls.ts';
import type { Clock } from '../../ports/clock.ts';
import { attachmentsPart } from './parts/attachments.ts';
import { HttpBulk } from './parts/bulk.ts';
import { phoneConversionPart } from './parts/phone-conversion.ts';
import type { HttpPresence } from './parts/presence.ts';
import { quickRepliesPart } from './parts/quick-replies.ts';
import { searchPart } from './parts/search.ts';
import { approvedTemplatesPart, templateEditingPart } from './parts/templates.ts';
import { schedulePart } from './parts/schedule.ts';
import { countsPart, tagsPart, teamsPart } from './parts/inbox.ts';

type Invitation = Awaited<ReturnType<TemplatesPart['getInvitation']>>;

/** What the parts are made with. */
export interface HttpPartsOptions {
  readonly calls: HttpCalls;
  readonly clock: Clock;
  readonly presence: HttpPresence;
  /** Makes an address that is relative to the API a whole one. */
  readonly resolve: (url: string) => string;
}

/** The optional parts that every gateway has. */
export function httpParts({ calls, clock, presence, resolve }: HttpPartsOptions): AdapterParts {
  return {
    directory: directoryPart(calls),
    templates: templatesPart(calls),
    tags: tagsPart(calls),
    teams: teamsPart(calls),
    presence,
    search: searchPart(calls),
    counts: countsPart(calls),
    bulk: new HttpBulk(calls, clock),
    phoneConversion: phoneConversionPart(calls),
    attachments: attachmentsPart(calls, resolve),
    templateEditing: templateEditingPart(calls),
    approvedTemplates: approvedTemplatesPart(calls),
    quickReplies: quickRepliesPart(calls),
    schedule: schedulePart(calls),
  };
}

function directoryPart(calls: HttpCalls): DirectoryPart {
  return {
    getRecipient: (id, options) => calls.get<Recipient>(`/recipients/${segment(id)}`, options),
    searchRecipients: (text, page, options) =>
      calls.post<Page<Recipient>>('/recipients/query', { text, page }, options),
    listCoWorkers: (options) => calls.get<readonly CoWorker[]>('/co-workers', options),
    listBranches: (options) => calls.get<readonly Branch[]>('/branches', options),
  };
}

function templatesPart(calls: HttpCalls): TemplatesPart {
  return {
    listConversationTemplates: (options) => calls.get<readonly ConversationTemplate[]>('/templates', options),
    getInvitation: async (options) =>
      (await calls.get<{ readonly invitation: Invitation }>('/invitation', options)).invitation,
  };
}
