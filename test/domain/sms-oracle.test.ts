import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { SegmentedMessage } from 'sms-segments-calculator';
import { smsSegments } from '../../src/domain/sms-segments.ts';

/** Twilio's calculator: written by others, from the same standard. */
function byOthers(text: string): { readonly encoding: string; readonly parts: number } {
  const { encodingName, segmentsCount } = new SegmentedMessage(text, 'auto', false);
  return { encoding: encodingName === 'GSM-7' ? 'gsm-7' : 'ucs-2', parts: segmentsCount };
}

const basic = 'abcXYZ019 @£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ!"#¤%&()*+,-./:;<=>?¡ÄÖÑÜ§¿äöñüà\n';
const extension = '^{}\\[~]|€';
/** No marks, joiners or flags: there the calculator keeps together what a reader sees as one, and we what the standard does. */
const unicode = 'ë’“”…–ïıłŠ漢字あкирψ🙂👍🚀𝒜';

const characters = (of: string): fc.Arbitrary<string> => fc.constantFrom(...(of.match(/./gsu) ?? []));
const texts = (of: fc.Arbitrary<string>): fc.Arbitrary<string> => fc.string({ unit: of, maxLength: 700 });

describe('parts of a text message, against a calculator by others', () => {
  for (const [name, unit] of [
    ['of the basic alphabet', characters(basic)],
    ['with the extension table', fc.oneof({ weight: 4, arbitrary: characters(basic) }, characters(extension))],
    ['with characters beyond', fc.oneof({ weight: 6, arbitrary: characters(basic + extension) }, characters(unicode))],
    ['of nothing but characters beyond', characters(unicode)],
  ] as const)
    it(`[SG1] [SG2] [SG3] agrees on texts ${name}`, () => {
      fc.assert(
        fc.property(texts(unit), (text) => {
          const { encoding, parts } = smsSegments(text);
          fc.pre(text !== '');
          assert.deepEqual({ encoding, parts }, byOthers(text));
        }),
        { numRuns: 400 },
      );
    });
});
