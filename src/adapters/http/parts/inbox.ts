import type { CountsPart } from '../../../ports/parts/counts.ts';
import type { TagsPart } from '../../../ports/parts/tags.ts';
import type { TeamsPart } from '../../../ports/parts/teams.ts';
import type { HttpCalls } from '../http-calls.ts';

/** The tags of the business. */
export function tagsPart(calls: HttpCalls): TagsPart {
  return {
    listTags: (options) => calls.get('/tags', options),
    getTagSettings: (options) => calls.get('/tag-settings', options),
    createTag: (name, options) => calls.post('/tags', { name }, options),
  };
}

/** The teams of the business. */
export function teamsPart(calls: HttpCalls): TeamsPart {
  return { listTeams: (options) => calls.get('/teams', options) };
}

/** Numbers of tabs, tiles and desks. */
export function countsPart(calls: HttpCalls): CountsPart {
  return {
    countTabs: (scope, options) => calls.post('/counts/tabs', { scope }, options),
    countConversations: (queries, options) => calls.post('/counts/conversations', { queries }, options),
    listLoad: (request, options) => calls.post('/counts/load', request, options),
  };
}
