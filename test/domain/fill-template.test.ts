import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { ApprovedTemplate, ParameterType, TemplateParameter } from '../../src/domain/approved-template.ts';
import { fillApprovedTemplate } from '../../src/domain/fill-template.ts';
import type { FilledTemplate } from '../../src/domain/fill-template.ts';
import type { TemplateInput, TemplateInputs } from '../../src/domain/template-fields.ts';
import { previewText } from '../../src/domain/template-preview.ts';
import { aFile, aParameter, counted, salesAlert } from './template-samples.ts';

const text = (words: string): TemplateInput => ({ type: 'text', text: words });
const money = (decimal: string, currency = 'EUR'): TemplateInput => ({ type: 'currency', decimal, currency });
const file = (changes: Parameters<typeof aFile>[0] = {}): TemplateInput => ({
  type: 'media',
  attachment: aFile(changes),
});
const place: Extract<TemplateInput, { type: 'location' }> = {
  type: 'location',
  latitude: 52.09,
  longitude: 5.12,
  name: 'Winkel',
  address: 'Oudegracht 1',
};

/** Problems in short: `body.1 missing`. */
function problems({ problems: found }: FilledTemplate): string[] {
  return found.map(({ fieldId, fault }) => `${fieldId ?? 'all'} ${fault.type}`);
}

/** A template with one field of a type, filled. */
function one(type: ParameterType, input: TemplateInput, changes: Partial<TemplateParameter & ApprovedTemplate> = {}) {
  const { currency = null, language = 'en' } = changes;
  const parameters = [aParameter({ type, currency })];
  return fillApprovedTemplate(counted('A {{1}} b', { language, body: { text: 'A {{1}} b', parameters } }), {
    'body.1': input,
  });
}

/** What the customer reads, with spaces that do not break as spaces. */
function words({ content }: FilledTemplate): string | null {
  return content?.body.slice(2, -2).replace(/[\u00a0\u202f]/g, ' ') ?? null;
}

const guide: TemplateInputs = {
  'body.amount': money('15'),
  'body.moment': text('2019-12-30'),
  'body.description': text('sehr schönen'),
  'body.vehicle': text('Fahrrad'),
};

describe('filling the template of the guide', () => {
  it('[TP14] gives the message once every field has a value', () => {
    const { content, problems: none } = fillApprovedTemplate(salesAlert({ footer: 'Ihr Laden' }), guide);
    assert.deepEqual(none, []);
    assert.equal(content?.body, 'Für 15,00\u00a0€ sind Sie 30. Dezember 2019 Inhaber dieses sehr schönen Fahrrads.');
    assert.deepEqual([content.name, content.language, content.footer], ['sales_alert', 'de', 'Ihr Laden']);
  });

  it('[TP14] gives the provider each value with its place', () => {
    const { content } = fillApprovedTemplate(salesAlert(), guide);
    assert.deepEqual(content?.filling?.places[0], {
      component: 'body',
      index: 0,
      name: 'amount',
      value: { type: 'currency', decimal: '15', currency: 'EUR' },
      text: '15,00\u00a0€',
    });
    assert.deepEqual([content.filling.templateId, content.filling.parameterFormat], ['t1', 'named']);
  });

  it('[TP14] shows what is filled and what is missing, and sends nothing yet', () => {
    const { preview, content, problems: found } = fillApprovedTemplate(salesAlert(), { 'body.vehicle': text('Rad') });
    assert.deepEqual(
      preview.body.map((part) => `${part.kind} ${part.kind === 'text' ? '' : part.fieldId}`.trim()),
      ['text', 'missing body.amount', 'text', 'missing body.moment', 'text', 'missing body.description', 'text'].concat(
        ['filled body.vehicle', 'text'],
      ),
    );
    assert.equal(content, null);
    assert.deepEqual(
      found.map(({ fieldId }) => fieldId),
      ['body.amount', 'body.moment', 'body.description'],
    );
  });

  it('[TP14] fills nothing that a value contains', () => {
    const { content } = fillApprovedTemplate(salesAlert(), { ...guide, 'body.description': text('{{vehicle}}') });
    assert.match(content?.body ?? '', /dieses \{\{vehicle\}\} Fahrrads/);
  });

  it('[TP14] ignores inherited fields', () => {
    const inputs = Object.create({ 'body.vehicle': text('x') }) as TemplateInputs;
    assert.ok(problems(fillApprovedTemplate(salesAlert(), inputs)).includes('body.vehicle missing'));
  });

  it('[TP14] sends exactly when nothing is wrong, whatever is entered', () => {
    const input = fc.oneof(
      fc.record({ type: fc.constant('text' as const), text: fc.string() }),
      fc.record({ type: fc.constant('currency' as const), decimal: fc.string(), currency: fc.string() }),
    );
    const inputs = fc.record(
      { 'body.amount': input, 'body.moment': input, 'body.description': input, 'body.vehicle': input },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(inputs, (entered) => {
        const filled = fillApprovedTemplate(salesAlert(), entered);
        assert.equal(filled.content === null, filled.problems.length > 0);
        if (filled.content) assert.equal(filled.content.body, previewText(filled.preview.body));
      }),
    );
  });
});

describe('what may stand in a place', () => {
  const rows: readonly [rule: string, type: ParameterType, input: TemplateInput, expected: string][] = [
    ['TP10', 'text', text('  Jan '), 'Jan'],
    ['TP10', 'text', text('   '), 'missing'],
    ['TP10', 'text', text('a\nb'), 'line-break'],
    ['TP10', 'text', text('a\tb'), 'line-break'],
    ['TP10', 'text', text('a\u2028b'), 'line-break'],
    ['TP10', 'text', text('a    b'), 'a    b'],
    ['TP10', 'text', text('a     b'), 'too-many-spaces'],
    ['TP10', 'text', money('1'), 'missing'],
    ['TP11', 'number', text('1234.50'), '1,234.50'],
    ['TP11', 'number', text('-7'), '-7'],
    ['TP11', 'number', text(''), 'missing'],
    ['TP11', 'number', text('12,5'), 'not-a-number'],
    ['TP11', 'number', text('1e3'), 'not-a-number'],
    ['TP11', 'number', text('Infinity'), 'not-a-number'],
    ['TP11', 'number', text('1234567890123456'), 'not-a-number'],
    ['TP11', 'currency', money('15'), '€15.00'],
    ['TP11', 'currency', money('15', 'JPY'), '¥15'],
    ['TP11', 'currency', money(''), 'missing'],
    ['TP11', 'currency', money('vijftien'), 'not-a-number'],
    ['TP11', 'currency', money('15', 'euro'), 'not-a-currency'],
    ['TP11', 'currency', money('15.005'), 'too-many-decimals'],
    ['TP11', 'currency', money('15.5', 'JPY'), 'too-many-decimals'],
    ['TP11', 'currency', text('15'), 'missing'],
    ['TP11', 'date', text('2026-11-22'), 'November 22, 2026'],
    ['TP11', 'date', text('2026-02-30'), 'not-a-date'],
    ['TP11', 'date', text('22-11-2026'), 'not-a-date'],
    ['TP11', 'date', text('2026-11-22T10:00'), 'not-a-date'],
    ['TP11', 'date', text(''), 'missing'],
    ['TP11', 'date-time', text('2026-11-22T14:30'), 'November 22, 2026 at 2:30 PM'],
    ['TP11', 'date-time', text('2026-11-22T14:30:00'), 'November 22, 2026 at 2:30 PM'],
    ['TP11', 'date-time', text('2026-11-22'), 'not-a-time'],
    ['TP11', 'date-time', text('2026-11-22T24:00'), 'not-a-time'],
    ['TP11', 'date-time', text('2026-13-22T10:00'), 'not-a-date'],
    ['TP11', 'media', text('x'), 'missing'],
    ['TP11', 'location', text('x'), 'missing'],
  ];
  for (const [rule, type, input, expected] of rows)
    it(`[${rule}] ${type} ${JSON.stringify(input)} is ${expected}`, () => {
      const filled = one(type, input);
      assert.equal(words(filled) ?? filled.problems[0]?.fault.type, expected);
    });

  it('[TP11] keeps to the currency that the template settles', () => {
    assert.equal(words(one('currency', money('15', 'USD'), { currency: 'GBP' })), '£15.00');
  });

  const languages: readonly [language: string, type: ParameterType, input: TemplateInput, expected: string][] = [
    ['nl', 'currency', money('1234.5'), '€ 1.234,50'],
    ['pt_BR', 'number', text('1234.5'), '1.234,5'],
    ['en_US', 'date', text('2026-11-22'), 'November 22, 2026'],
    ['en_GB', 'date', text('2026-11-22'), '22 November 2026'],
    ['nl', 'date', text('2026-03-29'), '29 maart 2026'],
    ['nl', 'date-time', text('2026-03-29T02:30'), '29 maart 2026 om 02:30'],
    ['not a language', 'number', text('1234.5'), '1,234.5'],
  ];
  for (const [language, type, input, expected] of languages)
    it(`[TP12] a ${type} is written as in ${language}: ${expected}`, () => {
      assert.equal(words(one(type, input, { language })), expected);
    });
});

describe('headers and buttons', () => {
  const withImage = salesAlert({ header: { type: 'image', exampleUrl: null }, body: { text: 'A', parameters: [] } });
  const filledWith = (template: ApprovedTemplate, inputs: TemplateInputs) => fillApprovedTemplate(template, inputs);

  it('[TP13] shows the file of a header and gives it to the provider', () => {
    const { content, preview } = filledWith(withImage, { 'header.media': file() });
    assert.deepEqual(preview.header, { type: 'image', fieldId: 'header.media', attachment: aFile() });
    assert.deepEqual(content?.filling?.places[0]?.value, { type: 'media', attachment: aFile() });
    assert.equal(content.header, null);
  });

  const files: readonly [string, Parameters<typeof aFile>[0], string][] = [
    ['a file of another kind', { mimeType: 'application/pdf' }, 'wrong-file'],
    ['a picture the channel does not carry', { mimeType: 'image/gif' }, 'wrong-file'],
    ['a picture over 5 MB', { sizeBytes: 6_000_000 }, 'too-large'],
  ];
  for (const [title, changes, expected] of files)
    it(`[TP13] refuses ${title}`, () => {
      assert.deepEqual(problems(filledWith(withImage, { 'header.media': file(changes) })), [
        `header.media ${expected}`,
      ]);
    });

  it('[TP13] says which files a header takes', () => {
    const [problem] = filledWith(withImage, { 'header.media': file({ mimeType: 'image/gif' }) }).problems;
    assert.deepEqual(problem?.fault, { type: 'wrong-file', mimeTypes: ['image/jpeg', 'image/png'] });
  });

  it('[TP13] misses a file that was not chosen', () => {
    const { preview, problems: found } = filledWith(withImage, {});
    assert.deepEqual(preview.header, { type: 'image', fieldId: 'header.media', attachment: null });
    assert.equal(found[0]?.fault.type, 'missing');
  });

  const withMap = salesAlert({ header: { type: 'location' }, body: { text: 'A', parameters: [] } });
  const places: readonly [string, TemplateInput, string | null][] = [
    ['coordinates with a name and an address', place, null],
    ['no address', { ...place, address: ' ' }, 'missing'],
    ['no name', { ...place, name: '' }, 'missing'],
    ['no coordinates', { ...place, latitude: null }, 'missing'],
    ['a latitude beyond the poles', { ...place, latitude: 91 }, 'not-a-place'],
    ['a longitude that is no number', { ...place, longitude: NaN }, 'not-a-place'],
  ];
  for (const [title, input, expected] of places)
    it(`[TP13] ${expected === null ? 'takes' : 'refuses'} a map header with ${title}`, () => {
      const filled = filledWith(withMap, { 'header.location': input });
      assert.equal(filled.problems[0]?.fault.type ?? null, expected);
      assert.equal(
        filled.preview.header?.type === 'location' && filled.preview.header.place !== null,
        expected === null,
      );
    });

  it('[TP13] counts the filled text, not the template', () => {
    const body = fillApprovedTemplate(counted('A {{1}} b'), { 'body.1': text('x'.repeat(1021)) });
    assert.deepEqual(body.problems, [{ fieldId: null, fault: { type: 'too-long', limit: 1024 } }]);
    assert.equal(fillApprovedTemplate(counted('A {{1}} b'), { 'body.1': text('x'.repeat(1020)) }).problems.length, 0);
    const header = counted('A', { header: { type: 'text', text: 'Hi {{1}}', parameters: [aParameter()] } });
    const long = fillApprovedTemplate(header, { 'header.1': text('x'.repeat(58)) });
    assert.deepEqual(problems(long), ['all too-long']);
  });

  const link = counted('A', {
    buttons: [
      { type: 'quick-reply', label: 'Yes' },
      { type: 'url', label: 'Track', url: 'https://a.b/t/{{1}}', parameter: aParameter() },
      { type: 'phone', label: 'Call', phone: '+31201234567' },
      { type: 'copy-code', label: 'Copy', example: 'X' },
    ],
  });

  it('[TP14] gives buttons as the customer has them', () => {
    const { content } = filledWith(link, { 'button1.1': text('AB-12'), 'button3.copy-code': text('ZOMER10') });
    assert.deepEqual(content?.buttons, [
      { type: 'reply', label: 'Yes', value: null },
      { type: 'url', label: 'Track', value: 'https://a.b/t/AB-12' },
      { type: 'phone', label: 'Call', value: '+31201234567' },
      { type: 'copy-code', label: 'Copy', value: 'ZOMER10' },
    ]);
    assert.deepEqual(
      content.filling?.places.map(({ component, index, name }) => `${component} ${index} ${name}`),
      ['button 1 1', 'button 3 copy-code'],
    );
  });

  const ends: readonly [string, string][] = [
    ['with a space', 'AB 12'],
    ['with a quote', 'a"b'],
    ['with a bracket', '<a>'],
  ];
  for (const [title, end] of ends)
    it(`[TP10] refuses the end of a link ${title}`, () => {
      const filled = filledWith(link, { 'button1.1': text(end), 'button3.copy-code': text('X') });
      assert.deepEqual(problems(filled), ['button1.1 not-for-a-link']);
    });

  it('[TP13] refuses a link or a code that became too long, at its field', () => {
    const filled = filledWith(link, { 'button1.1': text('a'.repeat(2000)), 'button3.copy-code': text('b'.repeat(21)) });
    assert.deepEqual(problems(filled), ['button1.1 too-long', 'button3.copy-code too-long']);
  });
});
