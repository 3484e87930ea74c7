import type { DirectoryPart, TemplatesPart } from './adapter.ts';
import type { CallOptions } from './calls.ts';
import type { PartCalls } from './guard-calls.ts';
import type { TemplateEditingPart } from './parts/template-editing.ts';
import { branch, conversationTemplate, invitation, recipient } from './validate-directory.ts';
import { coWorker } from './validate-model.ts';
import { about } from './validate-reading.ts';

/** Contacts, resources, co-workers and branches that can be trusted. */
export function guardDirectory(part: DirectoryPart, calls: PartCalls): DirectoryPart {
  return {
    getRecipient: (id, options) =>
      calls.one('getRecipient', about(recipient, id), () => part.getRecipient(id, options), options),
    searchRecipients: (text, request, options) =>
      calls.page('searchRecipients', recipient, () => part.searchRecipients(text, request, options), {
        request,
        options,
      }),
    listCoWorkers: (options) => calls.list('listCoWorkers', coWorker, () => part.listCoWorkers(options), options),
    listBranches: (options) => calls.list('listBranches', branch, () => part.listBranches(options), options),
  };
}

/** Conversation templates that can be trusted. */
export function guardTemplates(part: TemplatesPart, calls: PartCalls): TemplatesPart {
  return {
    listConversationTemplates: (options) =>
      calls.list(
        'listConversationTemplates',
        conversationTemplate,
        () => part.listConversationTemplates(options),
        options,
      ),
    getInvitation: (options) => calls.one('getInvitation', invitation, () => part.getInvitation(options), options),
  };
}

/** Edits whose answers can be trusted. */
export function guardTemplateEditing(part: TemplateEditingPart, calls: PartCalls): TemplateEditingPart {
  const all = (name: string) => (ask: () => Promise<unknown>, options: CallOptions | undefined) =>
    calls.list(name, conversationTemplate, ask, options);
  return {
    save: (template, options) => all('save')(() => part.save(template, options), options),
    remove: (key, options) => all('remove')(() => part.remove(key, options), options),
    saveInvitation: (setting, options) => calls.done(() => part.saveInvitation(setting, options), options),
  };
}
