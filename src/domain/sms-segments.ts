import { isGsm, plainForm, septets } from './gsm-alphabet.ts';

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
  const characters = Array.from(text);
  const foreign = characters.filter((character) => !isGsm(character));
  const encoding = foreign.length > 0 ? 'ucs-2' : 'gsm-7';
  const cost = encoding === 'gsm-7' ? septets : units;
  const used = characters.reduce((sum, character) => sum + cost(character), 0);
  const { single, joined } = limits[encoding];
  const perPart = used <= single ? single : joined;
  const { segments, lastUsed } = split(characters, perPart, cost);
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

/** SG5: by whole characters, so that no pair is ever split. */
function split(
  characters: readonly string[],
  perPart: number,
  cost: (character: string) => number,
): { segments: string[]; lastUsed: number } {
  const segments: string[] = [];
  let start = 0;
  let lastUsed = 0;
  characters.forEach((character, index) => {
    if (lastUsed + cost(character) > perPart) {
      segments.push(characters.slice(start, index).join(''));
      start = index;
      lastUsed = 0;
    }
    lastUsed += cost(character);
  });
  if (start < characters.length) segments.push(characters.slice(start).join(''));
  return { segments, lastUsed };
}

function tally(foreign: readonly string[]): UnicodeCharacter[] {
  const counts = new Map<string, number>();
  for (const character of foreign) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts]
    .map(([character, count]) => ({ character, count, replacement: plainForm(character) }))
    .sort((a, b) => b.count - a.count || (a.character < b.character ? -1 : 1));
}

/** SG4: UCS-2 counts UTF-16 units. */
function units(character: string): number {
  return character.length;
}
