/**
 * What the classic script `conversation-elements.iife.js` puts into `window.ConversationElements`, for hosts that cannot
 * load modules. Loading it registers every element.
 */
import { defineAdapter } from './adapters/define-adapter/index.ts';
import { createHttpAdapter } from './adapters/http/index.ts';
import { createLocalAdapter } from './adapters/local/index.ts';
import { defineAll } from './elements/define-all.ts';
import { AdapterError } from './ports/adapter-error.ts';
import { createSession } from './session.ts';

defineAll();

export { AdapterError, createHttpAdapter, createLocalAdapter, createSession, defineAdapter, defineAll };
