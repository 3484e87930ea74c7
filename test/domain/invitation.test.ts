import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { buildInvitation, waMeLink } from '../../src/domain/invitation.ts';
import type { ConversationTemplate, RecipientSummary } from '../../src/domain/model.ts';

const recipient: RecipientSummary = {
  id: 'c1',
  kind: 'contact',
  name: 'Aïsha de Vries',
  firstName: 'Aïsha',
  organisation: null,
  language: 'nl-NL',
};

function invite(text: string, overrides: Partial<Parameters<typeof buildInvitation>[0]> = {}) {
  const templates: ConversationTemplate[] = [{ code: 'WA', language: 'nl', isDefault: true, text }];
  return buildInvitation({ templates, code: 'WA', recipient, whatsappNumber: '+31 85 012 34 56', ...overrides });
}

describe('links into WhatsApp', () => {
  for (const [rule, number, text, expected] of [
    ['IV1', '+31850123456', undefined, 'https://wa.me/31850123456'],
    ['IV1', '+31 85 012-34-56', '', 'https://wa.me/31850123456'],
    ['IV2', '+31850123456', 'Ja & nee? ë', 'https://wa.me/31850123456?text=Ja%20%26%20nee%3F%20%C3%AB'],
  ] as const)
    it(`[${rule}] makes ${expected}`, () => assert.equal(waMeLink(number, text), expected));

  it('[IV2] gives back any text that was put in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        const [, query = ''] = waMeLink('+31850123456', text).split('?text=');
        assert.equal(decodeURIComponent(query), text);
      }),
    );
  });
});

describe('the WhatsApp invitation', () => {
  for (const [rule, text, expected] of [
    ['IV3', 'Dag <<FirstName>>, app ons: <<WhatsAppLink>>.', 'Dag Aïsha, app ons: https://wa.me/31850123456.'],
    ['IV3', 'App ons: {{whatsapplink}}', 'App ons: https://wa.me/31850123456'],
    ['IV4', 'App ons: https://wa.me/31850999999', 'App ons: https://wa.me/31850999999'],
    ['IV4', 'Dag <<FirstName>>, app ons: ', 'Dag Aïsha, app ons: https://wa.me/31850123456'],
  ] as const)
    it(`[${rule}] turns ${JSON.stringify(text)} into an SMS with one link`, () => {
      const invitation = invite(text);
      assert.ok(invitation.ok);
      assert.equal(invitation.text, expected);
      assert.equal(invitation.template.reason, 'language');
      assert.deepEqual(invitation.missing, []);
    });

  it('[IV5] says which placeholders are still missing', () => {
    const invitation = invite('Dag {{Engineer}}');
    assert.ok(invitation.ok);
    assert.deepEqual(invitation.missing, ['Engineer']);
  });

  it('[IV6] is not there without its template', () => {
    assert.deepEqual(invite('x', { code: 'OTHER' }), { ok: false, reason: 'no-template' });
  });

  for (const whatsappNumber of ['', '+', 'later', '+3185'])
    it(`[IV6] is not there with "${whatsappNumber}" for a number`, () =>
      assert.deepEqual(invite('x', { whatsappNumber }), { ok: false, reason: 'no-number' }));
});
