import { AdapterError } from '../../ports/adapter-error.ts';
import { readSetting, writeSetting } from './settings.ts';
import { tagSettingsFor, usualTagSettings, wishForTag } from '../../domain/tags.ts';
import type { EmbeddedTransaction } from './store.ts';
import type { Unit } from './unit.ts';
import type { CoWorker } from '../../domain/model.ts';
import type { Tag, TagSettings } from '../../domain/tags.ts';

/** The tags of the business, in the order in which they were made. */
export async function listTags(tx: EmbeddedTransaction): Promise<readonly Tag[]> {
  return (await readSetting(tx, 'tags')) ?? [];
}

/** How tags are used by this agent. */
export async function tagSettings(tx: EmbeddedTransaction, agent: CoWorker): Promise<TagSettings> {
  return tagSettingsFor((await readSetting(tx, 'tagSettings')) ?? usualTagSettings, agent);
}

/** Makes a tag, or finds the one that is the same. */
export async function createTag(unit: Unit, text: string, agent: CoWorker): Promise<Tag> {
  const tags = await listTags(unit.tx);
  const wish = wishForTag(text, tags, await tagSettings(unit.tx, agent));
  if (wish.kind === 'known') return wish.tag;
  if (wish.kind === 'refused') {
    if (wish.reason === 'forbidden') throw new AdapterError('forbidden', 'co-workers may not make tags here');
    throw new AdapterError('invalid', `the name is ${wish.reason}`, { path: 'name' });
  }
  const tag = { id: unit.context.newId('tag'), name: wish.name };
  await writeSetting(unit.tx, 'tags', [...tags, tag]);
  return tag;
}
