import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fillApprovedTemplate } from '../../src/domain/fill-template.ts';
import { fieldId } from '../../src/domain/template-fields.ts';
import { templateMessageProblem } from '../../src/domain/template-message.ts';
import type { TemplateMessage } from '../../src/domain/template-message.ts';
import { anApprovedTemplate } from '../../src/testing/builders.ts';

const template = anApprovedTemplate({ accountId: 'number-1' });
const { content } = fillApprovedTemplate(template, { [fieldId('body', 0, '1')]: { type: 'text', text: 'Anna' } });
assert.ok(content?.filling);
const message: TemplateMessage = { channel: 'whatsapp', accountId: 'number-1', content };

describe('a message of an approved template', () => {
  for (const [title, changed, said, path] of [
    ['what the template becomes', template, message, null],
    ['one of a template that is gone', null, message, 'content.filling.templateId'],
    ['one of a paused template', { ...template, status: 'paused' as const }, message, 'content.filling.templateId'],
    ['one from another number', template, { ...message, accountId: 'number-2' }, 'content.filling.templateId'],
    ['one on another channel', template, { ...message, channel: 'rcs' as const }, 'channel'],
    ['other words', template, { ...message, content: { ...content, body: 'Pay at once.' } }, 'content.body'],
    ['another footer', template, { ...message, content: { ...content, footer: 'Stop' } }, 'content.footer'],
    ['an empty place', template, withPlaces([]), 'content.filling.places'],
    ['nothing filled in', template, unfilled(), 'content.filling'],
  ] as const)
    it(`[TP19] ${path === null ? 'is' : 'is not'} ${title}`, () => {
      assert.equal(templateMessageProblem(changed, said)?.path ?? null, path);
    });
});

function withPlaces(places: readonly []): TemplateMessage {
  assert.ok(content?.filling);
  return { ...message, content: { ...content, filling: { ...content.filling, places } } };
}

function unfilled(): TemplateMessage {
  const { filling: none, ...rest } = message.content;
  assert.ok(none);
  return { ...message, content: rest };
}
