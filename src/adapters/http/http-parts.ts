import type { Branch, ConversationTemplate, CoWorker, Recipient } from '../../domain/model.ts';
import type { AdapterParts, Page, TemplatesPart } from '../../ports/adapter.ts';
import type { HttpRequest } from './http-client.ts';

type Invitation = Awaited<ReturnType<TemplatesPart['getInvitation']>>;

/** The optional parts that every gateway has. */
export function httpParts(ask: (request: HttpRequest) => Promise<unknown>): AdapterParts {
  const get = (path: string, signal: AbortSignal | undefined): Promise<unknown> => ask({ method: 'GET', path, signal });
  return {
    directory: {
      getRecipient: async (id, options) =>
        (await get(`/recipients/${encodeURIComponent(id)}`, options?.signal)) as Recipient,
      searchRecipients: async (text, page, options) => {
        const request = { method: 'POST', path: '/recipients/query', body: { text, page } } as const;
        return (await ask({ ...request, signal: options?.signal })) as Page<Recipient>;
      },
      listCoWorkers: async (options) => (await get('/co-workers', options?.signal)) as readonly CoWorker[],
      listBranches: async (options) => (await get('/branches', options?.signal)) as readonly Branch[],
    },
    templates: {
      listConversationTemplates: async (options) =>
        (await get('/templates', options?.signal)) as readonly ConversationTemplate[],
      getInvitation: async (options) =>
        ((await get('/invitation', options?.signal)) as { readonly invitation: Invitation }).invitation,
    },
  };
}
