import { tagSettingsFor, usualTagSettings, wishForTag } from '../../../src/domain/tags.ts';
import type { Tag, TagSettings } from '../../../src/domain/tags.ts';
import { AdapterError } from '../../../src/ports/adapter-error.ts';
import type { Sql } from '../db/db.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
import type { Unit } from '../store/unit.ts';
import type { Viewer } from '../store/viewer.ts';

/** The tags of the business, in the order in which they were made. */
export async function listTags(sql: Sql, { tenant }: Viewer): Promise<readonly Tag[]> {
  return (await readSetting(sql, tenant, 'tags')) ?? [];
}

/** How tags are used by this co-worker. */
export async function tagSettings(sql: Sql, { tenant, agent }: Viewer): Promise<TagSettings> {
  return tagSettingsFor((await readSetting(sql, tenant, 'tagSettings')) ?? usualTagSettings, agent);
}

/** Makes a tag, or finds the one that is the same. */
export async function createTag(unit: Unit, text: string, viewer: Viewer): Promise<Tag> {
  await unit.lock('setting tags');
  const tags = await listTags(unit.sql, viewer);
  const wish = wishForTag(text, tags, await tagSettings(unit.sql, viewer));
  if (wish.kind === 'known') return wish.tag;
  if (wish.kind === 'refused') {
    if (wish.reason === 'forbidden') throw new AdapterError('forbidden', 'co-workers may not make tags here');
    throw new AdapterError('invalid', `the name is ${wish.reason}`, { path: 'name' });
  }
  const tag = { id: unit.context.newId(), name: wish.name };
  await writeSetting(unit.sql, unit.tenant, 'tags', [...tags, tag]);
  return tag;
}
