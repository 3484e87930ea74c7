import { importData } from '../../commands/import.ts';
import { mustHaveRole } from '../../store/viewer.ts';
import { AdapterError } from '../../../../src/ports/adapter-error.ts';
import { route } from '../route.ts';
import type { Route } from '../route.ts';

/** How long a trial of a connection may take. */
const testMs = 10_000;

/** What administrators and hosts do. */
export const administrationRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/connection',
    id: 'getConnection',
    summary: 'The connection to the provider without its secrets; null when there is none. Needs the role admin.',
    gives: 'Connection',
    run: async ({ core, viewer }) => {
      mustHaveRole(viewer, 'admin');
      return { body: { connection: await core.parts.accounts.settingsOf(viewer.tenant) } };
    },
  }),
  route({
    method: 'PUT',
    path: '/v1/connection',
    id: 'putConnection',
    summary: 'Writes the connection; the answer shows the webhooks’ addresses this once. Needs the role admin.',
    takes: 'NewConnection',
    gives: 'Webhooks',
    run: async ({ core, viewer, body }) => {
      mustHaveRole(viewer, 'admin');
      return { body: await core.parts.accounts.write(viewer.tenant, body) };
    },
  }),
  route({
    method: 'POST',
    path: '/v1/connection/test',
    id: 'testConnection',
    summary: 'Tries whether the provider knows the account; nothing is sent. Needs the role admin.',
    gives: 'ConnectionTest',
    run: async ({ core, viewer }) => {
      mustHaveRole(viewer, 'admin');
      const account = await core.parts.accounts.ofTenant(viewer.tenant);
      if (!account) throw new AdapterError('not-found', 'there is no connection');
      return { body: await account.provider.test({ signal: AbortSignal.timeout(testMs) }) };
    },
  }),
  route({
    method: 'POST',
    path: '/v1/import',
    id: 'import',
    summary: 'Takes in records, settings and history of the host, in one act. Needs the role admin.',
    takes: 'ImportData',
    gives: 'Imported',
    mostBytes: 64 * 1024 * 1024,
    run: async ({ core, viewer, body }) => {
      mustHaveRole(viewer, 'admin');
      return { body: await core.write(viewer.tenant, (unit) => importData(unit, body, core.parts.addresses)) };
    },
  }),
  route({
    method: 'POST',
    path: '/v1/approved-templates/refresh',
    id: 'refreshApprovedTemplates',
    summary:
      'Brings the approved templates from the provider; unsupported where they are kept by import. Needs the role admin.',
    gives: 'Refreshed',
    run: async ({ core, viewer }) => {
      mustHaveRole(viewer, 'admin');
      return { body: { templates: await core.templates.refresh(viewer.tenant) } };
    },
  }),
];
