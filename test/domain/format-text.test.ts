import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatText, type TextRun } from '../../src/domain/format-text.ts';
import { assertLinear } from '../linear.ts';

/** Runs as they would be written in another notation, to compare at a glance. */
function shown(text: string): string {
  const signs = ({ bold, italic, strike, code }: TextRun): string =>
    [bold && 'b', italic && 'i', strike && 's', code && 'c'].filter(Boolean).join('');
  return formatText(text)
    .map((run) => (signs(run) === '' ? run.text : `<${signs(run)}:${run.text}>`))
    .join('');
}

describe('WhatsApp formatting [A12]', () => {
  const cases: readonly (readonly [typed: string, expected: string])[] = [
    ['plain', 'plain'],
    ['*bold* and _italic_ and ~gone~', '<b:bold> and <i:italic> and <s:gone>'],
    ['*bold _both_*', '<b:bold ><bi:both>'],
    ['`code *not bold*`', '<c:code *not bold*>'],
    ['```a\n*b*```', '<c:a\n*b*>'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['snake_case_name', 'snake_case_name'],
    ['* bullet', '* bullet'],
    ['*over\ntwo lines*', '*over\ntwo lines*'],
    ['**', '**'],
    ['*a', '*a'],
    ['``` open', '``` open'],
    ['`', '`'],
    ['(*a*), _b_.', '(<b:a>), <i:b>.'],
    ['<b>*x*</b>', '<b><b:x></b>'],
    ['*a _b* c_', '<b:a _b> c_'],
  ];
  for (const [typed, expected] of cases)
    it(`shows ${JSON.stringify(typed)} as ${JSON.stringify(expected)}`, () => assert.equal(shown(typed), expected));

  it('loses no character but the signs', () => {
    const text = '*a* _b ~c d~ *e_ f* `g` ```h``` *';
    const left = formatText(text)
      .map((run) => run.text)
      .join('');
    assert.equal(left.replace(/[*_~`]/g, ''), text.replace(/[*_~`]/g, ''));
  });

  for (const [name, part] of [
    ['openers', '*a '],
    ['nested openers', '*_~'],
    ['closers', 'a* '],
    ['backticks', '`'],
    ['fences', '```'],
  ] as const)
    it(`takes linear time for ${name}`, () =>
      assertLinear((size) => {
        const text = part.repeat(size);
        return () => formatText(text);
      }, 40_000));
});
