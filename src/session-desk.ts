/** The part of a session that keeps, sends and listens, with the browser's side of it: loaded after the first messages. */
export { openLocalStorage } from './adapters/web/open-local-storage.ts';
export { storageNames } from './adapters/web/storage-names.ts';
export { openTabLink } from './adapters/web/tab-link.ts';
export * as later from './sync/later.ts';
