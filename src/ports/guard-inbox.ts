import type { CoWorkerLoad } from '../domain/co-worker-load.ts';
import type { TabCount, TabCounts } from '../domain/inbox-tabs.ts';
import type { Tag, TagSettings } from '../domain/tags.ts';
import type { Team } from '../domain/teams.ts';
import type { PartCalls } from './guard-calls.ts';
import type { CountsPart } from './parts/counts.ts';
import type { TagsPart } from './parts/tags.ts';
import type { TeamsPart } from './parts/teams.ts';
import type { Check } from './validate.ts';
import { aBoolean, aCount, anId, arrayOf, aString, aTime, matches, orNull, shape } from './validate.ts';

const tag = shape<Tag>({ id: anId, name: aString });
const tagSettings = shape<TagSettings>({ mayCreate: aBoolean, isRequiredToArchive: aBoolean });
const team = shape<Team>({ id: anId, name: aString, isDefault: aBoolean });
const tabCount = shape<TabCount>({ total: aCount, unread: aCount });
const tabCounts = shape<TabCounts>({
  new: tabCount,
  'assigned-to-me': tabCount,
  assigned: tabCount,
  all: tabCount,
  spam: tabCount,
  archived: tabCount,
});
const load = shape<CoWorkerLoad>({
  coWorkerId: orNull(anId),
  open: aCount,
  unread: aCount,
  waiting: aCount,
  late: aCount,
  waitingSince: orNull(aTime),
});

/** Nothing malformed comes from the tags. */
export function guardTags(part: TagsPart, calls: PartCalls): TagsPart {
  return {
    listTags: (options) => calls.list('listTags', tag, () => part.listTags(options), options),
    getTagSettings: (options) => calls.one('getTagSettings', tagSettings, () => part.getTagSettings(options), options),
    createTag: (name, options) => calls.one('createTag', tag, () => part.createTag(name, options), options),
  };
}

/** Nothing malformed comes from the teams. */
export function guardTeams(part: TeamsPart, calls: PartCalls): TeamsPart {
  return { listTeams: (options) => calls.list('listTeams', team, () => part.listTeams(options), options) };
}

/** Nothing malformed comes from the counts; as many answers as questions. */
export function guardCounts(part: CountsPart, calls: PartCalls): CountsPart {
  return {
    countTabs: (scope, options) => calls.one('countTabs', tabCounts, () => part.countTabs(scope, options), options),
    countConversations: (queries, options) => {
      const ask = () => part.countConversations(queries, options);
      return calls.one('countConversations', asMany(queries.length), ask, options);
    },
    listLoad: (request, options) => calls.list('listLoad', load, () => part.listLoad(request, options), options),
  };
}

function asMany(count: number): Check<readonly (number | null)[]> {
  const numbers = arrayOf(orNull(aCount as Check<number>));
  const isAsMany = matches(`${count} answers`, (value) => (value as readonly unknown[]).length === count);
  return (value) => numbers(value) ?? isAsMany(value);
}
