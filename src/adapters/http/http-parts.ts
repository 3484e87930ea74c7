import type { Branch, ConversationTemplate, CoWorker, Recipient } from '../../domain/model.ts';
import type { AdapterParts, DirectoryPart, Page, TemplatesPart } from '../../ports/adapter.ts';
import { HttpCalls } from './http-calls.ts';
import type { HttpRequest } from './http-client.ts';
import { countsPart, tagsPart, teamsPart } from './parts/inbox.ts';

type Invitation = Awaited<ReturnType<TemplatesPart['getInvitation']>>;

/** The optional parts that every gateway has. */
export function httpParts(ask: (request: HttpRequest) => Promise<unknown>): AdapterParts {
  const calls = new HttpCalls(ask);
  return {
    directory: directoryPart(calls),
    templates: templatesPart(calls),
    tags: tagsPart(calls),
    teams: teamsPart(calls),
    counts: countsPart(calls),
  };
}

function directoryPart(calls: HttpCalls): DirectoryPart {
  return {
    getRecipient: (id, options) => calls.get<Recipient>(`/recipients/${encodeURIComponent(id)}`, options),
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
