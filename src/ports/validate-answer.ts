import type { BackendSession, Capabilities, MessagePage, Page } from './adapter.ts';
import type { Check } from './validate.ts';
import {
  aBoolean,
  aCount,
  anArray,
  anId,
  arrayOf,
  aString,
  aTime,
  oneOf,
  orAbsent,
  orNull,
  shape,
} from './validate.ts';
import { coWorker } from './validate-model.ts';

const can: Readonly<Record<keyof Capabilities['can'], Check>> = {
  findByClientId: aBoolean,
  notes: aBoolean,
  open: aBoolean,
  assign: aBoolean,
  changeBranch: aBoolean,
  archive: aBoolean,
  markSpam: aBoolean,
  tag: aBoolean,
  markUnread: aBoolean,
  markUnreadFrom: aBoolean,
  link: aBoolean,
  search: aBoolean,
};

const capabilities = shape<Capabilities>({
  realtime: oneOf<Capabilities['realtime']>({ push: 1, poll: 1, none: 1 }),
  resume: oneOf<Capabilities['resume']>({ exact: 1, reset: 1 }),
  sequence: oneOf<Capabilities['sequence']>({ dense: 1, sparse: 1 }),
  idempotencyMs: aCount,
  conflictCheck: aBoolean,
  durable: aBoolean,
  limits: shape<Capabilities['limits']>({ maxPageSize: aCount, maxTextLength: aCount }),
  can: shape<Capabilities['can']>(can),
  parts: arrayOf(aString),
});

/** The answer to `connect`. Channels of a newer backend, and accounts on them, are taken out later, not refused. */
export const backendSession = shape<BackendSession>({
  tenantId: anId,
  agent: coWorker,
  capabilities,
  channels: arrayOf(aString),
  accounts: orAbsent(anArray),
  cursor: orNull(aString),
  now: aTime,
});

/** A page of a listing; its items are looked at one by one. */
export const page = shape<Page<unknown>>({ items: anArray, nextCursor: orNull(aString), total: orNull(aCount) });

/** A stretch of history; its items are looked at one by one. */
export const messagePage = shape<MessagePage>({
  items: anArray,
  olderCursor: orNull(aString),
  newerCursor: orNull(aString),
});
