import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import type { ApprovedTemplate } from '../../src/domain/approved-template.ts';
import { fillApprovedTemplate } from '../../src/domain/fill-template.ts';
import type { Content } from '../../src/domain/model.ts';
import type { TemplateInputs } from '../../src/domain/template-fields.ts';
import type { ApprovedTemplatesPart } from '../../src/ports/parts/approved-templates.ts';
import { anApprovedTemplate } from '../../src/testing/index.ts';
import { annasData, aTextTo, aWorld, codeOf, errorOf, type World } from './world.ts';

const day = 86_400_000;

type TemplateContent = Extract<Content, { kind: 'template' }>;

function worldWith(...approvedTemplates: readonly ApprovedTemplate[]): World {
  return aWorld({ ...annasData(), approvedTemplates });
}

function partOf(world: World): ApprovedTemplatesPart {
  const part = world.start().adapter().part('approvedTemplates');
  assert.ok(part);
  return part;
}

function filled(template: ApprovedTemplate, inputs: TemplateInputs = { 'body.1': text('Anna') }): TemplateContent {
  const { content } = fillApprovedTemplate(template, inputs);
  assert.ok(content);
  return content;
}

const text = (value: string) => ({ type: 'text', text: value }) as const;

/** Sends to Anna when only templates are allowed. */
async function sendLate(template: ApprovedTemplate, content: Content) {
  const world = worldWith(template);
  const adapter = world.start().adapter();
  await world.clock.advance(2 * day);
  return adapter.send(aTextTo({ channel: 'whatsapp', content }));
}

describe('approved templates', () => {
  const names = ['b', 'a', 'c'];
  const all = names.flatMap((name) =>
    ['nl', 'de'].map((language) => anApprovedTemplate({ id: `${name}-${language}`, name, language })),
  );

  it('are listed by name, then language, page by page', async () => {
    const part = partOf(worldWith(...all));
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await part.list({}, { limit: 4, ...(cursor !== undefined && { cursor }) });
      if (cursor === undefined) assert.equal(page.total, 6);
      found.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    assert.deepEqual(found, ['a-de', 'a-nl', 'b-de', 'b-nl', 'c-de', 'c-nl']);
  });

  it('are narrowed by name, channel, status and own number; those of no number fit any', async () => {
    const part = partOf(
      worldWith(
        anApprovedTemplate({ id: 'free', name: 'x' }),
        anApprovedTemplate({ id: 'own', name: 'x', language: 'nl', accountId: '31' }),
        anApprovedTemplate({ id: 'other', name: 'y', accountId: '32', status: 'paused' }),
        anApprovedTemplate({ id: 'viber', name: 'xy', channel: 'viber' }),
      ),
    );
    const ids = async (filter: Parameters<typeof part.list>[0]) => (await part.list(filter)).items.map(({ id }) => id);
    assert.deepEqual(await ids({ name: 'x' }), ['free', 'own']);
    assert.deepEqual(await ids({ accountId: '31', channel: 'whatsapp' }), ['free', 'own']);
    assert.deepEqual(await ids({ statuses: ['paused', 'rejected'] }), ['other']);
    assert.deepEqual(await ids({ channel: 'viber' }), ['viber']);
  });

  it('refuses the cursor of another question', async () => {
    const part = partOf(worldWith(...all));
    const { nextCursor } = await part.list({}, { limit: 1 });
    assert.equal(await codeOf(part.list({ name: 'a' }, { cursor: nextCursor ?? '' })), 'invalid');
  });

  it('are found by id, and only those', async () => {
    const part = partOf(worldWith(...all));
    assert.equal((await part.get('a-nl')).name, 'a');
    assert.equal(await codeOf(part.get('__proto__')), 'not-found');
  });
});

describe('sending an approved template', () => {
  const template = anApprovedTemplate({ id: 't1' });

  it('passes when only templates are allowed, and free text does not', async () => {
    const message = await sendLate(template, filled(template));
    assert.equal(message.content.kind === 'template' && message.content.body, 'Dear Anna, your order is ready.');
    assert.equal(await codeOf(sendLate(template, { kind: 'text', text: 'Hello' })), 'window-closed');
  });

  it('passes with numbers, money, dates and places, filled as an agent would', async () => {
    const parameter = { label: null, example: null, source: null, currency: null } as const;
    const rich = anApprovedTemplate({
      id: 'rich',
      language: 'nl',
      parameterFormat: 'named',
      header: { type: 'location' },
      body: {
        text: 'U betaalt {{amount}} voor {{count}} stuks op {{day}} om {{moment}} uur.',
        parameters: [
          { ...parameter, name: 'amount', type: 'currency', currency: 'EUR' },
          { ...parameter, name: 'count', type: 'number' },
          { ...parameter, name: 'day', type: 'date' },
          { ...parameter, name: 'moment', type: 'date-time' },
        ],
      },
      buttons: [
        { type: 'url', label: 'Volgen', url: 'https://shop.example/{{order}}', parameter: null },
        { type: 'copy-code', label: 'Code', example: null },
        { type: 'quick-reply', label: 'Stop' },
      ],
    });
    const content = filled(rich, {
      'header.location': { type: 'location', latitude: 52, longitude: 5, name: 'Winkel', address: 'Straat 1' },
      'body.amount': { type: 'currency', decimal: '12.50', currency: 'EUR' },
      'body.count': text('1200'),
      'body.day': text('2026-03-04'),
      'body.moment': text('2026-03-04T14:30'),
      'button0.order': text('a-1'),
      'button1.copy-code': text('SPRING'),
    });
    assert.equal((await sendLate(rich, content)).status, 'accepted');
  });

  for (const { title, change, status = 'approved', path } of [
    { title: 'without what was filled in', change: { filling: null }, path: 'content.filling' },
    { title: 'with other words', change: { body: 'Dear Anna, pay now.' }, path: 'content.body' },
    { title: 'in another language', change: { language: 'de' }, path: 'content.language' },
    { title: 'with a footer of its own', change: { footer: 'Reply STOP' }, path: 'content.footer' },
    { title: 'that is paused', change: {}, status: 'paused', path: 'content.filling.templateId' },
    { title: 'that was rejected', change: {}, status: 'rejected', path: 'content.filling.templateId' },
    {
      title: 'with a place left open',
      change: { filling: { ...filled(template).filling!, places: [] } },
      path: 'content.filling.places',
    },
    {
      title: 'that nobody registered',
      change: { filling: { ...filled(template).filling!, templateId: '__proto__' } },
      path: 'content.filling.templateId',
    },
  ] as const) {
    it(`refuses one ${title}`, async () => {
      const error = await errorOf(sendLate({ ...template, status }, { ...filled(template), ...change }));
      assert.deepEqual([error.code, error.path], ['invalid', path]);
    });
  }

  it('refuses one of another own number', async () => {
    const own = { ...template, accountId: '31' };
    const adapter = worldWith(own).start().adapter();
    const error = await errorOf(adapter.send(aTextTo({ channel: 'whatsapp', accountId: '32', content: filled(own) })));
    assert.deepEqual([error.code, error.path], ['invalid', 'content.filling.templateId']);
  });

  it('refuses one on a channel that has none, and one of another channel', async () => {
    const adapter = worldWith(template).start().adapter();
    assert.equal(await codeOf(adapter.send(aTextTo({ content: filled(template) }))), 'unsupported');
    const viber = worldWith({ ...template, channel: 'viber' })
      .start()
      .adapter();
    const error = await errorOf(viber.send(aTextTo({ channel: 'whatsapp', content: filled(template) })));
    assert.deepEqual([error.code, error.path], ['invalid', 'channel']);
  });
});
