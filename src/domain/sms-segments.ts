import { plainForm, septetsOf } from './gsm-alphabet.ts';

/** A character that makes a whole message expensive. */
export interface UnicodeCharacter {
  readonly character: string;
  readonly count: number;
  /** What could stand there instead in the plain alphabet; `''` to leave it out, `null` when nothing fits. */
  readonly replacement: string | null;
}

/** How a text travels as SMS. */
export interface SmsSegments {
  readonly encoding: 'gsm-7' | 'ucs-2';
  /** How many parts are sent and paid for; 0 for an empty text. */
  readonly parts: number;
  /** Units used in all: septets in GSM-7, UTF-16 code units in UCS-2. */
  readonly used: number;
  /** Units that fit into one part at this length. */
  readonly perPart: number;
  readonly leftInPart: number;
  /** What forces UCS-2, most frequent first; empty in GSM-7. */
  readonly unicode: readonly UnicodeCharacter[];
  /** The text of each part; joined they are the text. */
  readonly segments: readonly string[];
}

const limits = {
  'gsm-7': { single: 160, joined: 153 }, // SG1
  'ucs-2': { single: 70, joined: 67 }, // SG3
} as const;

/** Counts a text as the network does: encoding, parts and where they break (SG1 to SG6). */
export function smsSegments(text: string): SmsSegments {
  const { used: plainUsed, foreign } = read(text);
  const encoding = foreign.size > 0 ? 'ucs-2' : 'gsm-7';
  // SG4: UCS-2 counts UTF-16 units.
  const used = encoding === 'gsm-7' ? plainUsed : text.length;
  const { single, joined } = limits[encoding];
  const perPart = used <= single ? single : joined;
  const { segments, lastUsed } = encoding === 'gsm-7' ? splitPlain(text, perPart) : splitUnits(text, perPart);
  return {
    encoding,
    parts: segments.length,
    used,
    perPart,
    leftInPart: perPart - lastUsed,
    unicode: tally(foreign),
    segments,
  };
}

/** The text with everything replaced that has a plain form; what has none (emoji, other scripts) stays. */
export function plainSmsText(text: string): string {
  return Array.from(text.normalize('NFC'))
    .map((character) => plainForm(character) ?? character)
    .join('');
}

/** Septets of what is plain, and how often each other code point stands there. */
function read(text: string): { readonly used: number; readonly foreign: ReadonlyMap<number, number> } {
  const foreign = new Map<number, number>();
  let used = 0;
  for (let index = 0; index < text.length; index += 1) {
    const cost = septetsOf(text.charCodeAt(index));
    used += cost;
    if (cost > 0) continue;
    const code = text.codePointAt(index) ?? 0;
    foreign.set(code, (foreign.get(code) ?? 0) + 1);
    if (code > 0xffff) index += 1;
  }
  return { used, foreign };
}

/** SG5: an ESC and its letter stay together. */
function splitPlain(text: string, perPart: number): { segments: string[]; lastUsed: number } {
  const segments: string[] = [];
  let start = 0;
  let lastUsed = 0;
  for (let index = 0; index < text.length; index += 1) {
    const cost = septetsOf(text.charCodeAt(index));
    if (lastUsed + cost > perPart) {
      segments.push(text.slice(start, index));
      start = index;
      lastUsed = 0;
    }
    lastUsed += cost;
  }
  if (start < text.length) segments.push(text.slice(start));
  return { segments, lastUsed };
}

/** SG5: no pair is ever split. */
function splitUnits(text: string, perPart: number): { segments: string[]; lastUsed: number } {
  const segments: string[] = [];
  let start = 0;
  while (start < text.length) {
    const end = start + perPart;
    const isPair = end < text.length && (text.codePointAt(end - 1) ?? 0) > 0xffff;
    segments.push(text.slice(start, isPair ? end - 1 : end));
    start += segments.at(-1)?.length ?? 0;
  }
  return { segments, lastUsed: segments.at(-1)?.length ?? 0 };
}

function tally(foreign: ReadonlyMap<number, number>): UnicodeCharacter[] {
  return [...foreign]
    .map(([code, count]) => [String.fromCodePoint(code), count] as const)
    .map(([character, count]) => ({ character, count, replacement: plainForm(character) }))
    .sort((a, b) => b.count - a.count || (a.character < b.character ? -1 : 1));
}
