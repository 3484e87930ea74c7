import type { ErpRecord } from './people.ts';
import type { Random } from './random.ts';
import { dutch } from './script-nl.ts';
import { english } from './script-en.ts';
import { french } from './script-fr.ts';
import { german } from './script-de.ts';
import type { Episode, Line, Script, Speaker } from './script.ts';
import { fillSlots, makeSlots, scriptLanguage } from './slots.ts';
import type { SeedLanguage } from './slots.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** One thing said, before it becomes a message. */
export interface Utterance {
  readonly speaker: Speaker;
  readonly text: string;
  readonly at: number;
}

/** How a conversation is to end. */
export interface DialoguePlan {
  readonly record: ErpRecord;
  readonly branch: string;
  /** Everybody, for names of engineers and places of work. */
  readonly records: readonly ErpRecord[];
  readonly channel: 'sms' | 'whatsapp';
  /** How many pieces of business it holds at most. */
  readonly episodes: number;
  /** When the last thing was said. */
  readonly endsAt: number;
  /** Whether the hours of the last piece are near `endsAt` whatever the hour of the day. */
  readonly recent: boolean;
  /** Whether the customer asks again at the end. */
  readonly nudges: boolean;
  /** Who has the last word; `null` = whoever the script gives it. */
  readonly lastWord: 'c' | 'a' | null;
}

const scripts: Readonly<Record<SeedLanguage, Script>> = { nl: dutch, en: english, de: german, fr: french };

/** The scripts of a record's language. */
export function scriptOf(language: string | null): Script {
  return scripts[scriptLanguage(language)];
}

/** Everything said in one conversation, oldest first. */
export function makeDialogue(random: Random, plan: DialoguePlan): readonly Utterance[] {
  const said: Utterance[] = [];
  let endsAt = plan.endsAt;
  pickEpisodes(random, plan).forEach((episode, index) => {
    const isLast = index === 0;
    const all = oneTrack(random, episode);
    // Business that is done was answered: nobody waits for months because of a thank-you.
    const lines = endWith(random, all, isLast ? plan.lastWord : 'a');
    const times = isLast && plan.recent ? timesBefore(random, endsAt, lines) : timesOn(random, endsAt, lines);
    const start = times[0] ?? endsAt;
    const slots = makeSlots(random, plan.record, { at: start, branch: plan.branch, records: plan.records });
    const utterances = lines.map(([speaker, text], line) => ({
      speaker: speaker.charAt(0) as Speaker,
      text: fillSlots(text, slots),
      at: times[line] ?? start,
    }));
    said.unshift(...utterances);
    endsAt = start - random.between(3, 34) * day;
  });
  const last = said.at(-1);
  return plan.nudges && last?.text.endsWith('?') ? [...said, nudge(random, plan)] : said;
}

/** A line with the one variant that is spoken. */
type SpokenLine = readonly [speaker: Line[0], text: string];

/** Variants that belong together: the first of each line, or the second of each, and so on. */
function oneTrack(random: Random, { lines }: Episode): readonly SpokenLine[] {
  const track = random.between(0, Math.max(...lines.map(({ length }) => length)) - 2);
  return lines.map(([speaker, ...variants]) => [speaker, variants[track % variants.length] ?? '']);
}

function nudge(random: Random, { record, endsAt }: DialoguePlan): Utterance {
  const at = endsAt + random.between(20, 90) * 1000;
  return { speaker: 'c', text: random.pick(scriptOf(record.language).nudges), at };
}

/** Newest first, none twice. */
function pickEpisodes(random: Random, plan: DialoguePlan): readonly Episode[] {
  const possible = scriptOf(plan.record.language)[plan.record.kind].filter(
    ({ channel }) => channel === undefined || channel === plan.channel,
  );
  const picked = new Set<Episode>();
  for (let tries = 0; picked.size < plan.episodes && tries < 20; tries += 1) picked.add(random.pick(possible));
  return [...picked];
}

/**
 * The episode up to a line of who has the last word: the last answer of the business, or something a customer said that
 * calls for an answer, a question above all.
 */
function endWith(random: Random, lines: readonly SpokenLine[], lastWord: 'c' | 'a' | null): readonly SpokenLine[] {
  if (lastWord === null) return lines;
  if (lastWord === 'a') return lines.slice(0, lines.findLastIndex(([speaker]) => speaker.startsWith('a')) + 1);
  const isAnswered = (index: number): boolean =>
    lines.slice(index + 1, index + 3).some(([next]) => next.startsWith('a'));
  const ends = lines.flatMap(([speaker], index) => (speaker.startsWith('c') && isAnswered(index) ? [index] : []));
  const questions = ends.filter((index) => lines[index]?.[1].includes('?'));
  return lines.slice(0, random.pick(questions.length > 0 ? questions : ends) + 1);
}

/** Working hours of the day of `endsAt`, some minutes apart; now and then it takes longer. */
function timesOn(random: Random, endsAt: number, lines: readonly SpokenLine[]): readonly number[] {
  const latest = workday(endsAt);
  let at = Math.floor(latest / day) * day + random.between(6, 10) * hour + random.between(0, 59) * minute;
  const times = lines.map(([speaker], index) => {
    const pause = random.chance(0.1) ? random.between(70, 190) * minute : random.between(1, 30) * minute;
    if (index > 0)
      at += (speaker.endsWith('+') ? random.between(110, 240) * minute : pause) + random.between(0, 59_000);
    return at;
  });
  const late = Math.max(0, at - endsAt);
  return times.map((time) => time - Math.ceil(late / day) * day);
}

/** Backwards from `endsAt`, closer together towards the end. */
function timesBefore(random: Random, endsAt: number, lines: readonly SpokenLine[]): readonly number[] {
  let at = endsAt;
  return lines
    .map((_line, index) => {
      const [later] = lines[lines.length - index] ?? [''];
      const pause = later.endsWith('+') ? random.between(100, 200) : random.between(1, 6 + index * 7);
      if (index > 0) at -= pause * minute + random.between(0, 59_000);
      return at;
    })
    .reverse();
}

function workday(at: number): number {
  const weekday = new Date(at).getUTCDay();
  return weekday === 0 ? at - 2 * day : weekday === 6 ? at - day : at;
}
