import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ApprovedTemplate } from '../../src/domain/approved-template.ts';
import { recipientValues } from '../../src/domain/placeholders.ts';
import { chooseTemplateLanguage } from '../../src/domain/template-language.ts';
import { pickableTemplates } from '../../src/domain/template-picker.ts';
import type { TemplatePickerContext } from '../../src/domain/template-picker.ts';
import { prefillTemplate } from '../../src/domain/template-prefill.ts';
import { aRecipient } from './samples.ts';
import { aParameter, salesAlert } from './template-samples.ts';

describe('what is filled in by itself', () => {
  const values = recipientValues(aRecipient());
  const prefill = (parameter: Parameters<typeof aParameter>[0], known: ReadonlyMap<string, string> = values) => {
    const name = parameter?.name ?? '1';
    const parameterFormat = /\d/.test(name) ? 'positional' : 'named';
    const body = { text: `A {{${name}}} b`, parameters: [aParameter(parameter)] };
    return prefillTemplate(salesAlert({ parameterFormat, body }), known)[`body.${name}`] ?? null;
  };
  const rows: readonly [string, Parameters<typeof aParameter>[0], string | null][] = [
    ['a place called first_name', { name: 'first_name' }, 'Aïsha'],
    ['a place called voornaam', { name: 'voornaam' }, 'Aïsha'],
    ['a place called customer', { name: 'customer' }, 'Aïsha de Vries'],
    ['a place called company_name', { name: 'company_name' }, 'De Vries Bouw'],
    ['a number whose description names a value', { name: '1', source: 'FirstName' }, 'Aïsha'],
    ['a number that nobody described', { name: '1' }, null],
    ['a number with an example', { name: '1', example: 'Jan' }, null],
    ['a name nobody knows', { name: 'order' }, null],
    ['a description that names nothing known', { name: 'customer', source: 'OrderNumber' }, null],
    ['a file', { name: 'customer', type: 'media' }, null],
    ['a number field that a name does not fit', { name: 'customer', type: 'number' }, null],
    ['money in no settled currency', { name: 'customer', type: 'currency' }, null],
  ];
  for (const [title, parameter, expected] of rows)
    it(`[TP15] ${expected === null ? 'leaves' : 'fills'} ${title}`, () => {
      assert.deepEqual(prefill(parameter), expected === null ? null : { type: 'text', text: expected });
    });

  it('[TP15] takes values that only the host knows, by their own name', () => {
    const known = new Map([['OrderNumber', ' A-1\n2 ']]);
    assert.deepEqual(prefill({ name: 'order_number' }, known), { type: 'text', text: 'A-1 2' });
    const due = { name: 'due', type: 'currency', currency: 'EUR' } as const;
    assert.deepEqual(prefill(due, new Map([['Due', '12.50']])), {
      type: 'currency',
      decimal: '12.50',
      currency: 'EUR',
    });
    assert.equal(prefill(due, new Map([['Due', 'soon']])), null);
  });

  it('[TP15] has no name for a sender nobody matched', () => {
    const stranger = aRecipient({ kind: 'unmatched', name: '+31612345678', firstName: null, organisation: null });
    assert.equal(prefill({ name: 'customer' }, recipientValues(stranger)), null);
  });
});

describe('the language to begin with', () => {
  const inLanguages = (...languages: readonly string[]): ApprovedTemplate[] =>
    languages.map((entry) => {
      const [language = '', status = 'approved'] = entry.split(' ');
      return salesAlert({ id: language, language, status: status as ApprovedTemplate['status'] });
    });
  const rows: readonly [string, readonly string[], string | null, string | null, string][] = [
    ['the recipient’s own', ['en', 'nl', 'nl_BE'], 'nl-BE', 'en', 'nl_BE exact'],
    ['another region of it', ['en', 'nl'], 'nl-BE', 'en', 'nl language'],
    ['without a region first', ['en_US', 'en'], 'en-GB', null, 'en language'],
    ['the business’s own', ['en', 'nl'], 'fr', 'nl-NL', 'nl fallback'],
    ['the business’s own for an unknown one', ['en', 'nl'], null, 'nl', 'nl fallback'],
    ['the only one', ['de'], 'fr', 'nl', 'de only'],
    ['the first by tag', ['fr', 'de'], 'es', null, 'de first'],
    ['one that may be sent', ['nl paused', 'en'], 'nl', 'en', 'en fallback'],
    ['the recipient’s own where none may be sent', ['nl paused', 'en rejected'], 'nl', 'en', 'nl exact'],
  ];
  for (const [title, languages, language, fallback, expected] of rows)
    it(`[TP16] is ${title}`, () => {
      const choice = chooseTemplateLanguage(inLanguages(...languages), { language, fallback, accountId: null });
      assert.equal(`${choice?.template.language} ${choice?.reason}`, expected);
    });

  it('[TP16] says that the recipient’s own exists but may not be sent, and why', () => {
    const context = { language: 'nl', fallback: 'en', accountId: null };
    const choice = chooseTemplateLanguage(inLanguages('nl paused', 'en'), context);
    assert.deepEqual([choice?.unavailable?.template.language, choice?.unavailable?.refusal], ['nl', 'paused']);
    assert.equal(chooseTemplateLanguage(inLanguages('nl', 'en paused'), context)?.unavailable, null);
    assert.equal(chooseTemplateLanguage(inLanguages('nl paused'), context)?.unavailable, null);
  });

  it('[TP16] is none where there is no template', () => {
    assert.equal(chooseTemplateLanguage([], { language: 'nl', fallback: 'nl', accountId: null }), null);
  });
});

describe('the list to choose from', () => {
  const context: TemplatePickerContext = {
    channel: 'whatsapp',
    accountId: 'n1',
    search: '',
    favourites: new Set(),
    lastUsed: new Map(),
  };
  const named = (name: string, changes: Partial<ApprovedTemplate> = {}): ApprovedTemplate =>
    salesAlert({ id: name, name, body: { text: `About ${name}`, parameters: [] }, ...changes });
  const names = (templates: readonly ApprovedTemplate[], changes: Partial<TemplatePickerContext> = {}): string[] =>
    pickableTemplates(templates, { ...context, ...changes }).map(({ name }) => name);

  it('[TP17] gathers the languages of a template under its name', () => {
    const groups = pickableTemplates(
      [salesAlert({ language: 'nl' }), salesAlert({ language: 'de', status: 'paused' })],
      context,
    );
    assert.deepEqual(
      groups.map(({ name, variants, sendable }) => [name, variants.map(({ language }) => language), sendable]),
      [['sales_alert', ['de', 'nl'], true]],
    );
  });

  it('[TP17] leaves out other channels and other own numbers', () => {
    const templates = [
      named('a', { channel: 'viber' }),
      named('b', { accountId: 'n2', status: 'paused' }),
      named('c', { accountId: 'n1' }),
      named('d'),
    ];
    assert.deepEqual(names(templates), ['c', 'd']);
  });

  it('[TP17] puts what may be sent first, then favourites, then the last used, then by name', () => {
    const templates = ['d', 'c', 'b', 'a'].map((name) => named(name)).concat(named('p', { status: 'paused' }));
    assert.deepEqual(names(templates), ['a', 'b', 'c', 'd', 'p']);
    const order = {
      favourites: new Set(['d', 'p']),
      lastUsed: new Map([
        ['b', 1],
        ['c', 2],
      ]),
    };
    assert.deepEqual(names(templates, order), ['d', 'c', 'b', 'a', 'p']);
  });

  it('[TP17] finds words in the name as it is read, and in the text', () => {
    const templates = [named('price_alert'), named('greeting', { footer: 'No alert, just hello' }), named('other')];
    assert.deepEqual(names(templates, { search: 'ALERT' }), ['price_alert', 'greeting']);
    assert.deepEqual(names(templates, { search: 'alert price' }), ['price_alert']);
    assert.deepEqual(names(templates, { search: 'price_alert' }), ['price_alert']);
    assert.deepEqual(names(templates, { search: 'nothing' }), []);
  });

  it('[TP17] finds a template by the words of any of its languages', () => {
    const dutch = salesAlert({ language: 'nl', body: { text: 'Fiets te koop', parameters: [] } });
    assert.deepEqual(names([salesAlert(), dutch], { search: 'fiets' }), ['sales_alert']);
  });

  it('[TP17] puts a name that matches before a text that does, whatever is used more', () => {
    const templates = [named('hello'), named('zebra', { body: { text: 'say hello', parameters: [] } })];
    const order = { search: 'hello', favourites: new Set(['zebra']) };
    assert.deepEqual(names(templates, order), ['hello', 'zebra']);
  });
});
