import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { templateRefusal } from '../../src/domain/approved-template.ts';
import type { ApprovalStatus, ApprovedTemplate, TemplateButton } from '../../src/domain/approved-template.ts';
import { templateFields } from '../../src/domain/template-fields.ts';
import { templateProblems } from '../../src/domain/template-rules.ts';
import { placeNames, templateTokens } from '../../src/domain/template-text.ts';
import { aParameter, counted, salesAlert } from './template-samples.ts';

/** Problems in short: `body too-long`. */
function problems(template: ApprovedTemplate): string[] {
  return templateProblems(template).map(({ path, fault }) => `${path} ${fault.type}`);
}

const reply = (label: string): TemplateButton => ({ type: 'quick-reply', label });
const url = (address: string, name: string | null = null): TemplateButton => ({
  type: 'url',
  label: 'Open',
  url: address,
  parameter: name === null ? null : aParameter({ name }),
});
const phone: TemplateButton = { type: 'phone', label: 'Call us', phone: '+31612345678' };
const code: TemplateButton = { type: 'copy-code', label: 'Copy', example: 'ZOMER10' };

describe('whether a template may be sent', () => {
  const statuses: readonly [ApprovalStatus, string | null][] = [
    ['approved', null],
    ['pending', 'pending'],
    ['rejected', 'rejected'],
    ['paused', 'paused'],
    ['disabled', 'disabled'],
  ];
  for (const [status, refusal] of statuses)
    it(`[TP1] ${refusal === null ? 'offers' : 'only shows'} one that is ${status}`, () => {
      assert.equal(templateRefusal(salesAlert({ status }), null), refusal);
    });

  it('[TP1] offers a template from its own number, and from any where neither is told apart', () => {
    assert.equal(templateRefusal(salesAlert({ accountId: 'n1' }), 'n1'), null);
    assert.equal(templateRefusal(salesAlert({ accountId: 'n1' }), 'n2'), 'other-account');
    assert.equal(templateRefusal(salesAlert({ accountId: 'n1', status: 'paused' }), 'n2'), 'other-account');
    assert.equal(templateRefusal(salesAlert({ accountId: null }), 'n2'), null);
    assert.equal(templateRefusal(salesAlert({ accountId: 'n1' }), null), null);
  });

  it('[TP1] only shows one with a button that nobody here can send', () => {
    const buttons: TemplateButton[] = [reply('Yes'), { type: 'unsupported', label: 'Form', providerType: 'FLOW' }];
    assert.equal(templateRefusal(salesAlert({ buttons }), null), 'unsupported-button');
  });
});

describe('the places of a template', () => {
  it('[TP2] are numbers or names, and what is neither stays text', () => {
    assert.deepEqual(placeNames('{{2}} {{1}} {{2}} {{name}} {{ 3 }}', 'positional'), ['2', '1']);
    assert.deepEqual(placeNames('{{order_id}} {{1}} {{Name}} {{x1}}', 'named'), ['order_id', 'x1']);
  });

  it('[TP2] and the words between them are the text, whatever it is', () => {
    const piece = fc.oneof(fc.constantFrom('{{', '}}', '{{1}}', '{{a_b}}', '1', 'a', '\n'), fc.string());
    fc.assert(
      fc.property(fc.array(piece), fc.constantFrom('positional' as const, 'named' as const), (pieces, format) => {
        const text = pieces.join('');
        const tokens = templateTokens(text, format);
        assert.equal(tokens.map((token) => (token.kind === 'text' ? token.text : token.source)).join(''), text);
      }),
    );
  });

  it('[TP9] become fields in the order of the text, each place once', () => {
    const template = counted('A {{1}} b {{2}} c {{1}}.', {
      header: { type: 'text', text: 'Hi {{1}}', parameters: [aParameter()] },
      buttons: [reply('Yes'), url('https://a.b/{{1}}', '1'), code, phone],
    });
    const ids = templateFields(template).map(({ id }) => id);
    assert.deepEqual(ids, ['header.1', 'body.1', 'body.2', 'button1.1', 'button2.copy-code']);
  });

  it('[TP9] are text where nobody described them', () => {
    const template = salesAlert({ body: { text: 'A {{b}} c', parameters: [] } });
    assert.equal(templateFields(template)[0]?.parameter.type, 'text');
  });

  it('[TP9] include the file or the place on the map of a header', () => {
    const image = salesAlert({ header: { type: 'image', exampleUrl: null } });
    assert.deepEqual([templateFields(image)[0]?.id, templateFields(image)[0]?.media], ['header.media', 'image']);
    assert.equal(templateFields(salesAlert({ header: { type: 'location' } }))[0]?.parameter.type, 'location');
  });
});

describe('what the provider would refuse', () => {
  const header = (text: string, names: readonly string[] = []): ApprovedTemplate =>
    salesAlert({ header: { type: 'text', text, parameters: names.map((name) => aParameter({ name })) } });
  const buttons = (...all: TemplateButton[]): ApprovedTemplate => salesAlert({ buttons: all });
  const rows: readonly [rule: string, title: string, template: ApprovedTemplate, expected: readonly string[]][] = [
    [
      'TP2',
      'capitals in a place',
      salesAlert({ body: { text: 'Hi {{Name}}!', parameters: [] } }),
      ['body broken-place'],
    ],
    ['TP2', 'spaces in a place', counted('Hi {{ 1 }}!'), ['body broken-place']],
    ['TP2', 'names among numbers', counted('Hi {{1}} and {{name}}!'), ['body broken-place']],
    ['TP3', 'a header of 60', header('a'.repeat(60)), []],
    ['TP3', 'a header of 61', header('a'.repeat(61)), ['header too-long']],
    ['TP3', 'an empty header', header(' '), ['header empty']],
    ['TP3', 'one place in a header', header('Hi {{a}}', ['a']), []],
    ['TP3', 'two places in a header', header('{{a}} {{b}}', ['a', 'b']), ['header too-many']],
    ['TP4', 'no body', counted(''), ['body empty']],
    ['TP4', 'a body of 1024', counted('a'.repeat(1024)), []],
    ['TP4', 'a body of 1025', counted('a'.repeat(1025)), ['body too-long']],
    ['TP5', 'a place at the beginning', counted('{{1}} is here.'), ['body place-at-edge']],
    ['TP5', 'a place at the end', counted('Here is {{1}} '), ['body place-at-edge']],
    ['TP6', 'a footer of 60', salesAlert({ footer: 'a'.repeat(60) }), []],
    ['TP6', 'a footer of 61', salesAlert({ footer: 'a'.repeat(61) }), ['footer too-long']],
    ['TP6', 'an empty footer', salesAlert({ footer: '' }), ['footer empty']],
    ['TP6', 'a place in a footer', salesAlert({ footer: 'By {{who}}' }), ['footer place-not-allowed']],
    ['TP7', 'ten buttons', buttons(...'abcdefghij'.split('').map(reply)), []],
    ['TP7', 'eleven buttons', buttons(...'abcdefghijk'.split('').map(reply)), ['buttons too-many']],
    ['TP7', 'two links', buttons(url('https://a.b'), url('https://a.c')), []],
    ['TP7', 'three links', buttons(url('https://a.b'), url('https://a.c'), url('https://a.d')), ['buttons too-many']],
    ['TP7', 'two numbers', buttons(phone, phone), ['buttons too-many']],
    ['TP7', 'two codes', buttons(code, code), ['buttons too-many']],
    ['TP7', 'replies before the rest', buttons(reply('A'), reply('B'), phone, code), []],
    ['TP7', 'replies after the rest', buttons(phone, reply('A'), reply('B')), []],
    ['TP7', 'replies between the rest', buttons(phone, reply('A'), code), ['buttons interleaved']],
    ['TP7', 'replies around the rest', buttons(reply('A'), phone, reply('B')), ['buttons interleaved']],
    ['TP7', 'a label of 25', buttons(reply('a'.repeat(25))), []],
    ['TP7', 'a label of 26', buttons(reply('a'.repeat(26))), ['buttons[0] too-long']],
    ['TP7', 'no label', buttons(reply('A'), reply(' ')), ['buttons[1] empty']],
    ['TP7', 'a place at the end of a link', buttons(url('https://a.b/{{id}}', 'id')), []],
    ['TP7', 'a place inside a link', buttons(url('https://a.b/{{id}}/c', 'id')), ['buttons[0] place-not-last']],
    ['TP7', 'no link', buttons(url('')), ['buttons[0] empty']],
    ['TP7', 'an endless link', buttons(url(`https://a.b/${'c'.repeat(2000)}`)), ['buttons[0] too-long']],
    ['TP7', 'no number', buttons({ ...phone, phone: '' }), ['buttons[0] empty']],
    ['TP7', 'a number of 21', buttons({ ...phone, phone: '1'.repeat(21) }), ['buttons[0] too-long']],
    ['TP8', 'numbers in any order', counted('A {{2}} b {{1}} c'), []],
    ['TP8', 'a gap', counted('A {{1}} b {{3}} c'), ['body gap']],
    ['TP8', 'numbers from two', counted('A {{2}} b'), ['body gap']],
    ['TP8', 'a zero', counted('A {{0}} b'), ['body gap']],
    ['TP8', 'an odd spelling of one', counted('A {{01}} b'), ['body gap']],
    [
      'TP8',
      'a place nobody described',
      salesAlert({ body: { text: 'A {{b}} c', parameters: [] } }),
      ['body undescribed'],
    ],
    [
      'TP8',
      'a description without a place',
      counted('A', { body: { text: 'A', parameters: [aParameter()] } }),
      ['body unused'],
    ],
    [
      'TP8',
      'a place described twice',
      counted('A', { body: { text: 'A {{1}} b', parameters: [aParameter(), aParameter()] } }),
      ['body unused'],
    ],
    ['TP18', 'a name with capitals', salesAlert({ name: 'Sales' }), ['name bad-name']],
    ['TP18', 'no name', salesAlert({ name: '' }), ['name empty']],
    ['TP18', 'a name of 513', salesAlert({ name: 'a'.repeat(513) }), ['name too-long']],
    ['TP18', 'a language with a region', salesAlert({ language: 'pt_BR' }), []],
    ['TP18', 'a language that is none', salesAlert({ language: 'Dutch!' }), ['language bad-language']],
  ];
  for (const [rule, title, template, expected] of rows)
    it(`[${rule}] ${expected.length === 0 ? 'takes' : 'refuses'} ${title}`, () => {
      assert.deepEqual(problems(template), expected);
    });

  it('[TP8] names the numbers that are missing', () => {
    const [problem] = templateProblems(counted('A {{2}} b {{4}} c'));
    assert.deepEqual(problem?.fault, { type: 'gap', names: ['1', '3'] });
  });

  it('has nothing against the template of the guide', () => {
    assert.deepEqual(templateProblems(salesAlert()), []);
  });
});
