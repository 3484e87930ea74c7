import { foldTag } from './language-tag.ts';
import type { ConversationTemplate } from './model.ts';
import { fillPlaceholders } from './placeholders.ts';
import { escapeXml, escapeXmlText, isXmlCharacter } from './xml.ts';

/** Marks the original of a code that has no default, in XLIFF's own field for what a unit is. */
export const noDefaultType = 'x-no-default';
/** Marks a character that XML cannot carry; it stands there as its number in hexadecimal. */
export const characterType = 'x-char';

/** One code with its original and the texts in other languages. */
interface Unit {
  readonly source: ConversationTemplate;
  readonly targets: readonly ConversationTemplate[];
}

/**
 * Templates as an XLIFF 1.2 file for translators (TX4): the default of each code is the original. One `file` per pair of
 * languages, as the format wants; placeholders stand in elements that translation programs leave alone.
 * @param into - languages to translate into besides those that are there; units without a text are marked as wanted
 */
export function templatesToXliff(templates: readonly ConversationTemplate[], into: readonly string[] = []): string {
  const units = unitsOf(templates);
  const sources = distinct(units.map(({ source }) => source.language));
  const files = sources.flatMap((source) => {
    const own = units.filter((unit) => foldTag(unit.source.language) === foldTag(source));
    const targets = distinct([...own.flatMap((unit) => unit.targets.map(({ language }) => language)), ...into]);
    const others = targets.filter((target) => foldTag(target) !== foldTag(source));
    // Codes that nobody translates stand in a file without a second language.
    return others.length === 0 ? [fileOf(own, source, null, into)] : others.map((to) => fileOf(own, source, to, into));
  });
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>', opening, ...files, '</xliff>'];
  return `${lines.join('\n')}\n`;
}

const opening = '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">';

function fileOf(units: readonly Unit[], source: string, target: string | null, into: readonly string[]): string {
  const to = target === null ? '' : ` target-language="${escapeXml(target)}"`;
  const isWanted = into.some((language) => foldTag(language) === foldTag(target));
  const texts = units.map((unit, index) => unitOf(unit, index, target, isWanted));
  return [
    `  <file original="conversation-templates" datatype="plaintext" source-language="${escapeXml(source)}"${to}>`,
    '    <body>',
    ...texts,
    '    </body>',
    '  </file>',
  ].join('\n');
}

function unitOf({ source, targets }: Unit, index: number, language: string | null, isWanted: boolean): string {
  const type = source.isDefault ? '' : ` restype="${noDefaultType}"`;
  const found = targets.find((target) => language !== null && foldTag(target.language) === foldTag(language));
  const wanted = isWanted ? ['        <target state="needs-translation"/>'] : [];
  return [
    `      <trans-unit id="${index + 1}" resname="${escapeXml(source.code)}" xml:space="preserve"${type}>`,
    `        <source>${inline(source.text)}</source>`,
    ...(found ? [`        <target>${inline(found.text)}</target>`] : wanted),
    '      </trans-unit>',
  ].join('\n');
}

/** The words with placeholders, and what XML cannot carry, in elements of their own (TX5). */
function inline(text: string): string {
  let count = 0;
  const protect = (content: string, type: string): string => {
    count += 1;
    return `<ph id="${count}"${type}>${escapeXmlText(content)}</ph>`;
  };
  return fillPlaceholders(text, new Map())
    .parts.map((part) => {
      const words = part.kind === 'text' ? part.text : part.source;
      if (part.kind === 'placeholder' && Array.from(words).every(isXmlCharacter)) return protect(words, '');
      return Array.from(words, (character) =>
        isXmlCharacter(character)
          ? escapeXmlText(character)
          : protect(character.charCodeAt(0).toString(16), ` ctype="${characterType}"`),
      ).join('');
    })
    .join('');
}

/** The default of each code is its original; without one the first language is, marked so. */
function unitsOf(templates: readonly ConversationTemplate[]): readonly Unit[] {
  const codes = [...new Set(templates.map(({ code }) => code.trim().toLowerCase()))];
  return codes.flatMap((code) => {
    const ofCode = templates.filter((template) => template.code.trim().toLowerCase() === code);
    const source = ofCode.find(({ isDefault }) => isDefault) ?? ofCode[0];
    return source ? [{ source, targets: ofCode.filter((template) => template !== source) }] : [];
  });
}

function distinct(languages: readonly string[]): readonly string[] {
  return [...new Map(languages.map((language) => [foldTag(language), language])).values()];
}
