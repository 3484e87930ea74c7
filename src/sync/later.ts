/** What a session does besides showing messages, lists and figures: loaded with the desk, see {@link DeskParts}. */
export { guardedPart } from '../ports/validate-parts.ts';
export { archiveConversation } from './archive.ts';
export { assignConversation } from './assign.ts';
export { LocalDesk } from './local-desk.ts';
export { searchMessages } from './views/message-search.ts';
