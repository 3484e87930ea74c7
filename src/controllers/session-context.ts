import { createContext } from '@lit/context';
import { contextKey } from './context-key.ts';
import type { MessagingSession } from '../sync/session-api.ts';

/** The session of the nearest `conversation-provider`; `null` while there is none. */
export const sessionContext = createContext<MessagingSession | null>(contextKey('session'));
