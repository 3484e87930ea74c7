/** What shows and counts many conversations: a page with one conversation does without, see {@link ListParts}. */
export { openCounts } from './views/counts-view.ts';
export { openLoad, openTallies } from './views/figures.ts';
export { ListView } from './views/list-view.ts';
