import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fillApprovedTemplate } from '../../src/domain/fill-template.ts';
import { inputsOf } from '../../src/domain/template-refill.ts';
import type { TemplateInputs } from '../../src/domain/template-fields.ts';
import { approvedTemplates } from '../../stories/prepared.ts';
import { anAttachment } from '../../src/testing/builders.ts';

const picture = anAttachment({ id: 'badge', name: 'badge.png', mimeType: 'image/png' });
const examples: Readonly<Record<string, TemplateInputs>> = {
  'appointment-nl': {
    'body.first_name': { type: 'text', text: 'Aïsha' },
    'body.date_time': { type: 'text', text: '2026-11-24T14:30' },
    'body.place': { type: 'text', text: 'Utrecht' },
  },
  'invoice-nl': {
    'body.customer': { type: 'text', text: 'Aïsha' },
    'body.number': { type: 'text', text: '2026' },
    'body.amount': { type: 'currency', decimal: '12.50', currency: 'EUR' },
    'body.due': { type: 'text', text: '2026-12-01' },
    'button0.code': { type: 'text', text: 'AB-1' },
  },
  'route-nl': {
    'header.location': { type: 'location', latitude: 52.1, longitude: 5.1, name: 'Kantoor', address: 'Oudegracht 1' },
    'body.1': { type: 'text', text: 'Aïsha' },
    'button1.copy-code': { type: 'text', text: 'P-1' },
  },
  'badge-nl': {
    'header.media': { type: 'media', attachment: picture },
    'body.voornaam': { type: 'text', text: 'Aïsha' },
  },
};

describe('a message of a template that is taken back', () => {
  for (const [id, inputs] of Object.entries(examples))
    it(`[B16] gives every field of ${id} what was entered`, () => {
      const template = approvedTemplates.find((one) => one.id === id);
      assert.ok(template);
      const { content } = fillApprovedTemplate(template, inputs);
      assert.ok(content?.filling);
      assert.deepEqual(inputsOf(content.filling), inputs);
    });
});
