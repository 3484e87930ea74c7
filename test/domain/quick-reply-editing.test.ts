import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  removeQuickReply,
  removeQuickReplyGroup,
  reorderQuickReplies,
  saveQuickReply,
  saveQuickReplyGroup,
} from '../../src/domain/quick-reply-editing.ts';
import type { QuickReplyEdit } from '../../src/domain/quick-reply-editing.ts';
import type { QuickReplyGroup } from '../../src/domain/quick-replies.ts';
import { anAttachment } from '../../src/testing/builders.ts';

const reply = (id: string) => ({ id, version: 1, texts: [{ language: null, text: id }], attachments: [] });
const groups: readonly QuickReplyGroup[] = [
  { id: 'g1', version: 1, name: 'Greetings', replies: [reply('r1'), reply('r2')] },
  { id: 'g2', version: 3, name: 'Prices', replies: [] },
];

/** `g1 v1: r1v1 r2v1 | g2 v3:` or the code and path of the refusal. */
function short(edit: QuickReplyEdit): string {
  if (!edit.ok) return `${edit.code} ${edit.path ?? ''}`.trim();
  if (edit.groups === groups) return 'as it was';
  return edit.groups
    .map(({ id, version, replies }) => [`${id} v${version}:`, ...replies.map((r) => `${r.id}v${r.version}`)].join(' '))
    .join(' | ');
}

const draft = { id: 'r9', groupId: 'g1', texts: [{ language: null, text: 'new' }], attachments: [] };
const long = 'x'.repeat(2001);

describe('editing quick replies', () => {
  for (const [title, edit, expected] of [
    [
      '[QR11] a new group comes last',
      saveQuickReplyGroup(groups, { id: 'g3', name: ' New ' }),
      'g1 v1: r1v1 r2v1 | g2 v3: | g3 v1:',
    ],
    [
      '[QR11] the same name again changes nothing',
      saveQuickReplyGroup(groups, { id: 'g2', name: 'Prices ' }, 1),
      'as it was',
    ],
    [
      '[QR11] a renamed group keeps its replies',
      saveQuickReplyGroup(groups, { id: 'g1', name: 'Hi' }, 1),
      'g1 v2: r1v1 r2v1 | g2 v3:',
    ],
    ['[QR11] an outdated name is a conflict', saveQuickReplyGroup(groups, { id: 'g2', name: 'Hi' }, 2), 'conflict'],
    [
      '[QR11] so is the version of a group that is gone',
      saveQuickReplyGroup(groups, { id: 'g9', name: 'Hi' }, 2),
      'conflict',
    ],
    [
      '[QR2] a name that is taken is refused',
      saveQuickReplyGroup(groups, { id: 'g3', name: 'PRICES' }),
      'invalid name',
    ],
    ['[QR11] a group without an id is refused', saveQuickReplyGroup(groups, { id: '', name: 'Hi' }), 'invalid id'],
    ['[QR11] a new reply comes last', saveQuickReply(groups, draft), 'g1 v1: r1v1 r2v1 r9v1 | g2 v3:'],
    [
      '[QR11] the same reply again changes nothing',
      saveQuickReply(groups, { ...reply('r1'), groupId: 'g1' }, 9),
      'as it was',
    ],
    [
      '[QR11] a changed one stays where it is',
      saveQuickReply(groups, { ...draft, id: 'r1' }, 1),
      'g1 v1: r1v2 r2v1 | g2 v3:',
    ],
    [
      '[QR11] a moved one comes last',
      saveQuickReply(groups, { ...draft, id: 'r1', groupId: 'g2' }),
      'g1 v1: r2v1 | g2 v3: r1v2',
    ],
    ['[QR11] an outdated one is a conflict', saveQuickReply(groups, { ...draft, id: 'r1' }, 2), 'conflict'],
    ['[QR11] one of no group is not found', saveQuickReply(groups, { ...draft, groupId: 'g9' }), 'not-found groupId'],
    ['[QR1] one without a text is refused', saveQuickReply(groups, { ...draft, texts: [] }), 'invalid texts[0].text'],
    [
      '[QR1] a text that is too long is refused',
      saveQuickReply(groups, { ...draft, texts: [{ language: 'nl', text: long }] }),
      'invalid texts[0].text',
    ],
    [
      '[QR1] a language that is none is refused',
      saveQuickReply(groups, { ...draft, texts: [{ language: '!', text: 'a' }] }),
      'invalid texts[0].language',
    ],
    [
      '[AT7] eleven files are refused',
      saveQuickReply(groups, { ...draft, attachments: Array.from({ length: 11 }, () => anAttachment()) }),
      'invalid attachments',
    ],
    ['[QR11] a removed group takes its replies along', removeQuickReplyGroup(groups, 'g1', 1), 'g2 v3:'],
    ['[QR11] a group that is gone is gone', removeQuickReplyGroup(groups, 'g9', 1), 'as it was'],
    ['[QR11] an outdated removal is a conflict', removeQuickReplyGroup(groups, 'g2', 1), 'conflict'],
    ['[QR11] a removed reply is gone', removeQuickReply(groups, 'r1', 1), 'g1 v1: r2v1 | g2 v3:'],
    ['[QR11] a reply that is gone is gone', removeQuickReply(groups, 'r9', 1), 'as it was'],
    ['[QR11] an outdated removal of a reply is a conflict', removeQuickReply(groups, 'r1', 2), 'conflict'],
    [
      '[QR4] groups follow the order',
      reorderQuickReplies(groups, { kind: 'groups', ids: ['g2'] }),
      'g2 v3: | g1 v1: r1v1 r2v1',
    ],
    [
      '[QR4] replies follow the order',
      reorderQuickReplies(groups, { kind: 'replies', groupId: 'g1', ids: ['r2'] }),
      'g1 v1: r2v1 r1v1 | g2 v3:',
    ],
    [
      '[QR4] an order of no group is not found',
      reorderQuickReplies(groups, { kind: 'replies', groupId: 'g9', ids: [] }),
      'not-found groupId',
    ],
  ] as const)
    it(title, () => {
      assert.equal(short(edit), expected);
    });
});
