/** What a session does besides showing messages, lists and figures: loaded with the desk, see {@link DeskParts}. */
export { guardedPart } from '../ports/validate-parts.ts';
export { guardedWriting } from '../ports/validate-writing.ts';
export { Commands } from './commands.ts';
export { LocalDesk } from './local-desk.ts';
