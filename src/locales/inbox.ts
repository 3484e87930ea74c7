import { inboxEn, type InboxTexts } from './inbox.en.ts';
import { Texts } from './texts.ts';

export type { InboxTexts };

/** With the texts of filters, bulk actions and dialogs, which load with them. */
export interface WithInbox {
  readonly inbox: InboxTexts;
}

export const inboxTexts = new Texts<WithInbox>({
  en: { inbox: inboxEn },
  nl: async () => ({ inbox: (await import('./inbox.nl.ts')).inboxNl }),
  de: async () => ({ inbox: (await import('./inbox.de.ts')).inboxDe }),
  fr: async () => ({ inbox: (await import('./inbox.fr.ts')).inboxFr }),
  ar: async () => ({ inbox: (await import('./inbox.ar.ts')).inboxAr }),
});
