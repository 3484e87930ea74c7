/** What a session does besides showing messages and lists: loaded with the desk, see {@link DeskParts}. */
export { guardedPart } from '../ports/validate-parts.ts';
export { archiveConversation } from './archive.ts';
export { assignConversation } from './assign.ts';
export { LocalDesk } from './local-desk.ts';
export { openCounts } from './views/counts-view.ts';
export { openLoad, openTallies } from './views/figures.ts';
export { searchMessages } from './views/message-search.ts';
