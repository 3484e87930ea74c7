import { createContext } from '@lit/context';
import { contextKey } from './context-key.ts';

/** How conversations are given to colleagues on this page. */
export interface Assigning {
  /** AG2: also to those who are not logged in. */
  readonly offersOffline: boolean;
}

/** What the nearest `conversation-provider` says about assigning. */
export const assigningContext = createContext<Assigning>(contextKey('assigning'));
