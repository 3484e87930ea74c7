import { maxTextLength } from './check-content.ts';
import { maxPageSize } from './pages.ts';
import type { Capabilities } from '../../ports/adapter.ts';

/** Keys are never thrown away; a year stands for that in a field that needs a number. */
const idempotencyMs = 365 * 24 * 60 * 60 * 1000;

/** What every embedded backend can do. */
export function embeddedCapabilities(durable: boolean): Capabilities {
  return {
    realtime: 'push',
    resume: 'exact',
    sequence: 'dense',
    idempotencyMs,
    conflictCheck: true,
    durable,
    limits: { maxPageSize, maxTextLength },
    can: {
      findByClientId: true,
      notes: true,
      open: true,
      assign: true,
      changeBranch: true,
      archive: true,
      markSpam: true,
      tag: true,
      markUnread: true,
      markUnreadFrom: true,
      link: true,
      search: true,
    },
    parts: [
      ...(['directory', 'templates', 'tags', 'teams', 'counts', 'bulk', 'phoneConversion'] as const),
      ...([
        'templateEditing',
        'approvedTemplates',
        'quickReplies',
        'attachments',
        'presence',
        'schedule',
        'search',
      ] as const),
    ],
  };
}
