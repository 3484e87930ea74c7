/** An element of an XML document. Names come without their prefix; a prefix is only somebody's abbreviation. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Elements and texts in order; texts with their character references replaced. */
  readonly children: readonly (XmlElement | string)[];
}

/** Reads an XML document; `null` when it is not well-formed. Given by the page: these rules read no markup. */
export type ParseXml = (text: string) => XmlElement | null;

/** A text as XML writes it between tags or in quotes; line ends survive, which parsers would otherwise change (TX5). */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"'\r\t\n]/g, (character) => escapes.get(character) ?? character);
}

/** A text between tags, where line feeds and tabs may stand as they are. */
export function escapeXmlText(text: string): string {
  return text.replace(/[&<>\r]/g, (character) => escapes.get(character) ?? character);
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&apos;'],
  ['\r', '&#13;'],
  ['\t', '&#9;'],
  ['\n', '&#10;'],
]);

/** Whether XML can carry a character at all: most controls and halves of pairs it cannot. */
export function isXmlCharacter(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
}

/** The elements of a name directly inside another. */
export function childrenNamed(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => typeof child !== 'string' && child.name === name) as readonly XmlElement[];
}
