import { myConversationsEn, type MyConversationsTexts } from './my-conversations.en.ts';
import { Texts } from './texts.ts';

export type { MyConversationsTexts };

/** The texts of `my-conversations`. */
export const myConversationsTexts = new Texts({
  en: myConversationsEn,
  nl: async () => (await import('./my-conversations.nl.ts')).myConversationsNl,
  de: async () => (await import('./my-conversations.de.ts')).myConversationsDe,
  fr: async () => (await import('./my-conversations.fr.ts')).myConversationsFr,
  ar: async () => (await import('./my-conversations.ar.ts')).myConversationsAr,
});
