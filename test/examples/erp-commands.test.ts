import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { erpTexts } from '../../examples/erp/text/texts.ts';
import { inboxTexts } from '../../src/locales/inbox.ts';
import { loadMessages } from '../../src/locales/messages.ts';
import { viewSoonTexts } from '../../src/locales/view-soon.ts';

describe('the ribbon of the demo', () => {
  for (const language of ['en', 'nl', 'de', 'fr', 'ar'] as const)
    it(`[D11] says before the commands have loaded what they will be called: ${language}`, async () => {
      const { commands } = erpTexts[language];
      const [{ common }, { viewSoon }, { inbox }] = await Promise.all([
        loadMessages(language),
        viewSoonTexts.load(language),
        inboxTexts.load(language),
      ]);
      assert.deepEqual(commands, {
        send: viewSoon.send,
        'mark-read': common.markRead,
        'mark-unread': common.markUnread,
        'open-source': common.openSource,
        assign: inbox.actions.assign,
        archive: inbox.actions.archive,
        'toggle-details': viewSoon.showDetails,
        'previous-conversation': viewSoon.previousConversation,
        'next-conversation': viewSoon.nextConversation,
      });
    });
});
