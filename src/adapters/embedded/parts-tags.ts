import { AdapterError } from '../../ports/adapter-error.ts';
import { readSetting, usualTagSettings, writeSetting } from './settings.ts';
import { tagKey, tagName, tagProblem } from '../../domain/tags.ts';
import type { EmbeddedTransaction } from './store.ts';
import type { Unit } from './unit.ts';
import type { CoWorker } from '../../domain/model.ts';
import type { Tag, TagSettings } from '../../domain/tags.ts';

/** The tags of the business, in the order in which they were made. */
export async function listTags(tx: EmbeddedTransaction): Promise<readonly Tag[]> {
  return (await readSetting(tx, 'tags')) ?? [];
}

/** How tags are used by this agent: who manages tags may always make them. */
export async function tagSettings(tx: EmbeddedTransaction, agent: CoWorker): Promise<TagSettings> {
  const settings = (await readSetting(tx, 'tagSettings')) ?? usualTagSettings;
  return agent.permissions.includes('manage-tags') ? { ...settings, mayCreate: true } : settings;
}

/** Makes a tag, or finds the one that is the same. */
export async function createTag(unit: Unit, text: string, agent: CoWorker): Promise<Tag> {
  const tags = await listTags(unit.tx);
  const known = tags.find(({ name }) => tagKey(name) === tagKey(text));
  if (known) return known;
  if (!(await tagSettings(unit.tx, agent)).mayCreate)
    throw new AdapterError('forbidden', 'co-workers may not make tags here');
  const problem = tagProblem(text, []);
  if (problem) throw new AdapterError('invalid', `the name is ${problem}`, { path: 'name' });
  const tag = { id: unit.context.newId('tag'), name: tagName(text) };
  await writeSetting(unit.tx, 'tags', [...tags, tag]);
  return tag;
}
