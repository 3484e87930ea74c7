import type { CoWorker } from './model.ts';
import { foldText } from './search-text.ts';
import { visibleName } from './visible-text.ts';

/** A tag of the business (D5, F9). */
export interface Tag {
  /** Stable; conversations carry the name. */
  readonly id: string;
  readonly name: string;
}

/** How tags are used here. */
export interface TagSettings {
  /** Whether co-workers may make tags of their own. */
  readonly mayCreate: boolean;
  /** Whether a conversation needs a tag before it can be archived. */
  readonly isRequiredToArchive: boolean;
}

/** How tags are used where nobody decided otherwise. */
export const usualTagSettings: TagSettings = { mayCreate: true, isRequiredToArchive: false };

/** What wishing for a tag comes to: one that is there, a new one, or why there will be none. */
export type TagWish =
  | { readonly kind: 'known'; readonly tag: Tag }
  | { readonly kind: 'new'; readonly name: string }
  | { readonly kind: 'refused'; readonly reason: 'forbidden' | TagProblem };

/** Why a name cannot be a new tag. */
export type TagProblem = 'empty' | 'too-long' | 'exists';

/** What a pop-up shows while somebody types. */
export interface TagChoices {
  /** Tags that hold the text, best first, with whether the conversation has them. */
  readonly matches: readonly { readonly name: string; readonly isChosen: boolean }[];
  /** The new tag that could be made of the text; `null` when it may not or need not be. */
  readonly create: string | null;
}

/** TG2. */
export const longestTag = 50;

/** TG1: tags with the same key are the same tag, whatever capitals and accents they were typed with. */
export function tagKey(name: string): string {
  return foldText(name);
}

/** TG2: the name as it is kept: one line, no hidden characters. */
export function tagName(text: string): string {
  return visibleName(text).replace(/\s+/gu, ' ');
}

/** Why a text cannot become a tag beside these; `null` if it can. */
export function tagProblem(text: string, existing: readonly string[]): TagProblem | null {
  const name = tagName(text);
  if (tagKey(name) === '') return 'empty';
  if (Array.from(name).length > longestTag) return 'too-long';
  return existing.some((other) => tagKey(other) === tagKey(name)) ? 'exists' : null;
}

/** How tags are used by this agent: who manages tags may always make them. */
export function tagSettingsFor(settings: TagSettings, { permissions }: Pick<CoWorker, 'permissions'>): TagSettings {
  return permissions.includes('manage-tags') ? { ...settings, mayCreate: true } : settings;
}

/** TG1, TG2: the same tag in another spelling is found, not made again. */
export function wishForTag(text: string, tags: readonly Tag[], { mayCreate }: Pick<TagSettings, 'mayCreate'>): TagWish {
  const tag = tags.find(({ name }) => tagKey(name) === tagKey(text));
  if (tag) return { kind: 'known', tag };
  if (!mayCreate) return { kind: 'refused', reason: 'forbidden' };
  const problem = tagProblem(text, []);
  return problem ? { kind: 'refused', reason: problem } : { kind: 'new', name: tagName(text) };
}

/** What to offer while tags are chosen (D5). Tags that the business no longer has stay on the conversation (TG5). */
export function tagChoices(
  text: string,
  {
    known,
    chosen,
    settings,
  }: { readonly known: readonly string[]; readonly chosen: readonly string[]; readonly settings: TagSettings },
): TagChoices {
  const chosenKeys = new Set(chosen.map(tagKey));
  const byKey = new Map([...chosen, ...known].map((name) => [tagKey(name), name]));
  const needle = tagKey(text);
  const matches = [...byKey]
    .filter(([key]) => key.includes(needle))
    .map(([key, name]) => ({ key, name, isChosen: chosenKeys.has(key), isStart: key.startsWith(needle) }))
    .sort((a, b) => Number(b.isStart) - Number(a.isStart) || (a.key < b.key ? -1 : 1))
    .map(({ name, isChosen }) => ({ name, isChosen }));
  const isNew = settings.mayCreate && tagProblem(text, [...byKey.values()]) === null; // TG3
  return { matches, create: isNew ? tagName(text) : null };
}

/** TG4: whether a conversation may be archived with these tags, those counted that are added in the same step (D7). */
export function mayArchive(
  tags: readonly string[],
  { addTags = [], removeTags = [] }: { readonly addTags?: readonly string[]; readonly removeTags?: readonly string[] },
  settings: Pick<TagSettings, 'isRequiredToArchive'>,
): boolean {
  if (!settings.isRequiredToArchive) return true;
  const removed = new Set(removeTags.map(tagKey));
  return [...tags, ...addTags].some((tag) => tagKey(tag) !== '' && !removed.has(tagKey(tag)));
}
