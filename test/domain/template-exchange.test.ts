import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseXml } from '../../src/dom/parse-xml.ts';
import type { ConversationTemplate } from '../../src/domain/model.ts';
import { planImport } from '../../src/domain/template-exchange.ts';
import type { ImportReading, ImportRow } from '../../src/domain/template-exchange.ts';
import { templatesFromJson, templatesToJson } from '../../src/domain/template-json.ts';
import { templatesFromXliff } from '../../src/domain/xliff-read.ts';
import { templatesToXliff } from '../../src/domain/xliff-write.ts';

function aTemplate(language: string, changes: Partial<ConversationTemplate> = {}): ConversationTemplate {
  return { code: 'INVITE', language, isDefault: false, text: `Hoi <<FirstName>> in ${language}`, ...changes };
}

const list = [
  aTemplate('nl', { isDefault: true }),
  aTemplate('en'),
  aTemplate('de', { code: 'OTHER', isDefault: true }),
];

/** `path problem` or `path CODE language text` per row. */
function short(reading: ImportReading): string[] | string {
  if (!reading.ok) return reading.problem;
  return reading.rows.map((row) =>
    row.ok
      ? `${row.path} ${row.template.code} ${row.template.language}${row.template.isDefault ? ' *' : ''} ${row.template.text}`
      : `${row.path} ${row.problem.type}`,
  );
}

/** The templates that taking over a file gives, in the order of their keys. */
function taken(reading: ImportReading): ConversationTemplate[] {
  const { added } = planImport([], reading.ok ? reading.rows : []);
  return sorted(added);
}

function sorted(templates: readonly ConversationTemplate[]): ConversationTemplate[] {
  const key = ({ code, language }: ConversationTemplate): string => `${code.toLowerCase()} ${language.toLowerCase()}`;
  return [...templates].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** Any templates: unique keys, and at most one default per code. */
const anyTemplates = fc
  .array(
    fc.record({
      code: fc.constantFrom('A', 'A_B', 'A-B', 'B & "C"'),
      language: fc.constantFrom('nl', 'nl-BE', 'en', 'de'),
      isDefault: fc.boolean(),
      text: fc.oneof(
        fc.constantFrom(
          ' {{Customer}}\r\n<<FirstName>>\t',
          '<a href="x">&amp;</a>',
          '\u0007bell\ud800half\ufffe',
          ']]>',
        ),
        fc.string({ unit: 'binary' }).filter((text) => text.trim() !== ''),
      ),
    }),
    { maxLength: 12 },
  )
  .map((templates) => {
    const unique = new Map(templates.map((template) => [`${template.code} ${template.language}`, template]));
    const kept = [...unique.values()];
    return kept.map((template) => ({
      ...template,
      isDefault:
        template.isDefault && kept.find(({ code, isDefault }) => isDefault && code === template.code) === template,
    }));
  });

describe('templates as JSON', () => {
  it('[TX3] gives each template with its fields, one a line', () => {
    assert.match(templatesToJson(list), /"format": "conversation-templates",\n {2}"version": 1,/);
    assert.doesNotMatch(templatesToJson([{ ...aTemplate('nl'), version: 7 }]), /7/);
  });

  it('[TX3] gives back what was written, whatever it is', () => {
    fc.assert(
      fc.property(anyTemplates, (templates) => {
        assert.deepEqual(taken(templatesFromJson(templatesToJson(templates))), sorted(templates));
      }),
    );
  });

  const file = (templates: unknown): string =>
    JSON.stringify({ format: 'conversation-templates', version: 1, templates });
  const rows: readonly [string, string, readonly string[] | string][] = [
    ['a mark of byte order', `\ufeff${file([])}`, []],
    ['words', 'hello', 'not-json'],
    ['other JSON', '[]', 'other-format'],
    ['no templates', '{"format":"conversation-templates","version":1}', 'other-format'],
    ['a newer version', '{"format":"conversation-templates","version":2,"templates":[]}', 'other-version'],
    [
      'rows of a wrong shape',
      file([null, 'x', []]),
      ['templates[0] malformed', 'templates[1] malformed', 'templates[2] malformed'],
    ],
    [
      'one bad row among good ones',
      file([
        aTemplate('nl', { text: 'a' }),
        { ...aTemplate('en'), text: 1 },
        aTemplate('de', { text: 'c', isDefault: true }),
      ]),
      ['templates[0] INVITE nl a', 'templates[1] malformed', 'templates[2] INVITE de * c'],
    ],
  ];
  for (const [title, text, expected] of rows)
    it(`[TX1] reads ${title}`, () => {
      assert.deepEqual(short(templatesFromJson(text)), expected);
    });

  it('[TX1] names the field of a bad row and keeps the row', () => {
    const bad = [
      { language: 'nl', isDefault: true, text: 'x' },
      { ...aTemplate('nl'), language: 1 },
      { ...aTemplate('nl'), isDefault: 'yes' },
    ];
    const reading = templatesFromJson(file(bad));
    const found = reading.ok
      ? reading.rows.map((row) => !row.ok && row.problem.type === 'malformed' && row.problem.path)
      : [];
    assert.deepEqual(found, ['templates[0].code', 'templates[1].language', 'templates[2].isDefault']);
    assert.deepEqual(reading.ok && reading.rows.map((row) => !row.ok && (JSON.parse(row.raw) as unknown)), bad);
  });

  it('[TX1] answers to any JSON', () => {
    fc.assert(
      fc.property(fc.json(), fc.json(), (whole, row) => {
        assert.ok(templatesFromJson(whole));
        const reading = templatesFromJson(`{"format":"conversation-templates","version":1,"templates":[${row}]}`);
        assert.equal(reading.ok && reading.rows.length, 1);
      }),
    );
  });
});

describe('templates as XLIFF', () => {
  it('[TX4] has the default as the original and one file per pair of languages', () => {
    assert.equal(
      templatesToXliff(list),
      `<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
  <file original="conversation-templates" datatype="plaintext" source-language="nl" target-language="en">
    <body>
      <trans-unit id="1" resname="INVITE" xml:space="preserve">
        <source>Hoi <ph id="1">&lt;&lt;FirstName&gt;&gt;</ph> in nl</source>
        <target>Hoi <ph id="1">&lt;&lt;FirstName&gt;&gt;</ph> in en</target>
      </trans-unit>
    </body>
  </file>
  <file original="conversation-templates" datatype="plaintext" source-language="de">
    <body>
      <trans-unit id="1" resname="OTHER" xml:space="preserve">
        <source>Hoi <ph id="1">&lt;&lt;FirstName&gt;&gt;</ph> in de</source>
      </trans-unit>
    </body>
  </file>
</xliff>
`,
    );
  });

  it('[TX4] asks for languages that are wanted', () => {
    const text = templatesToXliff(list, ['fr', 'de']);
    assert.equal(text.match(/state="needs-translation"/g)?.length, 3);
    assert.deepEqual(
      text.match(/target-language="\w+"/g),
      ['en', 'fr', 'de', 'fr'].map((tag) => `target-language="${tag}"`),
    );
    assert.deepEqual(taken(templatesFromXliff(text, parseXml)), sorted(list));
  });

  it('[TX5] gives back what was written, whatever it is', () => {
    fc.assert(
      fc.property(anyTemplates, fc.subarray(['fr', 'nl']), (templates, into) => {
        const reading = templatesFromXliff(templatesToXliff(templates, into), parseXml);
        assert.deepEqual(taken(reading), sorted(templates));
      }),
    );
  });

  it('[TX4] is one file of each pair, and one original for each code', () => {
    const none = templatesToXliff([aTemplate('nl'), aTemplate('en')]);
    assert.match(none, /restype="x-no-default"/);
    assert.deepEqual(taken(templatesFromXliff(none, parseXml)), sorted([aTemplate('nl'), aTemplate('en')]));
  });

  const unit = (inside: string, attributes = 'id="A"'): string => `<trans-unit ${attributes}>${inside}</trans-unit>`;
  const file = (units: string, attributes = 'source-language="nl" target-language="en"'): string =>
    `<x:xliff version="1.2" xmlns:x="u"><x:file ${attributes}><body>${units}</body></x:file></x:xliff>`;
  const at = 'file[0].trans-unit[0]';
  const rows: readonly [string, string, readonly string[] | string][] = [
    ['words', 'hello', 'not-xml'],
    ['other XML', '<html/>', 'other-format'],
    ['XLIFF 2', '<xliff version="2.0"/>', 'other-version'],
    ['no files', '<xliff version="1.2"/>', []],
    ['a unit without a translation', file(unit('<source>a</source>')), [`${at}.source A nl * a`]],
    [
      'both languages',
      file(unit('<source>a</source><target>b</target>')),
      [`${at}.source A nl * a`, `${at}.target A en b`],
    ],
    ['a code in its own field', file(unit('<source>a</source>', 'id="1" resname="B"')), [`${at}.source B nl * a`]],
    [
      'an original that is no default',
      file(unit('<source>a</source>', 'id="A" restype="x-no-default"')),
      [`${at}.source A nl a`],
    ],
    ['units in groups', file(`<group><group>${unit('<source>a</source>')}</group></group>`), [`${at}.source A nl * a`]],
    [
      'an empty translation',
      file(unit('<source>a</source><target/>')),
      [`${at}.source A nl * a`, `${at}.target untranslated`],
    ],
    [
      'words in inline elements',
      file(unit('<source>a<g id="1">b<mrk>c</mrk></g></source>')),
      [`${at}.source A nl * abc`],
    ],
    [
      'an empty placeholder that says what it is',
      file(unit('<source>a <x id="1" equiv-text="{{B}}"/></source>')),
      [`${at}.source A nl * a {{B}}`],
    ],
    ['a unit without a code', file(unit('<source>a</source>', '')), [`${at} malformed`]],
    ['a unit without an original', file(unit('<target>a</target>')), [`${at} malformed`]],
    ['a file without its language', file(unit('<source>a</source>'), ''), [`${at} malformed`]],
    [
      'a translation into no language',
      file(unit('<source>a</source><target>b</target>'), 'source-language="nl"'),
      [`${at}.source A nl * a`, `${at} malformed`],
    ],
  ];
  for (const [title, text, expected] of rows)
    it(`[TX1] reads ${title}`, () => {
      assert.deepEqual(short(templatesFromXliff(text, parseXml)), expected);
    });

  it('[TX6] names the placeholders that a translation has lost', () => {
    const text = file(unit('<source>{{A}} <![CDATA[<<B>>]]> {{A}}</source><target>{{ a }}</target>'));
    const reading = templatesFromXliff(text, parseXml);
    assert.deepEqual(reading.ok && reading.rows.map((row) => row.ok && row.lostPlaceholders), [[], ['B']]);
  });

  it('[TX5] reads characters that XML cannot carry, and passes over what is no number', () => {
    const text = file(unit('<source>a<ph id="1" ctype="x-char">7</ph><ph id="2" ctype="x-char">zz</ph></source>'));
    assert.deepEqual(short(templatesFromXliff(text, parseXml)), [`${at}.source A nl * a\u0007`]);
  });
});

describe('taking over a file', () => {
  const row = (template: ConversationTemplate, path = 'p'): ImportRow => ({
    ok: true,
    path,
    template,
    lostPlaceholders: [],
  });
  const bad: ImportRow = { ok: false, path: 'b', problem: { type: 'untranslated' }, raw: 'x' };

  it('[TX2] adds, changes and leaves, and touches nothing that the file does not name', () => {
    const changed = aTemplate('EN', { text: 'other' });
    const plan = planImport(list, [row(aTemplate('nl', { isDefault: true })), row(changed), row(aTemplate('fr')), bad]);
    assert.deepEqual(plan, {
      added: [aTemplate('fr')],
      changed: [{ before: list[1], after: changed }],
      same: [list[0]],
      failed: [bad],
    });
  });

  it('[TX2] takes the first of two rows with one key, and says so of the other', () => {
    const plan = planImport([], [row(aTemplate('nl')), row(aTemplate('nl')), row(aTemplate('NL', { text: 'x' }), 'q')]);
    assert.deepEqual(plan.added, [aTemplate('nl')]);
    assert.deepEqual(plan.failed, [{ ok: false, path: 'q', problem: { type: 'twice' }, raw: 'x' }]);
  });

  it('[TX2] takes nothing that could not be saved', () => {
    const { added, failed } = planImport([], [row(aTemplate('Dutch!'))]);
    const problem = { type: 'field', problem: { field: 'language', type: 'bad-language' } };
    assert.deepEqual([added, failed.map((each) => each.problem)], [[], [problem]]);
  });

  it('[TX1] accounts for every row of a file, once or as a repetition', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('nl', 'NL', 'en', '!')),
        fc.array(fc.constantFrom('a', 'b')),
        (tags, texts) => {
          const rows = tags.map((tag, index) =>
            row(aTemplate(tag, { text: texts[index % Math.max(1, texts.length)] ?? 'a' })),
          );
          const { added, changed, same, failed } = planImport(list, rows);
          const known = new Set([...added, ...same, ...changed.map(({ after }) => after)].map(({ text }) => text));
          for (const { ok, ...each } of rows)
            assert.ok(
              (ok && 'template' in each && known.has(each.template.text)) ||
                failed.some(({ raw }) => 'template' in each && raw === each.template.text),
            );
        },
      ),
    );
  });
});
