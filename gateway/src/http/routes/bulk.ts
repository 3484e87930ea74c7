import { beginBulk, beginUndo, stopBulk } from '../../commands/bulk.ts';
import { writePhoneChanges } from '../../commands/phone-fields.ts';
import { getBulk, listBulkResults } from '../../store/bulk.ts';
import { listPhoneRecords } from '../../store/phone-fields.ts';
import { route } from '../route.ts';
import type { Route } from '../route.ts';

/** Actions on many conversations, and the conversion of phone fields. */
export const bulkRoutes: readonly Route[] = [
  route({
    method: 'PUT',
    path: '/v1/bulk-operations/{id}',
    id: 'beginBulk',
    summary: 'Begins an action on many conversations; the same id again gives how far the first one is.',
    takes: 'BulkBeginning',
    gives: 'BulkStatus',
    mostBytes: 8 * 1024 * 1024,
    run: async ({ core, viewer, body, param }) => {
      const request = { operationId: param('id'), target: body.target, action: body.action };
      const status = await core.write(viewer.tenant, (unit) => beginBulk(unit, request, viewer));
      core.bulk.look();
      return { body: status };
    },
  }),
  route({
    method: 'GET',
    path: '/v1/bulk-operations/{id}',
    id: 'getBulk',
    summary: 'How far one’s action is.',
    gives: 'BulkStatus',
    run: async ({ core, viewer, param }) => ({
      body: await getBulk(core.parts.db, viewer, { id: param('id'), isUndo: false }),
    }),
  }),
  route({
    method: 'POST',
    path: '/v1/bulk-operations/{id}/stop',
    id: 'stopBulk',
    summary: 'Ends an action that runs; harmless when it has ended.',
    gives: 'Done',
    run: async ({ core, viewer, param }) => {
      await core.write(viewer.tenant, (unit) => stopBulk(unit, param('id'), viewer));
      return { body: { done: true } };
    },
  }),
  route({
    method: 'PUT',
    path: '/v1/bulk-operations/{id}/undo',
    id: 'beginUndo',
    summary: 'Begins taking an action back, but for conversations that were changed since. 412 while it runs.',
    gives: 'BulkStatus',
    run: async ({ core, viewer, param }) => {
      const status = await core.write(viewer.tenant, (unit) => beginUndo(unit, param('id'), viewer));
      core.bulk.look();
      return { body: status };
    },
  }),
  route({
    method: 'GET',
    path: '/v1/bulk-operations/{id}/undo',
    id: 'getUndo',
    summary: 'How far the taking back is.',
    gives: 'BulkStatus',
    run: async ({ core, viewer, param }) => ({
      body: await getBulk(core.parts.db, viewer, { id: param('id'), isUndo: true }),
    }),
  }),
  route({
    method: 'POST',
    path: '/v1/bulk-operations/{id}/results',
    id: 'queryBulkResults',
    summary: 'What became of each conversation so far, in the order they were done.',
    takes: 'BulkResultSearch',
    gives: 'BulkResultPage',
    run: async ({ core, viewer, body, param }) => ({
      body: await listBulkResults(core.parts.db, viewer, param('id'), body.page),
    }),
  }),
  route({
    method: 'POST',
    path: '/v1/phone-records/query',
    id: 'queryPhoneRecords',
    summary: 'The phone fields of contacts and resources as they are spelled, in order of name.',
    takes: 'PhoneRecordSearch',
    gives: 'PhoneRecordPage',
    run: async ({ core, viewer, body }) => ({
      body: await listPhoneRecords(core.parts.db, viewer, body.filter, body.page),
    }),
  }),
  route({
    method: 'POST',
    path: '/v1/phone-records',
    id: 'writePhoneRecords',
    summary: 'Writes each change while its field holds what the report saw, in one act; answers for each.',
    takes: 'PhoneChanges',
    gives: 'PhoneChangeResults',
    run: async ({ core, viewer, body }) => {
      const context = { viewer, addresses: core.parts.addresses };
      return { body: await core.write(viewer.tenant, (unit) => writePhoneChanges(unit, body.changes, context)) };
    },
  }),
];
