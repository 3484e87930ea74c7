/**
 * What the classic script `conversation-elements.iife.js` puts into `window.ConversationElements`, for hosts that cannot
 * load modules. Loading it registers every element.
 */
import { createLocalAdapter } from './adapters/local/index.ts';
import { defineAll } from './elements/define-all.ts';
import { AdapterError } from './ports/adapter-error.ts';
import { createSession } from './session.ts';

defineAll();

export { AdapterError, createLocalAdapter, createSession, defineAll };
