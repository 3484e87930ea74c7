import { createContext } from '@lit/context';
import type { MessagingSession } from '../sync/session-api.ts';

/** The session of the nearest `conversation-provider`; `null` while there is none. */
export const sessionContext = createContext<MessagingSession | null>(Symbol('conversation-elements session'));
