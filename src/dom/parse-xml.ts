import type { XmlElement } from '../ports/parse-xml.ts';

/**
 * Reads a well-formed XML document; `null` for anything else. Not `DOMParser`: a page that requires Trusted Types refuses
 * it any text, for XML too. Strict and small: no document type, so no entities but the five of XML and no way to make a
 * small file large; a namespace is read as an attribute like any other, and prefixes are left out of names.
 */
export function parseXml(text: string): XmlElement | null {
  try {
    return new XmlReader(text).document();
  } catch (error) {
    if (error instanceof NotWellFormed) return null;
    throw error;
  }
}

class NotWellFormed extends Error {
  override readonly name = 'NotWellFormed';
}

interface OpenElement {
  /** With its prefix, as the end tag must repeat it. */
  readonly qualified: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: (XmlElement | string)[];
}

/** Deeper documents are not believed: they are made to overflow whoever reads them. */
const deepest = 256;
const name = /[\p{L}_:][\p{L}\p{M}\p{N}_:.\-·]*/uy;
const space = /[ \t\r\n]+/y;
const entities: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

class XmlReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    // As the recommendation says: every end of line is a line feed, unless it is written as a character reference.
    this.#text = text.replace(/\r\n?/g, '\n');
  }

  document(): XmlElement {
    this.#skipOutside();
    const open: OpenElement[] = [];
    let root: XmlElement | null = null;
    while (root === null) {
      const parent = open.at(-1);
      if (parent && !this.#text.startsWith('<', this.#at)) this.#addText(parent);
      else if (this.#take('</')) root = this.#close(open);
      else if (this.#take('<!--')) this.#until('-->');
      else if (parent && this.#take('<![CDATA[')) append(parent, checked(this.#until(']]>')));
      else if (this.#take('<?')) this.#until('?>');
      else if (parent ?? this.#text.startsWith('<', this.#at)) root = this.#open(open);
      else throw new NotWellFormed('no root element');
    }
    this.#skipOutside();
    if (this.#at < this.#text.length) throw new NotWellFormed('something behind the root element');
    return root;
  }

  /** White space, comments and instructions before and after the root element. */
  #skipOutside(): void {
    for (;;) {
      this.#match(space);
      if (this.#take('<?')) this.#until('?>');
      else if (this.#take('<!--')) this.#until('-->');
      else return;
    }
  }

  #addText(parent: OpenElement): void {
    const end = this.#text.indexOf('<', this.#at);
    if (end < 0) throw new NotWellFormed('an element without its end');
    const raw = this.#text.slice(this.#at, end);
    if (raw.includes(']]>')) throw new NotWellFormed(']]> in a text');
    this.#at = end;
    append(parent, resolved(raw));
  }

  /** An element that is closed at once and has no parent is the root. */
  #open(open: OpenElement[]): XmlElement | null {
    if (!this.#take('<') || open.length >= deepest) throw new NotWellFormed('no element, or too many in each other');
    const qualified = this.#name();
    const element: OpenElement = { qualified, attributes: this.#attributes(), children: [] };
    open.push(element);
    if (this.#take('/>')) return finish(open);
    if (!this.#take('>')) throw new NotWellFormed('a tag without its end');
    return null;
  }

  #close(open: OpenElement[]): XmlElement | null {
    const qualified = this.#name();
    this.#match(space);
    if (!this.#take('>') || open.at(-1)?.qualified !== qualified) throw new NotWellFormed('another end tag');
    return finish(open);
  }

  #attributes(): ReadonlyMap<string, string> {
    const attributes = new Map<string, string>();
    const seen = new Set<string>();
    while (this.#match(space) !== null && !/[/>]/.test(this.#text.charAt(this.#at))) {
      const qualified = this.#name();
      this.#match(space);
      if (!this.#take('=')) throw new NotWellFormed('an attribute without a value');
      this.#match(space);
      const quote = this.#take('"') ? '"' : this.#take("'") ? "'" : null;
      if (quote === null || seen.has(qualified)) throw new NotWellFormed('no quotes, or an attribute twice');
      seen.add(qualified);
      const raw = this.#until(quote);
      if (raw.includes('<')) throw new NotWellFormed('< in an attribute');
      attributes.set(local(qualified), resolved(raw.replace(/[\t\n]/g, ' ')));
    }
    return attributes;
  }

  #name(): string {
    const found = this.#match(name);
    if (found === null) throw new NotWellFormed('no name');
    return found;
  }

  #take(token: string): boolean {
    if (!this.#text.startsWith(token, this.#at)) return false;
    this.#at += token.length;
    return true;
  }

  #until(token: string): string {
    const end = this.#text.indexOf(token, this.#at);
    if (end < 0) throw new NotWellFormed(`no ${token}`);
    const found = this.#text.slice(this.#at, end);
    this.#at = end + token.length;
    return found;
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? null;
    this.#at += found?.length ?? 0;
    return found;
  }
}

/** Takes the innermost element off the stack and hands it to its parent; the outermost one is returned. */
function finish(open: OpenElement[]): XmlElement | null {
  const element = open.pop();
  if (!element) throw new NotWellFormed('an end tag without an element');
  const { qualified, attributes, children } = element;
  const done: XmlElement = { name: local(qualified), attributes, children };
  const parent = open.at(-1);
  if (!parent) return done;
  parent.children.push(done);
  return null;
}

/** Texts that touch are one. */
function append({ children }: OpenElement, text: string): void {
  const last = children.at(-1);
  if (typeof last === 'string') children[children.length - 1] = last + text;
  else if (text !== '') children.push(text);
}

/** Replaces references in one pass: what they stand for is text. */
function resolved(raw: string): string {
  return checked(raw).replace(/&([^;&]*);?/g, (reference, inside: string) => {
    const code = /^#x([\da-f]{1,6})$/i.exec(inside)?.[1] ?? null;
    const number = code !== null ? parseInt(code, 16) : /^#\d{1,7}$/.test(inside) ? Number(inside.slice(1)) : null;
    const character = number === null ? entities.get(inside) : characterOf(number);
    if (character === undefined || !reference.endsWith(';')) throw new NotWellFormed('an unknown reference');
    return character;
  });
}

function characterOf(code: number): string | undefined {
  const isAllowed =
    code === 9 || code === 10 || code === 13 || (code >= 32 && code <= 0xd7ff) || (code >= 0xe000 && code <= 0x10ffff);
  return isAllowed && code !== 0xfffe && code !== 0xffff ? String.fromCodePoint(code) : undefined;
}

/** Refuses characters that no XML has. */
function checked(text: string): string {
  for (const character of text)
    if (characterOf(character.codePointAt(0) ?? 0) === undefined) throw new NotWellFormed('a character no XML has');
  return text;
}

function local(qualified: string): string {
  return qualified.slice(qualified.indexOf(':') + 1);
}
