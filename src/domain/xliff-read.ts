import { unresolvedPlaceholders } from './insert-text.ts';
import type { ImportReading, ImportRow } from './template-exchange.ts';
import { characterType, noDefaultType } from './xliff-write.ts';
import { childrenNamed } from './xml.ts';
import type { ParseXml, XmlElement } from './xml.ts';

/**
 * Reads an XLIFF 1.2 file (TX1, TX4): each unit gives its original and, where there is one, its translation. Any text
 * gives a result.
 * @param parseXml - how the page reads XML
 */
export function templatesFromXliff(text: string, parseXml: ParseXml): ImportReading {
  const root = parseXml(text.replace(/^\ufeff/, ''));
  if (root === null) return { ok: false, problem: 'not-xml' };
  if (root.name !== 'xliff') return { ok: false, problem: 'other-format' };
  if (root.attributes.get('version') !== '1.2') return { ok: false, problem: 'other-version' };
  const rows = childrenNamed(root, 'file').flatMap((file, index) => rowsOfFile(file, `file[${index}]`));
  return { ok: true, rows };
}

/** Languages of a file, and where it stands. */
interface Place {
  readonly path: string;
  readonly source: string | null;
  readonly target: string | null;
}

function rowsOfFile(file: XmlElement, path: string): readonly ImportRow[] {
  const source = file.attributes.get('source-language') ?? null;
  const target = file.attributes.get('target-language') ?? null;
  const units = childrenNamed(file, 'body').flatMap(unitsIn);
  return units.flatMap((unit, index) => rowsOfUnit(unit, { path: `${path}.trans-unit[${index}]`, source, target }));
}

/** Units may stand in groups, to any depth. */
function unitsIn(element: XmlElement): readonly XmlElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    if (child.name === 'trans-unit') return [child];
    return child.name === 'group' ? unitsIn(child) : [];
  });
}

function rowsOfUnit(unit: XmlElement, { path, source, target }: Place): readonly ImportRow[] {
  const code = unit.attributes.get('resname') ?? unit.attributes.get('id');
  const [original] = childrenNamed(unit, 'source');
  const [translation] = childrenNamed(unit, 'target');
  const raw = plainText(unit);
  const malformed = (at: string): ImportRow => ({ ok: false, path, problem: { type: 'malformed', path: at }, raw });
  if (code === undefined) return [malformed(`${path}.resname`)];
  if (original === undefined) return [malformed(`${path}.source`)];
  if (source === null) return [malformed(`${path.split('.', 1)[0] ?? ''}.source-language`)];
  const isDefault = unit.attributes.get('restype') !== noDefaultType;
  const text = plainText(original);
  const first: ImportRow = {
    ok: true,
    path: `${path}.source`,
    template: { code, language: source, isDefault, text },
    lostPlaceholders: [],
  };
  if (translation === undefined) return [first];
  if (target === null) return [first, malformed(`${path.split('.', 1)[0] ?? ''}.target-language`)];
  return [first, translated(translation, { path: `${path}.target`, code, language: target, original: text })];
}

/** TX6: a translator may lose a placeholder; the agent is told. */
function translated(
  translation: XmlElement,
  { path, code, language, original }: { path: string; code: string; language: string; original: string },
): ImportRow {
  const text = plainText(translation);
  if (text.trim() === '') return { ok: false, path, problem: { type: 'untranslated' }, raw: original };
  const names = (words: string): readonly string[] => unresolvedPlaceholders(words, new Map()).map(({ name }) => name);
  const kept = new Set(names(text).map((name) => name.toLowerCase()));
  const lostPlaceholders = [...new Set(names(original))].filter((name) => !kept.has(name.toLowerCase()));
  return { ok: true, path, template: { code, language, isDefault: false, text }, lostPlaceholders };
}

/** The words of an element with those of its inline elements; a placeholder without words says what it stands for (TX5). */
function plainText(element: XmlElement): string {
  return element.children
    .map((child) => {
      if (typeof child === 'string') return child;
      const words = plainText(child);
      if (child.attributes.get('ctype') === characterType) return characterOf(words);
      return words === '' ? (child.attributes.get('equiv-text') ?? '') : words;
    })
    .join('');
}

function characterOf(hexadecimal: string): string {
  return /^[\da-f]{1,4}$/i.test(hexadecimal) ? String.fromCharCode(parseInt(hexadecimal, 16)) : '';
}
