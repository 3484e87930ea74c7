import type { ApprovedTemplatesPart } from '../../../ports/parts/approved-templates.ts';
import type { TemplateEditingPart } from '../../../ports/parts/template-editing.ts';
import { ifMatch, segment } from '../http-calls.ts';
import type { HttpCalls } from '../http-calls.ts';

/** Templates that are registered with the provider. */
export function approvedTemplatesPart(calls: HttpCalls): ApprovedTemplatesPart {
  return {
    list: (filter, page, options) => calls.post('/approved-templates/query', { filter, page }, options),
    get: (id, options) => calls.get(`/approved-templates/${segment(id)}`, options),
  };
}

/** Editing of conversation templates and of the invitation. */
export function templateEditingPart(calls: HttpCalls): TemplateEditingPart {
  return {
    save: (template, options) => calls.put('/templates', { template, replaces: options?.replaces }, options),
    remove: (key, options) =>
      calls.ask({
        method: 'POST',
        path: '/templates/remove',
        body: { code: key.code, language: key.language },
        headers: ifMatch(options),
        signal: options?.signal,
      }),
    saveInvitation: async (invitation, options) => {
      await calls.put('/invitation', { invitation }, options);
    },
  };
}
